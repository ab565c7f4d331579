import type { Contact } from '../ucwa/contact.ts'
import type { SipUri } from '../ucwa/hal.ts'
import type { RosterGroup } from './roster.ts'
import type { Trait } from './traits.ts'

/** Where somebody belongs. */
export type Key = {
  /** In each list: the lower, the further up; people of one rank stand by name. */
  readonly rank: number
  /** Whom they are put together with; null: nothing is known to put them together by. */
  readonly value: string | null
  /** False: it will be another as soon as they have been read. */
  readonly isRead: boolean
}

/** How a list is arranged. */
export type Order = {
  keyOf(contact: Contact, trait: Trait): Key
  /** Null: by the groups of the list; else how the values by which people are put together follow one another. */
  readonly compareValues: ((one: string, other: string) => number) | null
  readonly compareNames: (one: string, other: string) => number
}

/** People who have something in common. */
export type Alike = { readonly value: string | null; readonly members: readonly Contact[] }

/** Everybody in their places. */
export type Arranged = {
  /** All groups of the list, or the favourites alone where people are put together by something else. */
  readonly groups: readonly RosterGroup[]
  /** Each person once; empty where the groups of the list are kept. What nothing is known of comes last. */
  readonly alike: readonly Alike[]
}

/** What has been arranged, and by what: `moved` goes on from it. */
export type Arrangement = {
  readonly arranged: Arranged
  readonly order: Order
  /** By which everybody stands where they stand: kept by `moved`, since a copy would cost more than the move. */
  readonly keys: Map<SipUri, Key>
  readonly contacts: ReadonlyMap<SipUri, Contact>
}

const isFavourites = ({ group }: RosterGroup): boolean => group.kind === 'pinnedGroup'

/** Everybody anew: n log n comparisons, for another list or another order. */
export function arrange(
  groups: readonly RosterGroup[],
  order: Order,
  keyOf: (contact: Contact) => Key,
): Arrangement {
  const contacts = new Map(
    groups.flatMap(({ members }) => members ?? []).map((contact) => [contact.uri, contact]),
  )
  const keys = new Map(Array.from(contacts, ([uri, contact]) => [uri, keyOf(contact)]))
  const compare = comparing(order, keys)
  const kept = order.compareValues === null ? groups : groups.filter(isFavourites)
  const alike = new Map<string | null, Contact[]>()
  if (order.compareValues !== null) {
    for (const contact of contacts.values()) {
      const value = keys.get(contact.uri)?.value ?? null
      const those = alike.get(value)
      if (those === undefined) alike.set(value, [contact])
      else those.push(contact)
    }
  }
  return {
    arranged: {
      groups: kept.map((of) => ({ ...of, members: of.members?.toSorted(compare) ?? null })),
      alike: inOrder(
        Array.from(alike, ([value, members]) => ({ value, members: members.toSorted(compare) })),
        order,
      ),
    },
    order,
    keys,
    contacts,
  }
}

/**
 * The same with some people where they belong now, in place of the one before: what was arranged is left as it was, but its
 * keys are taken over. Each costs the comparisons of two binary searches in each list that
 * they are in; nobody else is compared with anybody.
 */
export function moved(before: Arrangement, changed: ReadonlyMap<SipUri, Key>): Arrangement {
  const { order, contacts, keys } = before
  const compare = comparing(order, keys)
  const groups = before.arranged.groups.map((of) => ({ of, members: of.members }))
  const alike = new Map(before.arranged.alike.map(({ value, members }) => [value, members]))
  for (const [uri, key] of changed) {
    const contact = contacts.get(uri)
    const old = keys.get(uri)
    if (contact === undefined || old === undefined) continue
    const within = groups.filter(({ members }) => members !== null && holds(members, contact, compare))
    for (const each of within) each.members = without(each.members ?? [], contact, compare)
    const left = order.compareValues === null ? [] : without(alike.get(old.value) ?? [], contact, compare)
    keys.set(uri, key)
    for (const each of within) each.members = withOne(each.members ?? [], contact, compare)
    if (order.compareValues === null) continue
    if (left.length === 0) alike.delete(old.value)
    else alike.set(old.value, left)
    alike.set(key.value, withOne(alike.get(key.value) ?? [], contact, compare))
  }
  return {
    arranged: {
      groups: groups.map(({ of, members }) => (of.members === members ? of : { ...of, members })),
      alike: inOrder(
        Array.from(alike, ([value, members]) => ({ value, members })),
        order,
      ),
    },
    order,
    keys,
    contacts,
  }
}

/** Of two people who stands first, wherever both are; 0 for nobody but themselves. */
export type Compare = (one: Contact, other: Contact) => number

export const comparing =
  ({ compareNames }: Order, keys: ReadonlyMap<SipUri, Key>): Compare =>
  (one, other) =>
    (keys.get(one.uri)?.rank ?? 0) - (keys.get(other.uri)?.rank ?? 0) ||
    compareNames(one.name, other.name) ||
    (one.uri < other.uri ? -1 : Number(one.uri > other.uri))

/** How many of a sorted list stand before that one. */
function placeIn(list: readonly Contact[], contact: Contact, compare: Compare): number {
  let from = 0
  let to = list.length
  while (from < to) {
    const middle = (from + to) >> 1
    const there = list[middle]
    if (there !== undefined && compare(there, contact) < 0) from = middle + 1
    else to = middle
  }
  return from
}

const holds = (list: readonly Contact[], contact: Contact, compare: Compare): boolean =>
  list[placeIn(list, contact, compare)]?.uri === contact.uri

const without = (list: readonly Contact[], contact: Contact, compare: Compare): readonly Contact[] =>
  holds(list, contact, compare) ? list.toSpliced(placeIn(list, contact, compare), 1) : list

const withOne = (list: readonly Contact[], contact: Contact, compare: Compare): readonly Contact[] =>
  list.toSpliced(placeIn(list, contact, compare), 0, contact)

const inOrder = (alike: readonly Alike[], { compareValues }: Order): readonly Alike[] =>
  compareValues === null
    ? []
    : alike.toSorted((one, other) => {
        if (one.value === null || other.value === null)
          return Number(one.value === null) - Number(other.value === null)
        return compareValues(one.value, other.value)
      })
