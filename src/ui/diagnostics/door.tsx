import { createContext, useCallback, useContext, useState } from 'react'
import { Suspense } from 'react'
import type { ReactNode } from 'react'
import './door.css'

/** Opens the page. The focus returns to that element when it is closed again. */
export type OpenDiagnostics = (returnTo: HTMLElement | null) => void

const DoorContext = createContext<OpenDiagnostics>(() => {})

export const useOpenDiagnostics = (): OpenDiagnostics => useContext(DoorContext)

type DoorProps = { children: ReactNode; page: (onClose: () => void) => ReactNode }

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
    <DoorContext value={open}>
      <div className="behind-diagnostics">{children}</div>
      {opened !== null && <Suspense fallback={null}>{page(close)}</Suspense>}
    </DoorContext>
  )
}
