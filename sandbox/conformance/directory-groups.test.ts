import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { jsonOf, signIn, type Answered, type SignedIn, type Wire, type WireEvent } from './client.ts'
import { serverUnderTest } from './server-under-test.ts'

/**
 * Groups whose members are not the list's to say: of the directory (distribution groups), of people who act for one
 * another, of the organization. They are the sandbox's own, so nothing of this is asked of a real pool.
 * (Longer than most files: it follows Microsoft's pages, statement by statement.)
 */
const server = await serverUnderTest(['--contacts', '30', '--groups', '2'])
afterAll(() => server.stop())
const { control } = server
beforeEach(async () => control?.reset())

const people = ({ application }: SignedIn) => application.embedded('people')
const read = async (session: SignedIn, href: string): Promise<Wire> => {
  const answered = await session.ask(href)
  expect(answered.status).toBe(200)
  return jsonOf(answered)
}
const refusedWith = (answered: Answered) => [answered.status, jsonOf(answered).raw['subcode'] ?? null]
const uriOf = ({ raw }: Wire): string => String(raw['uri'])
const nameOf = ({ raw }: Wire): string => String(raw['name'])
const told = ({ type, rel, in: within }: WireEvent): string =>
  `${type} ${rel}${within === null ? '' : ` in ${within}`}`
const atContoso = (name: string): string => `sip:${name}@contoso.com`

/** Signed in as the user of that name, and hearing of every change of the list. */
async function connected(name = 'lenea') {
  const user = server.users.find(({ username }) => username === `${name}@contoso.com`)
  if (user === undefined) throw new Error(`${name} is no user`)
  const session = await signIn(server, user)
  const lists = await read(session, people(session).href('myContactsAndGroupsSubscription'))
  const start = lists.href('startOrRefreshSubscriptionToContactsAndGroups')
  await session.ask(start, { method: 'POST', json: { duration: 30 } })
  const groups = () => read(session, people(session).href('myGroups'))
  return {
    session,
    groups,
    heard: async (last: string) =>
      (await session.eventsUntil((event) => told(event) === last)).map((event) => told(event)),
    search: async (query: string) =>
      read(session, `${people(session).href('search')}?query=${encodeURIComponent(query)}`),
    async found(query: string): Promise<Wire> {
      const results = await read(
        session,
        `${people(session).href('search')}?query=${encodeURIComponent(query)}`,
      )
      const [group] = results.embeddedAll('distributionGroup')
      if (group === undefined) throw new Error(`no distribution group ${query}`)
      return group
    },
    membersOf: async (group: Wire) =>
      (await read(session, group.href('groupContacts'))).embeddedAll('contact').map(uriOf),
    post: (href: string, json: unknown) => session.ask(href, { method: 'POST', json }),
  }
}

describe.runIf(control !== null)('distributionGroup_ref.md, expandDistributionGroup_ref.md', () => {
  test('"Expands a distribution group and returns the set of contact resources it contains."', async () => {
    const { session, found } = await connected()
    const group = await found('release crew')
    const expanded = await read(session, group.href('expandDistributionGroup'))
    expect(expanded.raw).toMatchObject({ rel: 'distributionGroup', id: group.raw['id'] })
    expect(expanded.embeddedAll('contact').map(uriOf)).toEqual(
      expect.arrayContaining(['sip:SaraD@contoso.com', 'sip:marek.novak@fabrikam.com']),
    )
    const [within, ...others] = expanded.embeddedAll('distributionGroup')
    expect([within?.raw['name'], others]).toEqual(['On call', []])
    const deeper = await read(session, within?.href('expandDistributionGroup') ?? '')
    expect(deeper.embeddedAll('contact').map(uriOf)).toContain(atContoso('alexd'))
    expect((await read(session, group.href('self'))).raw).toEqual(group.raw)
  })

  test('"there are too many contact resources in this distribution group": 403 TooManyContacts', async () => {
    const { session, found } = await connected()
    const group = await found('everyone')
    const refused = await session.ask(group.href('expandDistributionGroup'))
    expect(refusedWith(refused)).toEqual([403, 'TooManyContacts'])
    expect(group.has('subscribeToGroupPresence')).toBe(false)
  })

  test('one that nobody is in is expanded to nobody', async () => {
    const { session, found } = await connected()
    const expanded = await read(session, (await found('alumni')).href('expandDistributionGroup'))
    expect([expanded.embeddedAll('contact'), expanded.embeddedAll('distributionGroup')]).toEqual([[], []])
  })

  test('"Subscribes to the presence information of all the contacts in a particular group.", on the list or not', async () => {
    const { session, found } = await connected()
    const group = await found('product council')
    const href = group.href('subscribeToGroupPresence')
    const made = await session.ask(`${href}&duration=10`, { method: 'POST' })
    expect(made.status).toBe(201)
    const watched = await read(session, jsonOf(made).href('memberships'))
    const expanded = await read(session, group.href('expandDistributionGroup'))
    expect(watched.embeddedAll('presenceSubscriptionMembership')).toHaveLength(
      expanded.embeddedAll('contact').length,
    )
  })

  test('"The application can decide to fetch the updated information."', async () => {
    const { session, groups, heard, found, post } = await connected()
    const group = await found('alumni')
    await post(group.href('addToContactList'), { displayName: 'x', smtpAddress: 'alumni@contoso.com' })
    await heard('added distributionGroup in myGroups')
    await control?.roster({
      viewer: atContoso('danab'),
      changeDistributionGroup: { group: 'Alumni', name: 'Old friends', add: atContoso('lenea') },
    })
    expect(await heard('updated distributionGroup')).toEqual(['updated distributionGroup'])
    const [now] = (await groups()).embeddedAll('distributionGroup')
    if (now === undefined) throw new Error('it is not on the list')
    expect(nameOf(now)).toBe('Old friends')
    const expanded = await read(session, now.href('expandDistributionGroup'))
    expect(expanded.embeddedAll('contact').map(uriOf)).toEqual([atContoso('lenea')])
  })
})

describe.runIf(control !== null)('addToContactList_ref.md, removeFromContactList_ref.md', () => {
  test('"Adds a distributionGroup into contact list.", and removes it, 204 and 204', async () => {
    const { session, groups, found, heard, post } = await connected()
    const group = await found('product council')
    expect([group.has('addToContactList'), group.has('removeFromContactList')]).toEqual([true, false])
    const wanted = { displayName: nameOf(group), smtpAddress: uriOf(group).replace('sip:', '') }
    const add = group.href('addToContactList')
    expect((await post(add, wanted)).status).toBe(204)
    expect(await heard('added distributionGroup in myGroups')).toEqual([
      'added distributionGroup in myGroups',
    ])
    expect(refusedWith(await post(add, wanted))).toEqual([409, 'AlreadyExists'])

    const [listed] = (await groups()).embeddedAll('distributionGroup')
    if (listed === undefined) throw new Error('it is not on the list')
    expect([listed.has('addToContactList'), listed.href('self')]).toEqual([false, group.href('self')])
    const remove = listed.href('removeFromContactList')
    expect((await post(remove, { groupId: listed.raw['id'] })).status).toBe(204)
    await heard('deleted distributionGroup in myGroups')
    expect((await groups()).embeddedAll('distributionGroup')).toEqual([])
    expect((await post(remove, { groupId: listed.raw['id'] })).status).toBe(404)
    expect((await read(session, group.href('self'))).has('addToContactList')).toBe(true)
  })

  test.each([
    ['no displayName', { smtpAddress: 'alumni@contoso.com' }, [400, 'ParameterValidationFailure']],
    ['no smtpAddress', { displayName: 'Alumni' }, [400, 'ParameterValidationFailure']],
    [
      'a displayName of 257 characters',
      { displayName: 'n'.repeat(257), smtpAddress: 'alumni@contoso.com' },
      [400, 'ParameterValidationFailure'],
    ],
    ['what is no address', { displayName: 'A', smtpAddress: 'alumni' }, [400, 'ParameterValidationFailure']],
    ["nobody's address", { displayName: 'A', smtpAddress: 'no@contoso.com' }, [404, 'ResourceNotFound']],
  ])('with %s it is refused', async (_, json, expected) => {
    const { found, post } = await connected()
    expect(refusedWith(await post((await found('alumni')).href('addToContactList'), json))).toEqual(expected)
  })
})

describe.runIf(control !== null)('delegatesGroup_ref.md, delegatorsGroup_ref.md', () => {
  test('who acts for somebody is in the one’s group of delegates, and has the other among the delegators', async () => {
    const [sara, alex] = [await connected('sarad'), await connected('alexd')]
    const delegates = (await sara.groups()).embedded('delegatesGroup')
    expect(await sara.membersOf(delegates)).toEqual([atContoso('alexd'), atContoso('chrisb')])
    const delegators = (await alex.groups()).embedded('delegatorsGroup')
    expect(await alex.membersOf(delegators)).toEqual(['sip:SaraD@contoso.com'])
  })

  test('"Indicates that a specific delegate was added to this group.", and both hear of it', async () => {
    const [sara, kwame] = [await connected('sarad'), await connected('kwamem')]
    const delegates = (await sara.groups()).embedded('delegatesGroup')
    const added = await sara.post(people(sara.session).href('myGroupMemberships'), {
      contactUri: atContoso('kwamem'),
      groupId: delegates.raw['id'],
    })
    expect([added.status, jsonOf(added).href('delegatesGroup')]).toEqual([201, delegates.href('self')])
    await sara.heard('added contact in delegatesGroup')
    const heard = await kwame.session.eventsUntil(
      (event) => told(event) === 'added contact in delegatorsGroup',
    )
    expect(heard.map(told)).toContain('added delegatorsGroup in myGroups')

    expect((await sara.session.ask(jsonOf(added).href('self'), { method: 'DELETE' })).status).toBe(204)
    await sara.heard('deleted contact in delegatesGroup')
    await kwame.heard('deleted delegatorsGroup in myGroups')
    expect((await kwame.groups()).raw['_embedded']).not.toHaveProperty('delegatorsGroup')
  })

  test('the first delegate, set by another client, brings the group', async () => {
    const lene = await connected()
    expect((await lene.groups()).raw['_embedded']).not.toHaveProperty('delegatesGroup')
    await control?.roster({ viewer: atContoso('lenea'), addDelegate: atContoso('danab') })
    const heard = await lene.session.eventsUntil(({ in: within }) => within === 'delegatesGroup')
    expect(heard.map(told)).toEqual(['added delegatesGroup in myGroups', 'added contact in delegatesGroup'])
    await control?.roster({ viewer: atContoso('lenea'), removeDelegate: atContoso('danab') })
    await lene.heard('deleted contact in delegatesGroup')
    expect((await lene.groups()).embedded('delegatesGroup').raw).toMatchObject({ name: 'Delegates' })
  })

  test('"the maximum number of delegates limit (25) is exceeded": 403 LimitExceeded', async () => {
    const sara = await connected('sarad')
    const delegates = (await sara.groups()).embedded('delegatesGroup')
    const add = (contactUri: string) =>
      sara.post(people(sara.session).href('myGroupMemberships'), { contactUri, groupId: delegates.raw['id'] })
    const present = await sara.membersOf(delegates)
    const candidates = (await sara.search('an'))
      .embeddedAll('contact')
      .filter(({ raw }) => raw['sourceNetwork'] === 'SameEnterprise')
      .map(uriOf)
      .filter((uri) => !present.includes(uri))
      .slice(0, 24)
    const answers: Answered[] = []
    for (const uri of candidates) answers.push(await add(uri))
    expect(answers.slice(0, 23).map(({ status }) => status)).toEqual(Array.from({ length: 23 }, () => 201))
    expect(answers.slice(23).map(refusedWith)).toEqual([[403, 'LimitExceeded']])
    expect((await add('sip:marek.novak@fabrikam.com')).status).toBe(403)
  })
})

describe.runIf(control !== null)('myGroupMemberships2_ref.md, of groups that are not managed', () => {
  test.each([
    ['sarad', 'myOrganizationGroup', 'OperationNotSupported'],
    ['alexd', 'delegatorsGroup', 'OperationNotSupported'],
  ])('of %s, adding a contact to the %s, and reading its memberships, is 403', async (name, rel, subcode) => {
    const { session, groups, post } = await connected(name)
    const group = (await groups()).embedded(rel)
    const memberships = people(session).href('myGroupMemberships')
    const added = await post(memberships, { contactUri: atContoso('lenea'), groupId: group.raw['id'] })
    expect(refusedWith(added)).toEqual([403, subcode])
    const id = encodeURIComponent(String(group.raw['id']))
    expect(refusedWith(await session.ask(`${memberships}?groupId=${id}`))).toEqual([403, subcode])
    expect((await session.ask(group.href('self'), { method: 'DELETE' })).status).toBe(405)
    expect((await read(session, group.href('groupContacts'))).embeddedAll('contact').length).toBeGreaterThan(
      0,
    )
  })

  test('"adding a contact to a distribution group is forbidden": 403', async () => {
    const { session, groups, post } = await connected('priyar')
    const [group] = (await groups()).embeddedAll('distributionGroup')
    const added = await post(people(session).href('myGroupMemberships'), {
      contactUri: atContoso('lenea'),
      groupId: group?.raw['id'],
    })
    expect(refusedWith(added)).toEqual([403, null])
  })

  test('memberships are of the list’s own groups, and every pair leads to both', async () => {
    const { session } = await connected('sarad')
    const all = await read(session, people(session).href('myGroupMemberships'))
    const rels = all
      .embeddedAll('myGroupMembership')
      .flatMap((one) =>
        ['pinnedGroup', 'group', 'defaultGroup', 'delegatesGroup'].filter((rel) => one.has(rel)),
      )
    expect(rels).toHaveLength(all.embeddedAll('myGroupMembership').length)
    expect(rels).toContain('delegatesGroup')
  })
})

describe.runIf(control !== null)('the lever truth', () => {
  test('names every group that is read, with its members', async () => {
    for (const name of ['sarad', 'priyar', 'alexd']) {
      const { session, groups, membersOf } = await connected(name)
      const all = await groups()
      const truth = await control?.truth(atContoso(name))
      const embedded = Object.keys(Object(all.raw['_embedded'])).flatMap((rel) =>
        rel === 'group' || rel === 'distributionGroup' ? all.embeddedAll(rel) : [all.embedded(rel)],
      )
      const seen = await Promise.all(
        embedded.map(async (group) => {
          if (group.has('groupContacts')) return [nameOf(group), await membersOf(group)]
          const expanded = await session.ask(group.href('expandDistributionGroup'))
          const members = expanded.status === 200 ? jsonOf(expanded).embeddedAll('contact').map(uriOf) : []
          return [nameOf(group), members]
        }),
      )
      expect(Object.fromEntries(seen)).toEqual(
        Object.fromEntries((truth?.groups ?? []).map((group) => [group.name, group.members])),
      )
    }
  })
})

describe.runIf(control !== null)('search_ref.md, in a company of thousands', () => {
  test('finds people whom nobody knows, who can be read, watched and listed as any other', async () => {
    const { session, search, post } = await connected('danab')
    const truth = await control?.truth(atContoso('danab'))
    const results = (await search('nielsen')).embeddedAll('contact')
    const stranger = results.find((one) => truth?.contacts[uriOf(one)] === undefined)
    if (stranger === undefined) throw new Error('everybody is known')
    await read(session, stranger.href('contactPresence'))
    const watched = await post(people(session).href('presenceSubscriptions'), {
      duration: 10,
      uris: [uriOf(stranger)],
    })
    expect(watched.status).toBe(201)
    const added = await post(people(session).href('myGroupMemberships'), { contactUri: uriOf(stranger) })
    expect(added.status).toBe(201)
    expect((await control?.truth(atContoso('danab')))?.contacts).toHaveProperty([uriOf(stranger)])
  })

  test('"more search results are available than the limit set in the search query", of people and groups together', async () => {
    const { search } = await connected()
    const many = await search('e')
    expect(many.raw['moreResultsAvailable']).toBe(true)
    expect([...many.embeddedAll('contact'), ...many.embeddedAll('distributionGroup')]).toHaveLength(100)
    const news = await search('news')
    expect(news.raw['moreResultsAvailable']).toBe(false)
    expect(news.embeddedAll('distributionGroup').map(nameOf)).toContain('Platform news')
  })
})
