import { describe, expect, test } from 'vitest'
import { POOL } from '../testing/examples.ts'
import type { Answer } from '../testing/scripted-server.ts'
import { SIGNED_OUT } from './provider-tokens.ts'
import type { Proof } from './token.ts'
import { world } from '../testing/ticket-world.ts'

const USER = `${POOL}/Autodiscover/user`
const TICKETS = `${POOL}/WebTicket/oauthtoken`
const PASSIVE = `${POOL}/PassiveAuth/PassiveAuth.aspx`
const PROVIDER = 'https://login.contoso.com/oauth2/authorize'

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
    const { tokens, server, clock, begin } = world(configuration)
    begin(proof)
    server.expects('POST', TICKETS, NO_TICKET).expects('POST', TICKETS, NO_TICKET)
    const renewal = tokens.renew(USER, aChallenge(`${WINDOWS},password`), null)
    await clock.advance(500)
    expect(await renewal).toEqual({ kind: 'passwordNeeded' })
    server.expectAllPlayed()
  })

  test('that was asked for and fails says so', async () => {
    const { tokens, server, clock, begin } = world()
    begin({ picked: 'windows' })
    server.expects('POST', TICKETS, NO_TICKET).expects('POST', TICKETS, NO_TICKET)
    const renewal = tokens.renew(USER, aChallenge(`${WINDOWS},password`), null)
    await clock.advance(500)
    expect(await renewal).toEqual({ kind: 'windowsRefused' })
  })

  test('is asked for once more: a browser that meets Negotiate for the first time loads it after it has refused', async () => {
    const { tokens, server, clock, begin } = world()
    begin({ picked: 'windows' })
    server.expects('POST', TICKETS, NO_TICKET)
    const renewal = tokens.renew(USER, aChallenge(WINDOWS), null)
    await clock.advance(499)
    server.expectAllPlayed()

    server.expects('POST', TICKETS, granted('windows'))
    await clock.advance(1)
    expect(await renewal).toEqual({ kind: 'renewed' })
    server.expectAllPlayed()
  })

  test('is not asked for once more by whoever has signed out meanwhile', async () => {
    const { tokens, server, clock, begin } = world()
    begin({ picked: 'windows' })
    server.expects('POST', TICKETS, NO_TICKET)
    const renewal = tokens.renew(USER, aChallenge(WINDOWS), null)
    await clock.advance(100)
    tokens.forget()
    await clock.advance(400)
    expect(await renewal).toMatchObject(SIGNED_OUT)
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
