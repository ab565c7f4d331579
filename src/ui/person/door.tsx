import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { Contact } from '../../ucwa/contact.ts'
import type { SipUri } from '../../ucwa/hal.ts'
import { giveFocusBack } from '../parts/give-focus-back.ts'

/** Opens somebody's panel. The focus returns to that element, or to the list, when it is closed again. */
export type OpenPerson = (contact: Contact, returnTo: HTMLElement | null) => void

type Opened = { readonly contact: Contact; readonly returnTo: HTMLElement | null }

const OpenContext = createContext<OpenPerson>(() => {})
const OpenedContext = createContext<SipUri | null>(null)
const PanelContext = createContext<{ readonly opened: Opened | null; readonly close: () => void }>({
  opened: null,
  close: () => {},
})

export const useOpenPerson = (): OpenPerson => useContext(OpenContext)

/** Whose panel is open; null: nobody's. */
export const useOpenedPerson = (): SipUri | null => useContext(OpenedContext)

/** For the place where the panel stands. */
export const useOpenedPanel = () => useContext(PanelContext)

/** Round the list and the panel: from a person to all that is known of them, and back to where one was. */
export function PersonDoor({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const open = useCallback<OpenPerson>((contact, returnTo) => setOpened({ contact, returnTo }), [])
  const panel = useMemo(
    () => ({
      opened,
      close: () => {
        setOpened(null)
        giveFocusBack(opened?.returnTo ?? null)
      },
    }),
    [opened],
  )
  return (
    <OpenContext value={open}>
      <OpenedContext value={opened?.contact.uri ?? null}>
        <PanelContext value={panel}>{children}</PanelContext>
      </OpenedContext>
    </OpenContext>
  )
}
