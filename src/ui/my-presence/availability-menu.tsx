import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem } from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons/svg/arrow-reset'
import type { PreferredAvailability } from '../../ucwa/availability.ts'
import { ChoiceMenu } from '../parts/choice-menu.tsx'
import type { Closed } from '../parts/choice-menu.tsx'
import { signOfChoice } from '../parts/sign.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { useWords } from '../words/words.ts'
import { CHOICES } from './choices.ts'

type AvailabilityMenuProps = {
  target: HTMLElement | null
  /** What holds now; null: none of those offered. */
  chosen: PreferredAvailability | null
  onChoose: (wanted: PreferredAvailability | null) => void
  onClose: (how: Closed) => void
}

/** "Show me as". In a file of its own, since menus are heavy and loaded when first opened. */
export function AvailabilityMenu({ target, chosen, onChoose, onClose }: AvailabilityMenuProps) {
  const { choice, me } = useWords()
  return (
    <ChoiceMenu target={target} onClose={onClose} isAsWide>
      <MenuGroup>
        <MenuGroupHeader>{me.showMeAs}</MenuGroupHeader>
        {CHOICES.map((wanted) => (
          <MenuItem
            key={wanted}
            role="menuitemradio"
            aria-checked={wanted === chosen}
            className={wanted === chosen ? 'menu-line menu-line-chosen' : 'menu-line'}
            icon={<StateSign sign={signOfChoice(wanted)} size={16} />}
            subText={wanted === 'Offwork' ? me.offWorkHint : null}
            onClick={() => onChoose(wanted)}
          >
            {choice(wanted)}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuDivider />
      <MenuItem
        className="menu-line"
        icon={<ArrowResetRegular fontSize={20} />}
        subText={me.resetHint}
        onClick={() => onChoose(null)}
      >
        {me.reset}
      </MenuItem>
    </ChoiceMenu>
  )
}
