import { useQueries, useQuery } from '@tanstack/react-query'
import { groupContactsQuery, myGroupsQuery } from '../../data/groups.ts'
import { isOwnGroup } from '../../data/list-change.ts'
import { orderedGroups } from '../../data/roster.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Group } from '../../ucwa/groups.ts'
import { useServices } from '../services.ts'

/** The groups whose people are one's own choice, with who is in them as far as that is read. */
export function useOwnGroups(): readonly {
  readonly group: Group
  readonly members: readonly Contact[] | null
}[] {
  const { ucwa } = useServices()
  const groups = orderedGroups(useQuery(myGroupsQuery(ucwa)).data ?? []).filter(isOwnGroup)
  const read = useQueries({ queries: groups.map(({ id }) => groupContactsQuery(ucwa, id)) })
  return groups.map((group, index) => ({ group, members: read[index]?.data ?? null }))
}
