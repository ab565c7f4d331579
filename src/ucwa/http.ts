import type { Clock } from '../lib/clock.ts'
import { unlessAborted } from '../lib/unless-aborted.ts'
import { malformed, unreachable, UcwaError } from './errors.ts'
import type { Href } from './hal.ts'
import { demandGood, type Reply } from './reply.ts'
import { MOST_RENEWALS, type Renewal, type Tokens } from './token.ts'
import type { Transport, TransportRequest } from './transport.ts'
import type { Trust } from './trust.ts'

export type HttpRequest = {
  readonly method: TransportRequest['method']
  readonly href: Href
  /** Sent as JSON; null: no body. */
  readonly json?: unknown
  /** Sent as it is, in place of JSON. */
  readonly text?: { readonly contentType: string; readonly body: string }
  readonly accept?: string
  /** `X-MS-RequiresMinResourceVersion`; source: "Versioning". */
  readonly minResourceVersion?: number
  /** The ETag, without quotes, of what a PUT stands on. Source: "HTTP", If-Match. */
  readonly ifMatch?: string
  /** True: whatever the browser has kept of it is no answer. */
  readonly isPastCache?: boolean
  readonly giveUpMs?: number
}

/**
 * Requests with a token. Each resolves with a 2xx reply, and rejects with a `UcwaError`, or with the signal's reason.
 */
export type Http = {
  send(request: HttpRequest, signal: AbortSignal): Promise<Reply>
  get(href: Href, signal: AbortSignal): Promise<Reply>
  post(href: Href, body: unknown, signal: AbortSignal): Promise<Reply>
  /** For a part of a batch that came back with 401: true when there is a token now that the part was not sent with. */
  renewAfter(refused: Reply, stale: string | null, signal: AbortSignal): Promise<boolean>
  /** The token that a request to that URL would be sent with. */
  snapshot(url: string): string | null
}

/** What `http`, `token` and `discovery` stand on: one request over to a trusted origin, and no more than that. */
export type Exchange = (request: TransportRequest, signal: AbortSignal, giveUpMs?: number) => Promise<Reply>

/**
 * One request, given up after a time; nothing goes to an origin that is not trusted, nor is anything taken from one
 * that a redirect ended at ("Root URL", step 3).
 */
export function createExchange(
  transport: Transport,
  trust: Trust,
  clock: Clock,
  requestGiveUpMs: number,
): Exchange {
  return async (request, signal, giveUpMs = requestGiveUpMs) => {
    if (!trust.trusts(request.url)) throw untrusted(request.url)
    const reply = await withinTime(giveUpMs, clock, signal, (bounded) => transport.send(request, bounded))
    const url = reply.url ?? request.url
    if (!trust.admit(url) && !(url === request.url && trust.trusts(url))) throw new WrongOrigin(url)
    return { ...reply, url }
  }
}

/** The browser followed redirects of its own to where nothing may be taken from. */
export class WrongOrigin extends UcwaError {
  readonly url: string

  constructor(url: string) {
    super({
      kind: 'malformed',
      detail: `a redirect to an origin that is not trusted: ${new URL(url).origin}`,
    })
    this.url = url
  }
}

const untrusted = (url: string): UcwaError =>
  malformed(`an address at an origin that is not trusted: ${new URL(url).origin}`)

async function withinTime<T>(
  giveUpMs: number,
  clock: Clock,
  signal: AbortSignal,
  work: (bounded: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  const giveUp = new AbortController()
  const over = new AbortController()
  const bounded = AbortSignal.any([signal, giveUp.signal])
  clock
    .sleep(giveUpMs, over.signal)
    .then(() => giveUp.abort(unreachable(`no answer within ${giveUpMs / 1000} s`)))
    .catch(() => null) // it was over in time
  try {
    return await unlessAborted(work(bounded), bounded)
  } finally {
    over.abort()
    giveUp.abort() // or `signal`, which may live for weeks, would keep hold of `bounded` and its listeners
  }
}

/**
 * Source: UCWA general reference, "HTTP"; failures are sorted in reply.ts.
 * @param heed told each 2xx reply before whoever asked for it
 */
export function createHttp(
  exchange: Exchange,
  tokens: Pick<Tokens, 'current' | 'isAboutToExpire' | 'renew'>,
  clock: Clock,
  heed: (reply: Reply) => void = () => undefined,
): Http {
  const heeded = (reply: Reply): Reply => {
    heed(demandGood(reply, clock.now()))
    return reply
  }

  const renew = (url: string, challenge: string | null, stale: string | null, signal: AbortSignal) =>
    unlessAborted(tokens.renew(url, challenge, stale), signal)

  const send = async (request: HttpRequest, signal: AbortSignal): Promise<Reply> => {
    const { href, giveUpMs } = request
    if (tokens.isAboutToExpire(href)) await renew(href, null, tokens.current(href), signal)
    for (let renewals = 0; ; renewals += 1) {
      const token = tokens.current(href)
      const reply = await exchange(written(request, token), signal, giveUpMs)
      if (reply.status !== 401 || renewals === MOST_RENEWALS) return heeded(reply)
      demandRenewed(await renew(href, reply.headers.get('WWW-Authenticate'), token, signal))
    }
  }

  return {
    send,
    get: (href, signal) => send({ method: 'GET', href }, signal),
    post: (href, body, signal) => send({ method: 'POST', href, json: body }, signal),
    renewAfter: async (refused, stale, signal) => {
      const renewal = await renew(refused.url, refused.headers.get('WWW-Authenticate'), stale, signal)
      if (renewal.kind === 'failed') throw new UcwaError(renewal.failure)
      return renewal.kind === 'renewed'
    },
    snapshot: (url) => tokens.current(url),
  }
}

/** A ticket office that cannot be reached, or is busy, signs nobody out; one that says no does. */
function demandRenewed(renewal: Renewal): void {
  if (renewal.kind === 'renewed') return
  throw new UcwaError(renewal.kind === 'failed' ? renewal.failure : { kind: 'signedOut' })
}

function written(request: HttpRequest, token: string | null): TransportRequest {
  const {
    method,
    href,
    json = null,
    text,
    accept = 'application/json',
    minResourceVersion,
    ifMatch,
    isPastCache = false,
  } = request
  const content =
    text ?? (json === null ? null : { contentType: 'application/json', body: JSON.stringify(json) })
  return {
    method,
    url: href,
    headers: {
      Accept: accept,
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(content === null ? {} : { 'Content-Type': content.contentType }),
      ...(minResourceVersion === undefined
        ? {}
        : { 'X-MS-RequiresMinResourceVersion': String(minResourceVersion) }),
      ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
      ...(isPastCache ? { 'Cache-Control': 'no-cache' } : {}),
    },
    body: content?.body ?? null,
  }
}
