import { expect, test } from 'vitest'
import { anHref, POOL } from '../testing/examples.ts'
import { NO_REASON, UcwaError } from './errors.ts'
import { parseResource, toSipUri, type Href, type Resource } from './hal.ts'
import { createLinkIndex } from './link-index.ts'
import { createPeopleUcwa } from './people-ucwa.ts'

const never = new AbortController().signal
const DANA = toSipUri('sip:danab@contoso.com')
const LIN = toSipUri('sip:lin.o%27neil@contoso.com')

const linkedTo = (links: Readonly<Record<string, Href | readonly Href[]>>): Resource =>
  parseResource(
    {
      _links: Object.fromEntries(
        Object.entries(links).map(([rel, to]) => [
          rel,
          typeof to === 'string' ? { href: to } : to.map((href) => ({ href })),
        ]),
      ),
    },
    POOL,
  )

/** A server that answers reads from a table; what is not in it does not know the version that was asked for. */
function people(answers: ReadonlyMap<Href, object>, of: Partial<Record<'people' | 'me', Resource>> = {}) {
  const index = createLinkIndex()
  const asked: string[] = []
  const readAt = async (href: Href, _: AbortSignal, version?: number): Promise<Resource> => {
    asked.push(`${href}${version === undefined ? '' : ` v${version}`}`)
    const body = answers.get(href)
    const reason = { ...NO_REASON, subcode: 'APIVersionNotSupported' }
    if (body === undefined || (version !== undefined && 'isFirstVersion' in body))
      throw new UcwaError({ kind: 'refused', status: 404, reason })
    const resource = parseResource(body, POOL)
    index.learn(resource)
    return resource
  }
  const unused = (): never => {
    throw new Error('nothing is written here')
  }
  let learned = 0
  const ucwa = createPeopleUcwa({
    http: { send: unused, get: unused, post: unused, renewAfter: unused, snapshot: unused },
    index,
    ended: () => never,
    readAt,
    contactHref: async (whose, rel) => {
      const href = index.hrefOf(whose, rel)
      if (href === null) throw new Error(`no ${rel} of ${whose}`)
      return href
    },
    learnContacts: async () => {
      learned += 1
    },
    people: async () => of.people ?? linkedTo({}),
    me: async () => of.me ?? linkedTo({}),
  })
  return { ucwa, index, asked, learned: () => learned }
}

const contact = (uri: string, self: Href, more: object = {}) => ({
  rel: 'contact',
  uri,
  _links: { self: { href: self }, ...more },
})

test('the list by level names everybody once, and reads for their names only those who are on no list', async () => {
  const [list, dana, stranger] = [anHref(), anHref(), anHref()]
  const level = (relationshipLevel: string, ...contacts: readonly Href[]) => ({
    rel: 'myPrivacyRelationship',
    relationshipLevel,
    _links: { contact: contacts.map((href) => ({ href })) },
  })
  const there = people(
    new Map<Href, object>([
      [
        list,
        {
          _embedded: {
            myPrivacyRelationship: [
              level('Workgroup', dana),
              level('Blocked', stranger),
              level('Neighbours'),
            ],
          },
        },
      ],
      [stranger, contact('sip:Lin.O%27Neil@contoso.com', stranger)],
    ]),
    { people: linkedTo({ myPrivacyRelationships: list }) },
  )
  there.index.learn(parseResource(contact(DANA, dana), POOL))

  const found = await there.ucwa.myPrivacyRelationships(never)

  expect([...(found?.levelOf ?? [])]).toEqual([
    [DANA, 'Workgroup'],
    [LIN, 'Blocked'],
  ])
  expect(found?.strangers.map(({ uri }) => uri)).toEqual([LIN])
  expect(there.asked).toEqual([list, stranger])
  expect(there.learned()).toBe(1)
})

test('without its link there is no list by level, and there are no phones', async () => {
  const { ucwa, asked } = people(new Map())
  expect(await ucwa.myPrivacyRelationships(never)).toBe(null)
  expect(await ucwa.phones(never)).toBe(null)
  expect(asked).toEqual([])
})

test('phones that are linked rather than embedded are read one by one', async () => {
  const [phones, work] = [anHref(), anHref()]
  const { ucwa } = people(
    new Map<Href, object>([
      [phones, { _links: { phone: [{ href: work }] } }],
      [work, { rel: 'phone', type: ' Work', number: ' tel:+4533487219', includeInContactCard: true }],
    ]),
    { me: linkedTo({ phones }) },
  )
  expect(await ucwa.phones(never)).toMatchObject([
    { type: 'Work', number: 'tel:+4533487219', isOnCard: true },
  ])
})

test('a server of the first version is asked once more, for a level that can only be read', async () => {
  const [dana, level] = [anHref(), anHref()]
  const { ucwa, index, asked } = people(
    new Map([[level, { relationshipLevel: 'Colleagues', isFirstVersion: true }]]),
  )
  index.learn(parseResource(contact(DANA, dana, { contactPrivacyRelationship: { href: level } }), POOL))
  expect((await ucwa.contactPrivacyRelationship(DANA, never)).level).toBe('Colleagues')
  expect(asked).toEqual([`${level} v2`, level])
})
