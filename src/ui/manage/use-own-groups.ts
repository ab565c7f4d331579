import { isOwnGroup } from '../../data/list-change.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Group } from '../../ucwa/groups.ts'
import { useListGroups } from '../contact/use-list-groups.ts'

/** The groups whose people are one's own choice, with who is in them as far as that is read. */
export function useOwnGroups(): readonly {
  readonly group: Group
  readonly members: readonly Contact[] | null
}[] {
  const groups = useListGroups(everybody) ?? []
  return groups
    .filter(({ group }) => isOwnGroup(group))
    .map(({ group, told }) => ({ group, members: told ?? null }))
}

const everybody = (members: readonly Contact[]): readonly Contact[] => members
