import type { ListChange } from '../../data/list-change.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Group } from '../../ucwa/groups.ts'

/** Somebody's groups as they are and as they are to be. */
export type Choice = {
  readonly contact: Contact
  /** Those that can be chosen. */
  readonly groups: readonly Group[]
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
  /** Empty: none. */
  readonly newGroup: string
}

/** The fewest changes that lead there: out of one and into another is a move, out of all is off the list. */
export function changesFor({ contact, groups, before, after, newGroup }: Choice): readonly ListChange[] {
  const joined = groups.filter(({ id }) => after.has(id) && !before.has(id))
  const left = groups.filter(({ id }) => before.has(id) && !after.has(id))
  const made: readonly ListChange[] =
    newGroup === '' ? [] : [{ kind: 'createGroup', name: newGroup, member: contact }]
  if (before.size > 0 && after.size === 0 && newGroup === '') return [{ kind: 'removeFromList', contact }]
  const [to, from] = [joined[0], left[0]]
  if (to !== undefined && from !== undefined && joined.length === 1 && left.length === 1)
    return [{ kind: 'move', contact, from, to }, ...made]
  return [
    ...joined.map((group): ListChange => ({ kind: 'add', contact, to: group })),
    ...made,
    ...left.map((group): ListChange => ({ kind: 'remove', contact, from: group })),
  ]
}
