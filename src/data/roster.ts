import type { Contact } from '../ucwa/contact.ts'
import type { Group, GroupKind } from '../ucwa/groups.ts'

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

export type RosterGroup = {
  readonly group: Group
  /** Null: not read yet. */
  readonly members: readonly Contact[] | null
}

/** The list as it stands on screen, from what has been read of it so far. */
export const roster = (
  groups: readonly Group[],
  membersOf: (groupId: string) => readonly Contact[] | null,
  collator: Intl.Collator,
): readonly RosterGroup[] =>
  orderedGroups(groups).map((group) => {
    const members = membersOf(group.id)
    return { group, members: members === null ? null : sortedMembers(members, collator) }
  })
