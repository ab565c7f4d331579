import { OptionsRegular } from '@fluentui/react-icons/svg/options'
import { Suspense, lazy, useRef, useState } from 'react'
import { DENSITIES } from '../../state/preferences-store.ts'
import { giveFocusBack } from '../parts/give-focus-back.ts'
import { useKeyHints } from '../keys/use-key-hints.ts'
import { useShortcut } from '../keys/use-shortcut.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import './view-button.css'

const ViewMenu = lazy(() =>
  import('./view-menu.tsx').then(({ ViewMenu: component }) => ({ default: component })),
)

/** How the list is shown: as what, grouped and sorted by what. */
export function ViewButton() {
  const { viewStore } = useServices()
  const { view } = useWords()
  const hint = useKeyHints()
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const cameFrom = useRef<HTMLElement | null>(null)
  useShortcut('view', () => {
    const focused = button?.ownerDocument.activeElement
    cameFrom.current = focused instanceof HTMLElement && focused.tabIndex >= 0 ? focused : button
    button?.focus()
    setIsOpen(true)
  })
  useShortcut('density', (at) => {
    const density = DENSITIES[at]
    if (density === undefined) return
    setIsOpen(false)
    viewStore.change({ density })
    giveFocusBack(cameFrom.current) // the menu that the first key opened may have had it
  })
  return (
    <>
      <button
        ref={setButton}
        type="button"
        className="view-button"
        {...hint('view', view.menu)}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <OptionsRegular fontSize={20} aria-hidden="true" />
        <span className="view-button-word">{view.menu}</span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ViewMenu
            target={button}
            onClose={(how) => {
              setIsOpen(false)
              if (how === 'byKey') button?.focus()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
