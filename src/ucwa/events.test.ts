import { describe, expect, test } from 'vitest'
import { parseEventPackage, withEventParameters } from './events.ts'
import { toHref } from './hal.ts'

const POOL = 'https://lyncweb.contoso.com'
const BASE = `${POOL}/ucwa/oauth/v1/applications/101/events?ack=1`

const read = (json: object) => parseEventPackage(json, BASE)
const links = (rels: object) => ({ _links: { self: { href: '/events?ack=1' }, ...rels } })
const event = (rel: string, of: object = {}) => ({ link: { rel, href: `/${rel}` }, type: 'updated', ...of })

describe('a package', () => {
  const heard = read({
    ...links({ next: { href: '/events?ack=2&instanceId=abc' } }),
    sender: [
      { rel: 'me', href: '/me', events: [event('me'), event('presence', { type: 'added' })] },
      {
        rel: 'people',
        href: '/people',
        events: [event('contact', { in: { rel: 'group', href: '/g' }, type: 'deleted' })],
      },
      { rel: 'me', href: '/me', events: [event('note', { type: 'whatever' })] },
      { rel: 'silent', href: '/silent' },
    ],
  })

  test('keeps the order in which things came about, across its senders', () => {
    expect(heard.events.map(({ target }) => target.rel)).toEqual(['me', 'presence', 'contact', 'note'])
  })

  test('says who, what, in which collection, and how', () => {
    expect(heard.events[2]).toEqual({
      sender: { rel: 'people', href: `${POOL}/people` },
      target: { rel: 'contact', href: `${POOL}/contact` },
      in: { rel: 'group', href: `${POOL}/g` },
      type: 'deleted',
    })
    expect(heard.events[0]?.in).toBe(null)
  })

  test('takes a type that nobody knows for a change', () => {
    expect(heard.events[3]?.type).toBe('updated')
  })

  test('leads on by its next link, untouched', () => {
    expect(heard).toMatchObject({ next: `${POOL}/events?ack=2&instanceId=abc`, gap: false })
  })
})

test('the end of a hold is a package with a next link alone', () => {
  expect(read(links({ next: { href: '/events?ack=1' } }))).toMatchObject({ events: [], gap: false })
})

test('a resume link is a gap, and asks for the parameters again', () => {
  expect(read(links({ resume: { href: '/events?ack=3' } }))).toMatchObject({
    next: `${POOL}/events?ack=3`,
    isResumed: true,
    gap: true,
  })
})

test('a resync link is a gap, and is followed as it is', () => {
  expect(read(links({ resync: { href: '/events?ack=2' } }))).toMatchObject({
    next: `${POOL}/events?ack=2`,
    gap: true,
  })
})

test('a resync link beside a next link is a gap too', () => {
  expect(read(links({ next: { href: '/n' }, resync: { href: '/r' } }))).toMatchObject({
    next: `${POOL}/n`,
    gap: true,
  })
})

test('what the events bring along is handed on', () => {
  const heard = read({
    ...links({ next: { href: '/n' } }),
    sender: [
      {
        rel: 'people',
        href: '/people',
        events: [event('contact', { _embedded: { contact: { uri: 'sip:a@b' } } })],
      },
    ],
  })
  expect(heard.embedded.map((one) => one.embedded.get('contact')?.[0]?.properties)).toEqual([
    { uri: 'sip:a@b' },
  ])
})

test.each([
  ['it leads nowhere', links({})],
  [
    'an event has no link',
    {
      ...links({ next: { href: '/n' } }),
      sender: [{ rel: 'me', href: '/me', events: [{ type: 'updated' }] }],
    },
  ],
  ['its senders are a text', { ...links({ next: { href: '/n' } }), sender: 'me' }],
])('a package is malformed as a whole when %s', (_, json) => {
  expect(() => read(json)).toThrow(/^malformed/)
})

test('parameters are added to a link whose own stay as they are', () => {
  const href = toHref('/events?ack=5&instanceId=abc', BASE)
  expect(withEventParameters(href, { lowSeconds: 600, mediumSeconds: 300, timeoutSeconds: 900 })).toBe(
    `${POOL}/events?ack=5&instanceId=abc&low=600&medium=300&timeout=900`,
  )
})
