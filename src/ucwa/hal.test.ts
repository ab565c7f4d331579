import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseContact } from './contact.ts'
import { parseContactPresence } from './contact-presence.ts'
import { parseEventPackage } from './events.ts'
import { failureOf, type UcwaFailure } from './errors.ts'
import { groupsIn } from './groups.ts'
import { embeddedIn, findLink, hasLink, linkTo, parseResource, toHref, withQuery } from './hal.ts'
import { parseLocation } from './location.ts'
import { parseMe } from './me.ts'
import { parseNote } from './note.ts'
import { parsePresence } from './presence.ts'
import { parsePresenceSubscription } from './presence-subscription.ts'
import { parseApplication } from './application.ts'
import { parseSearch } from './search.ts'

const BASE = 'https://lyncweb.contoso.com/ucwa/oauth/v1/applications/105'

const failureFrom = (work: () => unknown): UcwaFailure | null => {
  try {
    work()
    return null
  } catch (error) {
    const failure = failureOf(error)
    if (failure === null) throw error
    return failure
  }
}

describe('a resource', () => {
  const resource = parseResource(
    {
      rel: 'contact',
      name: 'Dana Birkby',
      somethingNew: { deep: [1] },
      '4d221db7-4af0-476b-9443-8bc874283085': 'please pass this in a PUT request',
      etag: '"3140562359"',
      _links: {
        self: { href: '/ucwa/oauth/v1/applications/105/people/danab@contoso.com', title: 'Dana' },
        contactPrivacyRelationship: { href: 'people/danab', revision: '2' },
        group: [{ href: 'https://fe1.contoso.com/g/1' }, { href: '/g/2', revision: 2.5 }],
        empty: [],
        gone: null,
      },
      _embedded: { contact: { rel: 'contact', uri: 'sip:a@b' }, group: [{ id: '1' }, { id: '2' }] },
    },
    BASE,
  )

  test('has its hrefs resolved against where it came from', () => {
    expect(linkTo(resource, 'self')).toBe(
      'https://lyncweb.contoso.com/ucwa/oauth/v1/applications/105/people/danab@contoso.com',
    )
    expect(linkTo(resource, 'group')).toBe('https://fe1.contoso.com/g/1')
  })

  test('reads single and array alike, of links and of what is embedded', () => {
    expect(resource.links.get('group')).toHaveLength(2)
    expect(embeddedIn(resource, 'contact')).toHaveLength(1)
    expect(embeddedIn(resource, 'group').map(({ properties }) => properties['id'])).toEqual(['1', '2'])
    expect(embeddedIn(resource, 'me')).toEqual([])
  })

  test('knows a link by its exact name, and an empty array for none', () => {
    expect(hasLink(resource, 'self')).toBe(true)
    expect(hasLink(resource, 'Self')).toBe(false)
    expect(hasLink(resource, 'empty')).toBe(false)
    expect(hasLink(resource, 'gone')).toBe(false)
  })

  test('says the version that a link leads to, 1 unless it is said', () => {
    expect(findLink(resource, 'contactPrivacyRelationship')?.revision).toBe(2)
    expect(resource.links.get('group')?.map(({ revision }) => revision)).toEqual([1, 2.5])
  })

  test('keeps every property for a PUT, understood or not, and its etag without quotes', () => {
    expect(resource.properties).toHaveProperty('4d221db7-4af0-476b-9443-8bc874283085')
    expect(resource.properties).toHaveProperty('somethingNew', { deep: [1] })
    expect(resource.etag).toBe('3140562359')
  })

  test('refuses what the server does not offer, without asking', () => {
    expect(failureFrom(() => linkTo(resource, 'presence'))).toMatchObject({ kind: 'refused', status: 0 })
  })
})

test.each([
  ['it is no object', 'text'],
  ['it is an array', []],
  ['its links are a text', { _links: 'self' }],
  ['a link has no href', { _links: { self: {} } }],
  ['an href is no address', { _links: { self: { href: 'http://' } } }],
  ['what is embedded is a number', { _embedded: 3 }],
  ['an embedded resource is a text', { _embedded: { me: 'Lene' } }],
])('a resource is malformed when %s', (_, json) => {
  expect(failureFrom(() => parseResource(json, BASE))?.kind).toBe('malformed')
})

test('a query is added with those of the server left as they were', () => {
  const href = toHref('/events?ack=5&instanceId=a%20b', BASE)
  expect([...new URL(withQuery(href, { low: 15 })).searchParams]).toEqual([
    ['ack', '5'],
    ['instanceId', 'a b'],
    ['low', '15'],
  ])
})

const PARSERS: readonly [string, (json: unknown) => unknown][] = [
  ['a resource', (json) => parseResource(json, BASE)],
  ['me', (json) => parseMe(parseResource(json, BASE))],
  ['presence', (json) => parsePresence(parseResource(json, BASE))],
  ['note', (json) => parseNote(parseResource(json, BASE))],
  ['location', (json) => parseLocation(parseResource(json, BASE))],
  ['myGroups', (json) => groupsIn(parseResource(json, BASE))],
  ['contact', (json) => parseContact(parseResource(json, BASE))],
  ['contactPresence', (json) => parseContactPresence(parseResource(json, BASE))],
  ['search', (json) => parseSearch(parseResource(json, BASE))],
  ['presenceSubscription', (json) => parsePresenceSubscription(parseResource(json, BASE))],
  ['application', (json) => parseApplication(parseResource(json, BASE))],
  ['events', (json) => parseEventPackage(json, BASE)],
]

// Names that the parsers look at, so that the search goes where they go.
const NAMES =
  '_links _embedded rel uri id name href self next resume sender events link in type contact group me people etag ' +
  'availability message lastActive'
const names = fc.constantFrom(...NAMES.split(' '))
const { json: anyJson } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, 0, -1, '', '/x', 'sip:a@b', '/Date(1)/', 'http://'),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(names, tie('json'), { maxKeys: 5 }),
  ),
}))

test.each(PARSERS)('no JSON makes the parser of %s throw anything but a UcwaError', (_, parse) => {
  fc.assert(
    fc.property(fc.oneof(anyJson, fc.jsonValue()), (json) => {
      const failure = failureFrom(() => parse(json))
      expect(failure === null || failure.kind === 'malformed' || failure.kind === 'refused').toBe(true)
    }),
    { numRuns: 300 },
  )
})
