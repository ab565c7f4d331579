import { afterAll, describe, expect, test } from 'vitest'
import { jsonOf, signIn, type SignedIn } from './client.ts'
import { serverUnderTest } from './server-under-test.ts'

const server = await serverUnderTest(['--contacts', '30'])
afterAll(() => server.stop())
const isSandbox = server.control !== null
const control = server.control

const people = ({ application }: SignedIn) => application.embedded('people')
const read = async (session: SignedIn, href: string) => {
  const answered = await session.ask(href)
  expect(answered.status).toBe(200)
  return jsonOf(answered)
}

describe('GetUsersContactList.md, GetPresenceDataOfAContact.md', () => {
  test('"The body of the request contains an entry named \\"contact\\" that is an array of individual contacts."', async () => {
    const session = await signIn(server)
    const list = await read(session, people(session).href('myContacts'))
    expect(list.raw['rel']).toBe('myContacts')
    for (const contact of list.embeddedAll('contact')) {
      expect(contact.raw).toMatchObject({ uri: expect.stringMatching(/^sip:.+@.+/), rel: 'contact' })
      for (const rel of ['self', 'contactPhoto', 'contactPresence', 'contactLocation', 'contactNote']) {
        expect(contact.has(rel)).toBe(true)
      }
    }
  })

  test('"This request should return all of the contacts in the specified group."', async () => {
    const session = await signIn(server)
    const groups = await read(session, people(session).href('myGroups'))
    const [pinned, standard] = [groups.embedded('pinnedGroup'), groups.embedded('defaultGroup')]
    expect([pinned.raw['rel'], standard.raw['rel']]).toEqual(['pinnedGroup', 'defaultGroup'])
    expect(groups.raw['_embedded']).toMatchObject({ distributionGroup: expect.any(Array) })

    const everybody = new Set<unknown>()
    for (const group of [pinned, standard, ...groups.embeddedAll('group')]) {
      const members = await read(session, group.href('groupContacts'))
      expect(members.raw['rel']).toBe('groupContacts')
      for (const { raw } of members.embeddedAll('contact')) everybody.add(raw['uri'])
    }
    const list = await read(session, people(session).href('myContacts'))
    expect(new Set(list.embeddedAll('contact').map(({ raw }) => raw['uri']))).toEqual(everybody)
  })

  test('"The successful response is 200 OK and contains the presence data of the specified contact."', async () => {
    const session = await signIn(server)
    const list = await read(session, people(session).href('myContacts'))
    for (const contact of list.embeddedAll('contact').slice(0, 10)) {
      const presence = await read(session, contact.href('contactPresence'))
      expect(presence.raw).toMatchObject({
        rel: 'contactPresence',
        availability: expect.stringMatching(
          /^(Online|IdleOnline|Busy|IdleBusy|DoNotDisturb|BeRightBack|Away|Offline)$/,
        ),
      })
      if ('lastActive' in presence.raw) expect(presence.raw['lastActive']).toMatch(/^\/Date\(\d+\)\/$/)
    }
  })

  test.runIf(isSandbox)('what is read is what a correct client must show', async () => {
    const session = await signIn(server)
    const truth = await control?.truth(String(session.application.embedded('me').raw['uri']))
    const list = await read(session, people(session).href('myContacts'))
    for (const contact of list.embeddedAll('contact')) {
      const expected = truth?.contacts[String(contact.raw['uri'])]
      const [presence, note, location, privacy] = [
        await read(session, contact.href('contactPresence')),
        await read(session, contact.href('contactNote')),
        await read(session, contact.href('contactLocation')),
        await read(session, contact.href('contactPrivacyRelationship')),
      ]
      expect({
        name: contact.raw['name'],
        availability: presence.raw['availability'],
        activity: presence.raw['activity'] ?? null,
        deviceType: presence.raw['deviceType'],
        message: note.raw['message'],
        location: location.raw['location'],
        level: privacy.raw['relationshipLevel'],
      }).toEqual({
        name: expected?.name,
        availability: expected?.availability,
        activity: expected?.activity,
        deviceType: expected?.deviceType,
        message: expected?.note?.message ?? '',
        location: expected?.location ?? '',
        level: expected?.privacyRelationship,
      })
    }
  })
})

describe('myGroupMemberships_ref.md', () => {
  test('"This resource captures a unique pair of contact and group."', async () => {
    const session = await signIn(server)
    const all = await read(session, people(session).href('myGroupMemberships'))
    const [first] = all.embeddedAll('myGroupMembership')
    if (first === undefined) throw new Error('no membership')
    expect((await read(session, first.href('self'))).raw).toEqual(first.raw)
    await read(session, first.href('contact'))
    const kinds = ['pinnedGroup', 'defaultGroup', 'group'].filter((rel) => first.has(rel))
    expect(kinds).toHaveLength(1)
  })
})

describe('search2_ref.md', () => {
  const search = async (session: SignedIn, query: Record<string, string>) => {
    const url = new URL(people(session).href('search'), 'http://pool')
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return session.ask(url.pathname + url.search, { headers: { 'X-MS-RequiresMinResourceVersion': '2' } })
  }

  test('"Indicates to clients that more search results are available than the limit set in the search query."', async () => {
    const session = await signIn(server)
    const few = jsonOf(await search(session, { query: 'a', limit: '2' }))
    expect(few.embeddedAll('contact').length).toBeLessThanOrEqual(2)
    const own = String(session.application.embedded('me').raw['name'])
    const one = jsonOf(await search(session, { query: own }))
    expect(one.raw['moreResultsAvailable']).toBe(false)
    expect(one.embeddedAll('contact').map(({ raw }) => raw['name'])).toContain(own)
  })

  test.each<[string, Record<string, string>]>([
    ['without query and mail', {}],
    ['with a limit of 0', { query: 'a', limit: '0' }],
    ['with a limit of 101', { query: 'a', limit: '101' }],
    ['with 257 characters', { query: 'a'.repeat(257) }],
  ])('a search %s is refused: 400 ParameterValidationFailure', async (_, query) => {
    const refused = await search(await signIn(server), query)
    expect([refused.status, jsonOf(refused).raw['subcode']]).toEqual([400, 'ParameterValidationFailure'])
  })
})

describe('PayloadFormat.md, "Required and optional parameters" (contactPrivacyRelationship2)', () => {
  async function relationship(session: SignedIn) {
    const list = await read(session, people(session).href('myContacts'))
    const contact = list.embeddedAll('contact').at(-1)
    if (contact === undefined) throw new Error('nobody on the list')
    const href = contact.href('contactPrivacyRelationship')
    const answered = await session.ask(href)
    const { raw } = jsonOf(answered)
    const put = (json: unknown, etag: string | null = `"${String(raw['etag'])}"`) =>
      session.ask(href, {
        method: 'PUT',
        json,
        headers: {
          'X-MS-RequiresMinResourceVersion': '2',
          ...(etag === null ? {} : { 'If-Match': etag }),
        },
      })
    return { raw, put, href, etagHeader: answered.headers.get('etag'), reset: jsonOf(answered) }
  }

  test('"all resources that support the PUT method include a property with a randomly-generated name"', async () => {
    const { raw, etagHeader } = await relationship(await signIn(server))
    const names = Object.keys(raw).filter((name) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name))
    expect(names).toHaveLength(1)
    expect(etagHeader).toBe(`"${String(raw['etag'])}"`)
  })

  test('"If it is missing, the request will be rejected with a validation error."', async () => {
    const { raw, put } = await relationship(await signIn(server))
    const known = { relationshipLevel: raw['relationshipLevel'], rel: raw['rel'] }
    const refused = await put(known)
    expect([refused.status, jsonOf(refused).raw['subcode']]).toEqual([400, 'ParameterValidationFailure'])
  })

  test('"Requests without the header will be rejected with HTTP code 428 / Precondition Required."', async () => {
    const { raw, put } = await relationship(await signIn(server))
    const refused = await put(raw, null)
    expect([refused.status, jsonOf(refused).raw['code']]).toEqual([428, 'PreconditionRequired'])
  })

  test('"If the ETag does not match the server version, the request will be rejected with HTTP code 412 / Precondition Failed."', async () => {
    const { raw, put } = await relationship(await signIn(server))
    const refused = await put(raw, '"1"')
    expect([refused.status, jsonOf(refused).raw['code']]).toEqual([412, 'PreconditionFailed'])
    expect((await put(raw, String(raw['etag']))).status).toBe(412) // without the quotes that are documented
  })

  test.runIf(isSandbox)(
    '"Change the privacy relationship of a contact." and "Resets a contact\'s privacy relationship."',
    async () => {
      const session = await signIn(server)
      const { raw, put, href, reset } = await relationship(session)
      const other = raw['relationshipLevel'] === 'Workgroup' ? 'Colleagues' : 'Workgroup'
      expect((await put({ ...raw, relationshipLevel: other })).status).toBe(200)
      const changed = jsonOf(await session.ask(href)).raw
      expect(changed['relationshipLevel']).toBe(other)
      expect(changed['etag']).not.toBe(raw['etag'])
      const undone = await session.ask(reset.href('resetContactPrivacyRelationship'), { method: 'POST' })
      expect(undone.status).toBe(204)
      expect(jsonOf(await session.ask(href)).raw['relationshipLevel']).not.toBe(other)
    },
  )
})

describe('Versioning.md', () => {
  test('"If the server can\'t honor the client\'s requested version of the resource, the server will reject the request with 404: {Code=NotFound & SubCode=APIVersionNotSupported}"', async () => {
    const session = await signIn(server)
    const refused = await session.ask(people(session).href('search'), {
      headers: { 'X-MS-RequiresMinResourceVersion': '9' },
    })
    expect([refused.status, jsonOf(refused).raw]).toEqual([
      404,
      expect.objectContaining({ code: 'NotFound', subcode: 'APIVersionNotSupported' }),
    ])
  })

  test('"All UCWA responses include the header named \'X-MS-UcwaVersion\'"', async () => {
    const session = await signIn(server)
    const answered = await session.ask(people(session).href('self'))
    expect(Number(answered.headers.get('x-ms-ucwaversion'))).toBeGreaterThanOrEqual(1)
  })
})
