import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuSplitGroup } from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons/svg/arrow-reset'
import { EyeRegular } from '@fluentui/react-icons/svg/eye'
import { LocationRegular } from '@fluentui/react-icons/svg/location'
import type { PreferredAvailability } from '../../ucwa/availability.ts'
import { useDrawnStaleNow } from '../freshness.ts'
import { ChoiceMenu } from '../parts/choice-menu.tsx'
import type { Closed } from '../parts/choice-menu.tsx'
import { signOfChoice } from '../parts/sign.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import { CHOICES, isEndedByServer } from './choices.ts'
import { CustomStates } from './custom-states.tsx'
import { UntilMenu } from './until-menu.tsx'

/** What is to be published by one click. */
export type StateChoice = {
  /** Null resets to automatic. */
  readonly wanted: PreferredAvailability | null
  /** One of the company's own states is published with its text for a note; null: the note is left alone. */
  readonly note: string | null
}

type AvailabilityMenuProps = {
  target: HTMLElement | null
  /** An empty place next to this menu, for the menus of times. */
  beside: HTMLElement | null
  /** What holds now; null: none of those offered. */
  chosen: PreferredAvailability | null
  /** `atMs`: until then; null: until something else is chosen. */
  onChoose: (chosen: StateChoice, atMs: number | null) => void
  onChooseTime: (chosen: StateChoice) => void
  onWatchOnly: () => void
  /** One's place, for the strip that has no room for it; null: it cannot be set. */
  onLocation: (() => void) | null
  onClose: (how: Closed) => void
}

/** "Show me as". In a file of its own, since menus are heavy and loaded when first opened. */
export function AvailabilityMenu(props: AvailabilityMenuProps) {
  const { target, beside, chosen, onChoose, onChooseTime, onWatchOnly, onLocation, onClose } = props
  const words = useWords()
  const { choice, me, mine } = words
  const isStale = useDrawnStaleNow() // since it was opened: it stays, and says why it does nothing
  const off = { disabled: isStale, title: isStale ? me.whyNot : undefined }
  return (
    <ChoiceMenu target={target} onClose={onClose} isAsWide>
      <MenuGroup>
        <MenuGroupHeader>{me.showMeAs}</MenuGroupHeader>
        {CHOICES.map((wanted) => (
          <MenuSplitGroup
            key={wanted}
            className={wanted === chosen ? 'menu-split menu-split-chosen' : 'menu-split'}
          >
            <MenuItem
              {...off}
              role="menuitemradio"
              aria-checked={wanted === chosen}
              className={wanted === chosen ? 'menu-line menu-line-chosen' : 'menu-line'}
              icon={<StateSign sign={signOfChoice(wanted)} size={16} />}
              subText={hintFor(words, wanted)}
              onClick={() => onChoose({ wanted, note: null }, null)}
            >
              {choice(wanted)}
            </MenuItem>
            <UntilMenu
              mountNode={beside}
              state={choice(wanted)}
              isEndedByServer={isEndedByServer(wanted)}
              onChoose={(atMs) => onChoose({ wanted, note: null }, atMs)}
              onChooseTime={() => onChooseTime({ wanted, note: null })}
            />
          </MenuSplitGroup>
        ))}
      </MenuGroup>
      <CustomStates mountNode={beside} onChoose={onChoose} onChooseTime={onChooseTime} />
      <MenuDivider />
      <MenuItem
        {...off}
        className="menu-line"
        icon={<ArrowResetRegular fontSize={20} />}
        subText={me.resetHint}
        onClick={() => onChoose({ wanted: null, note: null }, null)}
      >
        {me.reset}
      </MenuItem>
      <MenuItem
        {...off}
        className="menu-line"
        icon={<EyeRegular fontSize={20} />}
        subText={mine.onlyWatchHint}
        onClick={onWatchOnly}
      >
        {mine.onlyWatch}
      </MenuItem>
      {onLocation !== null && (
        <MenuItem
          className="menu-line menu-line-narrow"
          icon={<LocationRegular fontSize={20} />}
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
