import { malformed } from './errors.ts'
import type { Href } from './hal.ts'
import type { Reply } from './reply.ts'
import { parseHeaderLines } from './transport.ts'

const CRLF = '\r\n'

/** One request of a batch: one without a body. */
export type ReadPart = {
  /** Absent: GET. */
  readonly method?: 'DELETE'
  readonly href: Href
  /** `X-MS-RequiresMinResourceVersion`; null: any version will do. Source: "Versioning". */
  readonly minResourceVersion: number | null
}

/**
 * The body of a batch: one GET for each part.
 * Source: UCWA general reference, "Batching requests" and "Grouping requests in a batch".
 */
export const encodeReads = (parts: readonly ReadPart[], boundary: string): string =>
  encodeMultipart(parts.map(encodeRead), 'application/http; msgtype=request', boundary)

function encodeRead({ method, href, minResourceVersion }: ReadPart): string {
  const { host, pathname, search } = new URL(href)
  const lines = [
    `${method ?? 'GET'} ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    'Accept: application/json',
  ]
  if (minResourceVersion !== null) lines.push(`X-MS-RequiresMinResourceVersion: ${minResourceVersion}`)
  return lines.join(CRLF) + CRLF + CRLF
}

/**
 * The answers of a batch, in the order of the reads: that is all that tells whose they are, so their number has to be
 * right. Throws `malformed` where it is not, or where a part is no answer.
 */
export function decodeAnswers(body: string, contentType: string, hrefs: readonly Href[]): readonly Reply[] {
  const messages = decodeMultipart(body, contentType)
  if (messages.length !== hrefs.length) {
    throw malformed(`a batch of ${hrefs.length} reads was answered with ${messages.length} parts`)
  }
  return hrefs.map((href, position) => decodeAnswer(messages[position] ?? '', href))
}

const STATUS_LINE = /^\s*HTTP\/\d(?:\.\d)?[ \t]+(\d{3})[^\r\n]*\r?\n/

function decodeAnswer(message: string, url: Href): Reply {
  const start = STATUS_LINE.exec(message)
  if (start === null) throw malformed('a part of a batch has no status line')
  const rest = message.slice(start[0].length)
  const gap = /^\r?\n|\r?\n\r?\n/.exec(rest)
  const head = gap === null ? rest : rest.slice(0, gap.index)
  const body = gap === null ? '' : rest.slice(gap.index + gap[0].length)
  return { status: Number(start[1]), headers: parseHeaderLines(head), body: blankAsEmpty(body), url }
}

const blankAsEmpty = (body: string): string => (body.trim() === '' ? '' : body)

/** Source: RFC 2046, 5.1. */
export function encodeMultipart(contents: readonly string[], contentType: string, boundary: string): string {
  const parts = contents.map(
    (content) => `--${boundary}${CRLF}Content-Type: ${contentType}${CRLF}${CRLF}${content}${CRLF}`,
  )
  return `${parts.join('')}--${boundary}--${CRLF}`
}

/**
 * The contents of the parts, without the parts' own headers. The end mark may be missing, as in one printed sample
 * ("Grouping requests in a batch"); lines may end without a carriage return. Throws `malformed` without a boundary.
 */
export function decodeMultipart(body: string, contentType: string): readonly string[] {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (mark === undefined || !/^multipart\//i.test(contentType.trim())) {
    throw malformed(`a batch was answered with ${contentType || 'no content type'}`)
  }
  const delimiter = `--${mark}`
  const contents: string[] = []
  let partBegins: number | null = null
  for (let at = nextMark(body, delimiter, 0); at !== -1; at = nextMark(body, delimiter, at + 1)) {
    if (partBegins !== null) contents.push(withoutHeaders(withoutLineEnd(body.slice(partBegins, at))))
    if (body.startsWith('--', at + delimiter.length)) return contents
    const lineEnd = body.indexOf('\n', at)
    if (lineEnd === -1) return contents
    partBegins = lineEnd + 1
  }
  const last = partBegins === null ? '' : body.slice(partBegins)
  if (last.trim() !== '') throw malformed('a batch was answered with a body that breaks off')
  return contents
}

/** Where the delimiter next begins a line of its own. */
function nextMark(body: string, delimiter: string, from: number): number {
  for (let at = body.indexOf(delimiter, from); at !== -1; at = body.indexOf(delimiter, at + 1)) {
    const begins = at === 0 || body[at - 1] === '\n'
    if (
      begins &&
      /^(?:--)?[ \t]*(?:\r?\n|$)/.test(body.slice(at + delimiter.length, at + delimiter.length + 80))
    ) {
      return at
    }
  }
  return -1
}

/** The line end before a delimiter belongs to the delimiter. */
const withoutLineEnd = (part: string): string => part.replace(/\r?\n$/, '')

function withoutHeaders(part: string): string {
  const gap = /^\r?\n|\r?\n\r?\n/.exec(part)
  return gap === null ? '' : part.slice(gap.index + gap[0].length)
}
