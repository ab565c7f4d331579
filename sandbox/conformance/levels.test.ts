import { afterAll, describe, expect, test } from 'vitest'
import { jsonOf, signIn, type WireEvent } from './client.ts'
import { serverUnderTest } from './server-under-test.ts'

/**
 * What of one person each level is shown, over the wire: the table of the desktop client, as `world/privacy.ts` reads it.
 * (Lync documentation, "Controlling access to presence publications"; PrivacyRelationshipLevel_ref.md.)
 */
const server = await serverUnderTest()
afterAll(() => server.stop())
const { control } = server

const LEVELS = ['Blocked', 'External', 'Colleagues', 'Workgroup', 'FriendsAndFamily'] as const
type Level = (typeof LEVELS)[number]

/** Ada, with all that a person can have to show, and Lin, who is subscribed to her at that level. */
async function seenAt(level: Level) {
  if (control === null) throw new Error('needs a sandbox')
  const world = control.of(`${level.toLowerCase()}.example`)
  const [ada, lin] = await world.users()
  if (ada === undefined || lin === undefined) throw new Error('too few users')
  const own = await signIn(server, ada)
  const phones = jsonOf(await own.ask(own.application.embedded('me').href('phones'))).embeddedAll('phone')
  for (const phone of phones.filter((one) => one.has('changeNumber'))) {
    const json = { number: '+4533123456', includeInContactCard: true }
    await own.ask(phone.href('changeNumber'), { method: 'POST', json })
  }
  const published = { note: 'Here', location: 'Room 7', endpoint: 'desktop' } as const
  await world.publish({ user: ada.uri, ...published, availability: 'Busy', activity: 'Deep in thought' })
  await world.privacy({ owner: ada.uri, contact: lin.uri, level })

  const viewer = await signIn(server, lin)
  const people = viewer.application.embedded('people')
  const read = async (href: string) => jsonOf(await viewer.ask(href)).raw
  const contact = async () => {
    const list = jsonOf(await viewer.ask(people.href('myContacts'))).embeddedAll('contact')
    const found = list.find(({ raw }) => raw['uri'] === ada.uri)
    if (found === undefined) throw new Error('she is not on the list')
    return found
  }
  await viewer.ask(people.href('presenceSubscriptions'), {
    method: 'POST',
    json: { duration: 30, uris: [ada.uri] },
  })
  await viewer.eventsUntil(({ rel }) => rel === 'contactPresence')
  return {
    world,
    ada,
    viewer,
    contact,
    presence: async () => read((await contact()).href('contactPresence')),
    read,
  }
}

const from = (first: Level): readonly Level[] => LEVELS.slice(LEVELS.indexOf(first))
const WORKGROUP_AND_FRIENDS = from('Workgroup')

/** What is shown → to whom. */
const SHOWN: Readonly<Record<string, readonly Level[]>> = {
  name: from('Blocked'),
  emailAddresses: from('Blocked'),
  availability: from('External'),
  title: from('External'),
  company: from('External'),
  photo: from('External'),
  activity: from('Colleagues'),
  office: from('Colleagues'),
  workPhoneNumber: from('Colleagues'),
  note: from('Colleagues'),
  location: from('Colleagues'),
  deviceType: from('Colleagues'),
  mobilePhoneNumber: WORKGROUP_AND_FRIENDS,
  lastActive: WORKGROUP_AND_FRIENDS,
  homePhoneNumber: ['FriendsAndFamily'],
  otherPhoneNumber: ['FriendsAndFamily'],
}

describe.runIf(control !== null)('when she grants the level', () => {
  test.each(LEVELS)('%s, it is shown this much and no more', async (level) => {
    const { world, ada, viewer, contact, presence, read } = await seenAt(level)
    const card = await contact()
    const seen = new Set(Object.keys(card.raw))
    const photo = await viewer.ask(card.href('contactPhoto'), { headers: { Accept: 'image/jpeg' } })
    if (photo.status === 200) seen.add('photo')
    const busy = await presence()
    expect(['Busy', 'Offline']).toContain(busy['availability'])
    if (busy['availability'] === 'Busy') seen.add('availability')
    if (busy['activity'] === 'Deep in thought') seen.add('activity')
    if (busy['deviceType'] === 'PC') seen.add('deviceType')
    if ((await read(card.href('contactNote')))['message'] === 'Here') seen.add('note')
    if ((await read(card.href('contactLocation')))['location'] === 'Room 7') seen.add('location')
    await world.publish({ user: ada.uri, endpoint: 'desktop', machine: 'away', availability: null })
    if ('lastActive' in (await presence())) seen.add('lastActive')

    const expected = Object.keys(SHOWN).filter((what) => SHOWN[what]?.includes(level))
    expect(Object.keys(SHOWN).filter((what) => seen.has(what))).toEqual(expected)
  })

  test.each(LEVELS)('%s, Do Not Disturb is seen as that level may', async (level) => {
    const { world, ada, presence } = await seenAt(level)
    await world.publish({ user: ada.uri, availability: 'DoNotDisturb' })
    expect(await presence()).toMatchObject(
      {
        Blocked: { availability: 'Offline' },
        External: { availability: 'DoNotDisturb' },
        Colleagues: { availability: 'DoNotDisturb' },
        Workgroup: { availability: 'Busy', activity: 'urgent-interruptions-only' },
        FriendsAndFamily: { availability: 'DoNotDisturb' },
      }[level],
    )
  })

  test('Blocked, nothing that she does is heard of; unblocked, everything is', async () => {
    const { world, ada, viewer, presence } = await seenAt('Blocked')
    const next = viewer.eventsUntil(({ rel }) => rel === 'contactLocation')
    await world.publish({ user: ada.uri, availability: 'Online', note: 'Gone', location: 'Away' })
    await world.advance(30) // whatever there were to hear would have gone out
    await world.privacy({ owner: ada.uri, contact: 'sip:nobody@elsewhere.example', level: 'Workgroup' })
    const [lin] = (await world.users()).slice(1)
    await world.privacy({ owner: ada.uri, contact: lin?.uri ?? '', level: 'Colleagues' })
    const rels = (await next).map(({ rel }: WireEvent) => rel).toSorted()
    expect(rels).toEqual(['contactLocation', 'contactNote', 'contactPresence', 'contactSupportedModalities'])
    expect(await presence()).toMatchObject({ availability: 'Online' })
  })
})
