import { afterAll, describe, expect, test } from 'vitest'
import { byRel, documentedEvents, isThere, undocumented, walk } from './catalogue.ts'
import { eventsIn, jsonOf, signIn, wire, type SignedIn, type WireEvent } from './client.ts'
import { serverUnderTest } from './server-under-test.ts'

/**
 * Every answer against Microsoft's reference as data: only documented properties, links, statuses and events, and what
 * is documented as a closed list of words only in those words.
 */
const server = await serverUnderTest(['--contacts', '12'])
afterAll(() => server.stop())
const { control } = server

async function availableSession(): Promise<SignedIn> {
  const session = await signIn(server)
  await session.ask(session.application.embedded('me').href('makeMeAvailable'), {
    method: 'POST',
    json: { supportedModalities: ['Messaging'] },
  })
  const people = session.application.embedded('people')
  const contacts = jsonOf(await session.ask(people.href('myContacts'))).embeddedAll('contact')
  await session.ask(people.href('presenceSubscriptions'), {
    method: 'POST',
    json: { duration: 30, uris: contacts.map(({ raw }) => raw['uri']) },
  })
  const lists = jsonOf(await session.ask(people.href('myContactsAndGroupsSubscription')))
  await session.ask(`${lists.href('startOrRefreshSubscriptionToContactsAndGroups')}?duration=30`, {
    method: 'POST',
  })
  return session
}

describe.runIf(isThere)('the reference as data', () => {
  test('the check itself finds what is not documented', () => {
    const wrong = wire({
      rel: 'presence',
      availability: 'Sleepy',
      mood: 'good',
      _links: { self: { href: '/' }, cheer: { href: '/' } },
    })
    expect(undocumented(wrong)).toEqual([
      'presence.availability is no Availability: Sleepy',
      'presence.mood is no property',
      'presence has no link cheer',
    ])
  })

  test('every resource that links lead to says only what is documented', async () => {
    const read = await walk(await availableSession())
    const rels = new Set(Array.from(read.values(), ({ raw }) => String(raw['rel'])))
    expect(Array.from(rels)).toEqual(
      expect.arrayContaining([
        'application',
        'me',
        'presence',
        'note',
        'location',
        'people',
        'myContacts',
        'contact',
        'contactPresence',
        'contactNote',
        'contactLocation',
        'contactSupportedModalities',
        'contactPrivacyRelationship',
        'myGroups',
        'group',
        'pinnedGroup',
        'defaultGroup',
        'groupContacts',
        'myGroupMemberships',
        'myGroupMembership',
        'presenceSubscriptions',
        'presenceSubscription',
        'presenceSubscriptionMemberships',
        'presenceSubscriptionMembership',
        'subscribedContacts',
        'myContactsAndGroupsSubscription',
        'phones',
        'phone',
        'myPrivacyRelationships',
        'myPrivacyRelationship',
        'policies',
      ]),
    )
    expect(Array.from(read.values()).flatMap((resource) => undocumented(resource))).toEqual([])
  })

  test('the entry points and a search say only what is documented', async () => {
    const session = await signIn(server)
    const { application, user } = session
    const search = jsonOf(await session.ask(`${application.embedded('people').href('search')}?query=a`))
    expect([...undocumented(user, 'user'), ...undocumented(search)]).toEqual([])
  })

  test('every operation is answered with the status of its sample', async () => {
    const session = await signIn(server)
    const { application } = session
    const [me, people] = [application.embedded('me'), application.embedded('people')]
    const statuses: string[] = []
    const act = async (rel: string, method: string, href: string, json?: unknown) => {
      const answered = await session.ask(href, { method, ...(json === undefined ? {} : { json }) })
      statuses.push(`${rel}: ${method} ${answered.status}`)
      return answered
    }
    await act('makeMeAvailable', 'POST', me.href('makeMeAvailable'), { supportedModalities: ['Messaging'] })
    const own = jsonOf(await act('me', 'GET', me.href('self')))
    await act('presence', 'POST', own.href('presence'), { availability: 'Busy' })
    await act('presence', 'GET', own.href('presence'))
    await act('note', 'POST', own.href('note'), { message: 'here' })
    await act('location', 'POST', own.href('location'), { location: 'here' })
    await act('reportMyActivity', 'POST', own.href('reportMyActivity'))
    await act('photo', 'GET', own.href('photo'))
    const contacts = jsonOf(await act('myContacts', 'GET', people.href('myContacts'))).embeddedAll('contact')
    const [first, second] = contacts.map(({ raw }) => String(raw['uri']))
    const body = { duration: 10, uris: [first] }
    const made = jsonOf(
      await act('presenceSubscriptions', 'POST', people.href('presenceSubscriptions'), body),
    )
    const added = { contactUris: [second] }
    await act('addToPresenceSubscription', 'POST', made.href('addToPresenceSubscription'), added)
    const memberships = jsonOf(await act('memberships', 'GET', made.href('memberships')))
    const [membership] = memberships.embeddedAll('presenceSubscriptionMembership')
    await act('presenceSubscriptionMembership', 'DELETE', membership?.href('self') ?? '')
    await act('presenceSubscription', 'DELETE', made.href('self'))
    const groups = jsonOf(await act('myGroups', 'GET', people.href('myGroups')))
    const ofGroup = `${groups.embedded('pinnedGroup').href('subscribeToGroupPresence')}&duration=10`
    await act('subscribeToGroupPresence', 'POST', ofGroup)
    const lists = jsonOf(await session.ask(people.href('myContactsAndGroupsSubscription')))
    const start = lists.href('startOrRefreshSubscriptionToContactsAndGroups')
    await act('startOrRefreshSubscriptionToContactsAndGroups', 'POST', start, { duration: 10 })
    const started = jsonOf(await session.ask(people.href('myContactsAndGroupsSubscription')))
    const stop = started.href('stopSubscriptionToContactsAndGroups')
    await act('stopSubscriptionToContactsAndGroups', 'POST', stop)
    await act('application', 'DELETE', application.href('self'))

    const known = ([rel, status]: readonly string[]): boolean =>
      byRel
        .get(rel ?? '')
        ?.operations.some(({ method, sampleStatus }) => `${method} ${sampleStatus ?? 'any'}` === status) ??
      false
    expect(statuses.filter((line) => !known(line.split(': ')))).toEqual([])
  })

  test.runIf(control !== null)('every event is one that is documented', async () => {
    const session = await availableSession()
    const people = session.application.embedded('people')
    const contacts = jsonOf(await session.ask(people.href('myContacts'))).embeddedAll('contact')
    const viewer = String(session.application.embedded('me').raw['uri'])
    const user = String(contacts[0]?.raw['uri'])
    await control?.storm({ changesPerSecond: 200, durationSeconds: 0.2, viewer })
    await control?.publish({ user: viewer, availability: 'Away', note: 'out', location: 'out' })
    await control?.roster({ viewer, addGroup: 'Choir' })
    await control?.roster({ viewer, remove: user })

    const seen: WireEvent[] = []
    let href = session.application.href('events')
    const poll = async () => {
      const polled = jsonOf(await session.ask(href))
      seen.push(...eventsIn(polled))
      href = polled.href('next')
    }
    await poll()
    await control?.roster({ viewer, removeGroup: 'Choir', add: user })
    await poll()
    await control?.publish({ user: viewer, availability: 'Busy', note: 'in' })
    await poll()
    const names = seen.map(
      ({ sender, type, rel, in: within }) =>
        `${sender}: ${type} ${rel}${within === null ? '' : ` in ${within}`}`,
    )
    /** The reference has the event, and the walkthrough's or another group's sample the collection. */
    const isDocumented = (name: string): boolean =>
      documentedEvents.has(name) || documentedEvents.has(name.replace(/ in myGroups$/, ''))
    expect(Array.from(new Set(names)).filter((name) => !isDocumented(name))).toEqual([])
    expect(names).toEqual(
      expect.arrayContaining(['people: updated contactNote in contact', 'me: updated presence']),
    )
  })
})
