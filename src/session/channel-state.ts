import type { UcwaFailure } from '../ucwa/errors.ts'
import type { EventPackage } from '../ucwa/events.ts'
import type { Href } from '../ucwa/hal.ts'

/** Creates an application, or takes up the one that is there. */
export type Opening = {
  readonly kind: 'opening'
  readonly failures: number
  /** The failure that led here; null at first, and when the person asked. */
  readonly because: UcwaFailure | null
  /** Autodiscover has just named this pool: a refusal here is final, but for a 404. */
  readonly isLocated: boolean
}

/** Asks autodiscover where the person's pool is now. */
export type Locating = {
  readonly kind: 'locating'
  /** Where to go on when it has not moved. */
  readonly unmoved: Opening | Checking
  readonly failures: number
  readonly because: UcwaFailure
}

/** A read that answers at once, since a poll may rightly stay silent for minutes. */
export type Checking = {
  readonly kind: 'checking'
  readonly next: Href
  readonly failures: number
  readonly because: UcwaFailure
  readonly wasReplaced: boolean
}

export type Listening = {
  readonly kind: 'listening'
  readonly next: Href
  /** Answered, but not handled yet: the next poll goes first. */
  readonly heard: EventPackage | null
  readonly failures: number
  /** Polls that fail again and again, with checks that succeed between them, are no channel: not before one has held. */
  readonly isProven: boolean
  /** The last poll was answered 409 PGetReplaced. */
  readonly wasReplaced: boolean
}

/** What makes a request, and may fail. */
export type Trying = Opening | Locating | Checking | Listening

export type Paused = {
  readonly kind: 'paused'
  readonly retry: Opening | Locating | Checking
  readonly because: UcwaFailure
  readonly atLeastMs: number
}

export type Refused = Extract<UcwaFailure, { kind: 'refused' }>

/**
 * Where the event channel stands. `failures` counts since the last good reply to a poll.
 *
 *     opening ──opened──► listening ◄──answered── checking ◄──time, or waking── paused ──time──► locating
 *      ▲  ▲                │  │  │ └─replaced, once─► listening                   ▲               │   │
 *      │  └─gone, at first─┘  │  └──failed───────────────────────────────────────┘◄──failed──────┘   │
 *      │                      └──replaced again──► elsewhere ──claimed──► opening                    │
 *      └──moved, or not moved after a refusal────────────────────────────────────────────────────────┘
 *
 * | in | what happens | then |
 * | --- | --- | --- |
 * | any try | no answer, a failing server | paused, then checking, or opening if there is nothing to check |
 * | any try | that for the third time, sixth, … | paused, then locating: the pool may have moved |
 * | any try | 401 even with a fresh token | lockedOut until the person signs in, then opening |
 * | listening, checking | the application is gone | opening, at once the first time |
 * | listening, checking | refused, or not UCWA's words | paused, then opening: our place in the stream is in doubt |
 * | listening | 409 PGetReplaced | the same poll once more; replaced again: elsewhere until claimed |
 * | opening | TooManyApplications, UserAgentNotAllowed, 403 | ended, with the reason |
 * | opening | refused otherwise | paused, then locating; refused where that led: ended, with the reason |
 * | opening | not known there (404) | paused, then locating, however often: who moves may be nowhere for a while |
 * | locating | moved, not moved | opening there; where it came from |
 * | locating | refused | ended, with the reason |
 * | any | told to stop | ended |
 */
export type ChannelState =
  | Trying
  | Paused
  /** Polled by someone we cannot hear. */
  | { readonly kind: 'elsewhere' }
  /** Only the person can get us another token. */
  | { readonly kind: 'lockedOut' }
  | { readonly kind: 'ended'; readonly why: 'stopped' | Refused }

export type Live = Exclude<ChannelState, { kind: 'ended' }>

/** So many failures in a row, and again each time so many more, lead back to autodiscover. (Our choice.) */
const LOCATE_EVERY_FAILURES = 3

export const openingAfresh = (): Opening => ({
  kind: 'opening',
  failures: 0,
  because: null,
  isLocated: false,
})

/** Just opened, or taken over from the tab that led: nothing speaks against the link. */
export const listeningTo = (next: Href): Listening => ({
  kind: 'listening',
  next,
  heard: null,
  failures: 0,
  isProven: true,
  wasReplaced: false,
})

/**
 * What a failed try leads to. Pure; never to a third request in a row without a pause, however the first two failed.
 */
export function afterFailure(from: Trying, failure: UcwaFailure): ChannelState {
  const failures = from.failures + 1
  const afresh: Opening = { kind: 'opening', failures, because: failure, isLocated: false }
  const paused = (retry: Paused['retry'], atLeastMs = 0): Paused => ({
    kind: 'paused',
    retry,
    because: failure,
    atLeastMs,
  })
  const locating = (unmoved: Opening | Checking): Locating => ({
    kind: 'locating',
    unmoved,
    failures,
    because: failure,
  })
  const again = from.kind === 'locating' ? { ...from.unmoved, failures } : sameAgain(from, failure)
  // The search itself failing is no reason to search: whatever it was for is tried again first.
  const isTimeToLocate = from.kind !== 'locating' && failures % LOCATE_EVERY_FAILURES === 0
  switch (failure.kind) {
    case 'unreachable':
      return paused(isTimeToLocate ? locating(again) : again)
    case 'serverFailed':
      return paused(isTimeToLocate ? locating(again) : again, failure.retryAfterMs)
    case 'applicationGone': // routine after a laptop's sleep, so the first costs no wait
      return failures === 1 ? afresh : paused(isTimeToLocate ? locating(afresh) : afresh)
    case 'replaced':
      return afterReplaced(from, failure)
    case 'signedOut':
      return { kind: 'lockedOut' }
    case 'refused':
      if (from.kind === 'listening' || from.kind === 'checking') return paused(afresh)
      return isFinal(from, failure) ? { kind: 'ended', why: failure } : paused(locating(afresh))
    case 'malformed':
      return paused(isTimeToLocate ? locating(afresh) : afresh)
  }
}

const sameAgain = (from: Opening | Checking | Listening, because: UcwaFailure): Opening | Checking => {
  const failures = from.failures + 1
  if (from.kind === 'opening') return { kind: 'opening', failures, because, isLocated: false }
  return { kind: 'checking', next: from.next, failures, because, wasReplaced: from.wasReplaced }
}

/**
 * Documented: "If the client did in fact send another P-GET, it can ignore this code" ("Event channel details"). A
 * browser sends one by itself after a 408 or a dropped connection, unseen by the page; so does a proxy. What was our own
 * doing does not happen twice in a row; who is put out twice yields, so that no two put each other out for ever.
 */
function afterReplaced(from: Trying, because: UcwaFailure): ChannelState {
  if (from.kind !== 'listening' || from.wasReplaced) return { kind: 'elsewhere' }
  const { next, isProven } = from
  const failures = from.failures + 1
  if (failures > 1) {
    const retry: Checking = { kind: 'checking', next, failures, because, wasReplaced: true }
    return { kind: 'paused', retry, because, atLeastMs: 0 }
  }
  return { kind: 'listening', next, heard: null, failures, isProven, wasReplaced: true }
}

/**
 * Whether asking again is no remedy. Source: UCWA reference, "applications", synchronous errors. A 404 is no such word: while a
 * person is moved from pool to pool, autodiscover may name one that does not know them yet, or no longer. (Our choice.)
 */
function isFinal(from: Opening | Locating, { status, reason }: Refused): boolean {
  if (from.kind === 'opening' && status === 404) return false
  const isToldForGood = reason.subcode === 'TooManyApplications' || reason.subcode === 'UserAgentNotAllowed'
  return from.kind === 'locating' || from.isLocated || isToldForGood || status === 403
}
