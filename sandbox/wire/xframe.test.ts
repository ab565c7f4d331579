import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { isObject } from './is-object.ts'
import { xframePage } from './xframe.ts'

const PAGE = 'http://app.fabrikam.com'
const ANSWER_HEADERS = [
  'content-type: application/json; charset=utf-8',
  'etag: "1"',
  'www-authenticate: Bearer trusted_issuers="", MsRtcOAuth href="https://a/b",grant_type="password"',
  'x-ms-diagnostics: 28070;source="fe1";reason="no"',
  'x-ms-server-fqdn: fe1',
  'cache-control: no-cache',
]

type Sent = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly withCredentials: boolean
  readonly body: unknown
}
type Posted = { readonly message: Readonly<Record<string, unknown>>; readonly target: string }

/** The frame's script, in a page that is only as much of a browser as it needs. `status` 0: the network fails. */
function frame(status = 200) {
  const sent: Sent[] = []
  const posted: Posted[] = []
  let listener: ((event: unknown) => void) | null = null

  class FakeXhr {
    status = 0
    statusText = ''
    responseType = ''
    #text = ''
    get responseText(): string {
      if (this.responseType !== '') throw new Error('InvalidStateError')
      return this.#text
    }
    withCredentials = false
    onloadend = (): void => {}
    readonly #headers: Record<string, string> = {}
    #line = { method: '', url: '' }
    open(method: string, url: unknown): void {
      this.#line = { method, url: String(url) }
    }
    setRequestHeader(name: string, value: string): void {
      this.#headers[name] = value
    }
    getAllResponseHeaders(): string {
      return `${ANSWER_HEADERS.join('\r\n')}\r\n`
    }
    send(body: unknown): void {
      sent.push({ ...this.#line, headers: this.#headers, withCredentials: this.withCredentials, body })
      Object.assign(this, status === 0 ? {} : { status, statusText: 'OK' })
      this.#text = status === 0 ? '' : '{"a":1}'
      try {
        this.onloadend()
      } catch {
        // A browser tells its console, and whoever called send() nothing.
      }
    }
  }
  const [, script = ''] = /<script>(.*)<\/script>/s.exec(xframePage()) ?? []
  runInNewContext(script, {
    URL,
    URLSearchParams,
    XMLHttpRequest: FakeXhr,
    location: { href: 'https://lyncweb.contoso.com/Autodiscover/XFrame/XFrame.html' },
    window: {
      addEventListener: (_: string, heard: (event: unknown) => void) => {
        listener = heard
      },
    },
  })
  const source = {
    postMessage: (text: string, target: string) => {
      const message: unknown = JSON.parse(text)
      if (isObject(message)) posted.push({ message, target })
    },
  }
  return {
    sent,
    posted,
    post: (data: unknown, origin = PAGE) => listener?.({ data, origin, source }),
  }
}

const GET = { type: 'get', url: '/ucwa/me', accepts: 'application/json', messageId: 'm1' }

describe('when a page posts a request', () => {
  test.each([
    ['flat, as the helper library does', GET],
    ['wrapped, as Cross_domainIFRAME.md prints it', { request: GET }],
  ])('%s, it is sent with the page’s origin, and answered to that origin', (_, message) => {
    const { sent, posted, post } = frame()
    post(JSON.stringify(message))
    expect(sent).toEqual([
      {
        method: 'GET',
        url: 'https://lyncweb.contoso.com/ucwa/me',
        headers: { Accept: 'application/json', 'X-Ms-Origin': PAGE, 'X-Requested-With': 'XMLHttpRequest' },
        withCredentials: false,
        body: null,
      },
    ])
    expect(posted).toEqual([
      {
        message: expect.objectContaining({
          status: 200,
          statusText: 'OK',
          responseText: '{"a":1}',
          messageId: 'm1',
        }),
        target: PAGE,
      },
    ])
  })

  test('the answer’s headers are one string of CRLF lines, spelled as the documentation does', () => {
    const { posted, post } = frame()
    post(JSON.stringify(GET))
    expect(String(posted[0]?.message['headers']).split('\r\n')).toEqual([
      'Content-Type: application/json; charset=utf-8',
      'ETag: "1"',
      'WWW-Authenticate: Bearer trusted_issuers="", MsRtcOAuth href="https://a/b",grant_type="password"',
      'X-Ms-diagnostics: 28070;source="fe1";reason="no"',
      'X-MS-Server-Fqdn: fe1',
      'Cache-Control: no-cache',
    ])
  })

  test('headers and body go as they are, and a page cannot name another origin than its own', () => {
    const { sent, post } = frame()
    const headers = { 'Content-Type': 'application/json', 'If-Match': '"7"', 'x-ms-origin': 'http://forged' }
    post(JSON.stringify({ type: 'post', url: '/note', data: '{"message":"hi"}', headers, messageId: 'm' }))
    expect(sent[0]).toMatchObject({ method: 'POST', body: '{"message":"hi"}' })
    expect(sent[0]?.headers).toEqual({
      'Content-Type': 'application/json',
      'If-Match': '"7"',
      'X-Ms-Origin': PAGE,
      'X-Requested-With': 'XMLHttpRequest',
    })
  })

  test('contentType, data, cache and xhrFields mean what they mean to jQuery', () => {
    const { sent, post } = frame()
    post(JSON.stringify({ type: 'GET', url: '/search?a=b', data: { query: 'x y' }, cache: false }))
    post(
      JSON.stringify({
        type: 'post',
        url: '/t',
        contentType: 'application/x-www-form-urlencoded',
        data: { a: '1' },
      }),
    )
    post(JSON.stringify({ type: 'get', url: '/u', xhrFields: { withCredentials: true } }))
    expect(sent[0]?.url).toMatch(/^https:\/\/lyncweb\.contoso\.com\/search\?a=b&query=x\+y&_=\d+$/)
    expect(sent[1]).toMatchObject({
      body: 'a=1',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    expect(sent[2]?.withCredentials).toBe(true)
  })

  test.each([
    [{}, 'application/x-www-form-urlencoded; charset=UTF-8'],
    [{ contentType: 'text/plain' }, 'text/plain'],
    [{ contentType: false }, undefined],
    [{ headers: { 'content-type': 'application/json' } }, 'application/json'],
    [{ data: undefined }, undefined],
  ])('a text that is posted with %j is of type %s', (more, type) => {
    const { sent, post } = frame()
    post(JSON.stringify({ type: 'post', url: '/t', data: 'a=1', ...more }))
    expect(Object.entries(sent[0]?.headers ?? {}).find(([name]) => /content-type/i.test(name))?.[1]).toBe(
      type,
    )
  })

  test('an answer that cannot be told as text is status 0, not silence', () => {
    const { posted, post } = frame()
    post(JSON.stringify({ ...GET, xhrFields: { responseType: 'arraybuffer' } }))
    expect(posted[0]?.message).toMatchObject({ status: 0, responseText: '', headers: '', messageId: 'm1' })
  })

  test('a messageId that is an object comes back as it was', () => {
    const { posted, post } = frame()
    post(JSON.stringify({ ...GET, messageId: { Id: 4 } }))
    expect(posted[0]?.message['messageId']).toEqual({ Id: 4 })
  })

  test('a network that fails is status 0, without headers', () => {
    const { posted, post } = frame(0)
    post(JSON.stringify(GET))
    expect(posted[0]?.message).toEqual({
      status: 0,
      statusText: 'error',
      responseText: '',
      headers: '',
      messageId: 'm1',
    })
  })

  test.each([['not JSON'], ['null'], ['7'], ['{"hello":true}'], [{ url: '/not-a-string' }]])(
    'what is no request is left alone: %j',
    (data) => {
      const { sent, posted, post } = frame()
      post(data)
      expect([sent, posted]).toEqual([[], []])
    },
  )
})
