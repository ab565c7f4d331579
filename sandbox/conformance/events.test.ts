import { afterAll, describe, expect, test } from 'vitest'
import { eventsIn, jsonOf, signIn, type SignedIn, type WireEvent } from './client.ts'
import { serverUnderTest } from './server-under-test.ts'

/**
 * The event channel, and the subscriptions that fill it.
 * (Longer than most files: it follows Microsoft's pages, statement by statement.)
 */
const server = await serverUnderTest(['--contacts', '40'])
afterAll(() => server.stop())
const { control } = server

const told = ({ type, rel, in: within }: WireEvent): string =>
  `${type} ${rel}${within === null ? '' : ` in ${within}`}`
const personIn = ({ href }: WireEvent): string => /people\/([^/]+)/.exec(href)?.[1] ?? ''

async function contactUris({ application, ask }: SignedIn, count: number): Promise<readonly string[]> {
  const list = jsonOf(await ask(application.embedded('people').href('myContacts')))
  return list
    .embeddedAll('contact')
    .slice(0, count)
    .map(({ raw }) => String(raw['uri']))
}

async function subscribe(session: SignedIn, uris: readonly string[], duration = 30) {
  const { application, ask } = session
  const made = await ask(application.embedded('people').href('presenceSubscriptions'), {
    method: 'POST',
    json: { duration, uris },
  })
  expect(made.status).toBe(201)
  return jsonOf(made)
}

/** The last event that a new subscription causes has come. */
const firstOf = (uri: string) => (event: WireEvent) =>
  event.rel === 'contactPresence' && personIn(event) === uri.replace('sip:', '').toLowerCase()

describe('EventsInUCWA.md, EventChannelDetails.md', () => {
  test('"each event will be sent exactly once, and the next P-GET response will resume exactly where the previous one left off"', async () => {
    const session = await signIn(server)
    const uris = await contactUris(session, 3)
    await subscribe(session, uris)
    const href = session.application.href('events')
    const first = jsonOf(await session.ask(href))
    const lost = jsonOf(await session.ask(href)) // as if the first answer had never arrived
    expect(lost.raw).toEqual(first.raw)
    expect(eventsIn(first).length).toBeGreaterThan(0)
    await subscribe(session, (await contactUris(session, 4)).slice(3))
    const second = eventsIn(jsonOf(await session.ask(first.href('next')))).map(({ href: of }) => of)
    for (const { href: of } of eventsIn(first)) expect(second).not.toContain(of)
  })

  test('"If the client uses an event channel link that is not the correct one … the event response will contain nothing but a \\"resync\\" link"', async () => {
    const session = await signIn(server)
    const href = session.application.href('events')
    const wrong = jsonOf(await session.ask(href.replace(/ack=\d+/, 'ack=77')))
    expect(Object.keys(wrong.raw)).toEqual(['_links'])
    expect(wrong.href('resync')).toBe(href)
  })

  test('"If the client sends another P-GET with the same ack ID, the previous P-GET will be released with a failure response (409 / Conflict) with UCWA error subcode PGetReplaced."', async () => {
    const session = await signIn(server)
    const href = session.application.href('events')
    const cut = new AbortController()
    const first = session.ask(href)
    await session.ask(session.application.href('self')) // so that the first is there before the second
    const second = session.ask(href, { signal: cut.signal }).catch(() => null)
    const replaced = await first
    expect([replaced.status, jsonOf(replaced).raw['subcode']]).toEqual([409, 'PGetReplaced'])
    cut.abort()
    await second
  })

  test.each(['low=4', 'low=1801', 'medium=4', 'medium=1801', 'timeout=179', 'timeout=1801', 'low=soon'])(
    'events_ref.md gives minimum and maximum: %s is refused',
    async (query) => {
      const { application, ask } = await signIn(server)
      const refused = await ask(`${application.href('events')}&${query}`)
      expect([refused.status, jsonOf(refused).raw['subcode']]).toEqual([400, 'ParameterValidationFailure'])
    },
  )

  test.runIf(control !== null)(
    '"the server will return a \\"resume\\" link as opposed to a \\"next\\" link in the first event response after a long period of inactivity"',
    async () => {
      const session = await signIn(server)
      await subscribe(session, await contactUris(session, 2))
      await control?.advance(11 * 60)
      const resumed = jsonOf(await session.ask(session.application.href('events')))
      expect(resumed.has('next')).toBe(false)
      const { application, ask } = session
      const subscriptions = jsonOf(await ask(application.embedded('people').href('presenceSubscriptions')))
      expect(subscriptions.embeddedAll('presenceSubscription')).toEqual([])
      const cut = new AbortController()
      const goesOn = ask(resumed.href('resume'), { signal: cut.signal }).catch(() => null)
      cut.abort()
      expect(await goesOn).toBeNull()
    },
  )
})

describe('SubscribeToThePresenceOfSelectedContacts.md', () => {
  test('"added events for presenceSubscription and contact and an updated event for contactPresence will be received in the event channel"', async () => {
    const session = await signIn(server)
    const uris = await contactUris(session, 3)
    await subscribe(session, uris)
    const events = await session.eventsUntil(firstOf(String(uris[2])))
    expect(events.filter(({ sender }) => sender === 'people').map(told)).toEqual([
      ...uris.map(() => 'added contact in subscribedContacts'),
      'added presenceSubscription',
      ...uris.map(() => 'updated contactPresence in contact'),
    ])
    expect(events.some(({ embedded }) => embedded)).toBe(false)
  })

  test.runIf(control !== null)(
    'later changes announce the resource that has changed, and no other, as links',
    async () => {
      const session = await signIn(server)
      const uris = await contactUris(session, 2)
      await subscribe(session, uris)
      await session.eventsUntil(firstOf(String(uris[1])))
      const user = String(uris[0])
      await control?.publish({ user, note: `At ${Date.now()}` })
      const [note, ...others] = await session.eventsUntil(({ rel }) => rel === 'contactNote')
      expect(note).toMatchObject({ sender: 'people', type: 'updated', in: 'contact', embedded: false })
      expect(others.filter(({ rel }) => rel === 'contactLocation')).toEqual([])
      await control?.publish({ user, location: `Room ${Date.now()}` })
      const events = await session.eventsUntil(({ rel }) => rel === 'contactLocation')
      expect(events.filter(({ rel }) => rel === 'contactNote')).toEqual([])
    },
  )

  test('a duration is 10 to 30 minutes (presenceSubscriptions_ref.md)', async () => {
    const session = await signIn(server)
    const [uri] = await contactUris(session, 1)
    const href = session.application.embedded('people').href('presenceSubscriptions')
    for (const json of [
      { uris: [uri] },
      { duration: 9, uris: [uri] },
      { duration: 31, uris: [uri] },
      { duration: '15', uris: [uri] },
      { duration: 10 },
      { duration: 10, uris: ['not an address'] },
      { duration: 10, uris: [uri, 'sip:nobody'] },
      { duration: 10, uris: [uri], groupId: 'one or the other' },
    ]) {
      const refused = await session.ask(href, { method: 'POST', json })
      expect([refused.status, jsonOf(refused).raw['subcode']]).toEqual([400, 'ParameterValidationFailure'])
    }
    const inQuery = await session.ask(`${href}?duration=15`, { method: 'POST', json: { uris: [uri] } })
    expect(inQuery.status).toBe(201)
  })
})

describe.runIf(control !== null)('presenceSubscriptions_ref.md, "Synchronous errors"', () => {
  test('"The user has reached the maximum number of subscriptions that can be created.": 403 LimitExceeded', async () => {
    const few = await serverUnderTest(['--subscriptions', '3'])
    try {
      const [here, there] = [await signIn(few), await signIn(few)]
      const [uri] = await contactUris(here, 1)
      const post = (session: SignedIn, json: object) =>
        session.ask(session.application.embedded('people').href('presenceSubscriptions'), {
          method: 'POST',
          json: { duration: 10, ...json },
        })
      const groups = jsonOf(await here.ask(here.application.embedded('people').href('myGroups')))
      const groupId = groups.embedded('defaultGroup').raw['id']
      const first = await post(here, { uris: [uri] })
      const others = [await post(here, { groupId }), await post(there, { uris: [uri] })]
      expect([first, ...others].map(({ status }) => status)).toEqual([201, 201, 201])
      for (const session of [here, there]) {
        const refused = await post(session, { uris: [uri] })
        expect([refused.status, jsonOf(refused).raw['subcode']]).toEqual([403, 'LimitExceeded'])
      }
      expect((await post(here, { groupId })).status, 'one that there is, is extended').toBe(201)
      await here.ask(jsonOf(first).href('self'), { method: 'DELETE' })
      expect((await post(there, { uris: [uri] })).status).toBe(201)
    } finally {
      await few.stop()
    }
  })
})

describe('ExtendAPresenceSubscription.md, DeleteAPresenceSubscription.md', () => {
  test.runIf(control !== null)(
    '"When the subscription is about to expire, a presenceSubscription updated event is sent on the event channel."',
    async () => {
      const session = await signIn(server)
      const subscription = await subscribe(session, await contactUris(session, 1), 10)
      await session.eventsUntil(({ rel }) => rel === 'contactPresence')
      await control?.advance(8 * 60 + 5)
      const events = await session.eventsUntil(({ rel }) => rel === 'presenceSubscription')
      expect(events.at(-1)).toMatchObject({
        type: 'updated',
        embedded: true,
        href: subscription.href('self'),
      })

      const extended = await session.ask(`${subscription.href('self')}?duration=30`, { method: 'POST' })
      expect(extended.status).toBe(200) // 201 in the reference, 200 in the walkthrough
      await control?.advance(9 * 60)
      expect((await session.ask(subscription.href('self'))).status).toBe(200)
    },
  )

  test.runIf(control !== null)(
    '"If the presence subscription has expired when the extension request is submitted, a 404 Not Found response will be returned."',
    async () => {
      const session = await signIn(server)
      const subscription = await subscribe(session, await contactUris(session, 1), 10)
      const poll = session.eventsUntil(
        ({ rel, type }) => rel === 'presenceSubscription' && type === 'deleted',
      )
      await control?.advance(10 * 60 + 1)
      const events = await poll
      expect(events.map(told)).toContain('deleted contact in subscribedContacts')
      const refused = await session.ask(`${subscription.href('self')}?duration=11`, { method: 'POST' })
      expect([refused.status, jsonOf(refused).raw['subcode']]).toEqual([404, 'ApplicationNotFound'])
    },
  )

  test('"A presence subscription deleted event will be sent on the event channel." "Note that the associated subscribed contacts are also deleted."', async () => {
    const session = await signIn(server)
    const uris = await contactUris(session, 2)
    const subscription = await subscribe(session, uris)
    await session.eventsUntil(firstOf(String(uris[1])))
    expect((await session.ask(subscription.href('self'), { method: 'DELETE' })).status).toBe(204)
    const events = await session.eventsUntil(({ rel }) => rel === 'presenceSubscription')
    expect(events.map(told)).toEqual([
      'deleted contact in subscribedContacts',
      'deleted contact in subscribedContacts',
      'deleted presenceSubscription',
    ])
    expect((await session.ask(subscription.href('self'))).status).toBe(404)
  })
})

describe('presenceSubscriptionMemberships_ref.md, subscribeToGroupPresence_ref.md', () => {
  test('"Add contacts to a presenceSubscription." and "Removes the contact from the presenceSubscription."', async () => {
    const session = await signIn(server)
    const [first, second] = await contactUris(session, 2)
    const subscription = await subscribe(session, [String(first)])
    const added = await session.ask(subscription.href('addToPresenceSubscription'), {
      method: 'POST',
      json: { contactUris: [second] },
    })
    expect(added.status).toBe(201)
    const memberships = jsonOf(await session.ask(subscription.href('memberships')))
    const all = memberships.embeddedAll('presenceSubscriptionMembership')
    expect(all).toHaveLength(2)
    const [one] = all
    if (one === undefined) throw new Error('no membership')
    expect(one.href('presenceSubscription')).toBe(subscription.href('self'))
    expect((await session.ask(one.href('self'), { method: 'DELETE' })).status).toBe(204)
    expect((await session.ask(one.href('self'))).status).toBe(404)
    const subscribed = jsonOf(
      await session.ask(session.application.embedded('people').href('subscribedContacts')),
    )
    expect(subscribed.raw['_links']).toMatchObject({ contact: [{ href: expect.any(String) }] })
  })

  test('"the application can subscribe to the presence of the current group members for a specified duration"', async () => {
    const session = await signIn(server)
    const groups = jsonOf(await session.ask(session.application.embedded('people').href('myGroups')))
    const pinned = groups.embedded('pinnedGroup')
    const url = new URL(pinned.href('subscribeToGroupPresence'), 'http://pool')
    url.searchParams.set('duration', '11')
    const made = await session.ask(url.pathname + url.search, { method: 'POST' })
    expect(made.status).toBe(201)
    const members = jsonOf(await session.ask(pinned.href('groupContacts'))).embeddedAll('contact')
    const memberships = jsonOf(await session.ask(jsonOf(made).href('memberships')))
    expect(memberships.embeddedAll('presenceSubscriptionMembership')).toHaveLength(members.length)
  })
})

describe.runIf(control !== null)('myContactsAndGroupsSubscription_ref.md', () => {
  const subscription = async ({ application, ask }: SignedIn) =>
    jsonOf(await ask(application.embedded('people').href('myContactsAndGroupsSubscription')))

  test('"This is used to receive events when users are added to or removed from the contact list or individual groups." (PeopleDashboard.md)', async () => {
    const session = await signIn(server)
    const viewer = String(session.application.embedded('me').raw['uri'])
    await control?.roster({ viewer, addGroup: 'Unheard' })
    const before = await subscription(session)
    expect([before.raw['state'], before.has('stopSubscriptionToContactsAndGroups')]).toEqual([
      'Disconnected',
      false,
    ])
    const start = before.href('startOrRefreshSubscriptionToContactsAndGroups')
    expect((await session.ask(`${start}?duration=9`, { method: 'POST' })).status).toBe(400)
    expect((await session.ask(`${start}?duration=60`, { method: 'POST' })).status).toBe(201)
    expect((await subscription(session)).raw['state']).toBe('Connected')

    const [contact] = await contactUris(session, 1)
    const changes: readonly [Parameters<NonNullable<typeof control>['roster']>[0], readonly string[]][] = [
      [{ viewer, addGroup: 'Choir' }, ['added group in myGroups']],
      [{ viewer, renameGroup: { group: 'Choir', name: 'Quartet' } }, ['updated group']],
      [{ viewer, remove: String(contact) }, ['deleted contact in myContacts']],
      [
        { viewer, add: { contact: String(contact), group: 'Quartet' } },
        ['added contact in myContacts', 'added contact in group'],
      ],
      [{ viewer, removeGroup: 'Quartet' }, ['deleted group in myGroups']],
    ]
    for (const [change, expected] of changes) {
      await control?.roster(change)
      const missing = new Set(expected)
      const events = await session.eventsUntil((event) => missing.delete(told(event)) && missing.size === 0)
      expect(events.every(({ sender, embedded }) => sender === 'people' && !embedded)).toBe(true)
    }

    const stop = (await subscription(session)).href('stopSubscriptionToContactsAndGroups')
    expect((await session.ask(stop, { method: 'POST' })).status).toBe(204)
    expect((await subscription(session)).raw['state']).toBe('Disconnected')
  })
})
