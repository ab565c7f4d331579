import * as v from 'valibot'
import { malformed, NO_REASON, UcwaError, type Reason, type UcwaFailure } from './errors.ts'
import { parseResource, type Resource } from './hal.ts'
import type { ReplyHeaders } from './transport.ts'

/** One answer, alone or out of a batch. */
export type Reply = {
  readonly status: number
  readonly headers: ReplyHeaders
  readonly body: string
  /** What its relative hrefs are relative to. */
  readonly url: string
}

export const isGood = (reply: Reply): boolean => reply.status >= 200 && reply.status < 300

/** Throws the failure that a reply reports. `nowMs` is what a `Retry-After` date is measured against. */
export function demandGood(reply: Reply, nowMs: number): Reply {
  if (isGood(reply)) return reply
  throw new UcwaError(failureIn(reply, nowMs))
}

/** The body as a resource; throws `malformed` when it is none. */
export const resourceIn = (reply: Reply): Resource => {
  const resource = parseResource(jsonIn(reply), reply.url)
  const etag = reply.headers.get('ETag')
  return resource.etag === null && etag !== null ? { ...resource, etag: etag.replaceAll('"', '') } : resource
}

/** The body as JSON; throws `malformed` when it is none, or does not say that it is. */
export function jsonIn(reply: Reply): unknown {
  if (!saysJson(reply)) throw malformed(`${reply.url} answered with ${contentType(reply)}, not JSON`)
  try {
    return JSON.parse(withoutByteOrderMark(reply.body))
  } catch {
    throw malformed(`${reply.url} answered with a body that is not JSON`)
  }
}

/**
 * Sorted by status first, by subcode second, by words never.
 * Documented: a reply that is not UCWA's content type comes from something on the way ("Errors and informational
 * messages"). So such a "no" is not taken for the server's, unless it is a 5xx, which means "later" whoever says it.
 * Observed: a page that may not use the service gets 403 with `X-Ms-diagnostics` and a body of any kind.
 */
export function failureIn(reply: Reply, nowMs: number): UcwaFailure {
  const { status } = reply
  const reason = reasonIn(reply)
  if (status === 401) return { kind: 'signedOut' }
  if (status >= 500 || status === 408 || status === 429) {
    return { kind: 'serverFailed', status, retryAfterMs: retryAfterMs(reply, nowMs), reason }
  }
  if (status < 400) return { kind: 'malformed', detail: `status ${status} from ${reply.url}` }
  const isUcwa = reply.body === '' || reason.code !== null || reason.diagnostics !== null
  if (!isUcwa)
    return { kind: 'malformed', detail: `status ${status} from ${reply.url}, in words that are not UCWA's` }
  if (status === 409 && reason.subcode === 'PGetReplaced') return { kind: 'replaced' }
  if (status === 410 && reason.subcode === 'InactiveApplicationExpired') return { kind: 'applicationGone' }
  return { kind: 'refused', status, reason }
}

// Documented: only `code` is certain. The web ticket's errors call it `error` ("Authentication in UCWA").
const wireError = v.object({
  code: v.optional(v.unknown()),
  error: v.optional(v.unknown()),
  subcode: v.optional(v.unknown()),
  message: v.optional(v.unknown()),
})

function reasonIn(reply: Reply): Reason {
  const fromHeaders = {
    diagnostics: reply.headers.get('X-Ms-diagnostics'),
    server: reply.headers.get('X-MS-Server-Fqdn'),
  }
  const parsed = v.safeParse(wireError, saysJson(reply) ? parsedOrNull(reply.body) : null)
  if (!parsed.success) return { ...NO_REASON, ...fromHeaders }
  const { code, error, subcode, message } = parsed.output
  return {
    code: textOrNull(code) ?? textOrNull(error),
    subcode: textOrNull(subcode),
    message: textOrNull(message),
    ...fromHeaders,
  }
}

function parsedOrNull(body: string): unknown {
  try {
    return JSON.parse(withoutByteOrderMark(body))
  } catch {
    return null // an error whose body is broken is still that error
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const contentType = (reply: Reply): string => reply.headers.get('Content-Type') ?? 'no content type'

/**
 * Whether its body calls itself JSON, of whatever dialect. Documented: `application/json`, or more precisely
 * `application/vnd.microsoft.com.ucwa+json` ("Payload Format").
 */
export const saysJson = (reply: Reply): boolean => /^[^;]*[/+]json\s*(;|$)/i.test(contentType(reply).trim())

/**
 * Observed: the sample of a batch's answer ("Batching requests") prints a byte-order mark as `?` before each body.
 * Read with the wrong encoding it looks like three letters.
 */
const withoutByteOrderMark = (text: string): string => text.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF|\?)/, '')

/** Not documented for UCWA: honoured as HTTP has it, in seconds or as a date; 0 when there is none to be read. */
function retryAfterMs(reply: Reply, nowMs: number): number {
  const value = reply.headers.get('Retry-After')
  if (value === null) return 0
  const ms = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs
  return Number.isNaN(ms) ? 0 : Math.max(0, ms)
}
