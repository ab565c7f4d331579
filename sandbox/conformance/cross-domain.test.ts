import { afterAll, describe, expect, test, vi } from 'vitest'
import { ask, jsonOf, lackedBy, signIn } from './client.ts'
import { serverUnderTest } from './server-under-test.ts'

const named = process.env['UCWA_AUTODISCOVER'] !== undefined
const PAGE = 'http://app.fabrikam.com'
const open = await serverUnderTest()
const frames = await serverUnderTest(['--transports', 'xframe', '--allowed-origin', PAGE])
const cors = await serverUnderTest(['--transports', 'cors', '--allowed-origin', PAGE])
afterAll(() => Promise.all([open.stop(), frames.stop(), cors.stop()]))

const preflight = (origin: string) => ({
  method: 'OPTIONS',
  headers: {
    Origin: origin,
    'Access-Control-Request-Method': 'GET',
    'Access-Control-Request-Headers': 'authorization',
  },
})

describe.skipIf(named)('ConfiguringATopology.md: which pages may ask', () => {
  test.each(['X-Ms-Origin', 'Origin'])(
    'by %s: one that is allowed is answered, another gets 403 and the reason',
    async (name) => {
      const allowed = await ask(frames.autodiscover, { headers: { [name]: PAGE } })
      const refused = await ask(frames.autodiscover, { headers: { [name]: 'http://elsewhere.example' } })
      expect([allowed.status, refused.status]).toEqual([200, 403])
      expect(refused.headers.get('x-ms-diagnostics')).toMatch(
        /^28070;source="[^"]+";reason="Service does not allow a cross domain request from this origin\."$/,
      )
    },
  )

  test.each([
    ['http://localhost:5173', 200],
    ['http://127.0.0.1:4000', 200],
    ['http://board.localhost', 200],
    ['http://localhost.evil.example', 403],
    ['http://127.0.0.1.evil.example', 403],
    ['null', 403],
  ])('by default, %s is answered %i: any loopback origin may, and no other', async (origin, status) => {
    expect((await ask(open.autodiscover, { headers: { 'X-Ms-Origin': origin } })).status).toBe(status)
  })

  test.each([
    ['the frame’s page', { Origin: '$asked', 'X-Ms-Origin': PAGE }, 200],
    [
      'a page that may, and says that another asks',
      { Origin: PAGE, 'X-Ms-Origin': 'http://elsewhere.example' },
      403,
    ],
    [
      'a page that may not, and says that another asks',
      { Origin: 'http://elsewhere.example', 'X-Ms-Origin': PAGE },
      403,
    ],
  ])('of two headers both count: %s', async (_, origins: Record<string, string>, status) => {
    const asked = new URL(frames.autodiscover).origin
    const headers = Object.fromEntries(
      Object.entries(origins).map(([name, value]) => [name, value.replace('$asked', asked)]),
    )
    expect((await ask(frames.autodiscover, { headers })).status).toBe(status)
  })

  test('the frame of one host cannot ask another: the pool’s own origin is no page that may', async () => {
    const pool = new URL(jsonOf(await ask(open.autodiscover)).href('xframe'))
    for (const origin of [pool.origin, `http://localhost:${pool.port}`]) {
      const refused = await ask(open.autodiscover, {
        headers: { Origin: origin, 'X-Ms-Origin': 'http://localhost:1' },
      })
      expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null])
      expect((await ask(open.autodiscover, preflight(origin))).status).toBe(403)
    }
  })

  test('a caller that names no origin is no page, and is not checked', async () => {
    expect((await ask(frames.autodiscover)).status).toBe(200)
  })
})

describe.skipIf(named)('HTTP.md: "UCWA 2.0 does not support HTTP verbs such as OPTIONS"', () => {
  test('without CORS a preflight is answered 400 with 28020, and an answer cannot be read', async () => {
    const refused = await ask(frames.autodiscover, preflight(PAGE))
    expect([refused.status, refused.headers.get('x-ms-diagnostics')?.slice(0, 5)]).toEqual([400, '28020'])
    expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    const read = await ask(frames.autodiscover, { headers: { Origin: PAGE } })
    expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([200, null])
  })

  test('with CORS a preflight and an answer name the origin, and the headers that matter can be read', async () => {
    const { status, headers } = await ask(cors.autodiscover, preflight(PAGE))
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, PAGE])
    expect(headers.get('access-control-allow-headers')).toBe('authorization')
    const challenged = await ask(jsonOf(await ask(cors.autodiscover)).href('user'), {
      headers: { Origin: PAGE },
    })
    expect(challenged.status).toBe(401)
    expect(challenged.headers.get('access-control-allow-origin')).toBe(PAGE)
    expect(challenged.headers.get('access-control-expose-headers')).toContain('WWW-Authenticate')
  })
})

test.skipIf(named)('what is refused at the door carries what every answer does', async () => {
  const elsewhere = await ask(frames.autodiscover, { headers: { 'X-Ms-Origin': 'http://elsewhere.example' } })
  const refusedPreflight = await ask(frames.autodiscover, preflight(PAGE))
  const options = await ask(frames.autodiscover, { method: 'OPTIONS' })
  const refused = [elsewhere, refusedPreflight, options]
  expect(refused.map(({ status }) => status)).toEqual([403, 400, 405])
  expect(refused.map(lackedBy)).toEqual([[], [], []])
})

describe('Cross_domainIFRAME.md', () => {
  test.skipIf(named)('the frame is a page of the pool’s own, that may be framed', async () => {
    const frame = await ask(jsonOf(await ask(frames.autodiscover)).href('xframe'), {
      headers: { Accept: 'text/html' },
    })
    expect(frame.status).toBe(200)
    expect(frame.headers.get('content-type')).toMatch(/^text\/html/)
    expect(frame.headers.get('x-frame-options')).toBeNull()
    expect((await ask(new URL('/xframe', frames.autodiscover).href)).status).toBe(200)
  })

  test.skipIf(named)('where no frames are served, none is named', async () => {
    expect(jsonOf(await ask(cors.autodiscover)).has('xframe')).toBe(false)
    expect((await ask(new URL('/xframe', cors.autodiscover).href)).status).toBe(404)
  })
})

describe('GenericSynchronousErrors.md', () => {
  test('an address below an application is known in its own case alone', async () => {
    const { application, ask: authorized } = await signIn(open)
    const me = application.embedded('me').href('self')
    expect((await authorized(me.replace(/me$/, 'ME'))).status).toBe(404)
    expect((await authorized(me.replace('applications', 'Applications'))).status).toBe(404)
  })

  test.skipIf(named)(
    'HTTP.md: "does not support HTTP verbs such as OPTIONS, HEAD, or TRACE": 405',
    async () => {
      const errors = vi.spyOn(console, 'error')
      const { application, ask: authorized } = await signIn(open)
      const refused = await authorized(application.embedded('me').href('self'), { method: 'HEAD' })
      expect([refused.status, refused.headers.get('x-ms-server-fqdn')]).toEqual([405, 'fe1.contoso.com'])
      await authorized(application.embedded('me').href('self')) // what goes wrong after an answer is told by then
      expect(errors).not.toHaveBeenCalled()
      errors.mockRestore()
    },
  )

  test.skipIf(named)('EntityTooLarge: 413, as other refusals are', async () => {
    const { application, ask: authorized } = await signIn(cors)
    const refused = await authorized(application.href('batch'), {
      method: 'POST',
      headers: { Origin: PAGE, 'Content-Type': 'application/json' },
      body: 'x'.repeat(4_000_001),
    })
    expect([refused.status, jsonOf(refused).raw['code']]).toEqual([413, 'EntityTooLarge'])
    expect(refused.headers.get('x-ms-server-fqdn')).toBe('fe1.contoso.com')
    expect(refused.headers.get('access-control-allow-origin')).toBe(PAGE)
  })

  test.each<
    [
      string,
      { readonly method: string; readonly path: string; readonly body?: string; readonly type?: string },
      number,
      string,
    ]
  >([
    [
      'The application resource does not exist.',
      { method: 'GET', path: '/ucwa/oauth/v1/applications/1' },
      404,
      'NotFound',
    ],
    ['The resource does not exist.', { method: 'GET', path: '$me/nothing' }, 404, 'NotFound'],
    [
      'The requested HTTP method is not supported for this resource.',
      { method: 'DELETE', path: '$me' },
      405,
      'MethodNotAllowed',
    ],
    [
      'The content-type is not supported.',
      { method: 'POST', path: '$me/makeMeAvailable', body: 'a=b', type: 'text/plain' },
      415,
      'UnsupportedMediaType',
    ],
    [
      'The request body could not be deserialized.',
      { method: 'POST', path: '$me/makeMeAvailable', body: '{"a":', type: 'application/json' },
      400,
      'BadRequest',
    ],
  ])('"%s"', async (_, { method, path, body, type }, status, code) => {
    const { application, ask: authorized } = await signIn(open)
    const refused = await authorized(path.replace('$me', application.embedded('me').href('self')), {
      method,
      ...(body === undefined ? {} : { body }),
      ...(type === undefined ? {} : { headers: { 'Content-Type': type } }),
    })
    expect([refused.status, jsonOf(refused).raw['code']]).toEqual([status, code])
    expect(refused.headers.get('content-type')).toMatch(/^application\/json/)
  })
})
