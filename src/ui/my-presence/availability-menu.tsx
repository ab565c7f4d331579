import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem } from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons/svg/arrow-reset'
import { EyeRegular } from '@fluentui/react-icons/svg/eye'
import { LocationRegular } from '@fluentui/react-icons/svg/location'
import type { CustomChoice } from '../../session/custom-states.ts'
import { CHOICES } from '../../state/choices.ts'
import type { PreferredAvailability } from '../../ucwa/availability.ts'
import { useDrawnStaleNow } from '../freshness.ts'
import { KeyCaps } from '../keys/key-caps.tsx'
import { ChoiceMenu } from '../parts/choice-menu.tsx'
import type { Closed } from '../parts/choice-menu.tsx'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import { CustomStates } from './custom-states.tsx'
import { StateLine } from './state-line.tsx'
import type { StateLineActions } from './state-line.tsx'
import { SHORTCUT_OF } from './use-choice-shortcuts.ts'

type AvailabilityMenuProps = StateLineActions & {
  target: HTMLElement | null
  /** What holds now; null: none of those offered. */
  chosen: PreferredAvailability | null
  /** One of the company's own states that holds now, of which `chosen` is only a part; null: none of them. */
  chosenCustom: CustomChoice | null
  onWatchOnly: () => void
  /** One's place, for the strip that has no room for it; null: it cannot be set. */
  onLocation: (() => void) | null
  onClose: (how: Closed) => void
}

/** "Show me as". In a file of its own, since menus are heavy and loaded when first opened. */
export function AvailabilityMenu(props: AvailabilityMenuProps) {
  const { target, chosen, chosenCustom, onWatchOnly, onLocation, onClose, ...actions } = props
  const words = useWords()
  const { choice, me, mine } = words
  const isStale = useDrawnStaleNow() // since it was opened: it stays, and says why it does nothing
  const off = { disabled: isStale, title: isStale ? me.whyNot : undefined }
  return (
    <ChoiceMenu target={target} onClose={onClose} isAsWide>
      <MenuGroup>
        <MenuGroupHeader>{me.showMeAs}</MenuGroupHeader>
        {CHOICES.map((wanted) => (
          <StateLine
            key={wanted}
            {...actions}
            choice={{ wanted, note: null }}
            name={choice(wanted)}
            hint={hintFor(words, wanted)}
            isChosen={wanted === chosen && chosenCustom === null}
            shortcut={SHORTCUT_OF[wanted]}
          />
        ))}
      </MenuGroup>
      <CustomStates {...actions} chosen={chosenCustom} />
      <MenuDivider />
      <MenuItem
        {...off}
        className="menu-line"
        icon={<ArrowResetRegular fontSize={20} />}
        subText={me.resetHint}
        secondaryContent={<KeyCaps of="reset" after="s" />}
        onClick={() => actions.onChoose({ wanted: null, note: null }, null)}
      >
        {me.reset}
      </MenuItem>
      <MenuItem
        {...off}
        className="menu-line"
        icon={<EyeRegular fontSize={20} />}
        subText={mine.onlyWatchHint}
        secondaryContent={<KeyCaps of="visibility" after="s" />}
        onClick={onWatchOnly}
      >
        {mine.onlyWatch}
      </MenuItem>
      {onLocation !== null && (
        <MenuItem
          className="menu-line menu-line-narrow"
          icon={<LocationRegular fontSize={20} />}
          secondaryContent={<KeyCaps of="location" />}
          onClick={onLocation}
        >
          {mine.location.title}
        </MenuItem>
      )}
    </ChoiceMenu>
  )
}

/** What others will see, where it is not what one chooses. */
function hintFor({ mine }: Words, wanted: PreferredAvailability): string | null {
  switch (wanted) {
    case 'DoNotDisturb':
      return mine.hint.doNotDisturb
    case 'Away':
      return mine.hint.away
    case 'Offwork':
      return mine.hint.offWork
    case 'Online':
    case 'Busy':
    case 'BeRightBack':
      return null
  }
}
