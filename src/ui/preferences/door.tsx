import { Suspense, createContext, lazy, useCallback, useContext, useState } from 'react'
import type { ReactNode } from 'react'

const PreferencesDialog = lazy(() =>
  import('./preferences-dialog.tsx').then(({ PreferencesDialog: component }) => ({ default: component })),
)

/** Opens the preferences. The focus returns to that element when they are closed again. */
export type OpenPreferences = (returnTo: HTMLElement | null) => void

const OpenContext = createContext<OpenPreferences>(() => {})

export const useOpenPreferences = (): OpenPreferences => useContext(OpenContext)

/** Round everything that leads there. */
export function PreferencesDoor({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<{ readonly returnTo: HTMLElement | null } | null>(null)
  const open = useCallback<OpenPreferences>((returnTo) => setOpened({ returnTo }), [])
  return (
    <OpenContext value={open}>
      {children}
      {opened !== null && (
        <Suspense fallback={null}>
          <PreferencesDialog
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
