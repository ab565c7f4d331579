import { describe, expect, test } from 'vitest'
import type { World } from './world-model.ts'
import { DANA, LENE, application, everything, worldUnderTest } from './world-under-test.ts'

const HOUR_MS = 60 * 60_000

/** A whole world in one text, to be compared. */
const described = (world: World): string =>
  JSON.stringify([
    world.directory,
    world.groups(LENE),
    world.directory.map(({ uri }) => everything(world, uri, DANA)),
    world.groups(DANA).map(({ id }) => world.members(DANA, id)),
  ])

describe('a world', () => {
  test.each([0, 1, 6, 7, 16, 60, 500])('has the first user know exactly %d people', (contacts) => {
    const { world } = worldUnderTest({ contacts })
    expect(world.contacts(LENE)).toHaveLength(contacts)
    expect(world.directory.length).toBeGreaterThanOrEqual(2 * contacts)
    expect(world.users.length).toBeGreaterThanOrEqual(7)
    for (const { uri } of world.users.slice(1)) {
      const known = world.contacts(uri).map((contact) => contact.uri)
      const others = world.users.filter((user) => user.uri !== uri).map((user) => user.uri)
      expect(known).not.toContain(uri)
      expect(known).toHaveLength(contacts === 0 ? 0 : Math.max(contacts, others.length))
      if (contacts > 0) expect(known).toEqual(expect.arrayContaining(others))
    }
  })

  test('has people of partners only where somebody knows them', () => {
    const { world } = worldUnderTest({ contacts: 200 })
    const foreign = world.directory.filter(({ sourceNetwork }) => sourceNetwork === 'Federated')
    expect(foreign.length).toBeGreaterThan(2)
    expect(world.contacts(LENE)).toEqual(expect.arrayContaining(foreign))
  })

  test.each([0, 1, 5, 14])('begins with %d personal groups between the two of the system', (groups) => {
    const { world } = worldUnderTest({ groups, contacts: 60 })
    const kinds = world.groups(LENE).map(({ kind }) => kind)
    expect(kinds).toEqual(['pinnedGroup', ...Array.from({ length: groups }, () => 'group'), 'defaultGroup'])
    const grouped = world.groups(LENE).flatMap(({ id }) => world.members(LENE, id))
    expect(new Set(grouped)).toEqual(new Set(world.contacts(LENE)))
  })

  test('has nobody twice, and everybody by another name as long as there are names', () => {
    const { directory } = worldUnderTest({ contacts: 500 }).world
    expect(new Set(directory.map(({ uri }) => uri.toLowerCase())).size).toBe(directory.length)
    expect(new Set(directory.map(({ name }) => name)).size).toBe(directory.length)
    expect(directory.some(({ uri }) => uri !== uri.toLowerCase())).toBe(true)
    for (const { uri } of directory) expect(uri).toMatch(/^sip:[A-Za-z0-9.]+@[a-z.]+$/)
  })

  test('is the same again from the same seed, another from another', () => {
    const [one, same, other] = [1, 1, 2].map((seed) =>
      described(worldUnderTest({ seed, contacts: 60 }).world),
    )
    expect(one).toBe(same)
    expect(one).not.toBe(other)
  })

  test('goes back to its beginning', () => {
    const { world, clock, heard } = worldUnderTest()
    const beginning = described(world)
    const waiting = clock.waiting()
    world.addEndpoint(LENE, application)
    world.setPresence(DANA, 'Busy')
    world.setPrivacyRelationship(LENE, DANA, 'Blocked')
    const group = world.addGroup(DANA, 'New')
    world.addMember(DANA, group.id, LENE)
    heard.length = 0
    world.reset()
    expect(described(world)).toBe(beginning)
    expect(clock.waiting()).toBe(waiting)
    expect(heard).toEqual([])
    world.setNote(DANA, 'Listeners stay')
    expect(heard).toHaveLength(1)
  })

  test('stands still in a quiet life, for hours', () => {
    const { world, clock, heard } = worldUnderTest({ contacts: 200 })
    clock.advance(23 * HOUR_MS)
    expect(heard).toEqual([])
    world.stop()
    expect(clock.waiting()).toBe(0)
  })
})

describe('the company beyond those whom somebody knows', () => {
  test('is some thousands of people by name, each once, and the same again from the same seed', () => {
    const { world } = worldUnderTest()
    const everybody = world.everybody()
    expect(everybody).toHaveLength(3000)
    expect(new Set(everybody.map(({ uri }) => uri.toLowerCase())).size).toBe(3000)
    expect(everybody).toEqual(expect.arrayContaining([...world.directory]))
    const { compare } = new Intl.Collator('en')
    expect(everybody).toEqual(everybody.toSorted((one, other) => compare(one.name, other.name)))
    expect(worldUnderTest().world.everybody()).toEqual(everybody)
    world.reset()
    expect(world.everybody()).toEqual(everybody)
  })

  test('is of people like any other: they are seen, listed, and change', () => {
    const { world, heard } = worldUnderTest()
    const known = new Set(world.directory.map(({ uri }) => uri))
    const further = world.everybody().find(({ uri }) => !known.has(uri))
    if (further === undefined) throw new Error('the directory is all there is')
    expect(world.privacyRelationship(further.uri, DANA)).toBe('Colleagues')
    world.addContact(DANA, further.uri)
    expect(world.contacts(DANA).map(({ uri }) => uri)).toContain(further.uri)
    heard.length = 0
    world.setNote(further.uri, 'New here')
    expect(world.note(further.uri, DANA)).toEqual({ message: 'New here', type: 'Personal' })
    expect(heard).toMatchObject([{ kind: 'note', subject: further.uri }])
    world.reset()
    expect(world.contacts(DANA).map(({ uri }) => uri)).not.toContain(further.uri)
  })

  test('a distribution group changes for everybody, and is as it was after a reset', () => {
    const { world, heard } = worldUnderTest()
    const [group] = world.distributionGroups()
    if (group === undefined) throw new Error('no distribution group')
    world.addDistributionGroup(LENE, group.id)
    world.addDistributionGroup(DANA, group.id)
    heard.length = 0
    world.changeDistributionGroup(group.id, { name: 'Old crew', add: LENE })
    const told = heard.flatMap((change) => (change.kind === 'groupUpdated' ? change.owner : []))
    expect(told).toEqual(expect.arrayContaining([LENE, DANA]))
    expect(world.members(DANA, group.id).map(({ uri }) => uri)).toContain(LENE)
    world.changeDistributionGroup(group.id, { remove: LENE })
    expect(world.expanded(group.id).people.map(({ uri }) => uri)).not.toContain(LENE)
    world.reset()
    expect(world.distributionGroups()[0]).toEqual(group)
    expect(world.groups(LENE).some(({ id }) => id === group.id)).toBe(false)
  })
})
