import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, describe, expect, test } from 'vitest'
import { ask, jsonOf, type Answered } from './client.ts'
import { serverUnderTest, type ServerUnderTest } from './server-under-test.ts'

/** Ways in other than the password. A real pool would need more than a password to try them with, so: sandboxes. */
const named = process.env['UCWA_AUTODISCOVER'] !== undefined

/** Writes back whom the token says it is from: `<base64 of the principal>`, or an error for what is no principal. */
const VERIFIER = `${process.execPath} -e "${[
  "const lines = require('readline').createInterface({ input: process.stdin })",
  "lines.on('line', (line) => {",
  "const principal = Buffer.from(line, 'base64').toString()",
  "console.log(JSON.stringify(principal.includes('@') ? { principal, token: 'b2s=' } : { error: 'who?' }))",
  '})',
].join(';')}"`.replace('{;', '{')

const open: ServerUnderTest[] = []
const sandbox = async (...flags: string[]): Promise<ServerUnderTest> => {
  const server = await serverUnderTest(['--contacts', '5', ...flags])
  open.push(server)
  return server
}
afterAll(() => Promise.all(open.map((server) => server.stop())))

const userOf = async ({ autodiscover }: ServerUnderTest): Promise<string> =>
  jsonOf(await ask(autodiscover)).href('user')
const challengeOf = async (server: ServerUnderTest): Promise<string> =>
  (await ask(await userOf(server))).headers.get('www-authenticate') ?? ''
const grant = async (
  server: ServerUnderTest,
  name: string,
  headers: Record<string, string> = {},
): Promise<Answered> => {
  const [, service = ''] = /MsRtcOAuth href="([^"]+)"/.exec(await challengeOf(server)) ?? []
  return ask(service, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ grant_type: name }).toString(),
  })
}
/** Whose token this is: the application's `me`. */
async function ownerOf(server: ServerUnderTest, token: string): Promise<unknown> {
  const Authorization = `Bearer ${token}`
  const user = await ask(await userOf(server), { headers: { Authorization } })
  if (user.status !== 200) return user.status
  const created = await ask(jsonOf(user).href('applications'), {
    method: 'POST',
    headers: { Authorization },
    json: { userAgent: 'Grants/1.0', endpointId: 'e', culture: 'en-US' },
  })
  return jsonOf(created).embedded('me').raw['uri']
}

describe.skipIf(named)('AuthenticationInUCWA.md: "The types of authorization code grants supported."', () => {
  test.each([
    ['password', 'password'],
    ['windows', 'urn:microsoft.rtc:windows'],
    ['passive,password', 'urn:microsoft.rtc:passive,password'],
  ])('with --grants %s the challenge offers them, and no other is taken', async (flag, wire) => {
    const server = await sandbox('--grants', flag)
    expect(await challengeOf(server)).toContain(`grant_type="${wire}"`)
    for (const name of ['password', 'urn:microsoft.rtc:windows', 'urn:microsoft.rtc:passive']) {
      if (wire.split(',').includes(name)) continue
      const page = new URL('/PassiveAuth/PassiveAuth.aspx', await userOf(server))
      if (name.endsWith('passive')) expect((await ask(page.href)).status).toBe(404)
      const refused = await grant(server, name)
      expect([refused.status, jsonOf(refused).raw['error']]).toEqual([400, 'unsupported_grant_type'])
      expect(refused.headers.get('x-ms-diagnostics')).toMatch(/^28029;.*"Authentication type not allowed\."$/)
    }
  })
})

describe.skipIf(named)('the password grant', () => {
  test('takes DOMAIN\\user for the world whose domain begins so, and for no other', async () => {
    const server = await sandbox()
    const [user] = (await server.control?.of('w17.example').users()) ?? []
    const [account] = user?.username.split('@') ?? []
    const granted = async (username: string) =>
      ask(new URL('/WebTicket/oauthtoken', await userOf(server)).href, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: 'password',
          username,
          password: user?.password ?? '',
        }).toString(),
      })
    for (const [label, uri] of [
      ['W17', user?.uri],
      ['contoso', `sip:${account}@contoso.com`],
    ]) {
      const { raw } = jsonOf(await granted(`${label}\\${account}`))
      expect(await ownerOf(server, String(raw['access_token']))).toBe(uri)
    }
    expect((await granted(`w18\\${account}`)).status).toBe(400)
  })
})

describe.skipIf(named)(
  'the windows grant, "used when Integrated Windows Authentication (IWA) is used"',
  () => {
    const token = (principal: string) => ({
      Authorization: `Negotiate ${Buffer.from(principal).toString('base64')}`,
    })
    const windows = 'urn:microsoft.rtc:windows'

    test('is answered 401 until a Negotiate token comes, and a server without Kerberos takes none', async () => {
      const server = await sandbox()
      for (const headers of [{}, token('lenea@CONTOSO.COM'), { Authorization: 'Basic bGVuZTpoaQ==' }]) {
        const challenged = await grant(server, windows, headers)
        expect([challenged.status, challenged.headers.get('www-authenticate')]).toEqual([401, 'Negotiate'])
      }
    })

    test('with a verifier the ticket is for the principal’s person, and the verifier’s token goes back', async () => {
      const server = await sandbox('--negotiate-verifier', VERIFIER)
      const granted = await grant(server, windows, token('lenea@CONTOSO.COM'))
      expect([granted.status, granted.headers.get('www-authenticate')]).toEqual([200, 'Negotiate b2s='])
      expect(await ownerOf(server, String(jsonOf(granted).raw['access_token']))).toBe('sip:lenea@contoso.com')

      const refused = await grant(server, windows, token('no principal'))
      expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Negotiate'])
      const stranger = await grant(server, windows, token('nobody@CONTOSO.COM'))
      expect([stranger.status, jsonOf(stranger).raw['error']]).toEqual([400, 'invalid_grant'])
    })

    test('with a verifier that ends, every token is refused', async () => {
      const server = await sandbox('--negotiate-verifier', 'exit 1')
      expect((await grant(server, windows, token('lenea@CONTOSO.COM'))).status).toBe(401)
      expect((await grant(server, windows, token('lenea@CONTOSO.COM'))).status).toBe(401)
    })
  },
)

describe.skipIf(named)('the passive grant, "used when any type of passive authentication is used"', () => {
  const passive = 'urn:microsoft.rtc:passive'

  test('the page has a form; signed in there, the cookie that it leaves gives a ticket', async () => {
    const server = await sandbox()
    const page = String(jsonOf(await grant(server, passive)).raw['ms_rtc_passiveauthuri'])
    const form = await ask(page)
    expect([form.status, form.headers.get('x-frame-options')]).toEqual([200, 'DENY'])
    expect(form.text).toContain('name="password"')

    const fill = ({ username, password }: { username: string; password: string }) =>
      ask(page, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ username, password }).toString(),
      })
    const wrong = await fill({ ...server.users[0], password: 'certainly not this' })
    expect([wrong.headers.get('set-cookie'), wrong.text.includes('role="alert"')]).toEqual([null, true])

    const cookie = (await fill(server.users[0])).headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^RPSAuth=[^;]+; path=\/; HttpOnly$/)
    const Cookie = cookie.split(';')[0] ?? ''
    expect((await ask(page, { headers: { Cookie } })).text).toContain('You are signed in')
    const granted = await grant(server, passive, { Cookie })
    const { username } = server.users[0]
    expect(await ownerOf(server, String(jsonOf(granted).raw['access_token']))).toBe(`sip:${username}`)

    await server.control?.advance(25 * 60 * 60)
    expect((await grant(server, passive, { Cookie })).status).toBe(400)
  })
})

describe.skipIf(named)('access tokens of an OpenID Connect provider', () => {
  const keys = generateKeyPair('RS256')
  const provider = async (): Promise<string> => {
    const http = createServer((request, response) => {
      void (async () => {
        const { authorization } = request.headers
        const jwk = { ...(await exportJWK((await keys).publicKey)), kid: 'k', alg: 'RS256' }
        const bodies: Readonly<Record<string, unknown>> = {
          '/.well-known/openid-configuration': {
            issuer: address,
            jwks_uri: `${address}/jwks`,
            userinfo_endpoint: `${address}/me`,
          },
          '/jwks': { keys: [jwk] },
          '/me': authorization === 'Bearer opaque' ? { sub: 'danab' } : undefined,
        }
        const body = bodies[request.url ?? '']
        response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'application/json' })
        response.end(JSON.stringify(body ?? {}))
      })()
    })
    await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready))
    const listening = http.address()
    if (listening === null || typeof listening === 'string') throw new Error('expected a TCP port')
    const address = `http://127.0.0.1:${listening.port}`
    afterAll(() => {
      http.close()
      http.closeAllConnections()
    })
    return address
  }
  const signed = async (claims: Record<string, unknown>, issuer: string, lifeSeconds = 600) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuer(issuer)
      .setExpirationTime(Math.floor(Date.now() / 1000) + lifeSeconds)
      .sign((await keys).privateKey)

  test('the challenge names the authority, and its tokens are taken for whom they name', async () => {
    const issuer = await provider()
    const server = await sandbox('--authority', `${issuer}/oauth2/authorize`)
    expect(await challengeOf(server)).toContain(`authorization_uri="${issuer}/oauth2/authorize"`)
    const pool = new URL(await userOf(server)).origin
    const cases: readonly (readonly [string, unknown])[] = [
      [await signed({ preferred_username: 'lenea@contoso.com', sub: 'x' }, issuer), 'sip:lenea@contoso.com'],
      [await signed({ upn: 'LeneA@contoso.com', aud: pool }, issuer), 'sip:lenea@contoso.com'],
      [await signed({ sub: 'lenea', aud: 'https://pool2.contoso.com/' }, issuer), 401], // another pool's
      [await signed({ sub: 'lenea' }, 'https://elsewhere.example'), 401],
      [await signed({ sub: 'lenea' }, issuer, -60), 401],
      [await signed({ sub: 'nobody' }, issuer), 401],
      [(await signed({ sub: 'lenea' }, issuer)).slice(0, -4), 401],
      ['opaque', 'sip:danab@contoso.com'],
      ['not-ours', 401],
    ]
    for (const [token, expected] of cases) expect(await ownerOf(server, token)).toBe(expected)
  })

  test('one that has been expired by hand is not taken again', async () => {
    const issuer = await provider()
    const server = await sandbox('--authority', issuer)
    const token = await signed({ sub: 'lenea' }, issuer)
    expect(await ownerOf(server, token)).toBe('sip:lenea@contoso.com')
    await server.control?.fault({ kind: 'expire-token' })
    expect(await ownerOf(server, token)).toBe(401)
  })
})
