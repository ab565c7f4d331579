import type { Fault } from '../sandbox/control.ts'
import type { Chance } from './chance.ts'

export type FaultKind = Fault['kind']

/** Every kind that the sandbox knows. */
export const FAULT_KINDS = [
  'status',
  'delay',
  'hang',
  'reset',
  'truncate',
  'malformed',
  'wrong-shape',
  'expire-token',
  'expire-application',
  'resync',
  'resume',
  'pget-replaced',
  'batch-429',
  'slow-stream',
  'foreign-link',
  'roam',
  'restart',
] as const satisfies readonly FaultKind[]

/** Who is struck: anybody, or one part of the traffic. */
const MATCHES = [
  null,
  null,
  null,
  'GET .*/events',
  'POST .*/batch',
  'POST .*/me/(presence|note)',
  'GET .*/me(/|$|\\?)',
  'presenceSubscription',
  '/people',
  'webticket|oauthtoken',
  'POST .*/applications',
] as const

/** In passing, in UCWA's words or in those of a proxy. Source: `ErrorCode_ref.md`; 401 is what `expire-token` is for. */
const STATUSES: readonly Pick<Extract<Fault, { kind: 'status' }>, 'status' | 'as' | 'retryAfterSeconds'>[] = [
  { status: 408 },
  { status: 429, retryAfterSeconds: 1 },
  { status: 500 },
  { status: 502, as: 'html' },
  { status: 503 },
  { status: 503, retryAfterSeconds: 2 },
  { status: 503, as: 'html' },
  { status: 504 },
]

/** So that one fault neither lasts long nor strikes all there is. (Our choice.) */
const MOST_REQUESTS = 4
const SHORTEST_MS = 300
export const LONGEST_MS = 2500

/** A fault of that kind, bounded in time and number, against something that it can strike. */
export function randomFault(kind: FaultKind, chance: Chance): Fault {
  const match = chance.pick(MATCHES)
  const named = match === null ? {} : { match }
  const count = chance.between(1, MOST_REQUESTS)
  const durationMs = chance.between(SHORTEST_MS, LONGEST_MS)
  const some = { ...named, count, durationMs }
  switch (kind) {
    case 'status':
      return { kind, ...some, ...chance.pick(STATUSES) }
    case 'delay':
      return { kind, ...some, delayMs: chance.between(100, 2000) }
    case 'hang': // each is silent for that long
      return { kind, ...named, count: 1, durationMs }
    case 'slow-stream':
      return { kind, ...some, bytesPerSecond: chance.between(500, 5000) }
    case 'batch-429':
      return { kind, count, durationMs, retryAfterSeconds: chance.between(0, 1) }
    case 'expire-application':
      return { kind, subcode: chance.pick(['ApplicationNotFound', 'InactiveApplicationExpired'] as const) }
    case 'expire-token':
    case 'resync':
    case 'resume':
    case 'pget-replaced':
    case 'roam':
    case 'restart': // these befall what there is, at once
      return { kind }
    case 'reset':
    case 'truncate':
    case 'malformed':
    case 'wrong-shape':
    case 'foreign-link':
      return { kind, ...some }
    case 'without-link': // not drawn: what is no longer offered is no failure that passes
      return { kind, ...some, rel: 'presence' }
  }
}

/** Kinds in turn, each turn in another order: no kind is left out, and none comes often. */
export function* faultKinds(kinds: readonly FaultKind[], chance: Chance): Generator<FaultKind> {
  for (;;) yield* chance.shuffled(kinds)
}

/** How long the client is told to wait, at most; 0: it is not. */
export const retryAfterMs = (fault: Fault): number =>
  'retryAfterSeconds' in fault ? (fault.retryAfterSeconds ?? 0) * 1000 : 0
