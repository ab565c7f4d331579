import { Suspense, createContext, lazy, useCallback, useContext, useState } from 'react'
import type { ReactNode } from 'react'

const WallDialog = lazy(() =>
  import('./wall-dialog.tsx').then(({ WallDialog: component }) => ({ default: component })),
)

/** Asks what is to hang on the wall. The focus returns to that element when it is closed again; null: to where it was. */
export type OpenWallDialog = (returnTo: HTMLElement | null) => void

const OpenContext = createContext<OpenWallDialog>(() => {})

export const useOpenWallDialog = (): OpenWallDialog => useContext(OpenContext)

/** Round everything that leads there. */
export function WallDoor({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<{ readonly returnTo: HTMLElement | null } | null>(null)
  const open = useCallback<OpenWallDialog>((returnTo) => setOpened({ returnTo }), [])
  return (
    <OpenContext value={open}>
      {children}
      {opened !== null && (
        <Suspense fallback={null}>
          <WallDialog
            onClose={() => {
              setOpened(null)
              opened.returnTo?.focus()
            }}
          />
        </Suspense>
      )}
    </OpenContext>
  )
}
