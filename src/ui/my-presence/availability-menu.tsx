import { Menu, MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons/svg/arrow-reset'
import type { PreferredAvailability } from '../../ucwa/availability.ts'
import { signOfChoice } from '../parts/sign.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { useWords } from '../words/words.ts'
import { CHOICES } from './choices.ts'
import '../parts/menu.css'

type AvailabilityMenuProps = {
  target: HTMLElement | null
  /** What is chosen now; null: nothing by hand. */
  chosen: PreferredAvailability | null
  onChoose: (wanted: PreferredAvailability | null) => void
  onClose: () => void
}

/** "Show me as". In a file of its own, since menus are heavy and loaded when first opened. */
export function AvailabilityMenu({ target, chosen, onChoose, onClose }: AvailabilityMenuProps) {
  const { choice, me } = useWords()
  return (
    <>
    <div className="menu-scrim" aria-hidden="true" />
    <Menu
      open
      hasIcons
      onOpenChange={(event, { open }) => {
        // The button that opened it closes it as well, by itself.
        const isTarget = event.target instanceof Node && target?.contains(event.target) === true
        if (!open && !isTarget) onClose()
      }}
      positioning={{ target, position: 'below', align: 'start', offset: 4 }}
    >
      <MenuPopover className="menu" style={{ minInlineSize: target?.offsetWidth }}>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{me.showMeAs}</MenuGroupHeader>
            {CHOICES.map((wanted) => (
              <MenuItem
                key={wanted}
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
        </MenuList>
      </MenuPopover>
    </Menu>
    </>
  )
}
