/**
 * One person's contact list: groups, who is in them, and what the others hear when that changes.
 *
 * Four kinds of group hold contacts: pinned, personal, default, and that of delegates. The others are shown beside them:
 * who is in those is said elsewhere, and is not for that on the list.
 *
 * Whoever is on the list is in one group at least; whoever is in a group is on the list. A contact who leaves the last
 * group goes to the default group, and one who leaves the default group, being in no other, leaves the list. (Our
 * choice: what "Removes a representation of the group membership" does with the last one is not documented.)
 */
import { keyOf } from './people.ts'
import type { Group, GroupKind, Person, Uri, WorldChange } from './world-model.ts'

/** Names as in UCWA, "Subscribe to the presence of a group of contacts". */
const PINNED_NAME = 'Pinned Contacts'
const DEFAULT_NAME = 'Other Contacts'
/** Our choice, after the desktop client's. */
const DELEGATES_NAME = 'Delegates'

export type Roster = {
  contacts(): readonly Person[]
  has(contact: Uri): boolean
  /** Pinned first, then personal ones by name, then those of other kinds, default last. */
  groups(): readonly Group[]
  /** @throws RangeError when there is no such group, as all that takes a group's id. */
  members(groupId: string): readonly Person[]
  /** Does nothing when they are on the list; else into that group, or the default one. */
  addContact(contact: Person, groupId: string | null): void
  removeContact(contact: Person): void
  addGroup(name: string): Group
  renameGroup(groupId: string, name: string): void
  /** Its members stay on the list. @throws RangeError for the pinned and the default group. */
  removeGroup(groupId: string): void
  /** Adds them to the list too, if need be. */
  addMember(groupId: string, contact: Person): void
  removeMember(groupId: string, contact: Person): void
  /** The group of delegates comes into being with the first. */
  addDelegate(contact: Person): void
  /** Does nothing when it is shown already. */
  show(shown: Shown): void
  /** Does nothing when it is not shown. */
  hide(groupId: string): void
}

/** A group whose members are not this list's to say. */
export type Shown = { readonly group: () => Group; readonly people: () => readonly Person[] }

type Section = { group: Group; readonly members: Map<string, Person>; listed: readonly Person[] | null }

/** An empty list with its two groups of the system's own. */
export function createRoster(owner: Uri, emit: (change: WorldChange) => void): Roster {
  const contacts = new Map<string, Person>()
  const sections = new Map<string, Section>()
  const shown = new Map<string, Shown>()
  let listed: readonly Person[] | null = null
  let sorted: readonly Group[] | null = null
  let ids = 0

  const newSection = (name: string, kind: GroupKind): Section => {
    ids += 1
    const section = { group: { id: groupId(ids), name, kind }, members: new Map(), listed: null }
    sections.set(section.group.id, section)
    sorted = null
    return section
  }
  newSection(PINNED_NAME, 'pinnedGroup')
  const fallback = newSection(DEFAULT_NAME, 'defaultGroup')

  const sectionOf = (id: string): Section => {
    const section = sections.get(id)
    if (section === undefined) throw new RangeError(`${owner} has no group ${id}; groups(owner) lists them.`)
    return section
  }
  const personalSection = (id: string): Section => {
    const section = sectionOf(id)
    if (section.group.kind !== 'group')
      throw new RangeError(`${section.group.name} is the system's own group.`)
    return section
  }
  const isGrouped = (key: string): boolean => [...sections.values()].some(({ members }) => members.has(key))

  const list = (contact: Person): void => {
    const key = keyOf(contact.uri)
    if (contacts.has(key)) return
    contacts.set(key, contact)
    listed = null
    emit({ kind: 'contactAdded', owner, contact: contact.uri })
  }
  const enter = (section: Section, contact: Person): void => {
    const key = keyOf(contact.uri)
    if (section.members.has(key)) return
    section.members.set(key, contact)
    section.listed = null
    emit({ kind: 'memberAdded', owner, group: section.group, contact: contact.uri })
  }
  const leave = (section: Section, contact: Person): boolean => {
    if (!section.members.delete(keyOf(contact.uri))) return false
    section.listed = null
    emit({ kind: 'memberRemoved', owner, group: section.group, contact: contact.uri })
    return true
  }
  const unlist = (contact: Person): void => {
    if (!contacts.delete(keyOf(contact.uri))) return
    listed = null
    emit({ kind: 'contactRemoved', owner, contact: contact.uri })
  }

  return {
    contacts: () => (listed ??= [...contacts.values()]),
    has: (contact) => contacts.has(keyOf(contact)),
    groups() {
      sorted ??= [...sections.values()].map(({ group }) => group).sort(byPlace)
      if (shown.size === 0) return sorted
      return [...sorted, ...Array.from(shown.values(), ({ group }) => group())].sort(byPlace)
    },
    members(id) {
      const elsewhere = shown.get(id)
      if (elsewhere !== undefined) return elsewhere.people()
      const section = sectionOf(id)
      return (section.listed ??= [...section.members.values()])
    },
    addContact(contact, id) {
      const section = id === null ? fallback : sectionOf(id)
      if (contacts.has(keyOf(contact.uri))) return
      list(contact)
      enter(section, contact)
    },
    removeContact(contact) {
      for (const section of sections.values()) leave(section, contact)
      unlist(contact)
    },
    addGroup(name) {
      const { group } = newSection(name, 'group')
      emit({ kind: 'groupAdded', owner, group })
      return group
    },
    renameGroup(id, name) {
      const section = personalSection(id)
      if (section.group.name === name) return
      section.group = { ...section.group, name }
      sorted = null
      emit({ kind: 'groupUpdated', owner, group: section.group })
    },
    removeGroup(id) {
      const section = personalSection(id)
      const members = [...section.members.values()]
      sections.delete(id)
      sorted = null
      emit({ kind: 'groupRemoved', owner, group: section.group })
      for (const member of members) if (!isGrouped(keyOf(member.uri))) enter(fallback, member)
    },
    addMember(id, contact) {
      const section = sectionOf(id)
      list(contact)
      enter(section, contact)
      if (section !== fallback && section.group.kind === 'group') leave(fallback, contact) // no longer "other"
    },
    removeMember(id, contact) {
      const section = sectionOf(id)
      if (!leave(section, contact) || isGrouped(keyOf(contact.uri))) return
      if (section === fallback) unlist(contact)
      else enter(fallback, contact)
    },
    addDelegate(contact) {
      const present = [...sections.values()].find(({ group }) => group.kind === 'delegatesGroup')
      const section = present ?? newSection(DELEGATES_NAME, 'delegatesGroup')
      if (present === undefined) emit({ kind: 'groupAdded', owner, group: section.group })
      list(contact)
      enter(section, contact)
    },
    show(one) {
      const group = one.group()
      if (shown.has(group.id)) return
      shown.set(group.id, one)
      emit({ kind: 'groupAdded', owner, group })
    },
    hide(id) {
      const one = shown.get(id)
      if (one === undefined) return
      shown.delete(id)
      emit({ kind: 'groupRemoved', owner, group: one.group() })
    },
  }
}

const PLACES: { readonly [kind in GroupKind]: number } = {
  pinnedGroup: 0,
  group: 1,
  distributionGroup: 2,
  delegatesGroup: 3,
  delegatorsGroup: 4,
  myOrganizationGroup: 5,
  defaultGroup: 6,
}
const byPlace = (a: Group, b: Group): number =>
  PLACES[a.kind] - PLACES[b.kind] || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1)

/** Opaque, and in base64 with its `=`, as real ones are: clients must escape it. */
const groupId = (number: number): string => Buffer.from(String(number).padStart(8, '0')).toString('base64')
