import type { QueryKey } from '@tanstack/react-query'
import type { Contact } from '../ucwa/contact.ts'
import type { Group, GroupKind } from '../ucwa/groups.ts'
import type { People } from '../ucwa/people.ts'

/** Out of these the person goes once they are in the other: who is in no group for a moment is off the list. */
type ThenLeave = { readonly thenLeave?: readonly Group[] }

/** One thing that a person does to their list. People and groups are as they were when it was chosen. */
export type ListChange =
  /** `to` null: onto the list, wherever the server puts people by default. */
  | ({ readonly kind: 'add'; readonly contact: Contact; readonly to: Group | null } & ThenLeave)
  | { readonly kind: 'remove'; readonly contact: Contact; readonly from: Group }
  | { readonly kind: 'removeFromList'; readonly contact: Contact }
  | { readonly kind: 'move'; readonly contact: Contact; readonly from: Group; readonly to: Group }
  /** `member` joins it once it is there; null: nobody. */
  | ({ readonly kind: 'createGroup'; readonly name: string; readonly member: Contact | null } & ThenLeave)
  | { readonly kind: 'renameGroup'; readonly group: Group; readonly name: string }
  | { readonly kind: 'deleteGroup'; readonly group: Group }
  /** A distribution group onto the list, and off it. */
  | { readonly kind: 'addGroup'; readonly group: Group }
  | { readonly kind: 'removeGroup'; readonly group: Group }

/** The list as it has been read. */
export type ListRead = {
  readonly groups: readonly Group[]
  /** Null: not read yet. */
  readonly membersOf: (groupId: string) => readonly Contact[] | null
}

/** Those whose members are the person's own choice: out of these somebody goes who leaves the list. */
const OWN = new Set<GroupKind>(['pinnedGroup', 'group', 'defaultGroup'])
export const isOwnGroup = ({ kind }: Group): boolean => OWN.has(kind)

/** Read, and its people watched, only while it is open: it may have a whole company in it, or more than the server expands. */
export const isReadOnDemand = ({ kind }: Group): boolean => kind === 'distributionGroup'

/** Where people may be put by hand: the pinned group cannot be written, and delegates are more than a list. */
const OPEN = new Set<GroupKind>(['group', 'defaultGroup'])
export const isOpenGroup = ({ kind }: Group): boolean => OPEN.has(kind)

/** Whether the list shows what was to be done, whoever did it. Nothing is concluded from what is not read. */
export function isDone(change: ListChange, { groups, membersOf }: ListRead): boolean {
  const isIn = (group: Group | undefined, { uri }: Contact): boolean | null =>
    group === undefined ? false : (membersOf(group.id)?.some((member) => member.uri === uri) ?? null)
  const isInSome = (contact: Contact): boolean | null => {
    const all = groups.filter(isOwnGroup).map((group) => isIn(group, contact))
    return all.includes(true) ? true : all.includes(null) ? null : false
  }
  const now = ({ id }: Group): Group | undefined => groups.find((group) => group.id === id)
  switch (change.kind) {
    case 'add':
      return (change.to === null ? isInSome(change.contact) : isIn(now(change.to), change.contact)) === true
    case 'remove':
      return isIn(now(change.from), change.contact) === false
    case 'removeFromList':
      return isInSome(change.contact) === false
    case 'move':
      return isIn(now(change.to), change.contact) === true && isIn(now(change.from), change.contact) === false
    case 'createGroup':
      return groupNamed(groups, change.name) !== null
    case 'renameGroup':
      return now(change.group)?.name === change.name
    case 'addGroup':
      return groups.some((group) => isSameDistributionGroup(group, change.group))
    case 'deleteGroup':
    case 'removeGroup':
      return now(change.group) === undefined
  }
}

/** What a change that is over leads to. */
export function nextOf(change: ListChange, { groups }: ListRead): readonly ListChange[] {
  switch (change.kind) {
    case 'createGroup': {
      const made = groupNamed(groups, change.name)
      if (change.member === null || made === null) return []
      return [{ kind: 'add', contact: change.member, to: made, thenLeave: change.thenLeave ?? [] }]
    }
    case 'add':
      return (change.thenLeave ?? []).map((from) => ({ kind: 'remove', contact: change.contact, from }))
    case 'remove':
    case 'removeFromList':
    case 'move':
    case 'renameGroup':
    case 'deleteGroup':
    case 'addGroup':
    case 'removeGroup':
      return []
  }
}

export const groupNamed = (groups: readonly Group[], name: string): Group | null =>
  groups.find((group) => group.kind === 'group' && group.name === name) ?? null

/** In the directory and on the list it may have different ids; its address is one. */
export const isSameDistributionGroup = (one: Group, other: Group): boolean =>
  one.kind === 'distributionGroup' &&
  (one.id === other.id || (one.address !== null && one.address === other.address))

const of = (group: Group): QueryKey => ['groupContacts', group.id]

/** What of the list the change is about: read again after the answer. */
export function toReadAfter(change: ListChange, { groups }: ListRead): readonly QueryKey[] {
  const byDefault = groups.filter(({ kind }) => kind === 'defaultGroup').map(of)
  switch (change.kind) {
    case 'add':
      return change.to === null ? byDefault : [of(change.to), ...byDefault]
    case 'remove':
      return [of(change.from), ...byDefault]
    case 'move':
      return [of(change.from), of(change.to)]
    case 'removeFromList':
      return groups.filter(isOwnGroup).map(of)
    case 'deleteGroup':
      return [['myGroups'], ...byDefault] // whose people may have been in no other
    case 'createGroup':
    case 'renameGroup':
    case 'addGroup':
    case 'removeGroup':
      return [['myGroups']]
  }
}

/** The same, for somebody who has seen what the list shows now. */
export const asOf = ({ groups }: ListRead, change: ListChange): ListChange =>
  change.kind === 'renameGroup'
    ? { ...change, group: groups.find(({ id }) => id === change.group.id) ?? change.group }
    : change

/** Into the new group first, then out of the old: whatever fails in between, nobody is lost. */
export async function carryOut(people: People, change: ListChange): Promise<void> {
  switch (change.kind) {
    case 'add':
      return people.addContact(change.contact.uri, change.to?.id ?? null)
    case 'remove':
      return people.removeContact(change.contact.uri, change.from.id)
    case 'removeFromList':
      return people.removeContactFromAll(change.contact.uri)
    case 'move':
      await people.addContact(change.contact.uri, change.to.id)
      return people.removeContact(change.contact.uri, change.from.id)
    case 'createGroup':
      return people.createGroup(change.name)
    case 'renameGroup':
      return people.renameGroup(change.group.id, change.group.name, change.name)
    case 'deleteGroup':
      return people.deleteGroup(change.group.id)
    case 'addGroup':
      return people.addDistributionGroup(change.group)
    case 'removeGroup':
      return people.removeDistributionGroup(change.group)
  }
}
