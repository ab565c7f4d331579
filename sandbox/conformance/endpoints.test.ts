import { afterAll, describe, expect, test } from 'vitest'
import { jsonOf, signIn, type SignedIn, type Wire, type WireEvent } from './client.ts'
import { serverUnderTest, type Credentials } from './server-under-test.ts'

/**
 * One person at several endpoints, and what of them is seen by themselves and by others. Each test has two people of its
 * own SIP domain, so that what one leaves behind is not another's.
 * (Longer than most files: it follows Microsoft's pages, statement by statement.)
 */
const server = await serverUnderTest()
afterAll(() => server.stop())
const { control } = server

let worlds = 0

/** Two people who are on each other's list, nobody signed in yet. */
async function twoPeople() {
  if (control === null) throw new Error('needs a sandbox')
  worlds += 1
  const world = control.of(`endpoints${worlds}.example`)
  const [ada, lin] = await world.users()
  if (ada === undefined || lin === undefined) throw new Error('too few users')
  return { world, ada, lin }
}

/** An application that is an endpoint of the person's. */
async function available(
  person: Credentials,
  more: Readonly<Record<string, unknown>> = {},
): Promise<SignedIn> {
  const session = await signIn(server, person)
  const made = await session.ask(session.application.embedded('me').href('makeMeAvailable'), {
    method: 'POST',
    json: more,
  })
  expect(made.status).toBe(204)
  await session.eventsUntil(({ rel, type }) => rel === 'location' && type === 'added')
  return session
}

const own = async (
  { application, ask }: SignedIn,
  rel: 'me' | 'presence' | 'note' | 'location',
): Promise<Wire> => {
  const me = jsonOf(await ask(application.embedded('me').href('self')))
  return rel === 'me' ? me : jsonOf(await ask(me.href(rel)))
}

async function contactOf({ application, ask }: SignedIn, { uri }: { readonly uri: string }): Promise<Wire> {
  const list = jsonOf(await ask(application.embedded('people').href('myContacts')))
  const found = list.embeddedAll('contact').find(({ raw }) => raw['uri'] === uri)
  if (found === undefined) throw new Error(`${uri} is not on the list`)
  return found
}

/** The viewer, subscribed to that contact and with nothing unheard. */
async function watching(viewer: Credentials, contact: { readonly uri: string }, culture = 'en-US') {
  const session = await signIn(server, viewer, culture)
  const seen = await contactOf(session, contact)
  await session.ask(session.application.embedded('people').href('presenceSubscriptions'), {
    method: 'POST',
    json: { duration: 30, uris: [contact.uri] },
  })
  await session.eventsUntil(({ rel }) => rel === 'contactPresence')
  const read = async (rel: string) => jsonOf(await session.ask(seen.href(rel))).raw
  return { session, read }
}

const updated = (rel: string) => (event: WireEvent) => event.rel === rel && event.type === 'updated'

describe.runIf(control !== null)('MeDashboard.md, "presence": an aggregation of all applications', () => {
  test.each([
    ['presence', { availability: 'Busy' as const }, { availability: 'Busy' }],
    ['note', { note: 'From the desk' }, { message: 'From the desk', type: 'Personal' }],
    ['location', { location: 'Room 7' }, { location: 'Room 7' }],
  ])(
    '"Notifications will be sent to all applications the user is logged in on": %s, set at another endpoint',
    async (rel, publication, expected) => {
      const { world, ada } = await twoPeople()
      const session = await available(ada)
      await world.publish({ user: ada.uri, endpoint: 'desktop', ...publication })
      const events = await session.eventsUntil(updated(rel))
      expect(events.at(-1)).toMatchObject({ sender: 'me', embedded: false, in: null })
      const read = await own(session, rel === 'presence' || rel === 'note' ? rel : 'location')
      expect(read.raw).toMatchObject(expected)
    },
  )

  test('what one application publishes, another of the same person hears', async () => {
    const { ada } = await twoPeople()
    const [one, other] = [await available(ada), await available(ada)]
    await one.ask((await own(one, 'me')).href('presence'), {
      method: 'POST',
      json: { availability: 'DoNotDisturb' },
    })
    await other.eventsUntil(updated('presence'))
    expect((await own(other, 'presence')).raw['availability']).toBe('DoNotDisturb')
  })

  test('the application that ends is no endpoint any more: Offline, without activity', async () => {
    const { ada, lin } = await twoPeople()
    const session = await available(ada, { signInAs: 'Offwork' })
    const { session: watcher, read } = await watching(lin, ada)
    expect(await read('contactPresence')).toMatchObject({ activity: 'off-work', deviceType: 'Web' })
    await session.ask(session.application.href('self'), { method: 'DELETE' })
    await watcher.eventsUntil(updated('contactPresence'))
    const presence = await read('contactPresence')
    expect(presence).toMatchObject({ availability: 'Offline', deviceType: 'Unknown' })
    expect(presence).not.toHaveProperty('activity')
  })

  test('the most active endpoint gives the device; the last that signs out leaves nobody', async () => {
    const { world, ada, lin } = await twoPeople()
    const user = ada.uri
    await world.publish({ user, endpoint: 'desktop', machine: 'away' })
    const { read } = await watching(lin, ada)
    expect(await read('contactPresence')).toMatchObject({ availability: 'Away', deviceType: 'PC' })
    await world.publish({ user, endpoint: 'mobile', machine: 'idle' })
    expect(await read('contactPresence')).toMatchObject({ availability: 'IdleOnline', deviceType: 'Mobile' })
    await world.publish({ user, endpoint: 'mobile', signOut: true })
    await world.publish({ user, endpoint: 'desktop', signOut: true })
    expect(await read('contactPresence')).toMatchObject({ availability: 'Offline', deviceType: 'Unknown' })
  })

  test('"if no activity is reported for a certain period (specifically inactiveTimeout), the server changes the user\'s availability to Idle"', async () => {
    const { world, ada } = await twoPeople()
    const session = await available(ada, { inactiveTimeout: '00:02:00' })
    await world.advance(2 * 60)
    await session.eventsUntil(updated('presence'))
    expect((await own(session, 'presence')).raw['availability']).toBe('IdleOnline')
    await world.advance(5 * 60)
    await session.eventsUntil(updated('presence'))
    expect((await own(session, 'presence')).raw['availability']).toBe('Away')
    await session.ask((await own(session, 'me')).href('reportMyActivity'), { method: 'POST' })
    await session.eventsUntil(updated('presence'))
    expect((await own(session, 'presence')).raw['availability']).toBe('Online')
  })

  test.each([
    ['a meeting', { meetingMinutes: 30 }, 'Busy', 'in-a-meeting'],
    ['a call', { call: 'on-the-phone' as const }, 'Busy', 'on-the-phone'],
    ['a conference', { call: 'in-a-conference' as const }, 'Busy', 'in-a-conference'],
    ['a shared screen', { presenting: true }, 'DoNotDisturb', 'presenting'],
  ])('"well known tokens": %s', async (_, publication, availability, activity) => {
    const { world, ada, lin } = await twoPeople()
    await world.publish({ user: ada.uri, availability: null, ...publication })
    const { read } = await watching(lin, ada)
    expect(await read('contactPresence')).toMatchObject({ availability, activity })
  })

  test('"the location of the most active endpoint of the user" (location)', async () => {
    const { world, ada, lin } = await twoPeople()
    const session = await available(ada, { inactiveTimeout: '00:02:00' })
    await world.publish({ user: ada.uri, endpoint: 'desktop', location: 'Room 7' })
    const href = (await own(session, 'me')).href('location')
    const { session: watcher, read } = await watching(lin, ada)
    await session.ask(href, { method: 'POST', json: { location: 'Home' } })
    await watcher.eventsUntil(updated('contactLocation'))
    expect(await read('contactLocation')).toMatchObject({ location: 'Home' })
    await world.advance(2 * 60) // the browser is idle, the desktop is not
    await session.eventsUntil(updated('location'))
    expect((await own(session, 'location')).raw['location']).toBe('Room 7')
    await world.publish({ user: ada.uri, endpoint: 'desktop', signOut: true })
    await session.eventsUntil(updated('location'))
    expect((await own(session, 'location')).raw['location']).toBe('Home')
    await session.ask(session.application.href('self'), { method: 'DELETE' })
    expect(await read('contactLocation')).toMatchObject({ location: 'Home' }) // where she was last
  })

  test("a choice is the person's, not the endpoint's: it is there at the next sign-in", async () => {
    const { ada } = await twoPeople()
    const first = await available(ada, { signInAs: 'Offwork' })
    await first.ask(first.application.href('self'), { method: 'DELETE' })
    const next = await available(ada)
    expect((await own(next, 'presence')).raw).toMatchObject({ availability: 'Away', activity: 'off-work' })
    await next.ask((await own(next, 'me')).href('presence'), { method: 'POST' })
    expect((await own(next, 'presence')).raw['availability']).toBe('Online')
  })

  test('Busy that was chosen ends by itself after a day, Be Right Back does not', async () => {
    const { world, ada, lin } = await twoPeople()
    await world.publish({ user: ada.uri, machine: 'active', availability: 'Busy' })
    await world.publish({ user: lin.uri, machine: 'active', availability: 'BeRightBack' })
    const before = await watching(lin, ada)
    expect(await before.read('contactPresence')).toMatchObject({ availability: 'Busy' })
    await world.advance(24 * 60 * 60) // no application outlives that
    const [linAgain, adaAgain] = [await watching(lin, ada), await watching(ada, lin)]
    expect(await linAgain.read('contactPresence')).toMatchObject({ availability: 'Online' })
    expect(await adaAgain.read('contactPresence')).toMatchObject({ availability: 'BeRightBack' })
  })

  test('a meeting ends by itself, and is heard to', async () => {
    const { world, ada, lin } = await twoPeople()
    await world.publish({ user: ada.uri, meetingMinutes: 10 })
    const { session, read } = await watching(lin, ada)
    await world.advance(10 * 60)
    await session.eventsUntil(updated('contactPresence'))
    expect(await read('contactPresence')).toMatchObject({ availability: 'Online' })
  })
})

describe.runIf(control !== null)('contactPresence_ref.md, `activity`', () => {
  test('"localized in the current application\'s culture provided the localized string exists in the contact\'s publication"', async () => {
    const { world, ada, lin } = await twoPeople()
    const activity = { 'en-US': 'In the lab', 'nb-NO': 'I laben', 'fr-FR': 'Au labo' }
    await world.publish({ user: ada.uri, availability: 'Online', activity })
    const inCulture = async (culture: string) =>
      (await (await watching(lin, ada, culture)).read('contactPresence'))['activity']
    expect(await inCulture('nb-NO')).toBe('I laben')
    expect(await inCulture('fr-CA')).toBe('Au labo')
    expect(await inCulture('ja-JP')).toBe('In the lab')
  })

  test("one's own is read in the culture of the application too, and a change of one language alone is heard", async () => {
    const { world, ada } = await twoPeople()
    const session = await available(ada)
    const say = (activity: Readonly<Record<string, string>>) =>
      world.publish({ user: ada.uri, availability: 'Busy', activity })
    await say({ 'de-DE': 'Abschluss', 'en-US': 'Closing the books' })
    await session.eventsUntil(updated('presence'))
    expect((await own(session, 'presence')).raw).toMatchObject({ activity: 'Closing the books' })
    await say({ 'de-DE': 'Abschluss', 'en-US': 'Closing' })
    await session.eventsUntil(updated('presence'))
    expect((await own(session, 'presence')).raw).toMatchObject({ activity: 'Closing' })
  })
})

describe.runIf(control !== null)('contactSupportedModalities_ref.md', () => {
  test('"This resource gives the set of modalities currently supported by a contact."', async () => {
    const { world, ada, lin } = await twoPeople()
    const session = await available(ada, { supportedModalities: ['Messaging'] })
    const { session: watcher, read } = await watching(lin, ada)
    expect((await read('contactSupportedModalities'))['modalities']).toEqual(['PhoneAudio', 'Messaging'])
    await world.publish({ user: ada.uri, endpoint: 'desktop' })
    await watcher.eventsUntil(updated('contactSupportedModalities'))
    expect((await read('contactSupportedModalities'))['modalities']).toContain('Video')
    await world.publish({ user: ada.uri, endpoint: 'desktop', signOut: true })
    await session.ask(session.application.href('self'), { method: 'DELETE' })
    await watcher.eventsUntil(updated('contactSupportedModalities'))
    expect((await read('contactSupportedModalities'))['modalities']).toEqual(['PhoneAudio'])
  })

  test('makeMeAvailable without modalities draws nothing to the application', async () => {
    const { ada, lin } = await twoPeople()
    await available(ada)
    const { read } = await watching(lin, ada)
    expect((await read('contactPresence'))['availability']).toBe('Online')
    expect((await read('contactSupportedModalities'))['modalities']).not.toContain('Messaging')
  })

  test('"PhoneAudio is now possible because a telephone number was given"', async () => {
    const { world, ada, lin } = await twoPeople()
    await world.privacy({ owner: ada.uri, contact: lin.uri, level: 'External' }) // sees no number
    const { session, read } = await watching(lin, ada)
    expect((await read('contactSupportedModalities'))['modalities']).not.toContain('PhoneAudio')
    await world.privacy({ owner: ada.uri, contact: lin.uri, level: 'Colleagues' })
    await session.eventsUntil(updated('contactSupportedModalities'))
    expect((await read('contactSupportedModalities'))['modalities']).toContain('PhoneAudio')
    await world.privacy({ owner: ada.uri, contact: lin.uri, level: 'Blocked' })
    await session.eventsUntil(updated('contactSupportedModalities'))
    expect((await read('contactSupportedModalities'))['modalities']).toEqual([])
  })
})

describe.runIf(control !== null)('presence_ref.md, note_ref.md, location_ref.md, "Deleted"', () => {
  test('"Indicates that the application will no longer receive the user\'s presence updates.", and back', async () => {
    const { world, ada } = await twoPeople()
    const session = await available(ada)
    await world.lurk(ada.uri)
    const events = await session.eventsUntil(({ rel, type }) => rel === 'location' && type === 'deleted')
    const names = events.filter(({ sender }) => sender === 'me').map(({ type, rel }) => `${type} ${rel}`)
    expect(names).toEqual(expect.arrayContaining(['deleted presence', 'deleted note', 'deleted location']))
    const me = await own(session, 'me')
    const links = ['presence', 'note', 'location', 'makeMeAvailable'].map((rel) => me.has(rel))
    expect(links).toEqual([false, false, false, true])
    await world.publish({ user: ada.uri, availability: 'Busy' })
    const again = await session.ask(me.href('makeMeAvailable'), { method: 'POST', json: {} })
    expect(again.status).toBe(204)
    const back = await session.eventsUntil(({ rel, type }) => rel === 'presence' && type === 'added')
    expect(back.filter(updated('presence'))).toEqual([]) // what happened meanwhile was not this application's to hear
    expect((await own(session, 'presence')).raw['availability']).toBe('Busy')
  })
})

describe.runIf(control !== null)('note_ref.md', () => {
  test('"The out-of-office note gets displayed when set in Exchange", and a personal one stands behind it', async () => {
    const { world, ada, lin } = await twoPeople()
    const session = await available(ada)
    const { session: watcher, read } = await watching(lin, ada)
    await session.ask((await own(session, 'me')).href('note'), { method: 'POST', json: { message: 'Here' } })
    await world.publish({ user: ada.uri, outOfOffice: 'Back on Monday' })
    await watcher.eventsUntil(updated('contactNote'))
    expect((await own(session, 'note')).raw).toMatchObject({ message: 'Back on Monday', type: 'OutOfOffice' })
    expect(await read('contactNote')).toMatchObject({ message: 'Back on Monday', type: 'OutOfOffice' })

    const note = (await own(session, 'me')).href('note')
    expect((await session.ask(note, { method: 'POST', json: { message: 'Still here' } })).status).toBe(204)
    expect((await own(session, 'note')).raw['type']).toBe('OutOfOffice')
    await world.publish({ user: ada.uri, outOfOffice: null })
    await session.eventsUntil(updated('note'))
    expect((await own(session, 'note')).raw).toMatchObject({ message: 'Still here', type: 'Personal' })
    expect((await session.ask(note, { method: 'POST' })).status).toBe(204)
    expect((await own(session, 'note')).raw['message']).toBe('')
  })
})
