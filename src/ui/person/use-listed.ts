import { useCallback } from 'react'
import { isReadOnDemand } from '../../data/list-change.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Group } from '../../ucwa/groups.ts'
import type { SipUri } from '../../ucwa/hal.ts'
import { useListGroups } from '../contact/use-list-groups.ts'

type Listed = {
  /** False only once every group has been read, and they are in none. */
  readonly isListed: boolean
  /** Null: not among what has been read of the list. */
  readonly contact: Contact | null
  /** Of those that have been read, in the order of the screen. */
  readonly groups: readonly Group[]
}

/** Where somebody stands on one's list, from what the cache has of it. */
export function useListed(uri: SipUri): Listed {
  const them = useCallback(
    (members: readonly Contact[]) => members.find((one) => one.uri === uri) ?? null,
    [uri],
  )
  const groups = useListGroups(them)
  const theirs = groups?.filter(({ told }) => told !== undefined && told !== null) ?? []
  const isAllRead =
    groups !== null && groups.every(({ group, told }) => told !== undefined || isReadOnDemand(group))
  return {
    isListed: theirs.length > 0 || !isAllRead,
    contact: theirs[0]?.told ?? null,
    groups: theirs.map(({ group }) => group),
  }
}
