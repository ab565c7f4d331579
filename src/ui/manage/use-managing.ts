import { createContext, useContext } from 'react'
import { invariant } from '../../lib/assert.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Group } from '../../ucwa/groups.ts'

/** What is open of all that is done to the list; one at a time. */
export type Open =
  | { readonly kind: 'groupMenu'; readonly target: HTMLElement; readonly group: Group; readonly size: number }
  /** `from` null: found in the directory or by searching, where no group is shown. */
  | {
      readonly kind: 'contactMenu'
      readonly target: HTMLElement
      readonly contact: Contact
      readonly from: Group | null
    }
  /** `group` null: a new one, with `member` in it, who then leaves those. */
  | {
      readonly kind: 'name'
      readonly group: Group | null
      readonly name: string
      readonly member: Contact | null
      readonly thenLeave?: readonly Group[]
    }
  | { readonly kind: 'delete'; readonly group: Group; readonly size: number }
  | { readonly kind: 'groups'; readonly contact: Contact }
  | { readonly kind: 'addPeople'; readonly group: Group }

const ManagingContext = createContext<((open: Open) => void) | null>(null)

export const ManagingProvider = ManagingContext.Provider

/** Opens a menu or a dialog about the list, from wherever people and groups are shown. */
export function useManaging(): (open: Open) => void {
  const open = useContext(ManagingContext)
  invariant(open !== null, 'Nothing manages the list here: render below <Managing>.')
  return open
}
