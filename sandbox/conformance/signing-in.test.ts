import { request } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { ask, jsonOf, signIn } from './client.ts'
import { serverUnderTest } from './server-under-test.ts'

const server = await serverUnderTest()
afterAll(() => server.stop())
const isSandbox = server.control !== null
const [account] = server.users

/** Every header line as it came, for `fetch` joins those of one name. */
const headerLines = (url: string): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    request(url, (response) => {
      response.resume()
      resolve(
        response.rawHeaders.flatMap((name, at, all) => (at % 2 === 0 ? `${name}: ${all[at + 1] ?? ''}` : [])),
      )
    })
      .on('error', reject)
      .end()
  })

const ticketService = async (): Promise<string> => {
  const root = jsonOf(await ask(server.autodiscover))
  const challenged = await ask(root.href('user'))
  return /MsRtcOAuth href="?([^",]+)/.exec(challenged.headers.get('www-authenticate') ?? '')?.[1] ?? ''
}
const form = { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' }

describe('CreateAnApplication.md', () => {
  test('"The response from the previous GET request should be 200 OK. The body of the response contains three links."', async () => {
    const answered = await ask(server.autodiscover)
    expect(answered.status).toBe(200)
    expect(answered.headers.get('content-type')).toMatch(/^application\/json/)
    const root = jsonOf(answered)
    for (const rel of ['self', 'user', 'xframe']) expect(() => new URL(root.href(rel))).not.toThrow()
  })

  test('"The response from the previous GET request should be 401 Unauthorized."', async () => {
    const challenged = await ask(jsonOf(await ask(server.autodiscover)).href('user'))
    expect(challenged.status).toBe(401)
    expect(challenged.headers.get('content-type')).toMatch(/^text\/html/)
    expect(challenged.text).toContain('401 - Unauthorized')
  })

  test.runIf(isSandbox)(
    'the sample prints two WWW-Authenticate headers, each a line of its own',
    async () => {
      const lines = await headerLines(jsonOf(await ask(server.autodiscover)).href('user'))
      expect(lines.filter((line) => line.startsWith('WWW-Authenticate: '))).toEqual([
        expect.stringMatching(/^WWW-Authenticate: Bearer trusted_issuers="[^"]*", client_id="[-0-9a-f]+"$/),
        expect.stringMatching(/^WWW-Authenticate: MsRtcOAuth href="[^"]+",grant_type="[^"]+"$/),
      ])
    },
  )

  test('"The body of the response contains the OAuth token that must be used in all subsequent requests."', async () => {
    const granted = await ask(await ticketService(), {
      method: 'POST',
      headers: form,
      body: new URLSearchParams({ grant_type: 'password', ...account }).toString(),
    })
    expect(granted.status).toBe(200)
    expect(granted.headers.get('cache-control')).toContain('no-store')
    expect(jsonOf(granted).raw).toMatchObject({
      access_token: expect.stringMatching(/^cwt=/),
      expires_in: expect.any(Number),
      token_type: 'Bearer',
    })
  })

  test('"The response from the previous POST request should be 201 Created"', async () => {
    const { created, application } = await signIn(server)
    expect(created.status).toBe(201)
    expect(created.headers.get('set-cookie')).toMatch(
      /^cwt_ucwa=[^;]+; path=\/ucwa\/oauth\/v1\/applications\/[^/]+\/photos; secure; HttpOnly$/i,
    )
    for (const rel of ['self', 'policies', 'batch', 'events']) expect(application.href(rel)).toMatch(/^\//)
    for (const rel of ['me', 'people', 'onlineMeetings', 'communication']) {
      expect(application.embedded(rel).raw['rel']).toBe(rel)
    }
  })
})

describe('PayloadFormat.md', () => {
  test('"the "self" link that points to the URL of the resource": of user, too', async () => {
    const { user, token } = await signIn(server)
    const again = await ask(user.href('self'), { headers: { Authorization: `Bearer ${token}` } })
    expect([again.status, jsonOf(again).raw]).toEqual([200, user.raw])
    expect((await ask(user.href('self'))).status).toBe(401)
  })
})

describe('AuthenticationInUCWA.md', () => {
  const asks = async (fields: Record<string, string>) =>
    ask(await ticketService(), {
      method: 'POST',
      headers: form,
      body: new URLSearchParams(fields).toString(),
    })

  test.each<[string, string, Record<string, string>]>([
    [
      'invalid_request: The request is missing a required parameter',
      'invalid_request',
      { grant_type: 'password' },
    ],
    [
      'invalid_grant: The credentials provided could not be verified.',
      'invalid_grant',
      { grant_type: 'password', username: account.username, password: 'certainly not this' },
    ],
    [
      'unsupported_grant_type: The authorization grant type is not supported by the authorization server.',
      'unsupported_grant_type',
      { grant_type: 'refresh_token' },
    ],
    [
      'invalid_scope: … the only supported value is "all".',
      'invalid_scope',
      { grant_type: 'password', ...account, scope: 'some' },
    ],
    [
      'invalid_scope: The requested scope is invalid, unknown, or malformed.',
      'invalid_scope',
      { grant_type: 'password', ...account, scope: '' },
    ],
  ])('"%s"', async (_, error, fields) => {
    const answered = await asks(fields)
    expect(answered.status).toBe(400)
    expect(jsonOf(answered).raw['error']).toBe(error)
  })

  test('of scope "the only supported value is "all""', async () => {
    const { username, password } = account
    expect((await asks({ grant_type: 'password', username, password, scope: 'all' })).status).toBe(200)
  })

  test.runIf(isSandbox).each(['windows', 'passive'])(
    '%s: "username and password parameters must not be present"',
    async (grant) => {
      for (const name of ['username', 'password']) {
        const answered = await asks({ grant_type: `urn:microsoft.rtc:${grant}`, [name]: 'x' })
        expect([answered.status, jsonOf(answered).raw['error']]).toEqual([400, 'invalid_request'])
      }
    },
  )

  test.runIf(isSandbox)('the passive grant is refused with the page that signs in, and 28020', async () => {
    const answered = await asks({ grant_type: 'urn:microsoft.rtc:passive' })
    expect(answered.status).toBe(400)
    expect(answered.headers.get('x-ms-diagnostics')).toMatch(
      /^28020;source="[^"]+";reason="No valid security token\."$/,
    )
    expect(jsonOf(answered).raw).toEqual({
      error: 'invalid_grant',
      ms_rtc_passiveauthuri: expect.stringMatching(/\/PassiveAuth\/PassiveAuth\.aspx$/),
    })
  })

  test('"UCWA 2.0 requires the presence of the Authorization header in each request."', async () => {
    const { application, ask: authorized, user } = await signIn(server)
    const self = new URL(application.href('self'), user.href('applications')).href
    expect((await ask(self)).status).toBe(401)
    expect((await authorized(self)).status).toBe(200)
  })

  test.runIf(isSandbox)('"The lifetime of a token is eight (8) hours for authenticated users."', async () => {
    const { application, ask: authorized } = await signIn(server)
    await server.control?.advance(8 * 60 * 60 - 60)
    expect((await authorized(application.href('self'))).status).not.toBe(401)
    await server.control?.advance(120)
    expect((await authorized(application.href('self'))).status).toBe(401)
  })
})

describe('applications_ref.md and MultiTabSupport.md', () => {
  const registration = { userAgent: 'Tabs/1.0', endpointId: 'tabs', culture: 'en-us', type: 'Browser' }

  test('"Application resource instances with the same culture, endpointId, type, and userAgent will internally be the same application resource, but each instance will have its own event channel."', async () => {
    const { register } = await signIn(server)
    const [first, second, again] = [
      await register({ ...registration, instanceId: 'abc' }),
      await register({ ...registration, instanceId: 'def' }),
      await register({ ...registration, instanceId: 'abc' }),
    ]
    expect([first.status, second.status, again.status]).toEqual([201, 201, 200])
    const path = (href: string): string => href.split('?')[0] ?? ''
    expect(path(jsonOf(second).href('self'))).toBe(path(jsonOf(first).href('self')))
    expect(jsonOf(first).href('events')).toContain('instanceId=abc')
    expect(jsonOf(second).href('events')).toContain('instanceId=def')
    expect(jsonOf(again).href('events')).toBe(jsonOf(first).href('events'))
  })

  test('"If there are other event channels for other instanceIds, only the event channel for the given instanceId is deleted."', async () => {
    const { register, ask: authorized } = await signIn(server)
    const [first, second] = [
      jsonOf(await register({ ...registration, endpointId: 'tabs-2', instanceId: 'abc' })),
      jsonOf(await register({ ...registration, endpointId: 'tabs-2', instanceId: 'def' })),
    ]
    expect((await authorized(first.href('self'), { method: 'DELETE' })).status).toBe(204)
    expect((await authorized(first.href('events'))).status).toBe(404)
    expect((await authorized(second.href('self'))).status).toBe(200)
    expect((await authorized(second.href('self'), { method: 'DELETE' })).status).toBe(204)
    expect((await authorized(second.href('self'))).status).toBe(404)
  })

  test('an instance that there is not, or no longer, is 404, and ends nothing', async () => {
    const { register, ask: authorized } = await signIn(server)
    const [first, second] = [
      jsonOf(await register({ ...registration, endpointId: 'tabs-3', instanceId: 'abc' })),
      jsonOf(await register({ ...registration, endpointId: 'tabs-3', instanceId: 'def' })),
    ]
    const [bare = ''] = first.href('self').split('?')
    expect((await authorized(first.href('self'), { method: 'DELETE' })).status).toBe(204)
    await register({ ...registration, endpointId: 'tabs-3', instanceId: 'ghi' })
    for (const method of ['GET', 'DELETE']) {
      for (const href of [first.href('self'), `${bare}?instanceId=never`, bare]) {
        const refused = await authorized(href, { method })
        expect([method, href, refused.status, jsonOf(refused).raw['subcode']]).toEqual([
          method,
          href,
          404,
          'ApplicationNotFound',
        ])
      }
    }
    expect((await authorized(second.href('self'))).status).toBe(200)
  })

  test('without an instanceId, the only instance is meant', async () => {
    const { register, ask: authorized } = await signIn(server)
    const one = jsonOf(await register({ ...registration, endpointId: 'tabs-4', instanceId: 'abc' }))
    const [bare = ''] = one.href('self').split('?')
    expect(jsonOf(await authorized(bare)).href('events')).toBe(one.href('events'))
    expect((await authorized(bare, { method: 'DELETE' })).status).toBe(204)
    expect((await authorized(one.href('self'))).status).toBe(404)
  })

  test.each([
    ['culture', { userAgent: 'x', endpointId: 'x' }],
    ['endpointId', { userAgent: 'x', culture: 'x' }],
    ['userAgent', { endpointId: 'x', culture: 'x' }],
    ['userAgent', { endpointId: 'x', culture: 'x', userAgent: 'x'.repeat(101) }],
  ])('"%s … cannot be null or empty. The maximum length is 100 characters."', async (name, wrong) => {
    const { register } = await signIn(server)
    const answered = await register(wrong)
    expect(answered.status).toBe(400)
    expect(jsonOf(answered).raw).toMatchObject({
      code: 'BadRequest',
      subcode: 'ParameterValidationFailure',
      parameters: { [name]: expect.any(String) },
    })
  })

  test('hrefs belong to the application: another one of the same user has others', async () => {
    const { register, application } = await signIn(server)
    const other = jsonOf(await register({ ...registration, endpointId: 'other' }))
    expect(other.href('self')).not.toBe(application.href('self'))
    expect(other.embedded('me').href('self')).not.toBe(application.embedded('me').href('self'))
  })
})

describe.runIf(isSandbox)('RootURL.md, user_ref.md: a topology of two pools', () => {
  test('"UCWA 2.0 always runs in the home pool of the authenticated user." (RootURL.md): elsewhere it is 404', async () => {
    const two = await serverUnderTest(['--pools', '2'])
    try {
      const session = await signIn(two)
      const self = new URL(session.application.href('self'), session.user.href('applications'))
      await two.control?.fault({ kind: 'roam' })
      const moved = await signIn(two)
      expect((await session.ask(self.href)).status).toBe(404)
      expect((await session.ask(moved.user.href('applications'))).status).toBe(401)
      expect((await moved.ask(moved.application.href('self'))).status).toBe(200)
      const [home, frame] = [moved.user.href('applications'), moved.user.href('xframe')]
      expect(new URL(frame).origin).toBe(new URL(home).origin) // each pool serves a frame of its own
      expect((await ask(frame)).headers.get('content-type')).toMatch(/^text\/html/)
    } finally {
      await two.stop()
    }
  })

  test('"The redirect resource indicates that the user is homed on a different server." (redirect_ref.md)', async () => {
    const two = await serverUnderTest(['--pools', '2'])
    try {
      const homes = new Set<string>()
      for (let n = 1; n <= 6; n++) {
        const domain = `w${n}.example`
        const users = await two.control?.of(domain).users()
        const [first] = users ?? []
        if (first === undefined) throw new Error(`nobody in ${domain}`)
        const root = jsonOf(await ask(`${two.autodiscover}?sipuri=${first.uri}`))
        const service = new URL('/WebTicket/oauthtoken', root.href('user')).href
        const grant = async (at: string) => {
          const body = new URLSearchParams({ grant_type: 'password', ...first }).toString()
          return String(jsonOf(await ask(at, { method: 'POST', headers: form, body })).raw['access_token'])
        }
        const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } })
        const token = await grant(service)
        const user = jsonOf(await ask(root.href('user'), bearer(token)))
        if (user.has('applications')) {
          homes.add(new URL(user.href('applications')).origin)
          continue
        }
        expect((await ask(user.href('redirect'), bearer(token))).status).toBe(401) // a ticket is good on its own pool
        const there = await grant(new URL('/WebTicket/oauthtoken', user.href('redirect')).href)
        const home = jsonOf(await ask(user.href('redirect'), bearer(there)))
        homes.add(new URL(home.href('applications')).origin)
        const elsewhere = jsonOf(
          await ask(home.href('self').replace('/user', '?originalDomain=contoso.com')),
        ).href('redirect')
        expect(new URL(elsewhere).origin).toBe(new URL(root.href('user')).origin)
      }
      expect(homes.size).toBe(2)
    } finally {
      await two.stop()
    }
  })
})
