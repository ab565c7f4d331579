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
  if (before.size > 0 && after.size === 0 && newGroup === '') return [{ kind: 'removeFromList', contact }]
  const [to, from] = [joined[0], left[0]]
  if (to !== undefined && from !== undefined && joined.length === 1 && left.length === 1)
    return [{ kind: 'move', contact, from, to }, ...making(newGroup, contact, [])]
  // Who stays in one of them can go at once; else they have to be in another first, which may be refused.
  const isSafe = groups.some(({ id }) => before.has(id) && after.has(id))
  const [first, ...others] = joined
  const waiting = isSafe ? [] : left
  return [
    ...(first === undefined ? [] : [adding(contact, first, waiting)]),
    ...others.map((group) => adding(contact, group, [])),
    ...making(newGroup, contact, first === undefined ? waiting : []),
    ...(isSafe ? left.map((group): ListChange => ({ kind: 'remove', contact, from: group })) : []),
  ]
}

const adding = (contact: Contact, to: Group, thenLeave: readonly Group[]): ListChange => ({
  kind: 'add',
  contact,
  to,
  thenLeave,
})

const making = (name: string, member: Contact, thenLeave: readonly Group[]): readonly ListChange[] =>
  name === '' ? [] : [{ kind: 'createGroup', name, member, thenLeave }]
