import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { jsonOf, signIn, type Answered, type SignedIn, type Wire, type WireEvent } from './client.ts'
import { serverUnderTest } from './server-under-test.ts'

/**
 * What a list is changed by: groups made, renamed and deleted, people put into them and taken out. Nothing of a real
 * account is touched: without a sandbox all of it is skipped.
 * (Longer than most files: it follows Microsoft's pages, statement by statement.)
 */
const server = await serverUnderTest(['--contacts', '30', '--groups', '3'])
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
const told = ({ type, rel, in: within }: WireEvent): string =>
  `${type} ${rel}${within === null ? '' : ` in ${within}`}`

/** Signed in, and hearing of every change of the list. */
async function connected() {
  const session = await signIn(server)
  const lists = await read(session, people(session).href('myContactsAndGroupsSubscription'))
  const start = lists.href('startOrRefreshSubscriptionToContactsAndGroups')
  await session.ask(start, { method: 'POST', json: { duration: 30 } })
  return {
    session,
    groups: () => read(session, people(session).href('myGroups')),
    async group(name: string): Promise<Wire> {
      const all = (await read(session, people(session).href('myGroups'))).embeddedAll('group')
      const found = all.find(({ raw }) => raw['name'] === name)
      if (found === undefined) throw new Error(`no group ${name}`)
      return found
    },
    create: (displayName: unknown) =>
      session.ask(people(session).href('myGroups'), { method: 'POST', json: { displayName } }),
    add: (contactUri: unknown, groupId?: unknown) =>
      session.ask(people(session).href('myGroupMemberships'), {
        method: 'POST',
        json: groupId === undefined ? { contactUri } : { contactUri, groupId },
      }),
    async membersOf(group: Wire): Promise<readonly string[]> {
      return (await read(session, group.href('groupContacts'))).embeddedAll('contact').map(uriOf)
    },
    async contacts(): Promise<readonly string[]> {
      return (await read(session, people(session).href('myContacts'))).embeddedAll('contact').map(uriOf)
    },
  }
}

/** Somebody of the directory who is not on the list. */
async function outsider(session: SignedIn): Promise<string> {
  const found = await read(session, `${people(session).href('search')}?query=an`)
  const list = await read(session, people(session).href('myContacts'))
  const listed = new Set(list.embeddedAll('contact').map(uriOf))
  const own = uriOf(session.application.embedded('me'))
  const free = found.embeddedAll('contact').find((one) => !listed.has(uriOf(one)) && uriOf(one) !== own)
  if (free === undefined) throw new Error('everybody is on the list')
  return uriOf(free)
}

describe.runIf(control !== null)('myGroups2_ref.md, group2_ref.md', () => {
  test('"Creates new contact group", 204; "Delivered when a roaming group is added to my groups."', async () => {
    const { session, create, group } = await connected()
    expect((await create('Choir')).status).toBe(204)
    const events = await session.eventsUntil(({ rel }) => rel === 'group')
    expect(events.map(told)).toEqual(['added group in myGroups'])
    const made = await group('Choir')
    expect(events[0]?.href).toBe(made.href('self'))
    expect((await read(session, made.href('self'))).raw).toEqual(made.raw)
  })

  test('"The maximum length is 256 characters.": 256 are taken, 257 are 400 ParameterValidationFailure', async () => {
    const { create, group } = await connected()
    expect((await create('n'.repeat(256))).status).toBe(204)
    await group('n'.repeat(256))
    for (const wrong of ['n'.repeat(257), '', '  ', 7, null]) {
      expect(refusedWith(await create(wrong))).toEqual([400, 'ParameterValidationFailure'])
    }
  })

  test('409 AlreadyExists for a name that there is, TooManyGroups for one group too many', async () => {
    const { create } = await connected()
    await create('Choir')
    expect(refusedWith(await create(' choir '))).toEqual([409, 'AlreadyExists'])
    let last = await create('Group 0')
    for (let number = 1; last.status === 204; number += 1) {
      expect(number).toBeLessThan(100)
      last = await create(`Another ${number}`)
    }
    expect(refusedWith(last)).toEqual([409, 'TooManyGroups'])
  })

  test('a distribution group counts among them as a personal one does', async () => {
    const { session, create } = await connected()
    const viewer = uriOf(session.application.embedded('me'))
    await control?.roster({ viewer, addDistributionGroup: 'Alumni' })
    const { groups } = (await control?.truth(viewer)) ?? { groups: [] }
    const there = groups.filter(({ rel }) => rel === 'group' || rel === 'distributionGroup').length
    const made: number[] = []
    for (let number = there; number <= 64; number += 1) made.push((await create(`Another ${number}`)).status)
    expect(made).toEqual([...Array<number>(64 - there).fill(204), 409])
  })

  test('PUT "Updates a group", 200; "Indicates that the group has been updated."', async () => {
    const { session, create, group } = await connected()
    await create('Choir')
    const made = await group('Choir')
    const renamed = await session.ask(made.href('self'), {
      method: 'PUT',
      json: { ...made.raw, name: 'Quartet' },
      headers: { 'If-Match': `"${String(made.raw['etag'])}"`, 'X-MS-RequiresMinResourceVersion': '2' },
    })
    expect([renamed.status, renamed.text]).toEqual([200, ''])
    const events = await session.eventsUntil(({ type }) => type === 'updated')
    expect(events.at(-1)).toMatchObject({ rel: 'group', in: null, href: made.href('self') })
    const now = await group('Quartet')
    expect(now.raw['etag']).not.toBe(made.raw['etag'])
  })

  test('a PUT is conditional, complete, and not to a name that there is (PayloadFormat.md)', async () => {
    const { session, create, group } = await connected()
    await create('Choir')
    await create('Quartet')
    const made = await group('Choir')
    const put = (json: unknown, etag: string | null) =>
      session.ask(made.href('self'), {
        method: 'PUT',
        json,
        headers: etag === null ? {} : { 'If-Match': etag },
      })
    const etag = `"${String(made.raw['etag'])}"`
    const { name } = made.raw
    expect((await put(made.raw, null)).status).toBe(428)
    expect((await put(made.raw, '"1"')).status).toBe(412)
    const invalid = [400, 'ParameterValidationFailure']
    expect(refusedWith(await put({ name }, etag))).toEqual(invalid)
    expect(refusedWith(await put({ ...made.raw, name: 'n'.repeat(257) }, etag))).toEqual(invalid)
    expect(refusedWith(await put({ ...made.raw, id: 'other' }, etag))).toEqual(invalid)
    expect(refusedWith(await put({ ...made.raw, name: 'Quartet' }, etag))).toEqual([409, 'AlreadyExists'])
    expect((await put(made.raw, etag)).status).toBe(200) // its own name is no other group's
  })

  test('DELETE "Deletes group", 204; "Delivered when a roaming group is deleted from my groups."', async () => {
    const { session, groups, contacts, membersOf } = await connected()
    const [first] = (await groups()).embeddedAll('group')
    if (first === undefined) throw new Error('no group')
    const [listed, members] = [await contacts(), await membersOf(first)]
    expect(members.length).toBeGreaterThan(0)
    expect((await session.ask(first.href('self'), { method: 'DELETE' })).status).toBe(204)
    const events = await session.eventsUntil(({ rel }) => rel === 'group')
    expect(events.map(told)).toContain('deleted group in myGroups')
    expect((await session.ask(first.href('self'))).status).toBe(404)
    expect(await contacts()).toEqual(listed)
  })

  test('"Currently, pinnedGroup is a read-only resource": so is defaultGroup', async () => {
    const { session, groups } = await connected()
    const all = await groups()
    for (const rel of ['pinnedGroup', 'defaultGroup']) {
      const href = all.embedded(rel).href('self')
      expect((await session.ask(href, { method: 'DELETE' })).status).toBe(405)
      const json = { ...all.embedded(rel).raw, name: 'Mine' }
      const put = await session.ask(href, { method: 'PUT', json, headers: { 'If-Match': '*' } })
      expect(put.status).toBe(405)
    }
  })
})

describe.runIf(control !== null)('myGroupMemberships2_ref.md, myGroupMembership2_ref.md', () => {
  test('"Adds a contactUri to a particular group.", 201 with the membership', async () => {
    const { session, add, groups, membersOf, contacts } = await connected()
    const [group] = (await groups()).embeddedAll('group')
    if (group === undefined) throw new Error('no group')
    const uri = await outsider(session)
    const added = await add(uri.toUpperCase().replace('SIP:', 'sip:'), group.raw['id'])
    expect(added.status).toBe(201)
    expect(jsonOf(added).href('group')).toBe(group.href('self'))
    expect((await read(session, jsonOf(added).href('self'))).raw).toEqual(jsonOf(added).raw)
    expect(uriOf(await read(session, jsonOf(added).href('contact')))).toBe(uri)
    expect(await membersOf(group)).toContain(uri)
    expect(await contacts()).toContain(uri)
    const heard = await session.eventsUntil((event) => told(event) === 'added contact in group')
    expect(heard.map(told)).toContain('added contact in myContacts')
  })

  test('"groupId … No": into the default group', async () => {
    const { session, add, groups, membersOf } = await connected()
    const uri = await outsider(session)
    expect(jsonOf(await add(uri)).has('defaultGroup')).toBe(true)
    expect(await membersOf((await groups()).embedded('defaultGroup'))).toContain(uri)
    expect(refusedWith(await add(uri))).toEqual([409, 'AlreadyExists'])
  })

  test('parameters are taken from the query as well ("Query parameters")', async () => {
    const { session, groups } = await connected()
    const [group] = (await groups()).embeddedAll('group')
    const query = new URLSearchParams({
      contactUri: await outsider(session),
      groupId: String(group?.raw['id']),
    }).toString()
    const added = await session.ask(`${people(session).href('myGroupMemberships')}?${query}`, {
      method: 'POST',
    })
    expect(added.status).toBe(201)
  })

  test('"adding the contact fails because the contact is already present in the group": 409 AlreadyExists', async () => {
    const { add, groups, membersOf } = await connected()
    const [group] = (await groups()).embeddedAll('group')
    if (group === undefined) throw new Error('no group')
    const [member] = await membersOf(group)
    expect(refusedWith(await add(member, group.raw['id']))).toEqual([409, 'AlreadyExists'])
  })

  test.each([
    ['nothing', undefined, undefined],
    ['an empty text', '', undefined],
    ['no SIP URI', 'tel:+4545', undefined],
    ['251 characters', `sip:${'a'.repeat(235)}@contoso.com`, undefined],
    ['a group of 257', 'sip:a@contoso.com', 'g'.repeat(257)],
  ])('%s is 400 ParameterValidationFailure', async (_, contactUri, groupId) => {
    const { add } = await connected()
    expect(refusedWith(await add(contactUri, groupId))).toEqual([400, 'ParameterValidationFailure'])
  })

  test('a group that is not there is 404, the pinned one 403 OperationNotSupported', async () => {
    const { session, add, groups } = await connected()
    const uri = await outsider(session)
    expect(refusedWith(await add(uri, 'nowhere'))).toEqual([404, 'ResourceNotFound'])
    const pinned = (await groups()).embedded('pinnedGroup')
    expect(refusedWith(await add(uri, pinned.raw['id']))).toEqual([403, 'OperationNotSupported'])
  })

  test('an address that leads to nobody can be added, percent-escapes, comma and all', async () => {
    const { session, add, contacts } = await connected()
    const uri = 'sip:O%27Brien,x/y@Nowhere.example'
    const added = jsonOf(await add(uri))
    expect(await contacts()).toContain(uri)
    expect(uriOf(await read(session, added.href('contact')))).toBe(uri)
    expect((await session.ask(added.href('self'), { method: 'DELETE' })).status).toBe(204)
    expect(await contacts()).not.toContain(uri)
  })

  test('DELETE removes "the group membership of a single contact", 204; of one who is not there, 404', async () => {
    const { session, groups, membersOf, contacts } = await connected()
    const [group] = (await groups()).embeddedAll('group')
    if (group === undefined) throw new Error('no group')
    const query = `?groupId=${encodeURIComponent(String(group.raw['id']))}`
    const memberships = await read(session, people(session).href('myGroupMemberships') + query)
    const [membership] = memberships.embeddedAll('myGroupMembership')
    if (membership === undefined) throw new Error('no membership')
    const uri = uriOf(await read(session, membership.href('contact')))
    expect((await session.ask(membership.href('self'), { method: 'DELETE' })).status).toBe(204)
    expect(await membersOf(group)).not.toContain(uri)
    expect(await contacts()).toContain(uri)
    expect((await session.ask(membership.href('self'), { method: 'DELETE' })).status).toBe(404)
    const heard = await session.eventsUntil((event) => told(event) === 'deleted contact in group')
    expect(heard.map(told)).not.toContain('deleted contact in myContacts')
  })

  test('removeContactFromAllGroups2_ref.md: "Remove a contact from the buddy list", 204', async () => {
    const { session, contacts, groups, membersOf } = await connected()
    const all = await read(session, people(session).href('myGroupMemberships'))
    const href = all.href('removeContactFromAllGroups')
    const remove = (contactUri: unknown) => session.ask(href, { method: 'POST', json: { contactUri } })
    const pinned = (await groups()).embedded('pinnedGroup')
    const [uri] = await membersOf(pinned)
    expect((await remove(uri)).status).toBe(204)
    expect(await contacts()).not.toContain(uri)
    expect(await membersOf(pinned)).not.toContain(uri)
    const heard = await session.eventsUntil((event) => told(event) === 'deleted contact in myContacts')
    expect(heard.map(told)).toContain('deleted contact in pinnedGroup')
    expect((await remove(uri)).status).toBe(404)
    expect(refusedWith(await remove(undefined))).toEqual([400, 'ParameterValidationFailure'])
  })

  test('"MigrationInProgress: contact\'s buddy list is read-only" is a fault', async () => {
    const { session, add, contacts } = await connected()
    const [uri, before] = [await outsider(session), await contacts()]
    await control?.fault({
      kind: 'status',
      status: 500,
      code: 'ServiceFailure',
      subcode: 'MigrationInProgress',
      match: '^(POST|PUT|DELETE) .*/people/(groups|groupMemberships)',
      count: 1,
    })
    expect(refusedWith(await add(uri))).toEqual([500, 'MigrationInProgress'])
    expect(await contacts()).toEqual(before)
    expect((await add(uri)).status).toBe(201)
  })
})

describe.runIf(control !== null)('myGroupMemberships2_ref.md, on a list that is nearly full', () => {
  test('"the maximum number of contacts limit … is exceeded": 409 LimitExceeded, and who is on it moves as before', async () => {
    const crowded = await serverUnderTest(['--contacts', '999'])
    try {
      const session = await signIn(crowded)
      const add = (contactUri: string, groupId?: unknown) =>
        session.ask(people(session).href('myGroupMemberships'), {
          method: 'POST',
          json: { contactUri, groupId },
        })
      expect((await add('sip:the.1000th@nowhere.example')).status).toBe(201)
      expect(refusedWith(await add('sip:the.1001st@nowhere.example'))).toEqual([409, 'LimitExceeded'])
      const [group] = (await read(session, people(session).href('myGroups'))).embeddedAll('group')
      expect((await add('sip:the.1000th@nowhere.example', group?.raw['id'])).status).toBe(201)
    } finally {
      await crowded.stop()
    }
  })
})

describe.runIf(control !== null)('what another application of the same person has done', () => {
  test('is heard by this one, in both directions', async () => {
    const [here, there] = [await connected(), await connected()]
    await there.create('Choir')
    const heard = await here.session.eventsUntil(({ rel }) => rel === 'group')
    expect(heard.map(told)).toEqual(['added group in myGroups'])
    const choir = await here.group('Choir')
    const uri = await outsider(here.session)
    await here.add(uri, choir.raw['id'])
    const echoed = await there.session.eventsUntil((event) => told(event) === 'added contact in group')
    expect(echoed.map(told)).toEqual(
      expect.arrayContaining(['added group in myGroups', 'added contact in myContacts']),
    )
  })
})
