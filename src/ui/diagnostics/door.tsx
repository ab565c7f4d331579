import { Suspense, createContext, useCallback, useContext, useState } from 'react'
import type { ReactNode } from 'react'
import './door.css'

/** Opens the page. The focus returns to that element when it is closed again. */
export type OpenDiagnostics = (returnTo: HTMLElement | null) => void

const OpenContext = createContext<OpenDiagnostics>(() => {})
const CloseContext = createContext<() => void>(() => {})

export const useOpenDiagnostics = (): OpenDiagnostics => useContext(OpenContext)

/** For the page itself. */
export const useCloseDiagnostics = (): (() => void) => useContext(CloseContext)

/** `page` is what is opened. */
type DoorProps = { children: ReactNode; page: ReactNode }

/**
 * From everywhere to the diagnostics, and back to just where one was: what is behind stays as it is, with what was typed
 * and how far it was scrolled, and is merely out of sight and of reach.
 */
export function DiagnosticsDoor({ children, page }: DoorProps) {
  const [opened, setOpened] = useState<{ readonly returnTo: HTMLElement | null } | null>(null)
  const open = useCallback<OpenDiagnostics>((returnTo) => setOpened({ returnTo }), [])
  const close = () => {
    const returnTo = opened?.returnTo ?? null
    setOpened(null)
    // What was out of sight takes no focus: only once the browser has drawn it again.
    returnTo?.ownerDocument.defaultView?.requestAnimationFrame(() => returnTo.focus())
  }
  return (
    <OpenContext value={open}>
      <div className="behind-diagnostics">{children}</div>
      {opened !== null && (
        <CloseContext value={close}>
          <Suspense fallback={null}>{page}</Suspense>
        </CloseContext>
      )}
    </OpenContext>
  )
}
