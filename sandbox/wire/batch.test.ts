import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundaryOf, decodeBatch, encodeBatch, MalformedBatch } from './batch.ts'

const BOUNDARY = '77f2569d-c005-442b-b856-782305305e5f'

const get = (path: string): string =>
  `Content-Type: application/http; msgtype=request\r\n\r\nGET ${path} HTTP/1.1\r\nHost: lyncweb.contoso.com\r\nAccept: application/json\r\n`

describe('when a content type is read', () => {
  test.each<[string, string | null]>([
    ['multipart/batching;boundary=77f2569d', '77f2569d'],
    ['multipart/batching; boundary="EA370946"', 'EA370946'],
    ['Multipart/Batching; charset=utf-8; Boundary=a=b', 'a=b'],
    ['multipart/batching', null],
    ['multipart/mixed;boundary=a', null],
    ['application/json', null],
    ['', null],
  ])('%j names the boundary %j', (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary)
  })
})

describe('when a batch is read', () => {
  test('parts are found as `BatchingRequests.md` prints them', () => {
    const body = `--${BOUNDARY}\r\n${get('/people/contacts')}\r\n--${BOUNDARY}\r\n${get('/me')}\r\n--${BOUNDARY}--\r\n`
    expect(decodeBatch(body, BOUNDARY)).toEqual([
      {
        method: 'GET',
        target: '/people/contacts',
        headers: [
          ['Host', 'lyncweb.contoso.com'],
          ['Accept', 'application/json'],
        ],
        body: '',
      },
      expect.objectContaining({ target: '/me' }),
    ])
  })

  test.each<[string, (body: string) => string]>([
    ['with lines that end in LF alone', (body) => body.replaceAll('\r\n', '\n')],
    ['with a last boundary that is a plain one', (body) => body.replace(/--\r\n$/, '\r\n')],
    ['with blank lines before the first boundary, as the helper library sends', (body) => `\r\n\r\n${body}`],
    ['with a blank line more before each boundary', (body) => body.replaceAll('\r\n--', '\r\n\r\n--')],
  ])('%s, the same parts are found', (_, bend) => {
    const body = `--${BOUNDARY}\r\n${get('/a?b=c')}\r\n--${BOUNDARY}\r\n${get('/me')}\r\n--${BOUNDARY}--\r\n`
    expect(decodeBatch(bend(body), BOUNDARY).map(({ target }) => target)).toEqual(['/a?b=c', '/me'])
  })

  test('a line that only begins like the boundary is content', () => {
    const body = `--b\r\n${get('/a').replace('GET', 'POST')}\r\n--bc\r\n--b--\r\n`
    expect(decodeBatch(body, 'b')).toMatchObject([{ method: 'POST', body: '--bc' }])
  })

  const typed = (type: string): string => `--b\r\n${type}\r\n\r\nGET /me HTTP/1.1\r\n\r\n--b--`
  test.each([
    ['that is no request', '--b\r\nContent-Type: application/http; msgtype=request\r\n\r\nhello\r\n--b--'],
    ['of no type', typed('Content-Transfer-Encoding: binary')],
    ['of another type', typed('Content-Type: application/json')],
    ['that is an answer', typed('Content-Type: application/http; msgtype=response')],
    ['that does not say which of the two it is', typed('Content-Type: application/http')],
  ])('a part %s is refused, not passed over', (_, text) => {
    expect(() => decodeBatch(text, 'b')).toThrow(MalformedBatch)
  })

  test.each([
    ['an empty body', ''],
    ['another boundary', `--c\r\n${get('/me')}\r\n--c--`],
    ['boundaries alone', '--b\r\n\r\n--b--'],
  ])('%s is no batch', (_, text) => {
    expect(() => decodeBatch(text, 'b')).toThrow(MalformedBatch)
  })

  test.each(['application/http;msgtype=request', 'Application/HTTP; charset=utf-8; msgtype="request"'])(
    'a part of type %s is one',
    (type) => {
      expect(decodeBatch(typed(`content-type: ${type}`), 'b')).toMatchObject([{ target: '/me' }])
    },
  )
})

const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,15}$/)
const printable = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((text) => text.replaceAll(/[\r\n]/g, ' ').trim())
/** Bodies may hold blank lines, but no line that begins like a boundary, and their last line break is the part's own. */
const body = fc
  .array(
    printable.filter((line) => !line.startsWith('--')),
    { maxLength: 4 },
  )
  .map((lines) => lines.join('\r\n').trim())

test('whatever requests go into a batch come out of it, in order', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
          target: fc.webUrl({ withQueryParameters: true, size: 'xsmall' }),
          headers: fc.array(fc.tuple(token, printable)),
          body,
        }),
        { minLength: 1 },
      ),
      (parts) => {
        const text = parts
          .map(({ method, target, headers, body: content }) =>
            [
              `--${BOUNDARY}`,
              'Content-Type: application/http; msgtype=request',
              '',
              `${method} ${target} HTTP/1.1`,
              ...headers.map(([name, value]) => `${name}: ${value}`),
              '',
              content,
            ].join('\r\n'),
          )
          .concat(`--${BOUNDARY}--`, '')
          .join('\r\n')
        expect(decodeBatch(text, BOUNDARY)).toEqual(parts)
      },
    ),
  ))

/** Reads an answer the way the documentation prints it; a reading of its own, so that it can find ours wrong. */
function answersIn(text: string, boundary: string) {
  const sections = text.split(`--${boundary}`)
  expect(sections[0]).toBe('')
  expect(sections.at(-1)).toBe('--\r\n')
  return sections.slice(1, -1).map((section) => {
    const [partHead, head, ...rest] = section.replace(/^\r\n/, '').replace(/\r\n$/, '').split('\r\n\r\n')
    expect(partHead).toBe('Content-Type: application/http; msgtype=response')
    const [statusLine = '', ...headers] = head?.split('\r\n') ?? []
    return {
      status: Number(statusLine.split(' ')[1]),
      headers: headers.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      body: rest.join('\r\n\r\n'),
    }
  })
}

test('whatever answers go into a batch come out of it, in order', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          status: fc.constantFrom(200, 201, 204, 304, 404, 409, 429, 503),
          headers: fc.array(fc.tuple(token, printable)),
          body,
        }),
      ),
      (answers) => {
        expect(answersIn(encodeBatch(answers, BOUNDARY), BOUNDARY)).toEqual(answers)
      },
    ),
  ))
