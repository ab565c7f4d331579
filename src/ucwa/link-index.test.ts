import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseResource, toHref, toSipUri } from './hal.ts'
import { canonicalHref, createLinkIndex } from './link-index.ts'

const BASE = 'https://lyncweb.contoso.com/ucwa/oauth/v1/applications/101'
const at = (path: string) => toHref(path, BASE)

const contact = (user: string, path: string) => ({
  rel: 'contact',
  uri: `sip:${user}@contoso.com`,
  _links: {
    self: { href: path },
    contactPresence: { href: `${path}/presence` },
    contactNote: { href: `${path}/note` },
  },
})

const indexOf = (json: unknown) => {
  const index = createLinkIndex()
  index.learn(parseResource(json, BASE))
  return index
}

describe('after a list of contacts has passed', () => {
  const index = indexOf({
    rel: 'groupContacts',
    _embedded: { contact: [contact('SaraD', '/people/sarad@contoso.com'), contact('danab', '/people/282')] },
  })

  test.each([
    ['as it was', '/people/sarad@contoso.com/presence'],
    ['with another case in the user', '/people/saraD@contoso.com/presence'],
    ['with another case in the domain', '/people/sarad@Contoso.com/presence'],
    ['with escapes', '/people/sarad%40contoso.com/presence'],
    ['absolute', 'https://LYNCWEB.contoso.com:443/people/sarad@contoso.com/presence'],
  ])('an href names its owner when it is written %s', (_, href) => {
    expect(index.ownerOf(at(href))).toBe('sip:sarad@contoso.com')
  })

  test('a path without an address keeps its case', () => {
    expect(index.ownerOf(at('/people/282/note'))).toBe('sip:danab@contoso.com')
    expect(index.ownerOf(at('/People/282/note'))).toBe(null)
  })

  test('requests use the href as it was received', () => {
    expect(index.hrefOf(toSipUri('sip:SARAD@contoso.com'), 'contactNote')).toBe(
      at('/people/sarad@contoso.com/note'),
    )
    expect(index.hrefOf(toSipUri('sip:sarad@contoso.com'), 'contactPhoto')).toBe(null)
  })

  test('nothing is known of others', () => {
    expect(index.ownerOf(at('/people/nobody'))).toBe(null)
    expect(index.knows(toSipUri('sip:nobody@contoso.com'))).toBe(false)
  })
})

test('a group is known by its id, whose "=" may be escaped, and a distribution group by its id too', () => {
  const index = indexOf({
    rel: 'myGroups',
    _embedded: {
      pinnedGroup: {
        id: 'cGlu=',
        _links: { self: { href: '/groups/cGlu=' }, groupContacts: { href: '/contacts?groupId=cGlu%3d' } },
      },
      distributionGroup: [
        {
          rel: 'distributionGroup',
          id: '7',
          uri: 'sip:all@contoso.com',
          _links: { self: { href: '/groups/7' }, addToContactList: { href: '/groups/add' } },
        },
      ],
    },
  })
  expect(index.ownerOf(at('/groups/cGlu%3d'))).toBe('cGlu=')
  expect(index.ownerOf(at('/groups/cglu='))).toBe(null)
  expect(index.ownerOf(at('/contacts?groupId=cGlu='))).toBe('cGlu=')
  expect(index.ownerOf(at('/groups/7'))).toBe('7')
  expect(index.ownerOf(at('/groups/add'))).toBe(null)
  expect(index.hrefOf('cGlu=', 'groupContacts')).toBe(at('/contacts?groupId=cGlu%3d'))
})

test('an href that two claim is nobody’s: a wider read, never a missed one', () => {
  const index = indexOf({
    _embedded: { contact: [contact('one', '/people/1'), contact('two', '/people/1')] },
  })
  expect(index.ownerOf(at('/people/1/note'))).toBe(null)
})

test('one’s own resources have no owner', () => {
  const index = indexOf({
    rel: 'me',
    uri: 'sip:lenea@contoso.com',
    _links: { presence: { href: '/me/presence' } },
  })
  expect(index.ownerOf(at('/me/presence'))).toBe(null)
})

test('nothing is left once the application has gone', () => {
  const index = indexOf({ _embedded: { contact: contact('one', '/people/1') } })
  index.clear()
  expect(index.ownerOf(at('/people/1'))).toBe(null)
  expect(index.knows(toSipUri('sip:one@contoso.com'))).toBe(false)
})

test('the canonical form of an href is its own canonical form, and escaping changes nothing', () =>
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 4 }), (segments) => {
      const raw = at(`/x/${segments.map((one) => encodeURIComponent(one)).join('/')}/end`)
      const canonical = canonicalHref(raw)
      expect(canonicalHref(at(canonical))).toBe(canonical)
    }),
  ))

describe('what there is behind an href', () => {
  const index = createLinkIndex()
  const learn = (json: unknown) => index.learn(parseResource(json, BASE))
  learn({
    rel: 'application',
    _links: { self: { href: '/101' }, events: { href: '/101/events?ack=1' } },
    _embedded: { people: { _links: { self: { href: '/101/people' }, search: { href: '/101/search' } } } },
  })
  learn({ rel: 'groupContacts', _embedded: { contact: [contact('danab', '/people/282')] } })
  learn({ rel: 'contactNote', _links: { self: { href: '/people/283/note' } } })

  test.each([
    ['of one of a kind', '/101', 'application'],
    ['of what it links to, whatever the query', '/101/events?ack=7&low=5', 'events'],
    ['of what it embeds', '/101/people', 'people'],
    ['of somebody', '/people/282', 'contact'],
    ['of theirs', '/people/282/note', 'contactNote'],
    ['of what nobody has linked to', '/101/else', null],
    ['of what only names itself, of which there may be thousands', '/people/283/note', null],
  ])('%s', (_, href, rel) => {
    expect(index.relOf(at(href))).toBe(rel)
  })

  test('is forgotten with the rest', () => {
    index.clear()
    expect(index.relOf(at('/101'))).toBe(null)
  })
})
