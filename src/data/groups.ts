import { queryOptions } from '@tanstack/react-query'
import type { Group } from '../ucwa/groups.ts'
import type { People } from '../ucwa/people.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'

/** The groups as the server orders them; on screen they stand as `roster.ts` says. */
export const myGroupsQuery = (ucwa: Ucwa) =>
  queryOptions({ queryKey: ['myGroups'], queryFn: ({ signal }) => ucwa.myGroups(signal) })

/** Who is in a group. Keyed by the group's id, which outlives the application. */
export const groupContactsQuery = (ucwa: Ucwa, groupId: string) =>
  queryOptions({
    queryKey: ['groupContacts', groupId],
    queryFn: ({ signal }) => ucwa.groupContacts(groupId, signal),
  })

/** The groups in a distribution group; read while that is open. */
export const groupsWithinQuery = (people: People, group: Group) =>
  queryOptions({
    queryKey: ['groupsWithin', group.id],
    queryFn: ({ signal }) => people.groupsWithin(group, signal),
  })
