import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anHref } from '../testing/examples.ts'
import { decodeAnswers, decodeMultipart, encodeMultipart, encodeReads } from './multipart.ts'

const TYPE = 'multipart/batching; boundary="3968fb75"'

// As printed in "Batching requests": unix or web line ends, a byte-order mark as "?", nothing between body and mark.
const PRINTED = [
  '--3968fb75',
  'Content-Type: application/http; msgtype=response',
  '',
  'HTTP/1.1 200 OK',
  'Cache-Control: no-cache',
  'Content-Type: application/json; charset=utf-8',
  '',
  '?',
  '{"rel":"myContacts"}',
  '--3968fb75',
  'Content-Type: application/http; msgtype=response',
  '',
  'HTTP/1.1 404 Not Found',
  'Content-Type: application/json',
  '',
  '{"code":"NotFound"}',
  '--3968fb75--',
  '',
]
const two = [anHref(), anHref()]

test.each([
  ['web', '\r\n'],
  ['unix', '\n'],
])('the printed answer is read with %s line ends', (_, end) => {
  const [one, other] = decodeAnswers(PRINTED.join(end), TYPE, two)
  expect(one).toMatchObject({ status: 200, body: `?${end}{"rel":"myContacts"}`, url: two[0] })
  expect(one?.headers.get('content-TYPE')).toBe('application/json; charset=utf-8')
  expect(other).toMatchObject({ status: 404, body: '{"code":"NotFound"}', url: two[1] })
})

test('a part may have no body, and no headers', () => {
  const bare = encodeMultipart(['HTTP/1.1 204 No Content\r\n\r\n', 'HTTP/1.1 204 No Content\r\n'], 'x/y', 'b')
  expect(
    decodeAnswers(bare, 'multipart/batching;boundary=b', two).map(({ status, body }) => [status, body]),
  ).toEqual([
    [204, ''],
    [204, ''],
  ])
})

test('the end mark may be missing, as in "Grouping requests in a batch"', () => {
  expect(decodeMultipart('--b\r\n\r\none\r\n--b\r\n', 'multipart/batching; boundary=b')).toEqual(['one'])
})

test.each([
  ['there are fewer answers than reads', PRINTED.join('\r\n'), TYPE, [...two, anHref()]],
  ['there are more', PRINTED.join('\r\n'), TYPE, [anHref()]],
  ['it breaks off', PRINTED.slice(0, -4).join('\r\n'), TYPE, two],
  ['a part is no answer', encodeMultipart(['hello', 'HTTP/1.1 200 OK'], 'x/y', '3968fb75'), TYPE, two],
  ['there is no boundary', PRINTED.join('\r\n'), 'multipart/batching', two],
  ['it is a page', '<html>', 'text/html', two],
  ['it is empty', '', TYPE, two],
])('a batch is malformed as a whole when %s', (_, body, type, hrefs) => {
  expect(() => decodeAnswers(body, type, hrefs)).toThrow(/^malformed/)
})

test('reads are written as printed, each with its host and an end to its headers', () => {
  const [one] = two
  const written = encodeReads(
    two.slice(0, 1).map((href) => ({ href, minResourceVersion: null })),
    'b',
  )
  expect(written).toBe(
    '--b\r\nContent-Type: application/http; msgtype=request\r\n\r\n' +
      `GET ${new URL(one ?? '').pathname} HTTP/1.1\r\nHost: lyncweb.contoso.com\r\nAccept: application/json\r\n\r\n\r\n` +
      '--b--\r\n',
  )
})

test('a part names the version that it needs', () => {
  expect(encodeReads([{ href: anHref(), minResourceVersion: 2 }], 'b')).toContain(
    'Accept: application/json\r\nX-MS-RequiresMinResourceVersion: 2\r\n\r\n',
  )
})

const boundary = fc.stringMatching(/^[0-9A-Za-z]([0-9A-Za-z'()+_./=-]{0,30}[0-9A-Za-z])?$/)
const nasty = fc.constantFrom('\r\n', '\n', '\r\n\r\n', '--', '--b', 'b', '-', ' ', '"', '\uFEFF', 'é')
const content = fc.array(fc.oneof(nasty, fc.string()), { maxLength: 8 }).map((parts) => parts.join(''))

test('whatever was encoded is decoded again', () =>
  fc.assert(
    fc.property(fc.array(content, { maxLength: 5 }), boundary, (contents, mark) => {
      fc.pre(contents.every((one) => !one.includes(`--${mark}`)))
      const encoded = encodeMultipart(contents, 'application/http; msgtype=request', mark)
      expect(decodeMultipart(encoded, `multipart/batching; boundary="${mark}"`)).toEqual(contents)
    }),
  ))

test('no body makes the decoder throw anything but malformed', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        content,
        fc.subarray(PRINTED).map((lines) => lines.join('\r\n')),
      ),
      (body) => {
        try {
          decodeAnswers(body, TYPE, two)
        } catch (error) {
          expect(String(error)).toMatch(/malformed/)
        }
      },
    ),
  ))
