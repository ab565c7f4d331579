/**
 * The cross-domain frame: a page of the pool's own origin that sends requests for a page of another and posts the
 * answers back.
 * Documented: the message is a JSON string with jQuery.ajax's names; the answer has `status`, `statusText`,
 * `responseText`, `headers` and the `messageId` (`Cross_domainIFRAME.md`), whose own example wraps the message in
 * `request` while the helper library of 2014 sends it flat: both are taken. The frame adds `X-Ms-Origin` and
 * `X-Requested-With` (every walkthrough's requests). `headers` is one string of CRLF lines, with names spelled as the
 * documentation spells them: that library looks for `Content-Type`, `WWW-Authenticate` and `X-Ms-diagnostics`, while
 * a browser of today tells its script lower case.
 * Assumed: a request that fails in the network, or whose answer cannot be told as text, is answered `status: 0`; a body
 * whose type is not named is a form, as jQuery has it; and anything else that arrives is ignored.
 */
export const xframePage = (): string => PAGE

/** Names whose spelling is not each word with a capital. */
const SPELLED = [
  'ETag',
  'P3P',
  'WWW-Authenticate',
  'X-Ms-diagnostics',
  'X-MS-Correlation-Id',
  'X-MS-Server-Fqdn',
  'X-MS-UcwaVersion',
  'X-AspNet-Version',
]

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>XFrame</title></head>
<body>
<script>
'use strict'
const SPELLED = new Map(${JSON.stringify(SPELLED)}.map((name) => [name.toLowerCase(), name]))
const spell = (name) => SPELLED.get(name.toLowerCase()) ??
  name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase())

const headersOf = (xhr) => xhr.getAllResponseHeaders().trim().split(/\\r?\\n/).filter(Boolean).map((line) => {
  const colon = line.indexOf(':')
  return spell(line.slice(0, colon)) + line.slice(colon)
}).join('\\r\\n')

const failed = (error) => ({ status: 0, statusText: String(error), responseText: '', headers: '' })
const FORM = 'application/x-www-form-urlencoded; charset=UTF-8'

function send(request, origin, answer) {
  const method = String(request.type ?? 'GET').toUpperCase()
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const url = new URL(request.url, location.href)
  const isBag = typeof request.data === 'object' && request.data !== null
  const data = isBag && request.processData !== false ? new URLSearchParams(request.data).toString()
    : isBag ? JSON.stringify(request.data) : request.data
  if (!hasBody && data) url.search += (url.search ? '&' : '?') + data
  if (!hasBody && request.cache === false) url.searchParams.append('_', String(Date.now()))

  const headers = new Map()
  const set = (name, value) => headers.set(name.toLowerCase(), [name, String(value)])
  if (typeof request.accepts === 'string') set('Accept', request.accepts)
  if (hasBody && request.contentType) set('Content-Type', request.contentType)
  else if (hasBody && data && request.contentType !== false) set('Content-Type', FORM)
  for (const [name, value] of Object.entries(request.headers ?? {})) set(name, value)
  set('X-Ms-Origin', origin)
  set('X-Requested-With', 'XMLHttpRequest')

  const xhr = new XMLHttpRequest()
  const answered = () => ({
    status: xhr.status,
    statusText: xhr.status === 0 ? 'error' : xhr.statusText,
    responseText: xhr.responseText,
    headers: xhr.status === 0 ? '' : headersOf(xhr),
  })
  xhr.onloadend = () => {
    let reply
    try {
      reply = answered()
    } catch (error) {
      reply = failed(error) // a responseType was asked for whose answer is no text
    }
    answer(reply)
  }
  xhr.open(method, url)
  for (const [name, value] of headers.values()) if (value !== '') xhr.setRequestHeader(name, value)
  for (const [name, value] of Object.entries(request.xhrFields ?? {})) xhr[name] = value
  xhr.send(hasBody ? data : null)
}

window.addEventListener('message', (event) => {
  if (typeof event.data !== 'string' || event.source === null) return
  let message
  try {
    message = JSON.parse(event.data)
  } catch {
    return
  }
  const request = message?.request ?? message
  if (typeof request?.url !== 'string') return
  const target = event.origin === 'null' ? '*' : event.origin
  const answer = (reply) =>
    event.source.postMessage(JSON.stringify({ ...reply, messageId: request.messageId ?? message.messageId }), target)
  try {
    send(request, event.origin, answer)
  } catch (error) {
    answer(failed(error))
  }
})
</script>
</body>
</html>
`
