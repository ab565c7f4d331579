import { useQueries, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { groupContactsQuery, myGroupsQuery } from '../../data/groups.ts'
import { orderedGroups } from '../../data/roster.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Group } from '../../ucwa/groups.ts'
import type { SipUri } from '../../ucwa/hal.ts'
import { useServices } from '../services.ts'

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
  const { ucwa } = useServices()
  const { data } = useQuery(myGroupsQuery(ucwa))
  const groups = data === undefined ? [] : orderedGroups(data)
  const places = useQueries({
    queries: groups.map((group) => ({ ...groupContactsQuery(ucwa, group.id), enabled: isRead(group) })),
    combine: useCallback(
      (results: readonly { data: readonly Contact[] | undefined }[]) =>
        results.map((result) => result.data && (result.data.find((one) => one.uri === uri) ?? null)),
      [uri],
    ),
  })
  const contact = places.find((place) => place !== undefined && place !== null) ?? null
  const isAllRead =
    data !== undefined && groups.every((group, at) => places[at] !== undefined || !isRead(group))
  return {
    isListed: contact !== null || !isAllRead,
    contact,
    groups: groups.filter((_, at) => places[at] !== undefined && places[at] !== null),
  }
}

/** A distribution group is read only where it is opened: it may be larger than the server expands. */
const isRead = ({ kind }: Group): boolean => kind !== 'distributionGroup'
