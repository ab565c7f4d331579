import { expect, test } from 'vitest'
import { POOL } from '../testing/examples.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import type { Answer } from '../testing/scripted-server.ts'
import { SECOND, world } from '../testing/ticket-world.ts'

const USER = `${POOL}/Autodiscover/user`
const TICKETS = `${POOL}/WebTicket/oauthtoken`
const PROVIDER = 'https://login.contoso.com/oauth2/authorize'

const aChallenge = (types: string, tickets = TICKETS) =>
  `Bearer trusted_issuers="", authorization_uri="${PROVIDER}", MsRtcOAuth href="${tickets}",grant_type="${types}"`

const granted = (value: string, expires_in = 28_800): Answer => ({
  body: { access_token: value, expires_in },
})

const WINDOWS = 'urn:microsoft.rtc:windows'
const PASSIVE_TYPE = 'urn:microsoft.rtc:passive'

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

test('whoever signs in while a token of the last person’s is still asked for is asked for by a request of their own', async () => {
  const { tokens, server, begin } = world()
  const answering: ((answer: Answer) => void)[] = []
  const held = () => new Promise<Answer>((answer) => answering.push(answer))
  server.expects('POST', TICKETS, held).expects('POST', TICKETS, held)
  begin({ username: 'lenea@contoso.com', password: 'secret' })
  const forLene = tokens.renew(USER, aChallenge('password'), null)
  begin({ username: 'dana@contoso.com', password: 'other' })
  const forDana = tokens.renew(USER, aChallenge('password'), null)
  await settled()
  answering[0]?.(granted('of Lene'))
  expect((await forLene).kind).toBe('failed')
  const forDanaToo = tokens.renew(USER, aChallenge('password'), null)
  answering[1]?.(granted('of Dana'))
  expect(await forDana).toEqual({ kind: 'renewed' })
  expect(await forDanaToo).toEqual({ kind: 'renewed' })
  expect(tokens.current(USER)).toBe('of Dana')
  server.expectAllPlayed()
})
