import { expect, test } from 'vitest'
import { createHandTurnedClock } from '../time/clock.ts'
import { createPhotos } from '../world/photos.ts'
import { createWorld } from '../world/world.ts'
import { truth } from './truth.ts'

const LENE = 'sip:lenea@contoso.com'
const KWAME = 'sip:kwamem@contoso.com'

function worldUnderTest(contacts: number) {
  const clock = createHandTurnedClock()
  const world = createWorld({
    domain: 'contoso.com',
    contacts,
    groups: 1,
    seed: 1,
    clock,
    life: 'quiet',
    photos: createPhotos(),
  })
  return { clock, world }
}

test('says of a contact all that the viewer sees, and of the level what the viewer grants', () => {
  const { clock, world } = worldUnderTest(20)
  world.setPrivacyRelationship(LENE, KWAME, 'FriendsAndFamily')
  expect(truth(world, LENE, { madeAvailable: true }).contacts[KWAME]).toEqual({
    name: 'Kwame Mensah',
    availability: 'IdleOnline',
    activity: null,
    note: { message: 'Pairing most of the day, ping me anyway', type: 'Personal' },
    location: 'Copenhagen, 4.07',
    lastActive: clock.now() - 7 * 60_000,
    deviceType: 'PC',
    privacyRelationship: 'FriendsAndFamily',
  })
})

test('says of the viewer the name alone, before they are made available', () => {
  const { world } = worldUnderTest(0)
  world.addEndpoint(LENE, { deviceType: 'Web', inactiveTimeoutMs: 300_000 })
  world.setPresence(LENE, 'Offwork')
  world.setNote(LENE, 'Gone')
  expect(truth(world, LENE.toUpperCase(), { madeAvailable: false }).me).toEqual({ name: 'Lene Aaling' })
  expect(truth(world, LENE, { madeAvailable: true })).toEqual({
    me: {
      name: 'Lene Aaling',
      availability: 'Away',
      activity: 'off-work',
      note: { message: 'Gone', type: 'Personal' },
      location: 'Copenhagen, 4.12',
    },
    contacts: {},
    others: {},
    groups: [
      { name: 'Pinned Contacts', rel: 'pinnedGroup', members: [] },
      { name: 'Platform team', rel: 'group', members: [] },
      { name: 'Other Contacts', rel: 'defaultGroup', members: [] },
    ],
  })
})

test('names everybody of the list and nobody else, in the spelling of the directory', () => {
  const { world } = worldUnderTest(60)
  const { contacts, groups } = truth(world, LENE, { madeAvailable: false })
  const listed = world.contacts(LENE).map(({ uri }) => uri)
  expect(Object.keys(contacts)).toEqual(listed)
  expect(new Set(groups.flatMap(({ members }) => members))).toEqual(new Set(listed))
  expect(Object.keys(contacts)).toContain('sip:SaraD@contoso.com')
})

test('of groups whose members need not be on the list it names them as others', () => {
  const { world } = worldUnderTest(5)
  const [group] = world.distributionGroups()
  if (group === undefined) throw new Error('no distribution group')
  world.addDistributionGroup(LENE, group.id)
  const { contacts, others, groups } = truth(world, LENE, { madeAvailable: false })
  const members = groups.find(({ rel }) => rel === 'distributionGroup')?.members ?? []
  expect(members.length).toBeGreaterThan(0)
  expect(Object.keys(others)).toEqual(members.filter((uri) => contacts[uri] === undefined))
})

test('of an address that leads to nobody it says what stands before the @, and nothing else', () => {
  const { world } = worldUnderTest(5)
  world.addContact(LENE, 'sip:Printer.3@elsewhere.example')
  expect(truth(world, LENE, { madeAvailable: false }).contacts['sip:Printer.3@elsewhere.example']).toEqual({
    name: 'Printer.3',
    availability: null,
    activity: null,
    note: null,
    location: null,
    lastActive: null,
    deviceType: 'Unknown',
    privacyRelationship: 'Unknown',
  })
  expect(() => world.addContact(LENE, 'nobody')).toThrow(RangeError)
})
