import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRoster } from './roster.ts'
import type { Person, WorldChange } from './world-model.ts'

const OWNER = 'sip:lenea@contoso.com'
const someone = (name: string): Person => ({
  uri: `sip:${name}@contoso.com`,
  name,
  title: null,
  department: null,
  company: null,
  office: null,
  emailAddresses: [],
  workPhoneNumber: null,
  mobilePhoneNumber: null,
  homePhoneNumber: null,
  otherPhoneNumber: null,
  sourceNetwork: 'SameEnterprise',
  credentials: null,
  hasPhoto: false,
  isKnown: true,
})
const [ADA, LIN, MAX] = ['Ada', 'Lin', 'Max'].map(someone)

function rosterUnderTest() {
  const heard: WorldChange[] = []
  const roster = createRoster(OWNER, (change) => heard.push(change))
  const [pinned, fallback] = roster.groups()
  if (pinned === undefined || fallback === undefined || ADA === undefined || LIN === undefined) {
    throw new Error('A list begins with two groups.')
  }
  const kinds = (): readonly string[] => heard.splice(0).map(({ kind }) => kind)
  return { roster, heard, kinds, pinned, fallback, ada: ADA, lin: LIN }
}

describe('a contact', () => {
  test('without a group goes to the default group', () => {
    const { roster, kinds, fallback, ada } = rosterUnderTest()
    roster.addContact(ada, null)
    expect(roster.members(fallback.id)).toEqual([ada])
    expect(kinds()).toEqual(['contactAdded', 'memberAdded'])
    roster.addContact(ada, null)
    expect(kinds()).toEqual([])
  })

  test('of a personal group is no longer among the others', () => {
    const { roster, kinds, fallback, ada } = rosterUnderTest()
    roster.addContact(ada, null)
    const { id } = roster.addGroup('Design')
    kinds()
    roster.addMember(id, ada)
    expect(roster.members(fallback.id)).toEqual([])
    expect(kinds()).toEqual(['memberAdded', 'memberRemoved'])
  })

  test('who leaves the last group is among the others again', () => {
    const { roster, kinds, fallback, ada } = rosterUnderTest()
    const { id } = roster.addGroup('Design')
    roster.addMember(id, ada)
    kinds()
    roster.removeMember(id, ada)
    expect(roster.members(fallback.id)).toEqual([ada])
    expect(kinds()).toEqual(['memberRemoved', 'memberAdded'])
    roster.removeMember(fallback.id, ada)
    expect(roster.contacts()).toEqual([])
    expect(kinds()).toEqual(['memberRemoved', 'contactRemoved'])
  })

  test('who is removed leaves every group', () => {
    const { roster, kinds, pinned, ada, lin } = rosterUnderTest()
    const { id } = roster.addGroup('Design')
    for (const group of [id, pinned.id]) roster.addMember(group, ada)
    roster.addMember(id, lin)
    kinds()
    roster.removeContact(ada)
    expect(roster.contacts()).toEqual([lin])
    expect(roster.members(id)).toEqual([lin])
    expect(kinds()).toEqual(['memberRemoved', 'memberRemoved', 'contactRemoved'])
    roster.removeContact(ada)
    expect(kinds()).toEqual([])
  })
})

describe('a group', () => {
  test('that goes leaves its people on the list', () => {
    const { roster, kinds, pinned, fallback, ada, lin } = rosterUnderTest()
    const { id } = roster.addGroup('Design')
    roster.addMember(id, ada)
    roster.addMember(id, lin)
    roster.addMember(pinned.id, lin)
    kinds()
    roster.removeGroup(id)
    expect(roster.contacts()).toEqual([ada, lin])
    expect(roster.members(fallback.id)).toEqual([ada])
    expect(kinds()).toEqual(['groupRemoved', 'memberAdded'])
    expect(() => roster.members(id)).toThrow(RangeError)
  })

  test('is told of when it is renamed, and stands by its name', () => {
    const { roster, kinds } = rosterUnderTest()
    const { id } = roster.addGroup('Design')
    roster.addGroup('Finance')
    kinds()
    roster.renameGroup(id, 'Design')
    expect(kinds()).toEqual([])
    roster.renameGroup(id, 'Sales')
    expect(roster.groups().map(({ name }) => name)).toEqual([
      'Pinned Contacts',
      'Finance',
      'Sales',
      'Other Contacts',
    ])
    expect(kinds()).toEqual(['groupUpdated'])
  })

  test('of the system is neither renamed nor removed', () => {
    const { roster, pinned, fallback } = rosterUnderTest()
    for (const { id } of [pinned, fallback]) {
      expect(() => roster.removeGroup(id)).toThrow(RangeError)
      expect(() => roster.renameGroup(id, 'Mine')).toThrow(RangeError)
    }
  })

  test('has an id that must be escaped', () => {
    const { roster } = rosterUnderTest()
    for (const { id } of roster.groups()) expect(id).toMatch(/^[A-Za-z0-9]+=$/)
  })
})

test('whatever is done: who is listed is in a group, who is in a group is listed, and both were told', () => {
  const people = [ADA, LIN, MAX].flatMap((person) => person ?? [])
  const steps = fc.record({
    act: fc.constantFrom(
      'addContact',
      'removeContact',
      'addGroup',
      'removeGroup',
      'addMember',
      'removeMember',
    ),
    who: fc.nat(people.length - 1),
    where: fc.nat(5),
  })
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 40 }), (taken) => {
      const { roster, heard } = rosterUnderTest()
      const told = new Set<string>()
      for (const { act, who, where } of taken) {
        const groups = roster.groups()
        const group = groups[where % groups.length]
        const person = people[who]
        if (group === undefined || person === undefined) continue
        if (act === 'addContact') roster.addContact(person, group.id)
        else if (act === 'removeContact') roster.removeContact(person)
        else if (act === 'addGroup') roster.addGroup(`Group ${where}`)
        else if (act === 'removeGroup' && group.kind === 'group') roster.removeGroup(group.id)
        else if (act === 'addMember') roster.addMember(group.id, person)
        else if (act === 'removeMember') roster.removeMember(group.id, person)

        for (const change of heard.splice(0)) {
          if (change.kind === 'contactAdded') told.add(change.contact)
          if (change.kind === 'contactRemoved') told.delete(change.contact)
          if (change.kind === 'memberAdded') told.add(`${change.group.id} ${change.contact}`)
          if (change.kind === 'memberRemoved') told.delete(`${change.group.id} ${change.contact}`)
          if (change.kind !== 'groupRemoved') continue
          for (const key of told) if (key.startsWith(change.group.id)) told.delete(key)
        }
        const grouped = roster.groups().flatMap(({ id }) => roster.members(id))
        expect(new Set(grouped)).toEqual(new Set(roster.contacts()))
        const pairs = roster.groups().flatMap(({ id }) => roster.members(id).map(({ uri }) => `${id} ${uri}`))
        expect(told).toEqual(new Set([...roster.contacts().map(({ uri }) => uri), ...pairs]))
        for (const contact of roster.contacts()) expect(roster.has(contact.uri.toUpperCase())).toBe(true)
      }
    }),
  )
})

describe('groups beside those of contacts', () => {
  test('that of delegates comes with the first, and stays when it is empty', () => {
    const { roster, kinds, ada } = rosterUnderTest()
    roster.addDelegate(ada)
    expect(kinds()).toEqual(['groupAdded', 'contactAdded', 'memberAdded'])
    const group = roster.groups().find(({ kind }) => kind === 'delegatesGroup')
    if (group === undefined) throw new Error('no group of delegates')
    roster.removeContact(ada)
    expect([roster.members(group.id), roster.contacts()]).toEqual([[], []])
    expect(roster.groups()).toContain(group)
    expect(() => roster.renameGroup(group.id, 'Mine')).toThrow(RangeError)
  })

  test('one that is shown says who is in it as it is now, and puts nobody on the list', () => {
    const { roster, kinds, fallback, pinned, ada, lin } = rosterUnderTest()
    const people = [ada]
    const group = { id: 'bGlzdDAwMDE=', name: 'Alumni', kind: 'distributionGroup' } as const
    const shown = { group: () => group, people: () => people }
    roster.show(shown)
    roster.show(shown)
    expect(kinds()).toEqual(['groupAdded'])
    people.push(lin)
    expect(roster.members(group.id)).toEqual([ada, lin])
    expect(roster.contacts()).toEqual([])
    expect(roster.groups()).toEqual([pinned, group, fallback])
    expect(() => roster.addMember(group.id, ada)).toThrow(RangeError)
    roster.hide(group.id)
    roster.hide(group.id)
    expect(kinds()).toEqual(['groupRemoved'])
    expect(roster.groups()).toEqual([pinned, fallback])
  })
})
