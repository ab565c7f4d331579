import { afterAll, describe, expect, test } from 'vitest'
import { jsonOf, signIn, type SignedIn } from './client.ts'
import { serverUnderTest } from './server-under-test.ts'

const server = await serverUnderTest(['--contacts', '20'])
afterAll(() => server.stop())
const { control } = server

const BOUNDARY = '77f2569d-c005-442b-b856-782305305e5f'
const TYPE = { 'Content-Type': `multipart/batching;boundary=${BOUNDARY}`, Accept: 'multipart/batching' }

type Part = { readonly method?: string; readonly href: string; readonly json?: unknown }

const bodyOf = (parts: readonly Part[]): string =>
  parts
    .map(({ method = 'GET', href, json }) =>
      [
        `--${BOUNDARY}`,
        'Content-Type: application/http; msgtype=request',
        '',
        `${method} ${href} HTTP/1.1`,
        'Host: lyncweb.contoso.com',
        'Accept: application/json',
        ...(json === undefined ? ['', ''] : ['Content-Type: application/json', '', JSON.stringify(json)]),
      ].join('\r\n'),
    )
    .concat(`--${BOUNDARY}--`, '')
    .join('\r\n')

const send = ({ application, ask }: SignedIn, parts: readonly Part[]) =>
  ask(application.href('batch'), { method: 'POST', headers: TYPE, body: bodyOf(parts) })

/** Status and body of each part of an answer. */
function partsOf({ text, headers }: { readonly text: string; readonly headers: Headers }) {
  const [, boundary] = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '') ?? []
  if (boundary === undefined) throw new Error('the answer names no boundary')
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      expect(part).toMatch(/^\r\nContent-Type: application\/http; msgtype=response\r\n\r\nHTTP\/1\.1 \d{3} /)
      const [, , body = ''] = part.split('\r\n\r\n')
      return { status: Number(/HTTP\/1\.1 (\d+)/.exec(part)?.[1]), body: body.trim() }
    })
}

describe('BatchingRequests.md, GroupingRequestsInABatch.md', () => {
  test('"The response content type is multipart/batching", "this order will be preserved in the response"', async () => {
    const session = await signIn(server)
    const { application } = session
    const hrefs = [
      application.embedded('people').href('myContacts'),
      application.embedded('me').href('self'),
      `${application.href('self')}/nothing`,
      application.embedded('people').href('self'),
    ]
    const answered = await send(
      session,
      hrefs.map((href) => ({ href })),
    )
    expect(answered.status).toBe(200)
    expect(answered.headers.get('content-type')).toMatch(/^multipart\/batching; boundary="[^"]+"$/)
    const parts = partsOf(answered)
    expect(parts.map(({ status }) => status)).toEqual([200, 200, 404, 200])
    expect(parts.map(({ body }) => JSON.parse(body).rel ?? JSON.parse(body).code)).toEqual([
      'myContacts',
      'me',
      'NotFound',
      'people',
    ])
  })

  test('"Batch requests can contain any UCWA 2.0 request", writes among them', async () => {
    const session = await signIn(server)
    const me = session.application.embedded('me')
    const parts = partsOf(
      await send(session, [{ method: 'POST', href: me.href('makeMeAvailable'), json: {} }]),
    )
    expect(parts).toEqual([{ status: 204, body: '' }])
    expect(jsonOf(await session.ask(me.href('self'))).has('presence')).toBe(true)
  })

  test('"other than another batch request, photo request or events request"', async () => {
    const session = await signIn(server)
    const { application } = session
    const parts = partsOf(
      await send(session, [
        { method: 'POST', href: application.href('batch') },
        { href: application.embedded('me').href('photo') },
        { href: application.href('events') },
        { href: application.embedded('me').href('self') },
      ]),
    )
    expect(parts.map(({ status }) => status)).toEqual([400, 400, 400, 200])
  })

  test('and none of these by a way round', async () => {
    const session = await signIn(server)
    const { application } = session
    const people = application.embedded('people').href('self')
    const photo = application.embedded('me').href('photo')
    const back = (href: string) => `${people}/..${href.slice(application.href('self').length)}`
    const parts = partsOf(
      await send(session, [
        { href: back(photo) },
        { href: `${people}/../events?ack=99` },
        { href: `${people}/%2e%2e/events?ack=99` },
        { method: 'POST', href: `${people}/./../batch` },
        { href: `${people}/../me` },
      ]),
    )
    expect(parts.map(({ status }) => status)).toEqual([400, 400, 400, 400, 200])
  })

  test('"a single batch with more than 100 requests can also exceed this limit" and "none of the requests in the batch is executed"', async () => {
    const session = await signIn(server)
    const me = session.application.embedded('me')
    const many: Part[] = Array.from({ length: 100 }, () => ({ href: me.href('self') }))
    const refused = await send(session, [
      ...many,
      { method: 'POST', href: me.href('makeMeAvailable'), json: {} },
    ])
    expect([refused.status, jsonOf(refused).raw['code']]).toEqual([429, 'TooManyRequests'])
    expect(jsonOf(await session.ask(me.href('self'))).has('makeMeAvailable')).toBe(true)
    expect(partsOf(await send(session, many))).toHaveLength(100)
  })

  test.runIf(control !== null)(
    '"The server-side limit in this version is set at 100 requests for a single user across all batches"',
    async () => {
      const session = await signIn(server)
      const href = session.application.embedded('people').href('self')
      const of = (count: number) =>
        send(
          session,
          Array.from({ length: count }, () => ({ href })),
        )
      await control?.fault({ kind: 'delay', delayMs: 200, match: '/people$' })
      const [first, second] = await Promise.all([of(60), of(60)])
      await control?.clearFaults()
      expect(new Set([first.status, second.status])).toEqual(new Set([200, 429]))
      expect((await of(100)).status).toBe(200)
    },
  )

  test.runIf(control !== null)(
    'the parts are under way until the batch is answered, so batches that are sent together count together',
    async () => {
      const session = await signIn(server)
      const href = session.application.embedded('people').href('self')
      const sixty: Part[] = Array.from({ length: 60 }, () => ({ href }))
      const answered = await Promise.all([sixty, sixty, sixty, sixty].map((parts) => send(session, parts)))
      // How many of them meet is a matter of moments, but they cannot all pass each other by.
      expect(new Set(answered.map(({ status }) => status))).toEqual(new Set([200, 429]))
    },
  )

  test.runIf(control !== null)(
    '"the operations may execute on the server out of order", and here they do',
    async () => {
      const session = await signIn(server)
      const me = session.application.embedded('me')
      await session.ask(me.href('makeMeAvailable'), { method: 'POST', json: {} })
      const href = jsonOf(await session.ask(me.href('self'))).href('note')
      const lastOf = async (round: string) => {
        const messages = Array.from({ length: 20 }, (_, index) => `${round} ${index}`)
        const writes = messages.map((message): Part => ({ method: 'POST', href, json: { message } }))
        expect(partsOf(await send(session, writes)).map(({ status }) => status)).toEqual(
          messages.map(() => 204),
        )
        return jsonOf(await session.ask(href)).raw['message']
      }
      expect([await lastOf('a'), await lastOf('b')]).not.toEqual(['a 19', 'b 19'])
    },
  )

  test('a part whose target is no address of this server is refused by itself: 400', async () => {
    const session = await signIn(server)
    const me = session.application.embedded('me').href('self')
    const parts = partsOf(
      await send(session, [
        { href: 'http://[' },
        { href: `http://elsewhere.invalid${me}` },
        { href: `//elsewhere.invalid${me}` },
        { href: me },
      ]),
    )
    expect(parts.map(({ status }) => status)).toEqual([400, 400, 400, 200])
  })

  test('a part that is refused by itself has the head of every part, "Cache-Control: no-cache" among it', async () => {
    const session = await signIn(server)
    const { text } = await send(session, [{ href: 'http://[' }, { href: session.application.href('events') }])
    expect(text.match(/HTTP\/1\.1 400 Bad Request\r\n(?:.+\r\n)*Cache-Control: no-cache\r\n/g)).toHaveLength(
      2,
    )
  })

  test.each([
    ['with no parts', `--${BOUNDARY}--`],
    [
      'with another boundary',
      '--other\r\nContent-Type: application/http; msgtype=request\r\n\r\nGET / HTTP/1.1\r\n--other--',
    ],
    ['with a part of no type', `--${BOUNDARY}\r\n\r\nGET / HTTP/1.1\r\n\r\n--${BOUNDARY}--`],
  ])('a body %s is no batch: 400', async (_, body) => {
    const { application, ask } = await signIn(server)
    const refused = await ask(application.href('batch'), { method: 'POST', headers: TYPE, body })
    expect([refused.status, jsonOf(refused).raw['subcode']]).toEqual([400, 'ParameterValidationFailure'])
  })

  test.each([
    ['of another type', { 'Content-Type': 'application/json' }, 415],
    ['without a boundary', { 'Content-Type': 'multipart/batching' }, 415],
  ])('a batch %s is refused', async (_, headers, status) => {
    const { application, ask } = await signIn(server)
    const refused = await ask(application.href('batch'), { method: 'POST', headers, body: '--x--' })
    expect(refused.status).toBe(status)
  })

  test('a part that is no request is refused with the whole: 400', async () => {
    const { application, ask } = await signIn(server)
    const body = `--${BOUNDARY}\r\nContent-Type: application/http; msgtype=request\r\n\r\nhello\r\n--${BOUNDARY}--`
    expect((await ask(application.href('batch'), { method: 'POST', headers: TYPE, body })).status).toBe(400)
  })
})
