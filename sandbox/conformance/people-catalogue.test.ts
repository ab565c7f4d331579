import { afterAll, describe, expect, test } from 'vitest'
import { isObject } from '../wire/is-object.ts'
import { documentedEvents, isThere, resources, undocumented, walk } from './catalogue.ts'
import { eventsIn, jsonOf, signIn, type SignedIn, type Wire, type WireEvent } from './client.ts'
import { serverUnderTest, UNHURRIED } from './server-under-test.ts'

/**
 * Everything that the reference has about people's lists, ranged over from its own side: each resource, property, link,
 * operation, error and event is to be met here, or stands below with the reason why it is not.
 * (Longer than most files: it is one walk, in which each thing met leads to the next.)
 */
const FIELD = [
  'people',
  'myContacts',
  'contact',
  'myGroups',
  'myGroups2',
  'group',
  'group2',
  'groupContacts',
  'defaultGroup',
  'pinnedGroup',
  'delegatesGroup',
  'delegatorsGroup',
  'myOrganizationGroup',
  'distributionGroup',
  'expandDistributionGroup',
  'addToContactList',
  'removeFromContactList',
  'myGroupMemberships',
  'myGroupMemberships2',
  'myGroupMembership',
  'myGroupMembership2',
  'removeContactFromAllGroups',
  'removeContactFromAllGroups2',
  'search',
  'search2',
  'subscribeToGroupPresence',
  'subscribedContacts',
  'presenceSubscription',
  'myContactsAndGroupsSubscription',
  'startOrRefreshSubscriptionToContactsAndGroups',
  'stopSubscriptionToContactsAndGroups',
]

/** Documented, and not met here. */
const NOT_MET: ReadonlyMap<string, string> = new Map([
  ['contact.sourceNetworkIconUrl', 'the networks here have no icons'],
  ['added defaultGroup', 'it is there from the beginning'],
  ['added pinnedGroup', 'it is there from the beginning'],
  ['deleted defaultGroup', 'it is there for good'],
  ['deleted pinnedGroup', 'it is there for good'],
  ['updated defaultGroup', 'nobody can rename it'],
  ['updated pinnedGroup', 'nobody can rename it'],
  ['added myOrganizationGroup in myGroups', 'nobody changes departments'],
  ['updated myOrganizationGroup in myGroups', 'nobody changes departments'],
])

/** Of one sort: what is met after all is no more to be named. */
const notMet = (isMeant: (name: string) => boolean): ReadonlySet<string> =>
  new Set(Array.from(NOT_MET.keys()).filter(isMeant))

const server = await serverUnderTest([...UNHURRIED, '--contacts', '40', '--groups', '2', '--seed', '2'])
afterAll(() => server.stop())
const { control } = server
const isHere = isThere && control !== null

const SARA = 'sip:SaraD@contoso.com'
const atContoso = (name: string): string => `sip:${name}@contoso.com`

async function signedIn(name: string): Promise<SignedIn> {
  const user = server.users.find(({ username }) => username === `${name}@contoso.com`)
  if (user === undefined) throw new Error(`${name} is no user`)
  const session = await signIn(server, user)
  const lists = jsonOf(
    await session.ask(session.application.embedded('people').href('myContactsAndGroupsSubscription')),
  )
  await session.ask(`${lists.href('startOrRefreshSubscriptionToContactsAndGroups')}?duration=30`, {
    method: 'POST',
  })
  return session
}

/** A resource and all that it embeds. */
function withEmbedded(resource: Wire): readonly Wire[] {
  const embedded = isObject(resource.raw['_embedded']) ? Object.keys(resource.raw['_embedded']) : []
  const parts = embedded.flatMap((rel) =>
    Array.isArray(Object(resource.raw['_embedded'])[rel])
      ? resource.embeddedAll(rel)
      : resource.embedded(rel),
  )
  return [resource, ...parts.flatMap(withEmbedded)]
}

/** Everything that Sara and Alex can read; between them they have every kind of group. */
async function everything(): Promise<readonly Wire[]> {
  const sessions = [await signedIn('sarad'), await signedIn('alexd')]
  const uris = ['danab', 'chrisb'].map(atContoso)
  const read: Wire[] = []
  for (const [owner, { availability }] of Object.entries((await control?.truth(SARA))?.contacts ?? {})) {
    if (availability === null) continue // an address that leads to nobody
    await control?.privacy({ owner, contact: SARA, level: 'FriendsAndFamily' })
  }
  for (const session of sessions) {
    const people = session.application.embedded('people')
    await session.ask(people.href('presenceSubscriptions'), { method: 'POST', json: { duration: 30, uris } })
    const searched = jsonOf(await session.ask(`${people.href('search')}?query=al&limit=100`))
    read.push(...(await walk(session)).values(), searched)
    const found = searched.embeddedAll('distributionGroup').map((one) => one.href('expandDistributionGroup'))
    for (const href of found) read.push(jsonOf(await session.ask(href)))
  }
  return read
}

describe.runIf(isHere)('the reference about lists', () => {
  test('of every resource every property and link is met, and none that it has not', async () => {
    const read = await everything()
    expect(read.flatMap((resource) => undocumented(resource))).toEqual([])
    const all = read.flatMap(withEmbedded)
    const met = new Set<string>()
    for (const { raw } of all) {
      const rel = String(raw['rel'])
      met.add(rel)
      for (const name of Object.keys(raw)) met.add(`${rel}.${name}`)
      for (const part of [raw['_links'], raw['_embedded']]) {
        for (const name of isObject(part) ? Object.keys(part) : []) met.add(`${rel} → ${name}`)
      }
    }
    const missing = FIELD.flatMap((page) => {
      const { rel, bodyRel, properties, links, operations } = resourceOf(page)
      if (!operations.some(({ method }) => method === 'GET')) return []
      const name = bodyRel ?? rel
      return [
        ...(met.has(name) ? [] : [name]),
        ...properties.map((one) => `${name}.${one.name}`).filter((one) => !met.has(one)),
        ...links.map((one) => `${name} → ${one.rel}`).filter((one) => !met.has(one)),
      ]
    })
    expect(new Set(missing)).toEqual(notMet((name) => name.includes('.')))
  }, 60_000)

  test('every operation is answered with the status of its sample, or with an error of its table', async () => {
    const session = await signedIn('sarad')
    const people = session.application.embedded('people')
    const outcomes: [page: string, method: string, status: number, subcode: string | null][] = []
    const act = async (page: string, method: string, href: string, json?: unknown, ifMatch?: string) => {
      const answered = await session.ask(href, {
        method,
        ...(json === undefined ? {} : { json }),
        ...(ifMatch === undefined ? {} : { headers: { 'If-Match': `"${ifMatch}"` } }),
      })
      const subcode = answered.status < 400 ? null : jsonOf(answered).raw['subcode']
      outcomes.push([page, method, answered.status, typeof subcode === 'string' ? subcode : null])
      return answered
    }
    const get = async (page: string, href: string) => jsonOf(await act(page, 'GET', href))

    const groups = await get('myGroups2', people.href('myGroups'))
    await get('myGroups', `${people.href('myGroups')}?expand=false`)
    await act('myGroups2', 'POST', people.href('myGroups'), { displayName: 'Choir' })
    await act('myGroups2', 'POST', people.href('myGroups'), { displayName: 'Choir' })
    const choir = jsonOf(await session.ask(people.href('myGroups')))
      .embeddedAll('group')
      .find(({ raw }) => raw['name'] === 'Choir')
    if (choir === undefined) throw new Error('no choir')
    await get('group', choir.href('self'))
    await get('group2', choir.href('self'))
    await get('groupContacts', choir.href('groupContacts'))
    await act(
      'group2',
      'PUT',
      choir.href('self'),
      { ...choir.raw, name: 'Quartet' },
      String(choir.raw['etag']),
    )
    const memberships = people.href('myGroupMemberships')
    const contactUri = 'sip:nobody@nowhere.example'
    const ofChoir = { contactUri, groupId: choir.raw['id'] }
    const membership = jsonOf(await act('myGroupMemberships2', 'POST', memberships, ofChoir))
    await act('myGroupMemberships2', 'POST', memberships, ofChoir)
    await get('myGroupMembership', membership.href('self'))
    await get('myGroupMembership2', membership.href('self'))
    await act('myGroupMembership2', 'DELETE', membership.href('self'))
    await act('myGroupMembership2', 'DELETE', membership.href('self'))
    await act('group2', 'DELETE', choir.href('self'))
    const all = await get('myGroupMemberships', memberships)
    const removeAll = all.href('removeContactFromAllGroups')
    await act('removeContactFromAllGroups2', 'POST', removeAll, { contactUri })

    const organization = encodeURIComponent(String(groups.embedded('myOrganizationGroup').raw['id']))
    await act('myGroupMemberships2', 'GET', `${memberships}?groupId=${organization}`)
    for (const rel of ['defaultGroup', 'pinnedGroup', 'delegatesGroup', 'myOrganizationGroup']) {
      const group = await get(rel, groups.embedded(rel).href('self'))
      await get('groupContacts', group.href('groupContacts'))
      const watch = `${group.href('subscribeToGroupPresence')}&duration=10`
      await act('subscribeToGroupPresence', 'POST', watch)
    }
    for (const listed of groups.embeddedAll('distributionGroup')) {
      const group = await get('distributionGroup', listed.href('self'))
      await act('expandDistributionGroup', 'GET', group.href('expandDistributionGroup'))
      await act('removeFromContactList', 'POST', group.href('removeFromContactList'), {
        groupId: group.raw['id'],
      })
      const now = jsonOf(await session.ask(group.href('self')))
      const added = { displayName: 'x', smtpAddress: String(group.raw['uri']).replace('sip:', '') }
      await act('addToContactList', 'POST', now.href('addToContactList'), added)
      await act('addToContactList', 'POST', now.href('addToContactList'), added)
    }
    await get('search2', `${people.href('search')}?query=a`)
    await get('subscribedContacts', people.href('subscribedContacts'))
    const lists = await get('myContactsAndGroupsSubscription', people.href('myContactsAndGroupsSubscription'))
    await act(
      'stopSubscriptionToContactsAndGroups',
      'POST',
      lists.href('stopSubscriptionToContactsAndGroups'),
    )

    const isOfItsTable = ([page, method, status, subcode]: (typeof outcomes)[number]): boolean => {
      const operation = resourceOf(page).operations.find((one) => one.method === method)
      return (
        operation?.sampleStatus === status ||
        operation?.errors.some((one) => one.code === status && one.subcode === subcode) === true ||
        (status === 404 && subcode === 'ResourceNotFound') // of every resource (`GenericSynchronousErrors.md`)
      )
    }
    expect(outcomes.filter((one) => !isOfItsTable(one))).toEqual([])

    /** The errors that are this field's own, not those that every table repeats; each with its subcode. */
    const met = new Set(outcomes.map(([page, method, , subcode]) => `${page} ${method} ${subcode}`))
    expect(Array.from(met)).toEqual(
      expect.arrayContaining([
        'myGroups2 POST AlreadyExists',
        'myGroupMemberships2 POST AlreadyExists',
        'myGroupMemberships2 GET OperationNotSupported',
        'addToContactList POST AlreadyExists',
        'expandDistributionGroup GET TooManyContacts',
      ]),
    )
  })

  test('every event is documented, and every documented one is met', async () => {
    const [sara, chris] = [await signedIn('sarad'), await signedIn('chrisb')]
    const seen: WireEvent[] = []
    const next = new Map([sara, chris].map((session) => [session, session.application.href('events')]))
    const hear = async (session: SignedIn, last: string): Promise<void> => {
      const isOver = () => seen.some((event) => nameOf(event) === `people: ${last}`)
      while (!isOver()) {
        const polled = jsonOf(await session.ask(next.get(session) ?? ''))
        next.set(session, polled.href('next'))
        seen.push(...eventsIn(polled))
      }
    }
    const roster = async (change: Omit<Parameters<NonNullable<typeof control>['roster']>[0], 'viewer'>) =>
      control?.roster({ viewer: SARA, ...change })

    await roster({ addGroup: 'Choir' })
    await hear(sara, 'added group in myGroups')
    await roster({ add: { contact: 'sip:a@nowhere.example', group: 'Choir' } })
    await hear(sara, 'added contact in group')
    await roster({ move: { contact: 'sip:a@nowhere.example', from: 'Choir', to: 'Pinned Contacts' } })
    await hear(sara, 'added contact in pinnedGroup')
    await roster({
      move: { contact: 'sip:a@nowhere.example', from: 'Pinned Contacts', to: 'Other Contacts' },
    })
    await hear(sara, 'added contact in defaultGroup')
    await roster({ renameGroup: { group: 'Choir', name: 'Quartet' } })
    await hear(sara, 'updated group')
    await roster({ remove: 'sip:a@nowhere.example', removeGroup: 'Quartet' })
    await hear(sara, 'deleted group in myGroups')
    await roster({ addDistributionGroup: 'Alumni' })
    await hear(sara, 'added distributionGroup in myGroups')
    await roster({ changeDistributionGroup: { group: 'Alumni', name: 'Old friends' } })
    await hear(sara, 'updated distributionGroup')
    await roster({ removeDistributionGroup: 'Old friends' })
    await hear(sara, 'deleted distributionGroup in myGroups')

    // Chris acts for Sara and Priya, and then for nobody, and then for Alex, who has had no delegates.
    await roster({ removeDelegate: atContoso('chrisb') })
    await hear(sara, 'deleted contact in delegatesGroup')
    await hear(chris, 'updated delegatorsGroup')
    await control?.roster({ viewer: atContoso('priyar'), removeDelegate: atContoso('chrisb') })
    await hear(chris, 'deleted delegatorsGroup in myGroups')
    await roster({ addDelegate: atContoso('chrisb') })
    await hear(sara, 'added contact in delegatesGroup')
    await hear(chris, 'added contact in delegatorsGroup')
    await control?.roster({ viewer: atContoso('chrisb'), addDelegate: atContoso('danab') })
    await hear(chris, 'added delegatesGroup in myGroups')

    const people = sara.application.embedded('people')
    const lists = jsonOf(await sara.ask(people.href('myContactsAndGroupsSubscription')))
    await sara.ask(lists.href('stopSubscriptionToContactsAndGroups'), { method: 'POST' })
    const start = lists.href('startOrRefreshSubscriptionToContactsAndGroups')
    await sara.ask(start, { method: 'POST', json: { duration: 10 } })
    const json = { duration: 10, uris: [atContoso('danab')] }
    const made = jsonOf(await sara.ask(people.href('presenceSubscriptions'), { method: 'POST', json }))
    await hear(sara, 'added contact in subscribedContacts')
    await control?.advance(8 * 60 + 1)
    await hear(sara, 'updated presenceSubscription')
    await hear(sara, 'updated myContactsAndGroupsSubscription')
    await sara.ask(made.href('self'), { method: 'DELETE' })
    await hear(sara, 'deleted contact in subscribedContacts')

    const names = new Set(seen.map((event) => nameOf(event)))
    expect(Array.from(names).filter((name) => !isDocumented(name))).toEqual([])
    const bare = new Set(Array.from(names, (name) => name.replace(/ in .*$/, '')))
    const missing = FIELD.flatMap((page) => resourceOf(page).events)
      .map(({ type, resource, in: within }) =>
        within === undefined ? `${type} ${resource}` : `${type} ${resource} in ${within}`,
      )
      .filter((name) => !names.has(`people: ${name}`) && !bare.has(`people: ${name}`))
    expect(new Set(missing)).toEqual(notMet((name) => !name.includes('.')))
  }, 60_000)
})

/** `people: added contact in myContacts`. */
const nameOf = ({ sender, type, rel, in: within }: WireEvent): string =>
  `${sender}: ${type} ${rel}${within === null ? '' : ` in ${within}`}`

/** The reference has the event, and the walkthrough's or another group's sample the collection. */
const isDocumented = (name: string): boolean =>
  documentedEvents.has(name) || documentedEvents.has(name.replace(/ in myGroups$/, ''))

function resourceOf(page: string) {
  const found = resources.get(page)
  if (found === undefined) throw new Error(`the reference has no page ${page}`)
  return found
}
