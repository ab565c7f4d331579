import { Menu, MenuList, MenuPopover } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import './menu.css'

export type Closed = 'byKey' | 'byPointer'

type ChoiceMenuProps = {
  /** What opened it. */
  target: HTMLElement | null
  /** By the pointer, the focus is where the person has put it; by key it goes back to what opened the menu. */
  onClose: (how: Closed) => void
  /** At least as wide as what opened it. */
  isAsWide?: boolean
  children: ReactNode
}

/** An open menu, the focus on what is chosen in it: below its button, or from 640 px down a sheet at the foot of the screen. */
export function ChoiceMenu({ target, onClose, isAsWide = false, children }: ChoiceMenuProps) {
  const scrim = useRef<HTMLDivElement>(null)
  // After the menu's own effect, which begins with the first line: Enter by reflex then changes nothing.
  useEffect(() => {
    const chosen = '.menu [role=menuitemradio][aria-checked=true]'
    scrim.current?.parentElement?.querySelector<HTMLElement>(chosen)?.focus()
  }, [])
  return (
    <>
      <div ref={scrim} className="menu-scrim" aria-hidden="true" />
      <Menu
        open
        hasIcons
        inline // within the page's landmarks, and in reach of Tab from its button
        onOpenChange={(event, { open }) => {
          // The button that opened it closes it as well, by itself.
          const isTarget = event.target instanceof Node && target?.contains(event.target) === true
          if (!open && !isTarget) onClose(event.type === 'keydown' ? 'byKey' : 'byPointer')
        }}
        positioning={{
          target,
          position: 'below',
          align: 'start',
          offset: 4,
          strategy: 'fixed',
          autoSize: 'height', // a low window scrolls what does not fit
          overflowBoundary: 'window',
          overflowBoundaryPadding: 8,
        }}
      >
        <MenuPopover className="menu" style={isAsWide ? { minInlineSize: target?.offsetWidth } : undefined}>
          <MenuList>{children}</MenuList>
        </MenuPopover>
      </Menu>
    </>
  )
}
