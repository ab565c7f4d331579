import { describe, expect, test } from 'vitest'
import { POOL } from '../testing/examples.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { createScriptedServer, type Answer } from '../testing/scripted-server.ts'
import { parseConfiguration } from './config.ts'
import { NO_REASON, UcwaError } from './errors.ts'
import { createExchange } from './http.ts'
import type { ModernGrant, ModernRequest, ModernToken } from './modern.ts'
import { createTokens, type ChallengeMet, type Proof, type SignInPage } from './token.ts'
import type { TransportRequest } from './transport.ts'
import { createTrust } from './trust.ts'

const never = new AbortController().signal
const USER = `${POOL}/Autodiscover/user`
const TICKETS = `${POOL}/WebTicket/oauthtoken`
const PASSIVE = `${POOL}/PassiveAuth/PassiveAuth.aspx`
const PROVIDER = 'https://login.contoso.com/oauth2/authorize'
const SECOND = 'https://pool2.contoso.com'

const aChallenge = (types: string, tickets = TICKETS) =>
  `Bearer trusted_issuers="", authorization_uri="${PROVIDER}", MsRtcOAuth href="${tickets}",grant_type="${types}"`
const granted = (value: string, expires_in = 28_800): Answer => ({
  body: { access_token: value, expires_in },
})
const WINDOWS = 'urn:microsoft.rtc:windows'
const PASSIVE_TYPE = 'urn:microsoft.rtc:passive'
const noTicketYet = (page = PASSIVE): Answer => ({
  status: 400,
  body: { error: 'invalid_grant', ms_rtc_passiveauthuri: page },
})

type Script = {
  readonly tokens?: readonly ModernToken[]
  readonly refreshed?: ModernToken | UcwaError
  /** Each refresh gives another refresh token, and takes the one before out of use. */
  readonly rotates?: boolean
  /** How long the server takes for an answer. */
  readonly takesMs?: number
}

function world(
  configuration: object = {},
  { tokens: given = [], refreshed, rotates = false, takesMs = 0 }: Script = {},
) {
  const server = createScriptedServer()
  const clock = createHandTurnedClock()
  const parsed = parseConfiguration(configuration)
  const trust = createTrust(parsed)
  trust.begin('contoso.com')
  trust.admit(POOL)
  trust.admit(SECOND)
  const exchange = createExchange(server, trust, clock, 30_000)
  const met: ChallengeMet[] = []
  const asked: ModernRequest[] = []
  const left = [...given]
  const refreshedBy: string[] = []
  const modern: ModernGrant = {
    begin: async (request) => {
      asked.push(request)
      return {
        url: `${request.authority}/authorize?asked=1`,
        finish: async (returned) => {
          expect(returned).toBe('https://presence.contoso.com/?code=1')
          const next = left.shift()
          if (next === undefined) throw new Error('no token is left to give')
          return next
        },
      }
    },
    refresh: async (_, refreshToken) => {
      if (rotates) {
        const isUsed = refreshedBy.includes(refreshToken)
        refreshedBy.push(refreshToken)
        await settled() // as long as it takes for two to meet
        if (isUsed) throw new UcwaError({ kind: 'refused', status: 400, reason: NO_REASON })
        return aToken(`by ${refreshToken}`, `${refreshToken}+`)
      }
      expect(refreshToken).toBe('refresh')
      if (refreshed instanceof UcwaError) throw refreshed
      if (refreshed === undefined) throw new Error('no refreshed token is left to give')
      return refreshed
    },
  }
  const answered = async (request: TransportRequest) => {
    const reply = await exchange(request, never)
    await clock.advance(takesMs)
    return reply
  }
  const tokens = createTokens(answered, trust, clock, {
    configuration: parsed.signIn,
    modern,
    onMet: (one) => met.push(one),
  })
  const begin = (of: Partial<Proof> = {}) =>
    tokens.begin({ username: 'lenea@contoso.com', password: '', picked: null, ...of })
  const pages: SignInPage[] = []
  const visits = (...returned: readonly (string | null)[]) => {
    const back = [...returned]
    tokens.ask(async (page) => {
      pages.push(page)
      const [next = null] = back.splice(0, 1)
      return next
    })
  }
  return { tokens, server, clock, begin, visits, pages, met, asked, refreshedBy }
}

const NO_TICKET = { status: 401, headers: { 'WWW-Authenticate': 'Negotiate' } }

describe('integrated sign-in', () => {
  test('sends no name and no password: what the browser has goes with it by itself', async () => {
    const { tokens, server, begin, met } = world()
    begin({ picked: 'windows' })
    server.expects('POST', TICKETS, granted('by windows'))
    expect(await tokens.renew(USER, aChallenge(`${WINDOWS},password`), null)).toEqual({ kind: 'renewed' })
    expect(server.requests[0]).toMatchObject({
      withCredentials: true,
      body: 'grant_type=urn%3Amicrosoft.rtc%3Awindows',
    })
    expect([tokens.current(POOL), tokens.used(), met.at(-1)?.used]).toEqual([
      'by windows',
      'windows',
      'windows',
    ])
  })

  test('is not tried unasked, and says that it would do', async () => {
    const { tokens, begin } = world()
    begin()
    expect(await tokens.renew(USER, aChallenge(WINDOWS), null)).toEqual({ kind: 'windowsUnasked' })
  })

  test.each<[string, object, Partial<Proof>]>([
    ['it worked here before', {}, { didWindowsWork: true }],
    ['the configuration says so', { signIn: { windowsUnasked: true } }, {}],
  ])('is tried unasked when %s, and what is next after it has failed', async (_, configuration, proof) => {
    const { tokens, server, begin } = world(configuration)
    begin(proof)
    server.expects('POST', TICKETS, NO_TICKET).expects('POST', TICKETS, NO_TICKET)
    expect(await tokens.renew(USER, aChallenge(`${WINDOWS},password`), null)).toEqual({
      kind: 'passwordNeeded',
    })
    server.expectAllPlayed()
  })

  test('that was asked for and fails says so', async () => {
    const { tokens, server, begin } = world()
    begin({ picked: 'windows' })
    server.expects('POST', TICKETS, NO_TICKET).expects('POST', TICKETS, NO_TICKET)
    expect(await tokens.renew(USER, aChallenge(`${WINDOWS},password`), null)).toEqual({
      kind: 'windowsRefused',
    })
  })

  test('is asked for once more: a browser that meets Negotiate for the first time refuses it', async () => {
    const { tokens, server, begin } = world()
    begin({ picked: 'windows' })
    server.expects('POST', TICKETS, NO_TICKET).expects('POST', TICKETS, granted('windows'))
    expect(await tokens.renew(USER, aChallenge(WINDOWS), null)).toEqual({ kind: 'renewed' })
    server.expectAllPlayed()
  })

  test('is not asked for once more where somebody may have put a dialog away', async () => {
    const { tokens, server, begin } = world({}, { takesMs: 1000 })
    begin({ picked: 'windows' })
    server.expects('POST', TICKETS, NO_TICKET)
    expect(await tokens.renew(USER, aChallenge(WINDOWS), null)).toEqual({ kind: 'windowsRefused' })
    server.expectAllPlayed()
  })

  test('renews by itself, by Windows again', async () => {
    const { tokens, server, clock, begin } = world()
    begin({ picked: 'windows' })
    server.expects('POST', TICKETS, granted('first', 3600)).expects('POST', TICKETS, granted('second'))
    await tokens.renew(USER, aChallenge(`password,${WINDOWS}`), null)
    await clock.advance(3600_000)
    expect(tokens.isAboutToExpire(POOL)).toBe(true)
    expect(await tokens.renew(POOL, null, 'first')).toEqual({ kind: 'renewed' })
    expect(server.requests[1]?.body).toContain('windows')
  })
})

describe('the page of the organisation', () => {
  test('is shown first, then the token is asked for with its cookie', async () => {
    const { tokens, server, begin, visits, pages } = world()
    begin()
    visits(null)
    server.expects('POST', TICKETS, noTicketYet()).expects('POST', TICKETS, granted('by cookie'))
    expect(await tokens.renew(USER, aChallenge(PASSIVE_TYPE), null)).toEqual({ kind: 'renewed' })
    expect(pages).toEqual([{ url: PASSIVE, grant: 'passive', isAgain: false }])
    expect(server.requests.map(({ withCredentials }) => withCredentials)).toEqual([true, true])
  })

  test('is not needed when the cookie is still there', async () => {
    const { tokens, server, begin, pages } = world()
    begin()
    server.expects('POST', TICKETS, granted('by cookie'))
    await tokens.renew(USER, aChallenge(PASSIVE_TYPE), null)
    expect(pages).toEqual([])
  })

  test('is shown again when it was closed too soon', async () => {
    const { tokens, server, begin, visits, pages } = world()
    begin()
    visits(null, null)
    server
      .expects('POST', TICKETS, noTicketYet())
      .expects('POST', TICKETS, noTicketYet())
      .expects('POST', TICKETS, granted('by cookie'))
    await tokens.renew(USER, aChallenge(PASSIVE_TYPE), null)
    expect(pages.map(({ isAgain }) => isAgain)).toEqual([false, true])
  })

  test('at an origin that is not trusted is not shown', async () => {
    const { tokens, server, begin, visits, pages } = world()
    begin()
    visits()
    server.expects('POST', TICKETS, noTicketYet('https://evil.example/login'))
    expect(await tokens.renew(USER, aChallenge(PASSIVE_TYPE), null)).toEqual({
      kind: 'notTrusted',
      origin: 'https://evil.example',
    })
    expect(pages).toEqual([])
  })

  test('is shown to nobody by a renewal: without the cookie, the person has to sign in', async () => {
    const { tokens, server, begin, visits, pages } = world()
    begin()
    visits()
    server.expects('POST', TICKETS, granted('by cookie')).expects('POST', TICKETS, noTicketYet())
    await tokens.renew(USER, aChallenge(PASSIVE_TYPE), null)
    tokens.ask(null)
    expect(await tokens.renew(POOL, null, 'by cookie')).toEqual({
      kind: 'failed',
      failure: { kind: 'signedOut' },
    })
    expect(pages).toEqual([])
  })

  test('comes to nothing for whom signs out meanwhile', async () => {
    const { tokens, server, begin } = world()
    begin()
    tokens.ask(async () => {
      tokens.forget()
      return null
    })
    server.expects('POST', TICKETS, noTicketYet())
    expect(await tokens.renew(USER, aChallenge(PASSIVE_TYPE), null)).toMatchObject({ kind: 'failed' })
    expect(tokens.current(POOL)).toBe(null)
  })
})

const MODERN = { signIn: { modern: { clientId: 'board' } } }
const aToken = (accessToken: string, refreshToken: string | null = null): ModernToken => ({
  accessToken,
  lifeMs: 3600_000,
  refreshToken,
})
const BACK = 'https://presence.contoso.com/?code=1'

describe('modern authentication', () => {
  test('asks at the provider that the challenge names, and takes the code that comes back', async () => {
    const { tokens, begin, visits, pages, asked } = world(MODERN, { tokens: [aToken('modern')] })
    begin()
    visits(null, BACK)
    expect(await tokens.renew(USER, aChallenge(WINDOWS), null)).toEqual({ kind: 'renewed' })
    expect(tokens.current(USER)).toBe('modern')
    expect(pages).toEqual([
      { url: 'https://login.contoso.com/authorize?asked=1', grant: 'modern', isAgain: false },
      { url: 'https://login.contoso.com/authorize?asked=1', grant: 'modern', isAgain: true },
    ])
    expect(asked[0]).toMatchObject({ clientId: 'board', loginHint: 'lenea@contoso.com' })
  })

  test('asks nobody at a provider that is not trusted', async () => {
    const { tokens, begin, visits } = world({ ...MODERN, trustedDomains: [] }, { tokens: [] })
    begin()
    visits()
    const challenge = 'Bearer authorization_uri="https://login.evil.example/oauth2/authorize"'
    expect(await tokens.renew(USER, challenge, null)).toEqual({
      kind: 'notTrusted',
      origin: 'https://login.evil.example',
    })
  })

  test('serves a second host by the same token, when it is meant for both', async () => {
    const { tokens, begin, visits, pages } = world(MODERN, { tokens: [aToken('modern', 'refresh')] })
    begin()
    visits(BACK)
    await tokens.renew(USER, aChallenge(''), null)
    await tokens.renew(SECOND, aChallenge(''), null)
    expect([tokens.current(SECOND), pages.length]).toEqual(['modern', 1])
    expect(tokens.pass().map((token) => Object.keys(token).toSorted())).toEqual(
      Array.from(tokens.pass(), () => ['expiresAtMs', 'gotAtMs', 'origin', 'value']),
    )
  })

  test('gets each host a token of its own, when the scope names the host', async () => {
    const scope = 'openid {origin}/use'
    const { tokens, begin, visits, asked } = world(
      { signIn: { modern: { clientId: 'board', scope } } },
      { tokens: [aToken('one'), aToken('two')] },
    )
    begin()
    visits(BACK, BACK)
    await tokens.renew(USER, aChallenge(''), null)
    await tokens.renew(SECOND, aChallenge(''), null)
    expect([tokens.current(USER), tokens.current(SECOND)]).toEqual(['one', 'two'])
    expect(asked.map((request) => request.scope)).toEqual([`openid ${POOL}/use`, `openid ${SECOND}/use`])
  })

  test('renews for two hosts at once by one refresh: a refresh token may be good for one use only', async () => {
    const first = aToken('modern', 'refresh')
    const { tokens, begin, visits, pages, refreshedBy } = world(MODERN, { tokens: [first], rotates: true })
    begin()
    visits(BACK, BACK)
    await tokens.renew(USER, aChallenge(''), null)
    await tokens.renew(SECOND, aChallenge(''), null)
    const both = [USER, SECOND].map((url) => tokens.renew(url, aChallenge(''), 'modern'))
    expect(await Promise.all(both)).toEqual([{ kind: 'renewed' }, { kind: 'renewed' }])
    expect([tokens.current(USER), tokens.current(SECOND)]).toEqual(['by refresh', 'by refresh'])
    await tokens.renew(USER, aChallenge(''), 'by refresh')
    expect(refreshedBy).toEqual(['refresh', 'refresh+'])
    expect(pages).toHaveLength(1)
  })

  test('asks the person once for two hosts at once', async () => {
    const { tokens, begin, visits, pages } = world(MODERN, { tokens: [aToken('modern')] })
    begin()
    visits(BACK, BACK)
    const both = [USER, SECOND].map((url) => tokens.renew(url, aChallenge(''), null))
    expect(await Promise.all(both)).toEqual([{ kind: 'renewed' }, { kind: 'renewed' }])
    expect(pages).toHaveLength(1)
  })

  test('renews by its refresh token, asking nobody', async () => {
    const { tokens, begin, visits, pages } = world(MODERN, {
      tokens: [aToken('first', 'refresh')],
      refreshed: aToken('second'),
    })
    begin()
    visits(BACK)
    await tokens.renew(USER, aChallenge(''), null)
    tokens.ask(null)
    expect(await tokens.renew(USER, null, 'first')).toEqual({ kind: 'renewed' })
    expect([tokens.current(USER), pages.length]).toEqual(['second', 1])
  })

  test('asks the person when the refresh token has ended', async () => {
    const gone = new UcwaError({
      kind: 'refused',
      status: 400,
      reason: { ...NO_REASON, code: 'invalid_grant' },
    })
    const { tokens, begin, visits, pages } = world(MODERN, {
      tokens: [aToken('first', 'refresh'), aToken('second')],
      refreshed: gone,
    })
    begin()
    visits(BACK, BACK)
    await tokens.renew(USER, aChallenge(''), null)
    await tokens.renew(USER, null, 'first')
    expect([tokens.current(USER), pages.length]).toEqual(['second', 2])
  })
})

test('the configuration’s order decides, whatever order the server offers them in', async () => {
  const { tokens, server, begin, met } = world({ signIn: { grants: ['passive', 'windows'] } })
  begin({ password: 'typed, but not to be used', didWindowsWork: true })
  server
    .expects('POST', TICKETS, { status: 400, body: { error: 'unsupported_grant_type' } })
    .expects('POST', TICKETS, granted('by windows'))
  await tokens.renew(USER, aChallenge(`password,${WINDOWS},${PASSIVE_TYPE}`), null)
  expect(server.requests.map(({ body }) => body)).toEqual([
    'grant_type=urn%3Amicrosoft.rtc%3Apassive',
    'grant_type=urn%3Amicrosoft.rtc%3Awindows',
  ])
  expect(met.at(-1)?.reasons).toEqual({
    windows: 'inOrder',
    password: 'notConfigured',
    passive: 'inOrder',
    modern: 'notConfigured',
  })
})

test('on another pool the challenge is met anew, in the way that worked before', async () => {
  const tickets = `${SECOND}/WebTicket/oauthtoken`
  const { tokens, server, begin } = world()
  begin({ password: 'secret' })
  server.expects('POST', TICKETS, granted('one')).expects('POST', tickets, granted('two'))
  await tokens.renew(USER, aChallenge('password'), null)
  expect(tokens.current(SECOND)).toBe(null)
  await tokens.renew(`${SECOND}/ucwa`, aChallenge(`${WINDOWS},password`, tickets), null)
  expect([tokens.current(POOL), tokens.current(SECOND)]).toEqual(['one', 'two'])
  expect(server.requests[1]?.body).toContain('grant_type=password')
})

test('another tab’s tokens are taken when they are newer, and no password goes with them', async () => {
  const [one, other] = [world(), world()]
  one.begin({ password: 'secret' })
  one.server.expects('POST', TICKETS, granted('newer'))
  await one.tokens.renew(USER, aChallenge('password'), null)
  const passed = one.tokens.pass()
  expect(JSON.stringify(passed)).not.toContain('secret')
  expect(other.tokens.take(passed)).toBe(true)
  expect(other.tokens.current(USER)).toBe('newer')
  expect(other.tokens.take(passed)).toBe(false)
})

test('where no life is named, a tab takes the tokens that were got later, and none that were got before', async () => {
  const one = world()
  const other = world()
  const renewed = async ({ tokens, server }: ReturnType<typeof world>, value: string): Promise<void> => {
    server.expects('POST', TICKETS, { body: { access_token: value } })
    await tokens.renew(USER, aChallenge('password'), tokens.current(USER))
  }
  for (const each of [one, other]) each.begin({ password: 'secret' })
  await renewed(one, 'older')
  expect(other.tokens.take(one.tokens.pass())).toBe(true)
  const older = one.tokens.pass()
  await one.clock.advance(1000)
  await renewed(one, 'newer')
  expect(other.tokens.take(one.tokens.pass())).toBe(true)
  expect(other.tokens.current(USER)).toBe('newer')
  expect(other.tokens.take(older)).toBe(false)
  expect(other.tokens.current(USER)).toBe('newer')
})
