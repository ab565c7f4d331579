import { describe, expect, test } from 'vitest'
import { aContact, POOL } from '../testing/examples.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import { batchAnswer, readsOf, type Answer, type Line } from '../testing/scripted-server.ts'
import {
  APP,
  application,
  APPLICATIONS,
  at,
  contact,
  links,
  me,
  opened,
  SHOWN,
  WATCHING,
} from '../testing/scripted-world.ts'
import { failureOf } from './errors.ts'
import { toHref, toSipUri } from './hal.ts'

const never = new AbortController().signal

const failure = async (work: Promise<unknown>) => {
  try {
    await work
    return null
  } catch (error) {
    return failureOf(error)
  }
}

describe('reads', () => {
  const groups = (count: number) => ({
    rel: 'myGroups',
    _embedded: {
      group: Array.from({ length: count }, (_, n) => ({
        id: `g${n}`,
        name: `Group ${n}`,
        _links: links({ groupContacts: `${APP}/people/contacts?groupId=g${n}` }),
      })),
      defaultGroup: {
        id: 'd',
        name: 'Other',
        _links: links({ groupContacts: `${APP}/people/contacts?groupId=d` }),
      },
      pinnedGroup: {
        id: 'p',
        name: 'Pinned',
        _links: links({ groupContacts: `${APP}/people/contacts?groupId=p` }),
      },
    },
  })

  /** What the pool says to each read, by path. */
  const pool = (href: string): Answer => {
    const path = href.slice(at('').length)
    if (path === '/people/groups') return { body: groups(5) }
    if (path === '/me') return { body: me }
    if (path === '/me/presence') return { body: { availability: 'Online' } }
    if (path === '/me/note') return { body: { message: '', type: 'Personal' } }
    if (path.endsWith('/presence')) return { body: { availability: 'Busy', deviceType: 'PC' } }
    if (path.endsWith('/note')) return { body: { message: `note of ${path}` } }
    const group = new URL(href).searchParams.get('groupId') ?? ''
    return { body: { _embedded: { contact: Array.from({ length: 9 }, (_, n) => contact(`${group}-${n}`)) } } }
  }
  const batch: Line = (request) => batchAnswer(readsOf(request).map(pool))

  test('of 60 and more contacts in 7 groups cost 4 requests beside the opening', async () => {
    const { client, server } = await opened()
    const { ucwa } = client
    const before = server.requests.length
    for (let batches = 0; batches < 4; batches += 1) server.expects('POST', at('/batch'), batch)
    const [, , , all] = await Promise.all([
      ucwa.me(never),
      ucwa.presence(never),
      ucwa.note(never),
      ucwa.myGroups(never),
    ])
    expect(all.map(({ kind }) => kind)).toEqual([
      'pinnedGroup',
      ...Array<string>(5).fill('group'),
      'defaultGroup',
    ])
    const contacts = (await Promise.all(all.map(({ id }) => ucwa.groupContacts(id, never)))).flat()
    const shown = await Promise.all(
      contacts.map(async ({ uri }) => [
        uri,
        await ucwa.contactPresence(uri, never),
        await ucwa.contactNote(uri, never),
      ]),
    )
    expect(shown).toHaveLength(63)
    expect(server.requests.length - before).toBe(4)
    server.expectAllPlayed()
  })

  test('of somebody whose hrefs are not known yet read the contact list first, once for all who ask', async () => {
    const { client, server } = await opened()
    const uris = [toSipUri('sip:x-0@contoso.com'), toSipUri('sip:x-1@contoso.com')]
    server
      .expects('GET', at('/people/contacts'), {
        body: { _embedded: { contact: [contact('x-0'), contact('x-1')] } },
      })
      .expects('POST', at('/batch'), batch)
    await Promise.all(uris.map((uri) => client.ucwa.contactPresence(uri, never)))
    expect(client.ownerOf(toHref(`${APP}/people/X-1/note`, POOL))).toBe(null)
    expect(client.ownerOf(toHref(`${APP}/people/x-1/note`, POOL))).toBe('sip:x-1@contoso.com')
    server.expectAllPlayed()
  })

  test('of somebody who is on no list are refused', async () => {
    const { client, server } = await opened()
    server.expects('GET', at('/people/contacts'), { body: {} })
    expect(await failure(client.ucwa.contactNote(aContact().uri, never))).toMatchObject({
      kind: 'refused',
      status: 0,
    })
  })

  test('of whom the server links to nothing, as of an address that leads to nobody, find nothing and ask nothing', async () => {
    const { client, server } = await opened()
    const bare = {
      rel: 'contact',
      uri: 'sip:gone@contoso.com',
      _links: links({ self: `${APP}/people/gone` }),
    }
    server.expects('GET', at('/people/contacts'), { body: { _embedded: { contact: [bare] } } })
    const gone = toSipUri('sip:gone@contoso.com')
    expect(await client.ucwa.contactPresence(gone, never)).toBe(null)
    expect(await client.ucwa.contactNote(gone, never)).toBe(null)
    expect(await client.ucwa.contactLocation(gone, never)).toBe(null)
    server.expectAllPlayed()
  })

  test.each<[string, Answer, 'none' | 'refused']>([
    ['an empty message', { body: { message: '' } }, 'none'],
    ['204', {}, 'none'],
    ['404', { status: 404, body: { code: 'NotFound', subcode: 'ResourceNotFound' } }, 'none'],
    [
      '404 of a lost application',
      { status: 404, body: { code: 'NotFound', subcode: 'ApplicationNotFound' } },
      'refused',
    ],
    ['403', { status: 403, body: { code: 'Forbidden' } }, 'refused'],
  ])('of a note that is answered with %s', async (_, answer, expected) => {
    const { client, server } = await opened()
    server.expects('GET', at('/people/contacts'), { body: { _embedded: { contact: [contact('x')] } } })
    server.expects('GET', at('/people/x/note'), answer)
    const note = client.ucwa.contactNote(toSipUri('sip:x@contoso.com'), never)
    if (expected === 'none') expect(await note).toBe(null)
    else expect((await failure(note))?.kind).toBe('refused')
  })

  test('wait from the loss of the application until the next is open, and then use its hrefs', async () => {
    const { client, server } = await opened()
    server.expects('GET', `${POOL}${APP}`, {
      status: 404,
      body: { code: 'NotFound', subcode: 'ApplicationNotFound' },
    })
    expect(await failure(client.check(never))).toEqual({ kind: 'applicationGone' })
    const asked = client.ucwa.presence(never)
    server
      .expects('POST', APPLICATIONS, application(me))
      .expects('GET', at('/me/presence'), { body: { availability: 'Away' } })
    await client.open(SHOWN, never)
    expect(await asked).toMatchObject({ availability: 'Away' })
    server.expectAllPlayed()
  })
})

const nextApplication: Answer = {
  ...application(me),
  body: JSON.parse(JSON.stringify(application(me).body).replaceAll(APP, `${APP}2`)),
}

// What waited for the list of a lost application found nothing, and nobody asked again: the board stood still.
test('a list that was asked of a lost application keeps nobody waiting in the next', async () => {
  const { client, server } = await opened()
  const lin = toSipUri('sip:x-0@contoso.com')
  const left = new AbortController()
  server.expects('GET', at('/people/contacts'), 'silent')
  const before = client.ucwa.contactPresence(lin, left.signal).catch(() => 'given up')
  await settled()
  server.expects('POST', APPLICATIONS, nextApplication)
  await client.open(WATCHING, never)
  left.abort()
  expect(await before).toBe('given up')
  server
    .expects('GET', at('2/people/contacts'), { body: { _embedded: { contact: [contact('x-0')] } } })
    .expects('GET', at('/people/x-0/presence'), { body: { availability: 'Busy' } })
  expect((await client.ucwa.contactPresence(lin, never))?.availability).toBe('Busy')
  server.expectAllPlayed()
})

test('a batch that hangs for a lost application keeps nobody waiting in the next, however large it was', async () => {
  const { client, server } = await opened()
  const people = Array.from({ length: 100 }, (_, n) => contact(`x-${n}`))
  server.expects('GET', at('/people/contacts'), { body: { _embedded: { contact: people } } })
  server.expects('POST', at('/batch'), 'silent')
  const before = people.map(({ uri }) => failure(client.ucwa.contactPresence(toSipUri(uri), never)))
  await settled()
  server.expects('POST', APPLICATIONS, nextApplication)
  await client.open(WATCHING, never)
  expect(await Promise.all(before)).toEqual(people.map(() => ({ kind: 'applicationGone' })))
  server.expects('GET', at('2/me/presence'), { body: { availability: 'Busy' } })
  expect((await client.ucwa.presence(never))?.availability).toBe('Busy')
  server.expectAllPlayed()
})

// Every group of the next application was then looked for in the lost one, and refused for good.
test('a list that comes in from a lost application tells the next one nothing', async () => {
  const { client, server } = await opened()
  const group = (of: string) => ({
    _embedded: { group: { id: 'g', name: 'G', _links: links({ groupContacts: `${of}/people/g` }) } },
  })
  let land = (): void => undefined
  const late = new Promise<Answer>((resolve) => (land = () => resolve({ body: group(APP) })))
  server.expects('GET', at('/people/groups'), () => late)
  const left = new AbortController()
  const before = client.ucwa.groupContacts('g', left.signal).catch(() => 'given up')
  await settled()
  server.expects('POST', APPLICATIONS, nextApplication)
  await client.open(WATCHING, never)
  left.abort()
  expect(await before).toBe('given up')
  land()
  await settled()
  server
    .expects('GET', at('2/people/groups'), { body: group(`${APP}2`) })
    .expects('GET', at('2/people/g'), { body: { _embedded: { contact: [contact('x')] } } })
  expect(await client.ucwa.groupContacts('g', never)).toHaveLength(1)
  server.expectAllPlayed()
})
