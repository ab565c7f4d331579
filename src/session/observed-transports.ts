import { failureOf, NO_REASON, type Reason, type UcwaFailure } from '../ucwa/errors.ts'
import { toHref, type Href } from '../ucwa/hal.ts'
import { decodeAnswers } from '../ucwa/multipart.ts'
import { failureIn, isGood, type Reply } from '../ucwa/reply.ts'
import type { Transport, TransportReply, TransportRequest, Transports } from '../ucwa/transport.ts'
import { TOKEN_REL, type AskedRequest, type DiagnosticsRecorder } from './diagnostics.ts'

export type Observation = {
  readonly recorder: Pick<DiagnosticsRecorder, 'asked'>
  /** What is asked there; null: not known, or not yet. */
  readonly relOf: (href: Href) => string | null
  /** Milliseconds since the Unix epoch. */
  readonly nowMs: () => number
}

/** The same transports, with each request told to the diagnostics once it is over. Neither token nor body is kept. */
export function observedTransports(transports: Transports, observation: Observation): Transports {
  const { cors, xframe } = transports
  return {
    ...transports,
    cors: { ...cors, ...observed(cors, observation) },
    xframe: { ...xframe, ...observed(xframe, observation) },
  }
}

const observed = (transport: Transport, observation: Observation): Transport => ({
  send: async (request, signal) => {
    try {
      const reply = await transport.send(request, signal)
      observation.recorder.asked(answered(request, reply, observation))
      return reply
    } catch (error) {
      const failure = failureOf(error)
      // Whatever else was thrown is an abort: nobody waits for the answer any more.
      observation.recorder.asked({
        ...asked(request, observation),
        server: null,
        ucwaVersion: null,
        trouble:
          failure === null || isOnTheWay(request) ? null : troubleIn(relIn(request, observation), 0, failure),
      })
      throw error
    }
  },
})

const asked = (request: TransportRequest, observation: Observation) => ({
  method: request.method,
  host: new URL(request.url).host,
  rel: relIn(request, observation),
  parts: partsIn(request).map((href) => observation.relOf(href) ?? OTHER),
})

const OTHER = 'other'
/** Before there is a token: what answers, and what does not, is a matter of the search for the server. */
const AUTODISCOVER = 'autodiscover'

const isOnTheWay = ({ headers, method }: TransportRequest): boolean =>
  method === 'GET' && headers['Authorization'] === undefined

function relIn(request: TransportRequest, { relOf }: Observation): string {
  if (isBatch(request)) return 'batch'
  if (request.headers['Content-Type']?.startsWith('application/x-www-form-urlencoded') === true)
    return TOKEN_REL
  return relOf(toHref(request.url, request.url)) ?? (isOnTheWay(request) ? AUTODISCOVER : OTHER)
}

const isBatch = ({ headers }: TransportRequest): boolean =>
  headers['Content-Type']?.startsWith('multipart/batching') === true

/** What a batch asks for, read or deleted, as multipart.ts writes it. */
function partsIn(request: TransportRequest): readonly Href[] {
  if (!isBatch(request)) return []
  return Array.from(request.body?.matchAll(/^[A-Z]+ (\S+) HTTP/gm) ?? [], ([, path = '']) =>
    toHref(path, request.url),
  )
}

function answered(request: TransportRequest, reply: TransportReply, observation: Observation): AskedRequest {
  const url = reply.url ?? request.url
  const correlation = reply.headers.get('X-MS-Correlation-Id')
  const trouble = troubleOf(request, { ...reply, url }, observation)
  return {
    ...asked(request, observation),
    server: reply.headers.get('X-MS-Server-Fqdn'),
    ucwaVersion: reply.headers.get('X-MS-UcwaVersion'),
    trouble: trouble === null ? null : { ...trouble, correlation },
  }
}

type Trouble = NonNullable<AskedRequest['trouble']>

function troubleOf(request: TransportRequest, reply: Reply, observation: Observation): Trouble | null {
  const rel = relIn(request, observation)
  const own = troubleInReply(rel, reply, observation)
  if (own !== null || !isGood(reply) || !isBatch(request)) return own
  const statuses = Array.from(reply.body.matchAll(/^HTTP\/\d(?:\.\d)? (\d{3})/gm), ([, status]) =>
    Number(status),
  )
  if (statuses.every((status) => status < 400 || status === 404)) return null
  return troubleInParts(partsIn(request), reply, observation)
}

/** The first part that did not go well; one is enough to know whom to ask. */
function troubleInParts(parts: readonly Href[], reply: Reply, observation: Observation): Trouble | null {
  try {
    for (const part of decodeAnswers(reply.body, reply.headers.get('Content-Type') ?? '', parts)) {
      const trouble = troubleInReply(
        observation.relOf(toHref(part.url, part.url)) ?? OTHER,
        part,
        observation,
      )
      if (trouble !== null) return trouble
    }
    return null
  } catch (error) {
    const failure = failureOf(error)
    if (failure === null) throw error
    return troubleIn('batch', reply.status, failure)
  }
}

function troubleInReply(rel: string, reply: Reply, { nowMs }: Observation): Trouble | null {
  if (reply.status < 400) return null
  const failure = failureIn(reply, nowMs())
  return isToBeExpected(rel, reply.status, failure) ? null : troubleIn(rel, reply.status, failure)
}

/** What the protocol itself answers in the course of things: the challenge, no note, available already, read again. */
function isToBeExpected(rel: string, status: number, failure: UcwaFailure): boolean {
  switch (status) {
    case 401:
      return rel !== TOKEN_REL
    case 404:
      return rel !== 'events' && rel !== 'application'
    case 409:
      return failure.kind !== 'replaced'
    case 412:
      return true
    default:
      return false
  }
}

function troubleIn(rel: string, status: number, failure: UcwaFailure): Trouble {
  const { code, subcode, message, diagnostics } = reasonOf(failure)
  return { rel, status, code, subcode, message, diagnostics, correlation: null }
}

function reasonOf(failure: UcwaFailure): Reason {
  switch (failure.kind) {
    case 'serverFailed':
    case 'refused':
      return failure.reason
    case 'unreachable':
    case 'malformed':
      return { ...NO_REASON, message: failure.detail }
    case 'replaced':
      return { ...NO_REASON, code: 'Conflict', subcode: 'PGetReplaced' }
    case 'applicationGone':
      return { ...NO_REASON, code: 'Gone', subcode: 'InactiveApplicationExpired' }
    case 'signedOut':
      return NO_REASON
  }
}
