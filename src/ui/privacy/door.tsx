import { Suspense, createContext, lazy, useCallback, useContext, useState } from 'react'
import type { ReactNode } from 'react'
import type { GrantedLevel } from '../../ucwa/privacy-level.ts'
import { useOpenPerson } from '../person/door.tsx'

const PrivacyDialog = lazy(() =>
  import('./privacy-dialog.tsx').then(({ PrivacyDialog: component }) => ({ default: component })),
)

/** Opens "Who sees what of me" at that level. The focus returns to that element when it is closed again. */
export type OpenPrivacy = (returnTo: HTMLElement | null, level: GrantedLevel) => void

const OpenContext = createContext<OpenPrivacy>(() => {})

export const useOpenPrivacy = (): OpenPrivacy => useContext(OpenContext)

/** Round everything that leads there. */
export function PrivacyDoor({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<{
    readonly returnTo: HTMLElement | null
    readonly level: GrantedLevel
  } | null>(null)
  const openPerson = useOpenPerson()
  const open = useCallback<OpenPrivacy>((returnTo, level) => setOpened({ returnTo, level }), [])
  return (
    <OpenContext value={open}>
      {children}
      {opened !== null && (
        <Suspense fallback={null}>
          <PrivacyDialog
            first={opened.level}
            onPerson={(contact) => {
              setOpened(null)
              openPerson(contact, opened.returnTo)
            }}
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
