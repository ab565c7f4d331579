import { afterAll, describe, expect, test } from 'vitest'
import { jsonOf, signIn, type SignedIn } from './client.ts'
import { serverUnderTest } from './server-under-test.ts'

const server = await serverUnderTest(['--contacts', '5'])
afterAll(() => server.stop())

type Asked = { readonly href: string; readonly method?: string; readonly json?: unknown }
const people = ({ application }: SignedIn) => application.embedded('people')
const me = ({ application }: SignedIn) => application.embedded('me')

/** What is asked, and the parameters that are missing or wrong in it. */
const WRONG: readonly (readonly [string, (session: SignedIn) => Asked, readonly string[]])[] = [
  [
    'applications',
    ({ user }) => ({ href: user.href('applications'), json: { type: 'x'.repeat(101) } }),
    ['userAgent', 'endpointId', 'culture', 'type'],
  ],
  [
    'presenceSubscriptions',
    (session) => ({ href: people(session).href('presenceSubscriptions'), json: { uris: [] } }),
    ['uris', 'duration'],
  ],
  [
    'presenceSubscriptions of a group',
    (session) => ({
      href: people(session).href('presenceSubscriptions'),
      json: { groupId: 'g', uris: [], duration: 5 },
    }),
    ['uris', 'duration'],
  ],
  [
    'presenceSubscriptionMemberships',
    (session) => ({ href: people(session).href('presenceSubscriptionMemberships'), json: { a: 1 } }),
    ['presenceSubscriptionId', 'contactUris'],
  ],
  [
    'myGroupMemberships',
    (session) => ({
      href: people(session).href('myGroupMemberships'),
      json: { contactUri: 'nobody', groupId: 7 },
    }),
    ['contactUri', 'groupId'],
  ],
  [
    'addToContactList',
    (session) => ({ href: `${people(session).href('myGroups')}/addToContactList`, json: { a: 1 } }),
    ['displayName', 'smtpAddress'],
  ],
  [
    'search',
    (session) => ({ method: 'GET', href: `${people(session).href('search')}?limit=0` }),
    ['query', 'limit'],
  ],
  [
    'events',
    ({ application }) => ({ method: 'GET', href: `${application.href('events')}&low=1&medium=1&timeout=1` }),
    ['low', 'medium', 'timeout'],
  ],
  [
    'makeMeAvailable',
    (session) => ({
      href: me(session).href('makeMeAvailable'),
      json: { supportedModalities: ['Telepathy'], signInAs: 'Asleep', inactiveTimeout: 'soon' },
    }),
    ['supportedModalities', 'signInAs', 'inactiveTimeout'],
  ],
]

describe('PayloadFormat.md: ParameterValidationFailure "together with a list of missing required parameters"', () => {
  test.each(WRONG)('of %s', async (_, asked, names) => {
    const session = await signIn(server)
    const { href, method = 'POST', json } = asked(session)
    const refused = await session.ask(href, { method, ...(json === undefined ? {} : { json }) })
    expect([refused.status, jsonOf(refused).raw]).toMatchObject([
      400,
      { code: 'BadRequest', subcode: 'ParameterValidationFailure' },
    ])
    const { parameters } = jsonOf(refused).raw
    expect(Object.keys(Object(parameters)).toSorted()).toEqual(names.toSorted())
  })

  test('of a PUT, the property of random name among them', async () => {
    const session = await signIn(server)
    const [contact] = jsonOf(await session.ask(people(session).href('myContacts'))).embeddedAll('contact')
    const href = contact?.href('contactPrivacyRelationship') ?? ''
    const { headers, json } = await session.ask(href)
    const passThrough = Object.keys(json?.raw ?? {}).find((name) => /^[0-9a-f-]{36}$/.test(name)) ?? 'none'
    const refused = await session.ask(href, {
      method: 'PUT',
      headers: { 'If-Match': headers.get('etag') ?? '' },
      json: { relationshipLevel: 'Unknown' },
    })
    const { parameters } = jsonOf(refused).raw
    expect(Object.keys(Object(parameters)).toSorted()).toEqual([passThrough, 'relationshipLevel'])
  })
})
