import { describe, expect, test } from 'vitest'
import { anHref, POOL } from '../testing/examples.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { createScriptedServer, type Answer, type ScriptedServer } from '../testing/scripted-server.ts'
import { parseConfiguration } from './config.ts'
import { failureOf } from './errors.ts'
import { toHref } from './hal.ts'
import { createExchange, createHttp } from './http.ts'
import { createTokens } from './token.ts'
import { createTrust } from './trust.ts'

const never = new AbortController().signal
const TOKEN_URL = `${POOL}/WebTicket/oauthtoken`
const CHALLENGE = `Bearer trusted_issuers="", MsRtcOAuth href="${TOKEN_URL}",grant_type="urn:microsoft.rtc:windows,password"`
const NO: Answer = { status: 401, body: '<html>', headers: { 'WWW-Authenticate': CHALLENGE } }
const token = (value: string, expires_in = 28_289): Answer => ({
  body: { access_token: value, expires_in, ms_rtc_identityscope: 'local', token_type: 'Bearer' },
})

function httpOn(server: ScriptedServer) {
  const clock = createHandTurnedClock()
  const trust = createTrust(parseConfiguration({}))
  trust.begin('contoso.com')
  trust.admit(POOL)
  const exchange = createExchange(server, trust, clock, 30_000)
  const tokens = createTokens((request) => exchange(request, never), trust, clock)
  tokens.begin({ username: 'lenea@contoso.com', password: 'pass@word&1' })
  return { http: createHttp(exchange, tokens, clock), clock, tokens, trust }
}

const authorizations = (server: ScriptedServer) =>
  server.requests.map(({ headers }) => headers['Authorization'])
const failure = async (work: Promise<unknown>) => {
  try {
    await work
    return null
  } catch (error) {
    return failureOf(error)
  }
}

describe('a 401', () => {
  test('is met once, and the request repeated with the token, which later requests use at once', async () => {
    const [one, two] = [anHref(), anHref()]
    const server = createScriptedServer()
      .expects('GET', one, NO)
      .expects('POST', TOKEN_URL, token('first'))
      .expects('GET', one, { body: {} })
      .expects('GET', two, { body: {} })
    const { http } = httpOn(server)
    await http.get(one, never)
    await http.get(two, never)
    expect(server.requests[1]?.body).toBe(
      'grant_type=password&username=lenea%40contoso.com&password=pass%40word%261',
    )
    expect(authorizations(server)).toEqual([undefined, undefined, 'Bearer first', 'Bearer first'])
    server.expectAllPlayed()
  })

  test('costs one renewal however many requests it fails at once', async () => {
    const those = [anHref(), anHref(), anHref()]
    const server = createScriptedServer()
    for (const href of those) server.expects('GET', href, NO)
    server.expects('POST', TOKEN_URL, token('first'))
    for (const href of those) server.expects('GET', href, { body: {} })
    const { http } = httpOn(server)
    await Promise.all(those.map((href) => http.get(href, never)))
    server.expectAllPlayed()
  })

  test('that comes late, after another request has renewed the token, costs none', async () => {
    const [one, late] = [anHref(), anHref()]
    const server = createScriptedServer()
      .expects('GET', late, 'silent')
      .expects('GET', one, NO)
      .expects('POST', TOKEN_URL, token('first'))
      .expects('GET', one, { body: {} })
    const { http, tokens } = httpOn(server)
    const abort = new AbortController()
    const stale = tokens.current(late)
    const waiting = http.get(late, abort.signal).catch((why: unknown) => why)
    await http.get(one, never)
    expect(await tokens.renew(late, CHALLENGE, stale)).toEqual({ kind: 'renewed' })
    abort.abort('enough')
    expect(await waiting).toBe('enough')
    server.expectAllPlayed()
  })

  test.each<[string, Answer | 'unreachable', string]>([
    ['the password is no longer right', { status: 400, body: { error: 'invalid_grant' } }, 'signedOut'],
    ['the ticket office is busy', { status: 503 }, 'serverFailed'],
    ['the ticket office cannot be reached', 'unreachable', 'unreachable'],
    ['its answer is no token', { body: { access_token: 3 } }, 'malformed'],
  ])('ends as it should when %s', async (_, line, kind) => {
    const href = anHref()
    const server = createScriptedServer().expects('GET', href, NO).expects('POST', TOKEN_URL, line)
    expect((await failure(httpOn(server).http.get(href, never)))?.kind).toBe(kind)
    server.expectAllPlayed()
  })

  test('that comes again, since the new token was taken back too, is met with another', async () => {
    const href = anHref()
    const server = createScriptedServer()
    for (const value of ['first', 'second', 'third'])
      server.expects('GET', href, NO).expects('POST', TOKEN_URL, token(value))
    await httpOn(server.expects('GET', href, { body: {} })).http.get(href, never)
    expect(authorizations(server).at(-1)).toBe('Bearer third')
    server.expectAllPlayed()
  })

  test('with three fresh tokens in a row means that only the user can help', async () => {
    const href = anHref()
    const server = createScriptedServer()
    for (const value of ['first', 'second', 'third'])
      server.expects('GET', href, NO).expects('POST', TOKEN_URL, token(value))
    server.expects('GET', href, NO)
    expect(await failure(httpOn(server).http.get(href, never))).toEqual({ kind: 'signedOut' })
  })

  test('that offers no grant we know, or none at all, is the end', async () => {
    for (const challenge of ['MsRtcOAuth href="/t",grant_type="urn:microsoft.rtc:windows"', 'Bearer']) {
      const href = anHref()
      const no = { status: 401, headers: { 'WWW-Authenticate': challenge } }
      const server = createScriptedServer().expects('GET', href, no)
      expect((await failure(httpOn(server).http.get(href, never)))?.kind).toMatch(/signedOut|malformed/)
      server.expectAllPlayed()
    }
  })
})

test('a token about to expire is renewed before it is used again', async () => {
  const [one, two] = [anHref(), anHref()]
  const server = createScriptedServer()
    .expects('GET', one, NO)
    .expects('POST', TOKEN_URL, token('first', 3600))
    .expects('GET', one, { body: {} })
    .expects('POST', TOKEN_URL, token('second'))
    .expects('GET', two, { body: {} })
  const { http, clock } = httpOn(server)
  await http.get(one, never)
  await clock.advance(3_560_000)
  await http.get(two, never)
  expect(authorizations(server).at(-1)).toBe('Bearer second')
  server.expectAllPlayed()
})

test('a challenge that names an untrusted ticket office gets no password', async () => {
  const href = anHref()
  const challenge = 'MsRtcOAuth href="https://evil.example/token",grant_type="password"'
  const server = createScriptedServer().expects('GET', href, {
    status: 401,
    headers: { 'WWW-Authenticate': challenge },
  })
  expect(await failure(httpOn(server).http.get(href, never))).toEqual({ kind: 'signedOut' })
  server.expectAllPlayed()
})

test.each([
  'https://evil.example/ucwa',
  'https://contoso.com.evil.example/ucwa',
  'http://lyncweb.contoso.com/ucwa',
  'https://other.contoso.com/ucwa',
  'https://lyncweb.contoso.com:8443/ucwa',
])('no request goes to an origin that nobody vouched for: %s', async (address) => {
  const server = createScriptedServer()
  const refused = await failure(httpOn(server).http.get(toHref(address, POOL), never))
  expect(refused).toMatchObject({ kind: 'malformed', detail: expect.stringContaining('not trusted') })
  expect(server.requests).toEqual([])
})

test('silence is given up, and leaves nothing behind', async () => {
  const href = anHref()
  const server = createScriptedServer().expects('GET', href, 'silent')
  const { http, clock } = httpOn(server)
  const asked = failure(http.get(href, never))
  await clock.advance(29_999)
  expect(server.held()).toBe(1)
  await clock.advance(1)
  expect(await asked).toMatchObject({ kind: 'unreachable' })
  expect(server.held()).toBe(0)
  expect(clock.sleeping()).toBe(0)
})

test('an abort rejects with its reason, at once', async () => {
  const href = anHref()
  const server = createScriptedServer().expects('GET', href, 'silent')
  const { http, clock } = httpOn(server)
  const abort = new AbortController()
  const asked = http.get(href, abort.signal)
  await settled()
  abort.abort('unmounted')
  await expect(asked).rejects.toBe('unmounted')
  await settled()
  expect(clock.sleeping()).toBe(0)
})

test('a body goes as JSON with its type, and none goes without', async () => {
  const href = anHref()
  const server = createScriptedServer().expects('POST', href).expects('POST', href)
  const { http } = httpOn(server)
  await http.post(href, { availability: 'Busy' }, never)
  await http.post(href, null, never)
  expect(server.requests.map(({ body, headers }) => [body, headers['Content-Type']])).toEqual([
    ['{"availability":"Busy"}', 'application/json'],
    [null, undefined],
  ])
})
