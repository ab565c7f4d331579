import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { afterAll, describe, expect, test } from 'vitest'
import { isObject } from '../wire/is-object.ts'
import { eventsIn, jsonOf, signIn, wire, type SignedIn, type Wire, type WireEvent } from './client.ts'
import { serverUnderTest } from './server-under-test.ts'

/**
 * Every answer against Microsoft's reference as data: only documented properties, links, statuses and events, and what
 * is documented as a closed list of words only in those words. The folder lies beside the repository and is read at
 * test time; where it is not there, this says so and is skipped.
 */
const FILE = fileURLToPath(new URL('../../../shared/ucwa/catalog.json', import.meta.url))
const isThere = existsSync(FILE)
if (!isThere)
  console.info('The catalogue of the UCWA reference (../shared/ucwa) is not here: its tests are skipped.')

const catalogueSchema = v.object({
  resources: v.record(
    v.string(),
    v.object({
      rel: v.string(),
      bodyRel: v.optional(v.string()),
      properties: v.array(v.object({ name: v.string(), enum: v.optional(v.string()) })),
      links: v.array(v.object({ rel: v.string() })),
      events: v.array(
        v.object({ type: v.string(), resource: v.string(), sender: v.string(), in: v.optional(v.string()) }),
      ),
      operations: v.array(v.object({ method: v.string(), sampleStatus: v.optional(v.nullable(v.number())) })),
    }),
  ),
  enums: v.record(v.string(), v.array(v.object({ member: v.string() }))),
})

type Documented = {
  readonly properties: ReadonlyMap<string, string | null>
  readonly links: ReadonlySet<string>
  readonly statuses: ReadonlySet<string>
}

/** By `rel`: revisions of one resource are one on the wire. */
function readCatalogue() {
  const { resources, enums } = v.parse(catalogueSchema, JSON.parse(readFileSync(FILE, 'utf8')))
  const byRel = new Map<string, Documented>()
  const events = new Set<string>()
  for (const { rel, bodyRel, properties, links, operations, ...resource } of Object.values(resources)) {
    for (const name of [rel, ...(bodyRel === undefined ? [] : [bodyRel])]) {
      const known = byRel.get(name)
      byRel.set(name, {
        properties: new Map([
          ...(known?.properties ?? []),
          ...properties.map((property) => [property.name, property.enum ?? null] as const),
        ]),
        links: new Set([...(known?.links ?? []), ...links.map((link) => link.rel)]),
        statuses: new Set([
          ...(known?.statuses ?? []),
          ...operations.map(({ method, sampleStatus }) => `${method} ${sampleStatus ?? 'any'}`),
        ]),
      })
    }
    for (const event of resource.events) {
      events.add(`${event.sender}: ${event.type} ${event.resource}`)
      if (event.in !== undefined)
        events.add(`${event.sender}: ${event.type} ${event.resource} in ${event.in}`)
    }
  }
  return { byRel, events, enums: new Map(Object.entries(enums)) }
}

/** Not in the reference's tables, but printed by its walkthroughs (or, `X-…`, by `PayloadFormat.md`). */
const EVERYWHERE = new Set(['rel', 'etag', '_links', '_embedded'])
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A resource of its own page that no page links to; where it is found here is assumed (`represent-groups.ts`). */
const LINKED_NOWHERE: ReadonlyMap<string, string> = new Map([
  ['removeContactFromAllGroups', 'myGroupMemberships'],
])

const {
  byRel,
  events: documentedEvents,
  enums,
} = isThere
  ? readCatalogue()
  : { byRel: new Map<string, Documented>(), events: new Set<string>(), enums: new Map() }

/** Each way in which a resource, and what it embeds, says what is not documented. */
function undocumented(resource: Wire, rel = String(resource.raw['rel'])): readonly string[] {
  const documented = byRel.get(rel)
  if (documented === undefined) return [`${rel} is no resource`]
  const found: string[] = []
  for (const [name, value] of Object.entries(resource.raw)) {
    if (EVERYWHERE.has(name) || GUID.test(name)) continue
    const ofEnum = documented.properties.get(name)
    if (ofEnum === undefined) found.push(`${rel}.${name} is no property`)
    const words = enums.get(ofEnum ?? '')?.map(({ member }: { readonly member: string }) => member)
    for (const word of words === undefined ? [] : [value].flat()) {
      if (!words.includes(word)) found.push(`${rel}.${name} is no ${ofEnum}: ${String(word)}`)
    }
  }
  const links = isObject(resource.raw['_links']) ? resource.raw['_links'] : {}
  const embedded = isObject(resource.raw['_embedded']) ? resource.raw['_embedded'] : {}
  if (!('self' in links)) found.push(`${rel} has no self`)
  for (const name of [...Object.keys(links), ...Object.keys(embedded)]) {
    if (!documented.links.has(name) && LINKED_NOWHERE.get(name) !== rel)
      found.push(`${rel} has no link ${name}`)
  }
  const within = Object.values(embedded).flat().filter(isObject)
  return [...found, ...within.flatMap((one) => undocumented(wire(one)))]
}

const server = await serverUnderTest(['--contacts', '12'])
afterAll(() => server.stop())
const { control } = server

/** What a link leads to is read by GET: those that only act are left alone. */
const ACTIONS = new Set([
  'makeMeAvailable',
  'reportMyActivity',
  'batch',
  'events',
  'photo',
  'contactPhoto',
  'subscribeToGroupPresence',
  'addToPresenceSubscription',
  'startOrRefreshSubscriptionToContactsAndGroups',
  'stopSubscriptionToContactsAndGroups',
  'resetContactPrivacyRelationship',
  'removeContactFromAllGroups',
  'changeNumber',
  'changeVisibility',
  'search',
])

function linksOf(resource: Wire): readonly (readonly [rel: string, href: string])[] {
  const links = isObject(resource.raw['_links']) ? resource.raw['_links'] : {}
  const own = Object.entries(links).flatMap(([rel, link]) =>
    [link]
      .flat()
      .filter(isObject)
      .map((one) => [rel, String(one['href'])] as const),
  )
  const embedded = isObject(resource.raw['_embedded']) ? Object.values(resource.raw['_embedded']) : []
  return [
    ...own,
    ...embedded
      .flat()
      .filter(isObject)
      .flatMap((one) => linksOf(wire(one))),
  ]
}

/** Everything that can be reached from the application by reading. */
async function walk(session: SignedIn): Promise<ReadonlyMap<string, Wire>> {
  const read = new Map<string, Wire>()
  const ahead: (readonly [string, string])[] = [['application', session.application.href('self')]]
  for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
    const [rel, href] = next
    if (ACTIONS.has(rel) || read.has(href)) continue
    const answered = await session.ask(href)
    expect(answered.status, `GET ${href} (${rel})`).toBe(200)
    const resource = jsonOf(answered)
    read.set(href, resource)
    ahead.push(...linksOf(resource))
  }
  return read
}

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
      byRel.get(rel ?? '')?.statuses.has(status ?? '') ?? false
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
