import { describe, expect, test } from 'vitest'
import {
  INTERNAL,
  links,
  challenged,
  ROOT,
  foundRoot,
  signIn,
  TOKEN,
  granted,
  USER,
  foundUser,
  wayIn,
  world,
  XFRAME,
  type World,
} from '../testing/scripted-world.ts'
import type { Answer } from '../testing/scripted-server.ts'

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
      .expects('GET', ROOT, foundRoot)
      .expects('GET', USER, challenged)
      .expects('POST', TOKEN, granted)
      .expects('GET', USER, foundUser)
    expect((await signIn(there.client)).way.kind).toBe('found')
    expect(there.client.transport()).toBe('xframe')
    expect(there.frames).toContain(XFRAME)
    there.framed.expectAllPlayed()
  })

  test('starts where the configuration says, and trusts it', async () => {
    const url = 'https://dial.corp.example/root'
    const there = world({ configuration: { autodiscover: { url } } })
    there.server.expects('GET', url, foundRoot).expects('GET', USER, foundUser)
    expect((await signIn(there.client)).way.kind).toBe('found')
    there.server.expectAllPlayed()
  })

  test('follows redirects of the root and of the user, a few', async () => {
    const there = world()
    const to = (redirect: string): Answer => ({ body: { _links: links({ redirect }) } })
    const [one, two] = ['https://one.contoso.com/root', 'https://two.contoso.com/user']
    there.server
      .expects('GET', INTERNAL, to(one))
      .expects('GET', one, foundRoot)
      .expects('GET', USER, to(two))
      .expects('GET', two, foundUser)
    expect((await signIn(there.client)).way.kind).toBe('found')
    there.server.expectAllPlayed()
  })

  test('is not led astray by a page that answers for every name of the domain', async () => {
    const there = world()
    there.server
      .expects('GET', INTERNAL, { body: '<html>' })
      .expects('GET', ROOT, foundRoot)
      .expects('GET', USER, foundUser)
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
          .expects('GET', INTERNAL, foundRoot)
          .expects('GET', USER, challenged)
          .expects('POST', TOKEN, { status: 400, body: { error: 'invalid_grant' } }),
      { kind: 'wrongPassword' },
    ],
    [
      'there is no grant that we know',
      {},
      ({ server }) =>
        server.expects('GET', INTERNAL, foundRoot).expects('GET', USER, {
          status: 401,
          headers: {
            'WWW-Authenticate': 'MsRtcOAuth href="/t",grant_type="urn:microsoft.rtc:anonmeeting, other"',
          },
        }),
      { kind: 'noGrant', offered: ['urn:microsoft.rtc:anonmeeting', 'other'] },
    ],
    [
      'the root leads elsewhere',
      {},
      ({ server }) =>
        server.expects('GET', INTERNAL, { body: { _links: links({ user: 'https://evil.example/user' }) } }),
      { kind: 'notTrusted', origin: 'https://evil.example', namedBy: 'lyncdiscoverinternal.contoso.com' },
    ],
    [
      'redirects of HTTP end elsewhere',
      {},
      ({ server }) =>
        server
          .expects('GET', INTERNAL, { ...foundRoot, from: 'https://evil.example/root' })
          .expects('GET', ROOT, { ...foundRoot, from: 'https://evil.example/root' }),
      { kind: 'notTrusted', origin: 'https://evil.example', namedBy: 'lyncdiscover.contoso.com' },
    ],
    [
      'the pool is elsewhere',
      {},
      ({ server }) =>
        server
          .expects('GET', INTERNAL, foundRoot)
          .expects('GET', USER, { body: { _links: links({ applications: 'https://evil.example/apps' }) } }),
      { kind: 'notTrusted', origin: 'https://evil.example', namedBy: 'lyncweb.contoso.com' },
    ],
    [
      'the server fails',
      {},
      ({ server }) => server.expects('GET', INTERNAL, foundRoot).expects('GET', USER, { status: 503 }),
      { kind: 'other', host: 'lyncweb.contoso.com', because: { kind: 'serverFailed', status: 503 } },
    ],
    [
      'pages answer in place of both roots',
      {},
      ({ server }) =>
        server.expects('GET', INTERNAL, { body: '<html>' }).expects('GET', ROOT, { body: '<html>' }),
      { kind: 'other', host: 'lyncdiscover.contoso.com', because: { kind: 'malformed' } },
    ],
  ])('tells the reason when %s', async (_, of, script, expected) => {
    const there = world(of)
    script(there)
    expect((await signIn(there.client)).way).toMatchObject(expected)
    there.server.expectAllPlayed()
    there.framed.expectAllPlayed()
    expect(there.clock.sleeping()).toBe(0)
  })

  test.each([
    'lenea',
    '@contoso.com',
    'lenea@',
    'lenea@com',
    'lenea@contoso.com@evil',
    String.raw`CONTOSO\lenea`,
    '',
  ])('asks nobody for the address "%s"', async (address) => {
    expect((await signIn(world().client, { address })).way).toEqual({ kind: 'badAddress' })
  })

  test('takes a domain without a dot for one only where the configuration names it', async () => {
    const { client, server } = world({ configuration: { trustedDomains: ['corp'] } })
    server.expects('GET', INTERNAL.replace('contoso.com', 'corp'), foundRoot) // which leads to contoso.com
    expect((await signIn(client, { address: 'lenea@corp' })).way.kind).toBe('notTrusted')
    server.expectAllPlayed()
  })
})

test('a token that is taken back at once is renewed again, and the person is asked for nothing', async () => {
  const there = world({ configuration: { transport: 'cors' } })
  there.server.expects('GET', INTERNAL, foundRoot)
  for (let renewals = 0; renewals < 2; renewals += 1)
    there.server.expects('GET', USER, challenged).expects('POST', TOKEN, granted)
  there.server.expects('GET', USER, foundUser)
  expect((await signIn(there.client)).way).toMatchObject({ kind: 'found' })
  there.server.expectAllPlayed()
})

test('whose home is Microsoft’s cloud is told so', async () => {
  const redirect = 'https://webdir1a.online.lync.com/Autodiscover/root'
  const online = world()
  online.server
    .expects('GET', INTERNAL, foundRoot)
    .expects('GET', USER, challenged)
    .expects('POST', TOKEN, granted)
    .expects('GET', USER, { body: { _links: links({ redirect }) } })
  expect((await signIn(online.client)).way).toEqual({
    kind: 'homedOnline',
    host: 'webdir1a.online.lync.com',
  })
  online.server.expectAllPlayed()
})

test('the record names what was asked and how it was answered, and no secret', async () => {
  const there = world()
  wayIn(there)
  await signIn(there.client)
  const discovered = there.discovered()
  expect(discovered).toMatchObject({
    domain: 'contoso.com',
    from: 'sign-in domain',
    outcome: 'found',
    grants: { offered: ['password'], used: 'password' },
  })
  expect(discovered?.steps.map(({ asked, answer }) => `${asked} ${answer}`)).toEqual([
    'root noAnswer',
    'root noAnswer',
    'root 200',
    'user 401',
    'token 200',
    'user 200',
  ])
  expect(JSON.stringify(discovered)).not.toMatch(/secret|cwt|lenea/)
})
