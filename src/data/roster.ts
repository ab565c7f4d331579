import type { Contact } from '../ucwa/contact.ts'
import type { Group, GroupKind } from '../ucwa/groups.ts'
import type { SipUri } from '../ucwa/hal.ts'
import { isOwnGroup } from './list-change.ts'
import type { ListChangeUnderWay } from './list-changes.ts'

/** Favourites first, the default group last; all others stay between them, as the server orders them. */
const PLACE: Readonly<Partial<Record<GroupKind, number>>> = { pinnedGroup: -1, defaultGroup: 1 }

export const orderedGroups = (groups: readonly Group[]): readonly Group[] =>
  groups.toSorted((one, other) => (PLACE[one.kind] ?? 0) - (PLACE[other.kind] ?? 0))

/** By name, as the reader's language sorts them; people of the same name by address, so that they never trade places. */
export const sortedMembers = (members: readonly Contact[], collator: Intl.Collator): readonly Contact[] =>
  members.toSorted(
    (one, other) =>
      collator.compare(one.name, other.name) || (one.uri < other.uri ? -1 : Number(one.uri > other.uri)),
  )

/** What is being done and not yet heard of. */
export type Pending = 'adding' | 'removing' | 'moving' | 'renaming'

export type RosterGroup = {
  readonly group: Group
  /** Null: not read yet. */
  readonly members: readonly Contact[] | null
  /** Groups in it, of a distribution group that is open; empty for all others. */
  readonly within: readonly Group[]
  /** Of the group itself; null: nothing. */
  readonly pending: Pending | null
  /** Of its members; absent: nothing. */
  readonly pendingOf: ReadonlyMap<SipUri, Pending>
}

const NOTHING: ReadonlyMap<SipUri, Pending> = new Map()

/** The list as it stands on screen, from what has been read of it so far. */
export const roster = (
  groups: readonly Group[],
  membersOf: (groupId: string) => readonly Contact[] | null,
  collator: Intl.Collator,
  withinOf: (groupId: string) => readonly Group[] = () => [],
): readonly RosterGroup[] =>
  orderedGroups(groups).map((group) => {
    const members = membersOf(group.id)
    return {
      group,
      members: members === null ? null : sortedMembers(members, collator),
      within: withinOf(group.id),
      pending: null,
      pendingOf: NOTHING,
    }
  })

/** The list with what is under way in its new place, marked; what was refused or never confirmed changes nothing. */
export function withChanges(
  groups: readonly RosterGroup[],
  changes: readonly ListChangeUnderWay[],
  collator: Intl.Collator,
): readonly RosterGroup[] {
  return changes.reduce((so, { id, change, standing }) => {
    if (standing.kind !== 'sending' && standing.kind !== 'accepted') return so
    const inGroup = (groupId: string | undefined, alter: (one: RosterGroup) => RosterGroup) =>
      so.map((each) => (each.group.id === groupId ? alter(each) : each))
    switch (change.kind) {
      case 'add': {
        const to = change.to?.id ?? so.find(({ group }) => group.kind === 'defaultGroup')?.group.id
        return inGroup(to, (one) => withMember(one, change.contact, 'adding', collator))
      }
      case 'remove':
        return inGroup(change.from.id, (one) => marked(one, change.contact.uri, 'removing'))
      case 'removeFromList':
        return so.map((one) => (isOwnGroup(one.group) ? marked(one, change.contact.uri, 'removing') : one))
      case 'move':
        return so.map((one) => {
          if (one.group.id === change.from.id) return withoutMember(one, change.contact.uri)
          return one.group.id === change.to.id ? withMember(one, change.contact, 'moving', collator) : one
        })
      case 'createGroup':
        return placed(so, newGroup(`new ${id}`, change.name))
      case 'addGroup':
        return placed(so, {
          group: change.group,
          members: [],
          within: [],
          pending: 'adding',
          pendingOf: NOTHING,
        })
      case 'renameGroup':
        return inGroup(change.group.id, (one) => ({
          ...one,
          group: { ...one.group, name: change.name },
          pending: 'renaming',
        }))
      case 'deleteGroup':
      case 'removeGroup':
        return inGroup(change.group.id, (one) => ({ ...one, pending: 'removing' }))
    }
  }, groups)
}

/** Has no links, so nothing can be done with it yet. */
const newGroup = (id: string, name: string): RosterGroup => ({
  group: { id, kind: 'group', name, address: null, revision: 1, links: new Map() },
  members: [],
  within: [],
  pending: 'adding',
  pendingOf: NOTHING,
})

/** Before the default group, where the server's own order ends. */
function placed(groups: readonly RosterGroup[], fresh: RosterGroup): readonly RosterGroup[] {
  const last = groups.findIndex(({ group }) => group.kind === 'defaultGroup')
  return last < 0 ? [...groups, fresh] : [...groups.slice(0, last), fresh, ...groups.slice(last)]
}

function marked(of: RosterGroup, who: SipUri, pending: Pending): RosterGroup {
  if (of.members?.some(({ uri }) => uri === who) !== true) return of
  return { ...of, pendingOf: new Map([...of.pendingOf, [who, pending]]) }
}

function withMember(of: RosterGroup, who: Contact, pending: Pending, collator: Intl.Collator): RosterGroup {
  const before = of.members ?? []
  const members = before.some(({ uri }) => uri === who.uri)
    ? before
    : sortedMembers([...before, who], collator)
  return marked({ ...of, members }, who.uri, pending)
}

const withoutMember = (of: RosterGroup, who: SipUri): RosterGroup => ({
  ...of,
  members: of.members?.filter(({ uri }) => uri !== who) ?? null,
})

/** The id of the group that this browser keeps, which no group of a server's has. */
export const FAVOURITES_HERE = 'favourites of this browser'

/** Those of the list whom the person has marked in this browser, below the server's own pinned group; none: no group. */
export function withFavouritesHere(
  groups: readonly RosterGroup[],
  favourites: ReadonlySet<SipUri>,
  collator: Intl.Collator,
): readonly RosterGroup[] {
  const listed = groups.flatMap(({ members }) => members ?? []).filter(({ uri }) => favourites.has(uri))
  const members = sortedMembers([...new Map(listed.map((each) => [each.uri, each])).values()], collator)
  if (members.length === 0) return groups
  const own: RosterGroup = {
    group: {
      id: FAVOURITES_HERE,
      kind: 'pinnedGroup', // nothing about it is written to the server
      name: '',
      address: null,
      revision: 1,
      links: new Map(),
    },
    members,
    within: [],
    pending: null,
    pendingOf: NOTHING,
  }
  const first = groups.findIndex(({ group }) => group.kind !== 'pinnedGroup')
  const at = first < 0 ? groups.length : first
  return [...groups.slice(0, at), own, ...groups.slice(at)]
}
