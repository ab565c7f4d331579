import { describe, expect, test } from 'vitest'
import {
  APPLICATIONS,
  challenged,
  signIn,
  TOKEN,
  granted,
  wayIn,
  world,
  XFRAME,
} from '../testing/scripted-world.ts'

const KEPT = 'way:lenea@contoso.com'

const keptWay = (of: object = {}) =>
  JSON.stringify({ applications: { href: APPLICATIONS, revision: 2 }, xframe: XFRAME, ...of })

const remembering = (of: Readonly<Record<string, string>> = {}) =>
  new Map(Object.entries({ [KEPT]: keptWay(), 'transport:lyncweb.contoso.com': 'cors', ...of }))

describe('the way that was found before', () => {
  test('is kept, and asked at once the next time', async () => {
    const first = world()
    wayIn(first)
    await signIn(first.client)
    const again = world({ kept: first.kept })
    again.server.expects('GET', APPLICATIONS, challenged).expects('POST', TOKEN, granted)
    const { way, steps } = await signIn(again.client)
    expect([way.kind, steps]).toEqual(['found', ['signingIn lyncweb.contoso.com']])
    again.server.expectAllPlayed()
    expect(again.discovered()).toMatchObject({
      from: 'found before',
      outcome: 'found',
      pool: 'https://lyncweb.contoso.com',
      transports: { 'lyncweb.contoso.com': { kind: 'cors', because: 'remembered' } },
    })
  })

  test.each([403, 404, 502])('is dropped for %i, and autodiscover asked', async (status) => {
    const there = world({ kept: remembering() })
    there.server.expects('GET', APPLICATIONS, { status })
    wayIn(there)
    expect((await signIn(there.client)).way.kind).toBe('found')
    there.server.expectAllPlayed()
  })

  test('is looked for anew when nobody answers there', async () => {
    const there = world({ kept: remembering() })
    there.server.expects('GET', APPLICATIONS, 'unreachable')
    wayIn(there)
    expect((await signIn(there.client)).way.kind).toBe('found')
    there.server.expectAllPlayed()
  })

  test('is kept through other failures: they are no reason to ask autodiscover', async () => {
    const there = world({ kept: remembering() })
    there.server.expects('GET', APPLICATIONS, { status: 503 })
    expect((await signIn(there.client)).way).toMatchObject({ kind: 'other', because: { status: 503 } })
    expect(there.kept.get(KEPT)).toBe(keptWay())
    there.server.expectAllPlayed()
  })

  test.each([
    ['another domain', keptWay({ applications: { href: 'https://evil.example/apps', revision: 2 } })],
    ['nothing that can be read', '{"applications":'],
  ])('is not believed when it is %s', async (_, text) => {
    const there = world({ kept: remembering({ [KEPT]: text }) })
    wayIn(there)
    expect((await signIn(there.client)).way.kind).toBe('found')
    there.server.expectAllPlayed()
  })

  test('is dropped when the person signs out', async () => {
    const there = world({ kept: remembering() })
    there.server.expects('GET', APPLICATIONS, challenged).expects('POST', TOKEN, granted)
    await signIn(there.client)
    await there.client.end(new AbortController().signal)
    expect(there.kept.get(KEPT)).toBe('')
  })
})
