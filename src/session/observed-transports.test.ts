import { expect, test } from 'vitest'
import { createScriptedServer } from '../testing/scripted-server.ts'
import { failureOf } from '../ucwa/errors.ts'
import { toHref } from '../ucwa/hal.ts'
import { encodeMultipart, encodeReads } from '../ucwa/multipart.ts'
import type { TransportRequest } from '../ucwa/transport.ts'
import type { AskedRequest } from './diagnostics.ts'
import { observedTransports } from './observed-transports.ts'

const POOL = 'https://lyncweb.contoso.com'
const never = new AbortController().signal
const at = (path: string) => toHref(path, POOL)

function observing() {
  const server = createScriptedServer()
  const seen: AskedRequest[] = []
  const { cors } = observedTransports(
    {
      cors: server,
      xframe: { ...server, knowFrame: () => null, frameFor: () => '', close: () => null },
      answers: () => Promise.resolve(false),
    },
    {
      recorder: { asked: (request) => seen.push(request) },
      relOf: (href) => new URL(href).pathname.split('/').at(-1) ?? null,
      nowMs: () => 0,
    },
  )
  const send = (of: Partial<TransportRequest>) =>
    cors.send(
      { method: 'GET', url: at('/101/note'), headers: { Authorization: 'Bearer cwt' }, body: null, ...of },
      never,
    )
  return { server, seen, send }
}

const SCRIPTED = { 'Content-Type': 'application/json', 'X-MS-Server-Fqdn': 'lync-fe02.contoso.com' }

test('a request is told by host and rel, and the answer goes on untouched', async () => {
  const { server, seen, send } = observing()
  server.expects('GET', at('/101/note'), { body: { message: 'secret' }, headers: SCRIPTED })
  expect((await send({})).body).toContain('secret')
  expect(seen).toEqual([
    {
      method: 'GET',
      host: 'lyncweb.contoso.com',
      rel: 'note',
      parts: [],
      server: 'lync-fe02.contoso.com',
      ucwaVersion: null,
      trouble: null,
    },
  ])
})

test.each<[string, number, string, object, object | null]>([
  ['there is no note', 404, 'note', {}, null],
  ['the challenge comes', 401, 'note', {}, null],
  ['one is available already', 409, 'makeMeAvailable', { code: 'Conflict' }, null],
  ['the application is gone', 404, 'events', { code: 'NotFound' }, { status: 404, code: 'NotFound' }],
  [
    'somebody else polls',
    409,
    'events',
    { code: 'Conflict', subcode: 'PGetReplaced' },
    { subcode: 'PGetReplaced' },
  ],
  [
    'a front end is draining',
    503,
    'me',
    { code: 'ServiceUnavailable', message: 'The front end is draining' },
    { status: 503, code: 'ServiceUnavailable', message: 'The front end is draining', correlation: '7f3c' },
  ],
])('when %s', async (_, status, rel, body, expected) => {
  const { server, seen, send } = observing()
  const headers = { ...SCRIPTED, 'X-MS-Correlation-Id': '7f3c' }
  server.expects('GET', at(`/101/${rel}`), { status, body, headers })
  await send({ url: at(`/101/${rel}`) })
  if (expected === null) expect(seen[0]?.trouble).toBe(null)
  else expect(seen[0]?.trouble).toMatchObject({ rel, ...expected })
})

test('the parts of a batch are told by rel, and the one that failed by its own words', async () => {
  const { server, seen, send } = observing()
  const reads = ['/101/presence', '/101/people', '/101/location'].map(at)
  const parts = [
    'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}',
    'HTTP/1.1 503 Unavailable\r\nContent-Type: application/json\r\n\r\n{"code":"ServiceUnavailable","subcode":"ExchangeServiceFailure"}',
    'HTTP/1.1 404 Not Found\r\n\r\n',
  ]
  server.expects('POST', at('/101/batch'), {
    body: encodeMultipart(parts, 'application/http; msgtype=response', 'b'),
    headers: { 'Content-Type': 'multipart/batching; boundary=b' },
  })
  await send({
    method: 'POST',
    url: at('/101/batch'),
    headers: { Authorization: 'Bearer cwt', 'Content-Type': 'multipart/batching; boundary=b' },
    body: encodeReads(
      reads.map((href) => ({ href, minResourceVersion: null })),
      'b',
    ),
  })
  expect(seen).toMatchObject([
    {
      rel: 'batch',
      parts: ['presence', 'people', 'location'],
      trouble: { rel: 'people', status: 503, subcode: 'ExchangeServiceFailure' },
    },
  ])
})

test('a part of a batch that deletes counts as the others do', async () => {
  const { server, seen, send } = observing()
  const parts = [
    'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}',
    'HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\n\r\n{"code":"Forbidden","subcode":"LimitExceeded"}',
  ]
  server.expects('POST', at('/101/batch'), {
    body: encodeMultipart(parts, 'application/http; msgtype=response', 'b'),
    headers: { 'Content-Type': 'multipart/batching; boundary=b' },
  })
  await send({
    method: 'POST',
    url: at('/101/batch'),
    headers: { Authorization: 'Bearer cwt', 'Content-Type': 'multipart/batching; boundary=b' },
    body: encodeReads(
      [
        { href: at('/101/presence'), minResourceVersion: null },
        { method: 'DELETE', href: at('/101/groupMembership'), minResourceVersion: null },
      ],
      'b',
    ),
  })
  expect(seen).toMatchObject([
    {
      parts: ['presence', 'groupMembership'],
      trouble: { rel: 'groupMembership', status: 403, subcode: 'LimitExceeded' },
    },
  ])
})

test('no answer is trouble, but on the way in, where it is a matter of course', async () => {
  const { server, seen, send } = observing()
  for (const headers of [{ Authorization: 'Bearer cwt' }, {}]) {
    server.expects('GET', at('/101/note'), 'unreachable')
    expect(await send({ headers }).catch(failureOf)).toMatchObject({ kind: 'unreachable' })
  }
  expect(seen.map(({ trouble }) => trouble?.status ?? null)).toEqual([0, null])
})
