import { Suspense, createContext, lazy, useCallback, useContext, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useServices } from '../services.ts'
import { createKeys } from './keys.ts'
import type { Place } from './keys.ts'
import { goToNextRegion } from './regions.ts'
import { KeysProvider, useKeys, useShortcut } from './use-shortcut.ts'

const KeyboardDialog = lazy(() =>
  import('./keyboard-dialog.tsx').then(({ KeyboardDialog: component }) => ({ default: component })),
)

const OpenContext = createContext<(returnTo: HTMLElement | null) => void>(() => {})

/** Opens the list of keys. The focus returns to that element when it is closed again; null: to where it was. */
export const useOpenKeyboard = (): ((returnTo: HTMLElement | null) => void) => useContext(OpenContext)

/** Round the board: its keys, the one listener, and the list of them. */
export function Shortcuts({ children }: { children: ReactNode }) {
  const { preferencesStore } = useServices()
  const [keys] = useState(() => createKeys(() => preferencesStore.getState().singleKeys))
  const [opened, setOpened] = useState<{ readonly returnTo: HTMLElement | null } | null>(null)
  const open = useCallback((returnTo: HTMLElement | null) => setOpened({ returnTo }), [])
  return (
    <KeysProvider value={keys}>
      <OpenContext value={open}>
        {children}
        <Listener onOpen={() => open(null)} />
        {opened !== null && (
          <Suspense fallback={null}>
            <KeyboardDialog
              onClose={() => {
                setOpened(null)
                opened.returnTo?.focus()
              }}
            />
          </Suspense>
        )}
      </OpenContext>
    </KeysProvider>
  )
}

/** Hears every key before anything else does, since an open menu would take letters for the beginning of a line. */
function Listener({ onOpen }: { onOpen: () => void }) {
  const keys = useKeys()
  const mark = useRef<HTMLSpanElement>(null)
  useShortcut('keyboard', onOpen)
  useShortcut('region', (at) => goToNextRegion(mark.current?.parentElement ?? null, at === 1))
  useEffect(() => {
    const board = mark.current?.parentElement
    const over = new AbortController()
    const onKey = (event: KeyboardEvent): void => {
      const isCovered = board?.checkVisibility({ visibilityProperty: true }) !== true // by the diagnostics
      if (isCovered || event.defaultPrevented || !keys.press(event, placeOf(event.target))) return
      event.preventDefault()
      event.stopPropagation()
    }
    const how = { signal: over.signal, capture: true }
    board?.ownerDocument.addEventListener('keydown', onKey, how)
    board?.ownerDocument.addEventListener('pointerdown', () => keys.interrupt(), how)
    return () => over.abort()
  }, [keys])
  return <span ref={mark} hidden />
}

/** What has keys of its own: they are no part of the table, or are in it for what they do there. */
const OWN =
  'dialog, [role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=slider], [role=radiogroup]'
const TEXT = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]'

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'page'
  if (target.closest(TEXT) !== null) return 'text'
  return target.closest(OWN) === null ? 'page' : 'own'
}
