import { describe, expect, test } from 'vitest'
import { POOL } from '../testing/examples.ts'
import { NO_REASON, UcwaError } from './errors.ts'
import { SECOND, aToken, world } from '../testing/ticket-world.ts'

const USER = `${POOL}/Autodiscover/user`
const TICKETS = `${POOL}/WebTicket/oauthtoken`
const PROVIDER = 'https://login.contoso.com/oauth2/authorize'

const aChallenge = (types: string, tickets = TICKETS) =>
  `Bearer trusted_issuers="", authorization_uri="${PROVIDER}", MsRtcOAuth href="${tickets}",grant_type="${types}"`

const WINDOWS = 'urn:microsoft.rtc:windows'
const MODERN = { signIn: { modern: { clientId: 'board' } } }
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
