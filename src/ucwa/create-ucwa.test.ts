import { describe, expect, test } from 'vitest'
import { aContact, anHref, POOL } from '../testing/examples.ts'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import {
  batchAnswer,
  createScriptedServer,
  readsOf,
  type Answer,
  type Line,
} from '../testing/scripted-server.ts'
import { parseConfiguration } from './config.ts'
import { createUcwa, type UcwaClient } from './create-ucwa.ts'
import { failureOf, UcwaError } from './errors.ts'
import { toHref, toSipUri } from './hal.ts'
import type { Transport } from './transport.ts'

const never = new AbortController().signal
const ROOT = 'https://lyncdiscover.contoso.com/'
const INTERNAL = 'https://lyncdiscoverinternal.contoso.com/'
const USER = `${POOL}/Autodiscover/AutodiscoverService.svc/root/oauth/user?originalDomain=contoso.com`
const XFRAME = `${POOL}/Autodiscover/XFrame/XFrame.html`
const TOKEN = `${POOL}/WebTicket/oauthtoken`
const APPLICATIONS = `${POOL}/ucwa/oauth/v1/applications`
const APP = '/ucwa/oauth/v1/applications/101'
const at = (path: string) => `${POOL}${APP}${path}`

const links = (of: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(of).map(([rel, href]) => [rel, { href }]))
const root: Answer = { body: { _links: links({ user: USER, xframe: XFRAME }) } }
const no: Answer = {
  status: 401,
  body: '<html>',
  headers: { 'WWW-Authenticate': `MsRtcOAuth href="${TOKEN}",grant_type="password"` },
}
const token: Answer = { body: { access_token: 'cwt', expires_in: 28_289 } }
const user: Answer = { body: { _links: links({ applications: APPLICATIONS, xframe: XFRAME }) } }

const lurker = {
  uri: 'sip:LeneA@contoso.com',
  name: 'Lene',
  _links: links({ self: `${APP}/me`, makeMeAvailable: `${APP}/me/mma` }),
}
const me = {
  ...lurker,
  _links: links({
    self: `${APP}/me`,
    presence: `${APP}/me/presence`,
    note: `${APP}/me/note`,
    reportMyActivity: `${APP}/me/rma`,
  }),
}
const people = {
  _links: links({
    self: `${APP}/people`,
    myGroups: `${APP}/people/groups`,
    myContacts: `${APP}/people/contacts`,
    presenceSubscriptions: `${APP}/people/presenceSubscriptions`,
    myContactsAndGroupsSubscription: `${APP}/people/cgs`,
  }),
}
const application = (mine: object): Answer => ({
  status: 201,
  body: {
    _links: links({ self: APP, batch: `${APP}/batch`, events: `${APP}/events?ack=1&instanceId=tab` }),
    _embedded: { me: mine, people },
    rel: 'application',
  },
})

const contact = (name: string) => ({
  rel: 'contact',
  uri: `sip:${name}@contoso.com`,
  _links: links({
    self: `${APP}/people/${name}`,
    contactPresence: `${APP}/people/${name}/presence`,
    contactNote: `${APP}/people/${name}/note`,
  }),
})

function world(of: { configuration?: object; answering?: readonly string[] } = {}) {
  const server = createScriptedServer()
  const framed = createScriptedServer()
  const frames: string[] = []
  const clock = createHandTurnedClock()
  const configuration = parseConfiguration(of.configuration ?? {})
  const client = createUcwa({
    configuration,
    transports: {
      cors: server,
      xframe: withFrames(framed, frames),
      answers: (url) => Promise.resolve(of.answering?.includes(url) ?? false),
    },
    clock,
    nextTick: async () => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    },
    uniqueId: () => 'boundary',
    pageOrigin: 'https://presence.contoso.com',
    identity: {
      userAgent: 'Presence Board',
      culture: 'en-US',
      endpointId: () => 'endpoint',
      instanceId: () => 'tab',
    },
    giveUp: { requestMs: 30_000, pollMs: 210_000 },
    eventParameters: { lowSeconds: 5, mediumSeconds: null, timeoutSeconds: 180 },
  })
  return { client, server, framed, frames, clock }
}

const withFrames = (transport: Transport, frames: string[]) => ({
  send: (...asked: Parameters<Transport['send']>) => transport.send(...asked),
  knowFrame: (url: string) => void frames.push(url),
  frameFor: (url: string) => `${new URL(url).origin}/xframe`,
  close: () => void frames.push('closed'),
})

const signIn = (client: UcwaClient, of: { address?: string; onlyWatch?: boolean } = {}) => {
  const steps: string[] = []
  const way = client.signIn(
    {
      address: of.address ?? 'lenea@contoso.com',
      password: 'secret',
      onlyWatch: of.onlyWatch ?? false,
      onStep: (step, host) => steps.push(`${step} ${host}`),
    },
    never,
  )
  return way.then((found) => ({ way: found, steps }))
}

type World = ReturnType<typeof world>
const wayIn = ({ server }: World) =>
  server
    .expects('GET', INTERNAL, 'unreachable')
    .expects('GET', ROOT, root)
    .expects('GET', USER, no)
    .expects('POST', TOKEN, token)
    .expects('GET', USER, user)

/** Signed in and made available. */
async function opened() {
  const there = world()
  wayIn(there)
    .expects('POST', APPLICATIONS, application(lurker))
    .expects('POST', at('/me/mma'))
    .expects('GET', at('/me'), { body: me })
  await signIn(there.client)
  const events = await there.client.open(never)
  there.server.expectAllPlayed()
  return { ...there, events }
}

const failure = async (work: Promise<unknown>) => {
  try {
    await work
    return null
  } catch (error) {
    return failureOf(error)
  }
}

describe('signing in', () => {
  test('goes from the address to the home pool, internal host first', async () => {
    const there = world()
    wayIn(there)
    expect(await signIn(there.client, { address: ' sip:lenea@Contoso.com ' })).toEqual({
      way: { kind: 'found', host: 'lyncweb.contoso.com' },
      steps: [
        'finding lyncdiscoverinternal.contoso.com',
        'finding lyncdiscover.contoso.com',
        'signingIn lyncweb.contoso.com',
      ],
    })
    expect(there.client.transport()).toBe('cors')
    there.server.expectAllPlayed()
  })

  test('goes through the frame where the root cannot be read otherwise, each host with its own', async () => {
    const there = world({ answering: [ROOT] })
    there.server.expects('GET', INTERNAL, 'unreachable').expects('GET', ROOT, 'unreachable')
    there.framed
      .expects('GET', ROOT, root)
      .expects('GET', USER, no)
      .expects('POST', TOKEN, token)
      .expects('GET', USER, user)
    expect((await signIn(there.client)).way.kind).toBe('found')
    expect(there.client.transport()).toBe('xframe')
    expect(there.frames).toContain(XFRAME)
    there.framed.expectAllPlayed()
  })

  test('starts where the configuration says, and trusts it', async () => {
    const url = 'https://dial.corp.example/root'
    const there = world({ configuration: { autodiscover: { url } } })
    there.server.expects('GET', url, root).expects('GET', USER, user)
    expect((await signIn(there.client)).way.kind).toBe('found')
    there.server.expectAllPlayed()
  })

  test('follows redirects of the root and of the user, a few', async () => {
    const there = world()
    const to = (redirect: string): Answer => ({ body: { _links: links({ redirect }) } })
    const [one, two] = ['https://one.contoso.com/root', 'https://two.contoso.com/user']
    there.server
      .expects('GET', INTERNAL, to(one))
      .expects('GET', one, root)
      .expects('GET', USER, to(two))
      .expects('GET', two, user)
    expect((await signIn(there.client)).way.kind).toBe('found')
    there.server.expectAllPlayed()
  })

  test('does not follow them for ever', async () => {
    const there = world()
    const round: Answer = { body: { _links: links({ redirect: INTERNAL }) } }
    for (let hop = 0; hop < 6; hop += 1) there.server.expects('GET', INTERNAL, round)
    expect((await signIn(there.client)).way).toMatchObject({ kind: 'other', because: { kind: 'malformed' } })
    there.server.expectAllPlayed()
  })

  const told = '28070;source="fe1";reason="Service does not allow a cross domain request from this origin."'
  test.each<[string, object, (there: World) => void, object]>([
    [
      'one host cannot be reached, and the other knows of nothing',
      {},
      ({ server }) => server.expects('GET', INTERNAL, 'unreachable').expects('GET', ROOT, { status: 404 }),
      { kind: 'serverNotFound', domain: 'contoso.com' },
    ],
    [
      'no host can be reached',
      {},
      ({ server }) => server.expects('GET', INTERNAL, 'unreachable').expects('GET', ROOT, 'unreachable'),
      {
        kind: 'serverNotFound',
        domain: 'contoso.com',
        asked: ['lyncdiscoverinternal.contoso.com', 'lyncdiscover.contoso.com'],
      },
    ],
    [
      'the origin of the page is not on the list',
      {},
      ({ server }) => server.expects('GET', INTERNAL, { status: 403, headers: { 'X-Ms-diagnostics': told } }),
      {
        kind: 'originNotAllowed',
        origin: 'https://presence.contoso.com',
        host: 'lyncdiscoverinternal.contoso.com',
        told,
      },
    ],
    [
      'a host answers that may not be read',
      { configuration: { transport: 'cors' }, answering: [ROOT] },
      ({ server }) => server.expects('GET', INTERNAL, 'unreachable').expects('GET', ROOT, 'unreachable'),
      { kind: 'originNotAllowed', host: 'lyncdiscover.contoso.com', told: '' },
    ],
    [
      'a host answers, and its frame is silent',
      { configuration: { transport: 'xframe' }, answering: [ROOT] },
      ({ framed }) => framed.expects('GET', ROOT, 'unreachable'),
      { kind: 'frameRefused', url: `${ROOT}xframe` },
    ],
    [
      'the password is wrong',
      {},
      ({ server }) =>
        server
          .expects('GET', INTERNAL, root)
          .expects('GET', USER, no)
          .expects('POST', TOKEN, { status: 400, body: { error: 'invalid_grant' } }),
      { kind: 'wrongPassword' },
    ],
    [
      'there is no grant that we know',
      {},
      ({ server }) =>
        server.expects('GET', INTERNAL, root).expects('GET', USER, {
          status: 401,
          headers: {
            'WWW-Authenticate': 'MsRtcOAuth href="/t",grant_type="urn:microsoft.rtc:windows, other"',
          },
        }),
      { kind: 'noGrant', offered: ['urn:microsoft.rtc:windows', 'other'] },
    ],
    [
      'the root leads elsewhere',
      {},
      ({ server }) =>
        server.expects('GET', INTERNAL, { body: { _links: links({ user: 'https://evil.example/user' }) } }),
      { kind: 'notTrusted', origin: 'https://evil.example', namedBy: 'lyncdiscoverinternal.contoso.com' },
    ],
    [
      'the pool is elsewhere',
      {},
      ({ server }) =>
        server
          .expects('GET', INTERNAL, root)
          .expects('GET', USER, { body: { _links: links({ applications: 'https://evil.example/apps' }) } }),
      { kind: 'notTrusted', origin: 'https://evil.example', namedBy: 'lyncweb.contoso.com' },
    ],
    [
      'the server fails',
      {},
      ({ server }) => server.expects('GET', INTERNAL, root).expects('GET', USER, { status: 503 }),
      { kind: 'other', host: 'lyncweb.contoso.com', because: { kind: 'serverFailed', status: 503 } },
    ],
    [
      'a page answers in place of the root',
      {},
      ({ server }) => server.expects('GET', INTERNAL, { body: '<html>' }),
      { kind: 'other', because: { kind: 'malformed' } },
    ],
  ])('tells the reason when %s', async (_, of, script, expected) => {
    const there = world(of)
    script(there)
    expect((await signIn(there.client)).way).toMatchObject(expected)
    there.server.expectAllPlayed()
    there.framed.expectAllPlayed()
    expect(there.clock.sleeping()).toBe(0)
  })

  test.each(['lenea', '@contoso.com', 'lenea@', 'lenea@contoso.com@evil', String.raw`CONTOSO\lenea`, ''])(
    'asks nobody for the address "%s"',
    async (address) => {
      expect((await signIn(world().client, { address })).way).toEqual({ kind: 'badAddress' })
    },
  )
})

describe('opening', () => {
  test('creates the application, makes the person available for nothing but presence, and says where events are', async () => {
    const { server, events, client } = await opened()
    expect(events).toBe(at('/events?ack=1&instanceId=tab&low=5&timeout=180'))
    const [creation, availability] = server.requests.slice(-3)
    expect(JSON.parse(creation?.body ?? '')).toEqual({
      userAgent: 'Presence Board',
      culture: 'en-US',
      endpointId: 'endpoint',
      instanceId: 'tab',
      type: 'Browser',
    })
    expect(JSON.parse(availability?.body ?? '')).toEqual({ supportedModalities: [] })
    expect(client.canReportMyActivity()).toBe(true)
  })

  test('again after a reload takes up the same one: it was made available before', async () => {
    const there = world()
    const conflict: Answer = { status: 409, body: { code: 'Conflict', subcode: 'AlreadyExists' } }
    wayIn(there)
      .expects('POST', APPLICATIONS, { ...application(lurker), status: 200 })
      .expects('POST', at('/me/mma'), conflict)
      .expects('GET', at('/me'), { body: me })
    await signIn(there.client)
    await there.client.open(never)
    expect(there.client.canReportMyActivity()).toBe(true)
  })

  test('a lurker’s makes nobody available, and there is no presence of their own', async () => {
    const there = world()
    wayIn(there).expects('POST', APPLICATIONS, application(lurker))
    await signIn(there.client, { onlyWatch: true })
    await there.client.open(never)
    expect(there.client.canReportMyActivity()).toBe(false)
    expect(await there.client.ucwa.presence(never)).toBe(null)
    expect(await failure(there.client.ucwa.setPresence('Busy'))).toMatchObject({ kind: 'refused', status: 0 })
    there.server.expectAllPlayed()
  })

  test('that is refused says so', async () => {
    const there = world()
    wayIn(there).expects('POST', APPLICATIONS, {
      status: 410,
      body: { code: 'Gone', subcode: 'TooManyApplications' },
    })
    await signIn(there.client)
    expect(await failure(there.client.open(never))).toMatchObject({ kind: 'refused', status: 410 })
  })
})

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
    await client.open(never)
    expect(await asked).toMatchObject({ availability: 'Away' })
    server.expectAllPlayed()
  })
})

describe('a poll', () => {
  const next = anHref(`${APP}/events?ack=2`)
  const gone: Answer = { status: 404, body: { code: 'NotFound', subcode: 'ApplicationNotFound' } }

  test('may be silent for as long as the server holds it', async () => {
    const { client, server, clock } = await opened()
    server.expects('GET', next, 'silent')
    const asked = failure(client.poll(next, never))
    await clock.advance(209_999)
    expect(server.held()).toBe(1)
    await clock.advance(1)
    expect((await asked)?.kind).toBe('unreachable')
  })

  test('learns whose is what from the resources it brings', async () => {
    const { client, server } = await opened()
    const event = {
      link: { rel: 'contact', href: `${APP}/people/x` },
      type: 'added',
      _embedded: { contact: contact('x') },
    }
    server.expects('GET', next, {
      body: {
        _links: links({ next: `${APP}/events?ack=3` }),
        sender: [{ rel: 'people', href: `${APP}/people`, events: [event] }],
      },
    })
    expect((await client.poll(next, never)).next).toBe(at('/events?ack=3'))
    expect(client.ownerOf(anHref(`${APP}/people/x/presence`))).toBe('sip:x@contoso.com')
  })

  test('believes a 404 only when the application says the same', async () => {
    const { client, server } = await opened()
    server
      .expects('GET', next, gone)
      .expects('GET', `${POOL}${APP}`, { body: { _links: links({ self: APP }) } })
    expect(await failure(client.poll(next, never))).toMatchObject({ kind: 'refused', status: 404 })
    server.expects('GET', next, gone).expects('GET', `${POOL}${APP}`, gone)
    expect(await failure(client.poll(next, never))).toEqual({ kind: 'applicationGone' })
    server.expectAllPlayed()
  })

  test('that was replaced says so', async () => {
    const { client, server } = await opened()
    server.expects('GET', next, { status: 409, body: { code: 'Conflict', subcode: 'PGetReplaced' } })
    expect(await failure(client.poll(next, never))).toEqual({ kind: 'replaced' })
  })

  test('goes nowhere that a link leads astray', async () => {
    const { client } = await opened()
    expect((await failure(client.poll(toHref('https://evil.example/events', POOL), never)))?.kind).toBe(
      'malformed',
    )
  })
})

describe('subscriptions', () => {
  const subscription = {
    rel: 'presenceSubscription',
    id: '7',
    _links: links({ self: `${APP}/ps/7`, addToPresenceSubscription: `${APP}/psm?id=7` }),
  }
  const uris = [toSipUri('sip:a@contoso.com')]

  test('are made, extended, added to, and ended, though they may have lapsed', async () => {
    const { client, server } = await opened()
    server
      .expects('POST', at('/people/presenceSubscriptions'), { status: 201, body: subscription })
      .expects('POST', at('/ps/7?duration=30'), { status: 200, body: subscription })
      .expects('POST', at('/psm?id=7'), { status: 201, body: {} })
      .expects('DELETE', at('/ps/7'), { status: 404 })
    const made = await client.subscribe(uris, 30, never)
    await client.extend(made, 30, never)
    await client.addTo(made, uris, never)
    await client.unsubscribe(made, never)
    const bodies = server.requests.slice(-4).map(({ body }) => (body === null ? null : JSON.parse(body)))
    expect(bodies).toEqual([{ duration: 30, uris }, null, { contactUris: uris }, null])
    server.expectAllPlayed()
  })

  test('to contacts and groups are looked up once, and refreshed', async () => {
    const { client, server } = await opened()
    const start = { startOrRefreshSubscriptionToContactsAndGroups: `${APP}/people/cgs/start` }
    server
      .expects('GET', at('/people/cgs'), { body: { _links: links(start) } })
      .expects('POST', at('/people/cgs/start?duration=30'), { status: 201, body: {} })
      .expects('POST', at('/people/cgs/start?duration=30'), { status: 201, body: {} })
    await client.followContactsAndGroups(30, never)
    await client.followContactsAndGroups(30, never)
    server.expectAllPlayed()
  })
})

describe('the end', () => {
  test('deletes the application, and leaves no token, href or password', async () => {
    const { client, server, frames } = await opened()
    expect(client.tokenFor(anHref('/photo'))).toBe('cwt')
    expect(client.tokenFor(toHref('https://evil.example/photo', POOL))).toBe(null)
    server.expects('DELETE', `${POOL}${APP}`)
    await client.end(never)
    expect(client.tokenFor(anHref('/photo'))).toBe(null)
    expect(frames).toContain('closed')
    expect(await failure(client.ucwa.me(never))).toEqual({ kind: 'signedOut' })
    expect(await failure(client.open(never))).toEqual({ kind: 'signedOut' })
    server.expectAllPlayed()
  })

  test('comes though the server is gone', async () => {
    const { client, server } = await opened()
    server.expects('DELETE', `${POOL}${APP}`, 'unreachable')
    await client.end(never)
    expect(client.tokenFor(anHref('/photo'))).toBe(null)
  })

  test('releases who still waits', async () => {
    const { client } = world()
    const waiting = failure(client.ucwa.me(never))
    await client.end(never)
    expect(await waiting).toEqual({ kind: 'signedOut' })
  })

  test('is not for good: another may sign in', async () => {
    const there = await opened()
    there.server.expects('DELETE', `${POOL}${APP}`)
    await there.client.end(never)
    there.server
      .expects('GET', INTERNAL, root)
      .expects('GET', USER, no)
      .expects('POST', TOKEN, token)
      .expects('GET', USER, user)
      .expects('POST', APPLICATIONS, application(me))
      .expects('GET', at('/me/presence'), { body: { availability: 'Online' } })
    await signIn(there.client)
    await there.client.open(never)
    expect(await there.client.ucwa.presence(never)).toMatchObject({ availability: 'Online' })
    there.server.expectAllPlayed()
  })
})

test('an error of ours says what it is', () => {
  expect(new UcwaError({ kind: 'replaced' }).message).toBe('replaced')
})
