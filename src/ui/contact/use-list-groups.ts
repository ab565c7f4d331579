import { useQueries, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { groupContactsQuery, myGroupsQuery } from '../../data/groups.ts'
import { isReadOnDemand } from '../../data/list-change.ts'
import { orderedGroups } from '../../data/roster.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Group } from '../../ucwa/groups.ts'
import { useServices } from '../services.ts'

export type ListGroup<T> = {
  readonly group: Group
  /** What was asked of who is in it; undefined: not read. */
  readonly told: T | undefined
}

/**
 * The groups of one's list in the order of the screen, from what the cache has of them; null until the list is read.
 * @param ask of who is in a group; the same function each time. Nothing is drawn again while the answers are the same.
 */
export function useListGroups<T>(ask: (members: readonly Contact[]) => T): readonly ListGroup<T>[] | null {
  const { ucwa } = useServices()
  const { data } = useQuery(myGroupsQuery(ucwa))
  const groups = data === undefined ? [] : orderedGroups(data)
  const told = useQueries({
    queries: groups.map((group) => ({
      ...groupContactsQuery(ucwa, group.id),
      enabled: !isReadOnDemand(group),
    })),
    combine: useCallback(
      (results: readonly { data: readonly Contact[] | undefined }[]) =>
        results.map(({ data: members }) => (members === undefined ? undefined : ask(members))),
      [ask],
    ),
  })
  return data === undefined ? null : groups.map((group, at) => ({ group, told: told[at] }))
}
