import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isObject } from '../wire/is-object.ts'
import { allRoutes } from '../routes/all.ts'
import { byRel, eventName, isThere, linksOf, walk } from './catalogue.ts'
import { jsonOf, signIn, wire, type SignedIn, type Wire } from './client.ts'
import { serverUnderTest, UNHURRIED } from './server-under-test.ts'

/**
 * The other way round: of every resource that is served here, all that the reference documents is there, or is named
 * below with the reason why it is not. What is served is what has a route, so a new one joins by itself.
 * (Longer than most files, since what is left out is a list, with its reasons.)
 */
const server = await serverUnderTest([...UNHURRIED, '--contacts', '12', '--subscriptions', '20'])
afterAll(() => server.stop())
const { control } = server

/** It is some hundreds of requests, beside whatever else the machine does. */
const SLOW_MS = 60_000

const served: readonly string[] = Array.from(new Set(allRoutes.map(({ rel }) => rel))).filter((rel) =>
  byRel.has(rel),
)

/** Why something is not here, and what: `rel.property`, `rel link name`, `METHOD rel`, or an event. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  'of public networks, of which nobody here is': ['contact.sourceNetworkIconUrl'],
  'of calls, messages and meetings, of which an application has no more than it embeds': [
    'me link callForwardingSettings',
    ...namesOf('communication', (name) => !name.startsWith('supported')),
    ...namesOf('onlineMeetings', () => true),
    'PUT communication',
  ],
  'policies of calls, of messages and of mobile clients': namesOf(
    'policies',
    (name) =>
      !/^(emoticons|htmlMessaging|logging|messageArchiving|photos|saveMessagingHistory|telephonyMode)$/.test(
        name,
      ),
  ),
  'where the network is, for emergency calls': ['application link reportMyNetwork'],
  'for telemetry, and no page says what it is': ['application.id'],
  'no JSON, or no resource with links of its own': ['photo link self', 'xframe link self'],
  'told by a `redirect` of a domain that has moved, not of this one': [
    'root link redirect',
    'user link redirect',
  ],
  'HTTP.md says that OPTIONS is not supported': ['OPTIONS applications'],
  'asked at the same address by the name addToPresenceSubscription': ['POST presenceSubscriptionMemberships'],
}
const leftOut = new Set(Object.values(LEFT_OUT).flat())

/** Why an event is not heard in what follows, and which. */
const UNHEARD: Readonly<Record<string, readonly string[]>> = {
  'policies stay as they are': ['policies: updated policies'],
  'the system has made them before anybody can listen, and never removes them': [
    ...['added', 'deleted'].flatMap((type) => [
      `people: ${type} defaultGroup`,
      `people: ${type} pinnedGroup`,
    ]),
    ...['added', 'updated'].map((type) => `people: ${type} myOrganizationGroup`),
  ],
  'of distribution groups, delegates and delegators, which have tests of their own': [
    ...['added', 'deleted'].map((type) => `people: ${type} distributionGroup`),
    'people: added delegatesGroup',
    ...['added', 'updated', 'deleted'].map((type) => `people: ${type} delegatorsGroup`),
  ],
}
const unheard = new Set(Object.values(UNHEARD).flat())

/**
 * Why no request below is refused with an error that the tables have, and which. The fault `status` makes any of them
 * (`levers/faults.test.ts`).
 */
const NOT_GIVEN: Readonly<Record<string, readonly string[]>> = {
  'in the table of nearly every page, and no page says of what': [
    '409 Conflict null',
    '410 Gone CannotRedirect',
    '500 ServiceFailure CallbackChannelError',
  ],
  'of trouble behind the server, which there is none of here': [
    '500 ServiceFailure ProvisioningDataUnavailable',
    '500 ServiceFailure InvalidExchangeServerVersion',
    '500 ServiceFailure MigrationInProgress',
  ],
  'nobody is anonymous here': ['403 Forbidden AnonymousNotAllowed'],
  'given, and with the subcode ResourceNotFound of every resource (`GenericSynchronousErrors.md`)': [
    '404 NotFound null',
  ],
  'given where there is so much: see contact-list.test.ts and batch.test.ts': [
    '409 Conflict LimitExceeded',
    '429 TooManyRequests null',
  ],
}

/** The properties and links of a resource that are meant, `self` never. */
function namesOf(rel: string, isMeant: (name: string) => boolean): readonly string[] {
  const documented = byRel.get(rel)
  return [
    ...Array.from(documented?.properties.keys() ?? [])
      .filter(isMeant)
      .map((name) => `${rel}.${name}`),
    ...Array.from(documented?.links ?? [])
      .filter((name) => name !== 'self' && isMeant(name))
      .map((name) => `${rel} link ${name}`),
  ]
}

/** A session of somebody who has everything that a person can have, and whose contacts show it. */
async function richSession(): Promise<SignedIn> {
  if (control === null) throw new Error('needs a sandbox')
  const session = await signIn(server)
  const { application, ask } = session
  const viewer = String(application.embedded('me').raw['uri'])
  const people = application.embedded('people')
  const contacts = jsonOf(await ask(people.href('myContacts'))).embeddedAll('contact')
  for (const { raw } of contacts) {
    await control.privacy({ owner: String(raw['uri']), contact: viewer, level: 'FriendsAndFamily' })
  }
  const user = String(contacts[0]?.raw['uri'])
  const friend = await signIn(
    server,
    server.users.find(({ username }) => user.toLowerCase() === `sip:${username}`),
  )
  const numbers = [
    [friend, 'Other'],
    [friend, 'Home'],
    [session, 'Other'],
    [session, 'Home'],
  ] as const
  for (const [owner, type] of numbers) {
    const phones = jsonOf(await owner.ask(owner.application.embedded('me').href('phones')))
    const phone = phones.embeddedAll('phone').find(({ raw }) => raw['type'] === type)
    await owner.ask(phone?.href('changeNumber') ?? '', {
      method: 'POST',
      json: { number: '+45 33 12 34 56', includeInContactCard: true },
    })
  }
  await ask(application.embedded('me').href('makeMeAvailable'), {
    method: 'POST',
    json: { supportedModalities: ['Messaging'] },
  })
  await control.publish({
    user: viewer,
    availability: 'Busy',
    activity: 'Deep in thought',
    note: 'n',
    location: 'l',
  })
  await control.publish({ user, machine: 'away', availability: 'Offwork', note: 'n', location: 'l' })
  await control.roster({ viewer, add: 'sip:printer@elsewhere.example' }) // to the default group
  await ask(people.href('presenceSubscriptions'), { method: 'POST', json: { duration: 30, uris: [user] } })
  const lists = jsonOf(await ask(people.href('myContactsAndGroupsSubscription')))
  await ask(`${lists.href('startOrRefreshSubscriptionToContactsAndGroups')}?duration=30`, { method: 'POST' })
  return session
}

type Seen = {
  /** `rel.property` and `rel link name`. */
  readonly names: ReadonlySet<string>
  /** One address of each thing that is linked to, by its rel. */
  readonly hrefs: ReadonlyMap<string, string>
  readonly session: SignedIn
}

const REGISTRATION = { userAgent: 'Conformance/1.0', culture: 'en-US' }

/** All that can be reached, by links and by the three reads that are no bare GET of a link. */
async function everythingSeen(): Promise<Seen> {
  const session = await richSession()
  const names = new Set<string>()
  const hrefs = new Map<string, string>()
  const add = ({ raw }: Wire, rel = String(raw['rel'])): void => {
    const { _embedded: embedded, _links: links, ...properties } = raw
    for (const name of Object.keys(properties)) names.add(`${rel}.${name}`)
    for (const part of [links, embedded].filter(isObject)) {
      for (const name of Object.keys(part)) names.add(`${rel} link ${name}`)
    }
    for (const one of Object.values(isObject(embedded) ? embedded : {})
      .flat()
      .filter(isObject))
      add(wire(one))
  }
  const { application, ask, user, root } = session
  const search = jsonOf(await ask(`${application.embedded('people').href('search')}?query=crew`))
  const tab = jsonOf(
    await session.register({ ...REGISTRATION, endpointId: 'tab', type: 'Browser', instanceId: '2' }),
  )
  const [crew] = search.embeddedAll('distributionGroup')
  const expanded = jsonOf(await ask(crew?.href('expandDistributionGroup') ?? ''))
  // Beside Lene's plain list: one with delegates, organization and a distribution group, and one with delegators.
  const accounts = server.users.filter(({ username }) => /^(priyar|chrisb)@/.test(username))
  const lurkers = await Promise.all(accounts.map((account) => signIn(server, account)))
  const walked = await Promise.all([
    ...lurkers.map((lurker) => walk(lurker)),
    walk(session),
    walk(session, search),
  ])
  const read = [...walked.flatMap((found) => Array.from(found.values())), search, expanded, tab]
  for (const resource of read) {
    add(resource)
    for (const [rel, href] of linksOf(resource)) {
      hrefs.set(rel === 'self' ? String(resource.raw['rel']) : rel, href)
    }
  }
  add(root, 'root')
  add(user, 'user')
  add(jsonOf(await ask(user.href('applications'))), 'applications')
  add(jsonOf(await ask(application.href('events'))), 'events')
  return { names, hrefs, session }
}

/** What the routes refuse by themselves, when they are asked for what each of them refuses: `status code subcode`. */
async function everyRefusal(): Promise<readonly string[]> {
  if (control === null) throw new Error('needs a sandbox')
  const [person] = await control.of('refusals.example').users()
  if (person === undefined) throw new Error('too few users')
  const { application, ask } = await signIn(server, person)
  const [me, people] = [application.embedded('me'), application.embedded('people')]
  const refused: string[] = []
  const post = async (href: string, json: unknown): Promise<void> => {
    const { status, json: answered } = await ask(href, { method: 'POST', json })
    const { code, subcode = null } = answered?.raw ?? {}
    if (status >= 400) refused.push(`${status} ${String(code)} ${String(subcode)}`)
  }
  await post(`${me.href('self')}/presence`, {}) // where its link will lead after makeMeAvailable
  await post(me.href('makeMeAvailable'), { supportedModalities: ['Video'] })
  await post(me.href('makeMeAvailable'), {})
  await post(me.href('makeMeAvailable'), {})
  const phones = jsonOf(await ask(me.href('phones'))).embeddedAll('phone')
  for (const phone of phones.filter((one) => one.has('changeNumber')).slice(0, 1)) {
    await post(phone.href('changeNumber'), { number: 'call me' })
  }
  const pinned = jsonOf(await ask(people.href('myGroups'))).embedded('pinnedGroup')
  await post(people.href('myGroupMemberships'), { contactUri: person.uri, groupId: pinned.raw['id'] })
  for (let number = 0; !refused.some((error) => error.endsWith('TooManyGroups')); number += 1) {
    await post(people.href('myGroups'), { displayName: `Choir ${number}` })
  }
  const watch = { duration: 10, uris: [person.uri] }
  while (!refused.some((error) => error.endsWith('LimitExceeded'))) {
    await post(people.href('presenceSubscriptions'), watch)
  }
  const [everyone] = jsonOf(await ask(`${people.href('search')}?query=everyone`)).embeddedAll(
    'distributionGroup',
  )
  const tooLarge = jsonOf(await ask(everyone?.href('expandDistributionGroup') ?? '')).raw
  refused.push(`403 ${String(tooLarge['code'])} ${String(tooLarge['subcode'])}`)
  return Array.from(new Set(refused))
}

/** What an application hears of itself and of its people while all is done that may be done. */
async function everythingHeard(): Promise<readonly string[]> {
  if (control === null) throw new Error('needs a sandbox')
  const world = control.of('everything.example')
  const [person, friend] = await world.users()
  if (person === undefined || friend === undefined) throw new Error('too few users')
  const session = await signIn(server, person)
  const { application, ask } = session
  const [viewer, user] = [person.uri, friend.uri]
  const [me, people] = [application.embedded('me'), application.embedded('people')]
  const heard: string[] = []
  const until = async (rel: string, type: string): Promise<void> => {
    const events = await session.eventsUntil((event) => event.rel === rel && event.type === type)
    heard.push(...events.map(eventName))
  }
  const makeMeAvailable = () => ask(me.href('makeMeAvailable'), { method: 'POST', json: {} })

  await makeMeAvailable()
  await until('location', 'added')
  await world.publish({ user: viewer, availability: 'Busy', note: 'n', location: 'l' })
  await until('location', 'updated')
  await world.lurk(viewer)
  await until('location', 'deleted')

  const watch = { duration: 10, uris: [user] }
  const made = await ask(people.href('presenceSubscriptions'), { method: 'POST', json: watch })
  await until('presenceSubscription', 'added')
  await world.publish({ user, availability: 'Busy', note: 'n', location: 'l', endpoint: 'mobile' })
  await world.publish({ user, endpoint: 'desk', signOut: true })
  await world.privacy({ owner: viewer, contact: user, level: 'FriendsAndFamily' })
  await world.privacy({ owner: user, contact: viewer, level: 'Blocked' })
  await until('contactSupportedModalities', 'updated')
  await world.advance(8 * 60)
  await until('presenceSubscription', 'updated')
  await ask(jsonOf(made).href('self'), { method: 'DELETE' })
  await until('presenceSubscription', 'deleted')

  const lists = jsonOf(await ask(people.href('myContactsAndGroupsSubscription')))
  await ask(lists.href('startOrRefreshSubscriptionToContactsAndGroups'), {
    method: 'POST',
    json: { duration: 10 },
  })
  await until('myContactsAndGroupsSubscription', 'updated')
  await world.roster({ viewer, addGroup: 'Choir' })
  await until('group', 'added')
  await world.roster({ viewer, add: { contact: 'sip:printer@elsewhere.example', group: 'Choir' } })
  await until('contact', 'added')
  await world.roster({ viewer, renameGroup: { group: 'Choir', name: 'Band' } })
  await until('group', 'updated')
  await world.roster({ viewer, remove: 'sip:printer@elsewhere.example' })
  await until('contact', 'deleted')
  await world.roster({ viewer, removeGroup: 'Band' })
  await until('group', 'deleted')
  return heard
}

describe.runIf(isThere && control !== null)(
  'of what is served, all that the reference documents is there',
  () => {
    let seen: Seen
    beforeAll(async () => {
      seen = await everythingSeen()
    }, SLOW_MS)

    test('every property, every link and every operation', () => {
      const routes = new Set(allRoutes.map(({ method, rel }) => `${method} ${rel}`))
      const missing = served.flatMap((rel) => {
        const documented = byRel.get(rel)
        if (documented === undefined) return []
        const { properties, links, operations, bodyRel } = documented
        const parts = [
          ...Array.from(properties.keys(), (name) => `.${name}`),
          ...Array.from(links, (name) => ` link ${name}`),
        ]
        return [
          ...parts.flatMap((part) => (seen.names.has(`${bodyRel ?? rel}${part}`) ? [] : `${rel}${part}`)),
          ...operations.map(({ method }) => `${method} ${rel}`).filter((name) => !routes.has(name)),
        ]
      })
      expect(missing.filter((name) => !leftOut.has(name))).toEqual([])
      expect(Array.from(leftOut).filter((name) => !missing.includes(name))).toEqual([])
    })

    test(
      'every synchronous error is given by a route itself, or named here with the reason',
      { timeout: SLOW_MS },
      async () => {
        const documented = new Set(
          served.flatMap((rel) =>
            (byRel.get(rel)?.operations ?? []).flatMap(({ errors }) =>
              errors.map(({ code, error, subcode }) => `${code} ${error} ${subcode}`),
            ),
          ),
        )
        const given = await everyRefusal()
        expect(given.filter((error) => !documented.has(error))).toEqual([])
        const missing = Array.from(documented).filter((error) => !given.includes(error))
        expect(new Set(missing)).toEqual(new Set(Object.values(NOT_GIVEN).flat()))
      },
    )

    test('every event', { timeout: SLOW_MS }, async () => {
      const heard = new Set(await everythingHeard())
      const missing = served.flatMap((rel) => byRel.get(rel)?.events ?? []).filter((name) => !heard.has(name))
      expect(new Set(missing)).toEqual(unheard)
    })
  },
)
