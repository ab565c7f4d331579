import { Suspense, lazy, useState } from 'react'
import type { ReactNode } from 'react'
import { ManagingProvider } from './use-managing.ts'
import type { Open } from './use-managing.ts'

const Opened = lazy(() => import('./opened.tsx').then(({ Opened: component }) => ({ default: component })))

/** Menus and dialogs about the list are loaded when the first of them is opened. */
export function Managing({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<Open | null>(null)
  return (
    <ManagingProvider value={setOpen}>
      {children}
      {open !== null && (
        <Suspense fallback={null}>
          <Opened open={open} onOpen={setOpen} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </ManagingProvider>
  )
}
