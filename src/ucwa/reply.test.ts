import { expect, test } from 'vitest'
import { failureOf } from './errors.ts'
import { failureIn, jsonIn, resourceIn, type Reply } from './reply.ts'
import { parseHeaderLines } from './transport.ts'

const NOW_MS = Date.parse('2026-03-02T09:00:00Z')

const aReply = (of: { status?: number; body?: string; headers?: string }): Reply => ({
  status: of.status ?? 200,
  headers: parseHeaderLines(of.headers ?? 'Content-Type: application/json; charset=utf-8'),
  body: of.body ?? '',
  url: 'https://lyncweb.contoso.com/ucwa',
})

const error = (code: string, subcode?: string) => JSON.stringify({ code, subcode, message: 'words' })
const HTML = 'Content-Type: text/html'

test.each<[string, Parameters<typeof aReply>[0], object]>([
  ['401, whatever it says', { status: 401, headers: HTML, body: '<html>' }, { kind: 'signedOut' }],
  ['a proxy says 502', { status: 502, headers: HTML, body: '<html>' }, { kind: 'serverFailed', status: 502 }],
  [
    '503 with a time',
    { status: 503, headers: 'Retry-After: 7' },
    { kind: 'serverFailed', retryAfterMs: 7000 },
  ],
  [
    '503 with a date',
    { status: 503, headers: 'retry-after: Mon, 02 Mar 2026 09:01:00 GMT' },
    { kind: 'serverFailed', retryAfterMs: 60_000 },
  ],
  ['503 with nonsense', { status: 503, headers: 'Retry-After: soon' }, { retryAfterMs: 0 }],
  ['408', { status: 408 }, { kind: 'serverFailed', status: 408 }],
  ['429', { status: 429, body: error('TooManyRequests') }, { kind: 'serverFailed', status: 429 }],
  ['409 PGetReplaced', { status: 409, body: error('Conflict', 'PGetReplaced') }, { kind: 'replaced' }],
  [
    'another 409',
    { status: 409, body: error('Conflict', 'AlreadyExists') },
    { kind: 'refused', status: 409 },
  ],
  [
    '410 InactiveApplicationExpired',
    { status: 410, body: error('Gone', 'InactiveApplicationExpired') },
    { kind: 'applicationGone' },
  ],
  [
    '410 TooManyApplications',
    { status: 410, body: error('Gone', 'TooManyApplications') },
    { kind: 'refused' },
  ],
  [
    '404 ApplicationNotFound, which only the application itself is believed',
    { status: 404, body: error('NotFound', 'ApplicationNotFound') },
    { kind: 'refused', status: 404, reason: { subcode: 'ApplicationNotFound', message: 'words' } },
  ],
  ['a subcode nobody knows', { status: 403, body: error('Forbidden', 'Brandnew') }, { kind: 'refused' }],
  ['a "no" without a word', { status: 404, headers: '' }, { kind: 'refused', status: 404 }],
  ['a proxy says 403', { status: 403, headers: HTML, body: '<html>' }, { kind: 'malformed' }],
  [
    '403 with diagnostics, in a body of any kind',
    { status: 403, headers: `${HTML}\r\nx-ms-DIAGNOSTICS: 28070;reason="x"`, body: '<html>' },
    { kind: 'refused', reason: { diagnostics: '28070;reason="x"' } },
  ],
  [
    '400 of the web ticket',
    { status: 400, body: '{"error":"invalid_grant"}' },
    { reason: { code: 'invalid_grant' } },
  ],
  ['a body that breaks off', { status: 400, body: '{"code":"Bad' }, { kind: 'malformed' }],
  ['a redirect that nobody followed', { status: 302 }, { kind: 'malformed' }],
])('a failure is sorted when the answer is %s', (_, reply, expected) => {
  expect(failureIn(aReply(reply), NOW_MS)).toMatchObject(expected)
})

test.each([
  ['a byte-order mark', '\uFEFF{"a":1}'],
  ['one read with the wrong encoding', '\u00EF\u00BB\u00BF{"a":1}'],
  ['one as the sample prints it', '?\r\n{"a":1}'],
])('a body may begin with %s', (_, body) => {
  expect(jsonIn(aReply({ body }))).toEqual({ a: 1 })
})

test.each([
  ['it does not say that it is JSON', { headers: HTML, body: '{}' }],
  ['it says nothing of itself', { headers: '', body: '{}' }],
  ['it breaks off', { body: '{"a":' }],
])('a good answer is malformed when %s', (_, reply) => {
  expect(() => jsonIn(aReply(reply))).toThrow(/^malformed/)
})

test('the precise content type of UCWA is JSON too', () => {
  const headers = 'content-type: application/vnd.microsoft.com.ucwa+json'
  expect(jsonIn(aReply({ headers, body: '[]' }))).toEqual([])
})

test('the ETag of the header stands in for a property that is missing', () => {
  const headers = 'Content-Type: application/json\r\nETag: "42"'
  expect(resourceIn(aReply({ headers, body: '{}' })).etag).toBe('42')
})

test('a failure that is not ours has none inside', () => {
  expect(failureOf(new Error('a bug'))).toBe(null)
})
