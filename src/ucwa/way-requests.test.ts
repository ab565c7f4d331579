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
  world,
} from '../testing/scripted-world.ts'
import type { Answer } from '../testing/scripted-server.ts'

describe('the transport', () => {
  test('is remembered for each host, and the frame tried first where it was the frame', async () => {
    const there = world({
      answering: [ROOT],
      kept: new Map([['transport:lyncdiscover.contoso.com', 'xframe']]),
    })
    there.server.expects('GET', INTERNAL, 'unreachable')
    there.framed
      .expects('GET', ROOT, foundRoot)
      .expects('GET', USER, challenged)
      .expects('POST', TOKEN, granted)
      .expects('GET', USER, foundUser)
    await signIn(there.client)
    there.framed.expectAllPlayed()
    there.server.expectAllPlayed()
    expect(there.discovered()?.transports).toEqual({
      'lyncdiscover.contoso.com': { kind: 'xframe', because: 'remembered' },
      'lyncweb.contoso.com': { kind: 'xframe', because: 'asBefore' },
    })
  })

  test('of a pool may be another than that of the host that led there', async () => {
    const there = world({ answering: [USER] })
    there.server
      .expects('GET', INTERNAL, 'unreachable')
      .expects('GET', ROOT, foundRoot)
      .expects('GET', USER, 'unreachable')
    there.framed
      .expects('GET', USER, challenged)
      .expects('POST', TOKEN, granted)
      .expects('GET', USER, foundUser)
    expect((await signIn(there.client)).way.kind).toBe('found')
    expect(there.client.transport()).toBe('xframe')
    expect(there.kept.get('transport:lyncweb.contoso.com')).toBe('xframe')
    there.framed.expectAllPlayed()
  })
})

describe('two pools', () => {
  const SECOND = 'https://pool2.contoso.com'
  const second = {
    user: `${SECOND}/user`,
    tickets: `${SECOND}/WebTicket/oauthtoken`,
    frame: `${SECOND}/XFrame.html`,
  }

  test('have a frame and a token each', async () => {
    const there = world({ configuration: { transport: 'xframe' }, answering: [ROOT] })
    there.framed
      .expects('GET', ROOT, foundRoot)
      .expects('GET', USER, challenged)
      .expects('POST', TOKEN, granted)
      .expects('GET', USER, { body: { _links: links({ redirect: second.user, xframe: second.frame }) } })
      .expects('GET', second.user, {
        status: 401,
        headers: { 'WWW-Authenticate': `MsRtcOAuth href="${second.tickets}",grant_type="password"` },
      })
      .expects('POST', second.tickets, { body: { access_token: 'second' } })
      .expects('GET', second.user, { body: { _links: links({ applications: `${SECOND}/apps` }) } })
    expect((await signIn(there.client)).way).toEqual({ kind: 'found', host: 'pool2.contoso.com' })
    expect(there.framed.requests.map(({ headers }) => headers['Authorization'])).toEqual([
      undefined,
      undefined,
      undefined,
      'Bearer cwt',
      undefined,
      undefined,
      'Bearer second',
    ])
    expect(there.frames).toContain(second.frame)
    there.framed.expectAllPlayed()
  })
})

describe('plain http', () => {
  const plain = (url: string) => url.replace('https:', 'http:')

  test('is asked after https, and only by a page that came by it', async () => {
    const there = world({ pageOrigin: 'http://presence.contoso.com' })
    there.server
      .expects('GET', INTERNAL, 'unreachable')
      .expects('GET', plain(INTERNAL), 'unreachable')
      .expects('GET', ROOT, 'unreachable')
      .expects('GET', plain(ROOT), 'unreachable')
    expect((await signIn(there.client)).way).toEqual({
      kind: 'serverNotFound',
      domain: 'contoso.com',
      asked: ['lyncdiscoverinternal.contoso.com', 'lyncdiscover.contoso.com'],
    })
    there.server.expectAllPlayed()
  })

  test('leads on when it redirects to https', async () => {
    const there = world({ pageOrigin: 'http://presence.contoso.com' })
    there.server
      .expects('GET', INTERNAL, 'unreachable')
      .expects('GET', plain(INTERNAL), { ...foundRoot, from: 'https://lyncweb.contoso.com/root' })
      .expects('GET', USER, foundUser)
    expect((await signIn(there.client)).way.kind).toBe('found')
    there.server.expectAllPlayed()
  })

  test.each([
    ['answers by itself', undefined],
    ['redirects out of the domain', 'https://evil.example/root'],
  ])('is not believed when it %s', async (_, from) => {
    const there = world({ pageOrigin: 'http://presence.contoso.com' })
    const answer: Answer = from === undefined ? foundRoot : { ...foundRoot, from }
    there.server
      .expects('GET', INTERNAL, 'unreachable')
      .expects('GET', plain(INTERNAL), answer)
      .expects('GET', ROOT, foundRoot)
      .expects('GET', USER, foundUser)
    expect((await signIn(there.client)).way.kind).toBe('found')
    expect(there.discovered()?.steps.some(({ answer: to }) => to === 'wrongOrigin')).toBe(from !== undefined)
    there.server.expectAllPlayed()
  })
})
