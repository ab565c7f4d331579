/**
 * `multipart/batching`, in and out.
 * Source: `BatchingRequests.md`, `GroupingRequestsInABatch.md`: each part is an HTTP request or answer of its own, as
 * `application/http`; the answers keep the order of the requests.
 */
export type BatchPart = {
  readonly method: string
  /** As the request line has it: a path with its query, or an absolute address. */
  readonly target: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

export type BatchAnswer = {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

/** Thrown for a body that is not what its content type says: no parts, or one that is no request. */
export class MalformedBatch extends Error {}

/** The boundary that a `Content-Type` names; null when it is not `multipart/batching` with one. */
export function boundaryOf(contentType: string): string | null {
  const [type, ...parameters] = contentType.split(';').map((part) => part.trim())
  if (type?.toLowerCase() !== 'multipart/batching') return null
  const named = parameters.find((parameter) => /^boundary\s*=/i.test(parameter))
  const value = named?.slice(named.indexOf('=') + 1).trim() ?? ''
  const unquoted = /^".*"$/.test(value) ? value.slice(1, -1) : value
  return unquoted === '' ? null : unquoted
}

/**
 * The requests in a batch's body. Lines may end in CRLF or LF alone, and the last boundary may be left out or be a
 * plain one, since Microsoft's own sample ends that way (`GroupingRequestsInABatch.md`).
 * @throws MalformedBatch for a part that is no HTTP request, or is not said to be one, and for a body without parts.
 */
export function decodeBatch(text: string, boundary: string): readonly BatchPart[] {
  const escaped = boundary.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  // A boundary stands on a line of its own; what is before the first and after the last is no part.
  const sections = `\r\n${text}`
    .split(new RegExp(String.raw`\r?\n--${escaped}(?:--)?[ \t]*(?=\r?\n|$)`))
    .slice(1)
  const parts = sections.flatMap((section) => (section.trim() === '' ? [] : decodePart(section)))
  if (parts.length === 0) throw new MalformedBatch('there is no part between the boundaries that are named')
  return parts
}

/** Documented: "each individual request is an "application/http; msgtype=request" message" (`BatchingRequests.md`). */
const PART_TYPE = /^application\/http\s*;(?:.*;)?\s*msgtype\s*=\s*"?request"?\s*(?:;|$)/i

function decodePart(section: string): BatchPart {
  const [envelope, message] = splitAtBlankLine(section.replace(/^\r?\n/, ''))
  const type = envelope
    .split(/\r?\n/)
    .flatMap(headerIn)
    .find(([name]) => name.toLowerCase() === 'content-type')
  if (!PART_TYPE.test(type?.[1] ?? '')) {
    throw new MalformedBatch('a part of the batch is not application/http; msgtype=request')
  }
  const [head, body] = splitAtBlankLine(message.replace(/^(\r?\n)+/, ''))
  const [requestLine = '', ...lines] = head.split(/\r?\n/)
  const [, method, target] = /^([A-Za-z]+)\s+(\S+)\s+HTTP\/\d(?:\.\d)?$/.exec(requestLine.trim()) ?? []
  if (method === undefined || target === undefined) {
    throw new MalformedBatch(`a part of the batch has no request line: ${requestLine.slice(0, 80)}`)
  }
  return { method: method.toUpperCase(), target, headers: lines.flatMap(headerIn), body }
}

/** Before and after the first empty line. */
function splitAtBlankLine(text: string): [string, string] {
  const found = /(?:^|\r?\n)\r?\n/.exec(text)
  if (found === null) return [text, '']
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)]
}

function headerIn(line: string): [string, string][] {
  const colon = line.indexOf(':')
  return colon <= 0 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]]
}

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  415: 'Unsupported Media Type',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** The body of a batch's answer. */
export function encodeBatch(answers: readonly BatchAnswer[], boundary: string): string {
  const parts = answers.map(({ status, headers, body }) =>
    [
      `--${boundary}`,
      'Content-Type: application/http; msgtype=response',
      '',
      `HTTP/1.1 ${status} ${REASONS[status] ?? 'Unknown'}`,
      ...headers.map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
  )
  return [...parts, `--${boundary}--`, ''].join('\r\n')
}
