import { afterAll, describe, expect, test } from 'vitest'
import { isObject } from '../wire/is-object.ts'
import { jsonOf, signIn, type SignedIn, type Wire } from './client.ts'
import { serverUnderTest } from './server-under-test.ts'

const server = await serverUnderTest(['--contacts', '20'])
afterAll(() => server.stop())
const { control } = server

const people = ({ application }: SignedIn) => application.embedded('people')

async function contactsOf(session: SignedIn): Promise<readonly Wire[]> {
  return jsonOf(await session.ask(people(session).href('myContacts'))).embeddedAll('contact')
}

const relationships = async (session: SignedIn) =>
  jsonOf(await session.ask(people(session).href('myPrivacyRelationships')))

/** Level → the contacts' hrefs, by myPrivacyRelationships. */
async function listed(session: SignedIn): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = (await relationships(session)).embeddedAll('myPrivacyRelationship')
  return new Map(
    all.map((one) => {
      const links = one.raw['_links']
      const contacts = isObject(links) ? [links['contact']].flat().filter(isObject) : []
      const hrefs = contacts.map(({ href }) => String(href))
      return [String(one.raw['relationshipLevel']), hrefs]
    }),
  )
}

describe('myPrivacyRelationships_ref.md, myPrivacyRelationship_ref.md', () => {
  test('"a view of the contacts that were assigned this privacy relationship as seen in contactPrivacyRelationship"', async () => {
    const session = await signIn(server)
    const byLevel = await listed(session)
    for (const contact of await contactsOf(session)) {
      const relationship = jsonOf(await session.ask(contact.href('contactPrivacyRelationship')))
      const level = String(relationship.raw['relationshipLevel'])
      const levels = Array.from(byLevel).flatMap(([one, hrefs]) =>
        hrefs.includes(contact.href('self')) ? one : [],
      )
      expect(levels, contact.href('self')).toEqual([level])
    }
  })

  test('each embedded level is the one that its own link leads to', async () => {
    const session = await signIn(server)
    for (const one of (await relationships(session)).embeddedAll('myPrivacyRelationship')) {
      expect(jsonOf(await session.ask(one.href('self'))).raw).toEqual(one.raw)
    }
  })
})

describe.runIf(control !== null)('contactPrivacyRelationship2_ref.md', () => {
  async function watching() {
    const session = await signIn(server)
    const contact = (await contactsOf(session)).at(-1)
    if (contact === undefined) throw new Error('nobody on the list')
    const owner = String(session.application.embedded('me').raw['uri'])
    const uri = String(contact.raw['uri'])
    const href = contact.href('contactPrivacyRelationship')
    const level = async () => String(jsonOf(await session.ask(href)).raw['relationshipLevel'])
    const subscribe = () =>
      session.ask(people(session).href('presenceSubscriptions'), {
        method: 'POST',
        json: { duration: 10, uris: [uri] },
      })
    return { session, owner, uri, href, level, subscribe, self: contact.href('self') }
  }

  test('"If an application has subscribed to a contact, events will be raised when a contact\'s privacy relationship changes."', async () => {
    const { session, owner, uri, href, level, subscribe, self } = await watching()
    await subscribe()
    await session.eventsUntil(({ rel }) => rel === 'contactPresence')
    await control?.privacy({ owner, contact: uri, level: 'FriendsAndFamily' })
    const events = await session.eventsUntil(({ rel }) => rel === 'contactPrivacyRelationship')
    expect(events).toContainEqual({
      sender: 'people',
      rel: 'contactPrivacyRelationship',
      href,
      type: 'updated',
      in: 'contact',
      embedded: false,
    })
    expect(await level()).toBe('FriendsAndFamily')
    expect((await listed(session)).get('FriendsAndFamily')).toContain(self)
    await control?.privacy({ owner, contact: uri, level: null })
    await session.eventsUntil(({ rel }) => rel === 'contactPrivacyRelationship')
    expect((await listed(session)).get('FriendsAndFamily')).not.toContain(self)
  })

  test('a change by another client in between is found: 412, and nothing is overwritten', async () => {
    const { session, owner, uri, href, level } = await watching()
    const read = await session.ask(href)
    await control?.privacy({ owner, contact: uri, level: 'Workgroup' })
    const put = await session.ask(href, {
      method: 'PUT',
      json: { ...jsonOf(read).raw, relationshipLevel: 'Blocked' },
      headers: { 'If-Match': read.headers.get('etag') ?? '' },
    })
    expect([put.status, jsonOf(put).raw['code']]).toEqual([412, 'PreconditionFailed'])
    expect(await level()).toBe('Workgroup')
    await control?.privacy({ owner, contact: uri, level: null })
  })

  test('XML both ways, as the page prints it: a resource is read, changed and played back', async () => {
    const { session, owner, uri, href, level } = await watching()
    const read = await session.ask(href, { headers: { Accept: 'application/xml' } })
    expect(read.text).toContain('<property name="relationshipLevel">')
    const put = await session.ask(href, {
      method: 'PUT',
      body: read.text.replace(/(name="relationshipLevel">)\w+/, '$1Workgroup'),
      headers: { 'If-Match': read.headers.get('etag') ?? '', 'Content-Type': 'application/xml' },
    })
    expect([put.status, put.text]).toEqual([200, '']) // "Response body: None"
    expect(await level()).toBe('Workgroup')
    await control?.privacy({ owner, contact: uri, level: null })
  })

  test('"Unknown: Relationship level cannot be determined." (PrivacyRelationshipLevel_ref.md)', async () => {
    const { session, owner } = await watching()
    const contact = 'sip:Printer.3@elsewhere.example'
    await control?.roster({ viewer: owner, add: contact })
    const found = (await contactsOf(session)).find(({ raw }) => raw['uri'] === contact)
    const href = found?.href('contactPrivacyRelationship') ?? ''
    const level = async () => jsonOf(await session.ask(href)).raw['relationshipLevel']
    expect(await level()).toBe('Unknown')
    expect((await listed(session)).get('Unknown')).toEqual([found?.href('self')])
    await control?.privacy({ owner, contact, level: 'Blocked' })
    expect(await level()).toBe('Blocked')
    await control?.privacy({ owner, contact, level: null })
    await control?.roster({ viewer: owner, remove: contact })
  })

  test('no level can be asked for but those that can be granted', async () => {
    const { session, href, level } = await watching()
    const read = await session.ask(href)
    const before = await level()
    for (const relationshipLevel of ['Unknown', 'Everybody', null]) {
      const put = await session.ask(href, {
        method: 'PUT',
        json: { ...jsonOf(read).raw, relationshipLevel },
        headers: { 'If-Match': read.headers.get('etag') ?? '' },
      })
      expect([put.status, jsonOf(put).raw['subcode']]).toEqual([400, 'ParameterValidationFailure'])
    }
    expect(await level()).toBe(before)
  })
})
