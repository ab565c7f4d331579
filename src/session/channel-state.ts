import type { UcwaFailure } from '../ucwa/errors.ts'
import type { EventPackage } from '../ucwa/events.ts'
import type { Href } from '../ucwa/hal.ts'
import { PAUSE_FIRST_MS, PAUSE_LONGEST_MS } from './timing.ts'

/** Creates an application. */
export type Opening = {
  readonly kind: 'opening'
  readonly failures: number
  /** The failure that led here; null at first, and when the person asked. */
  readonly because: UcwaFailure | null
}

/** A read that answers at once, since a poll may rightly stay silent for minutes. */
export type Checking = {
  readonly kind: 'checking'
  readonly next: Href
  readonly failures: number
  readonly because: UcwaFailure
}

export type Listening = {
  readonly kind: 'listening'
  readonly next: Href
  /** Answered, but not handled yet: the next poll goes first. */
  readonly heard: EventPackage | null
  readonly failures: number
}

export type Paused = {
  readonly kind: 'paused'
  readonly retry: Opening | Checking
  readonly because: UcwaFailure
  readonly atLeastMs: number
}

export type Refused = Extract<UcwaFailure, { kind: 'refused' }>

/**
 * Where the event channel stands. `failures` counts since the last good reply to a poll.
 *
 *     opening ──opened──► listening ◄──answered── checking ◄──time, or waking── paused
 *        ▲                 │  │  │                                                 ▲
 *        └──gone, at first─┘  │  └──failed─────────────────────────────────────────┘
 *                             └──replaced──► elsewhere ──claimed──► opening
 *
 *     opening and checking fail as listening does, but an opening that is refused has ended;
 *     any state ──signed out, or stop──► ended
 */
export type ChannelState =
  | Opening
  | Checking
  | Listening
  | Paused
  /** Polled by someone we cannot hear. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'ended'; readonly why: 'signedOut' | 'stopped' | Refused }

export type Live = Exclude<ChannelState, { kind: 'ended' }>

/** What a failed try leads to. Pure; never back to a request without a pause, but for the first lost application. */
export function afterFailure(from: Opening | Checking | Listening, failure: UcwaFailure): ChannelState {
  const failures = from.failures + 1
  const afresh: Opening = { kind: 'opening', failures, because: failure }
  const again: Opening | Checking =
    from.kind === 'opening' ? afresh : { kind: 'checking', next: from.next, failures, because: failure }
  switch (failure.kind) {
    case 'unreachable':
      return { kind: 'paused', retry: again, because: failure, atLeastMs: 0 }
    case 'serverFailed':
      return { kind: 'paused', retry: again, because: failure, atLeastMs: failure.retryAfterMs }
    case 'applicationGone': // routine after a laptop's sleep, so the first costs no wait
      return failures === 1 ? afresh : { kind: 'paused', retry: afresh, because: failure, atLeastMs: 0 }
    case 'replaced':
      return { kind: 'elsewhere' }
    case 'signedOut':
      return { kind: 'ended', why: 'signedOut' }
    case 'refused': // no application for us (TooManyApplications, an origin not allowed): asking again is no remedy
      if (from.kind === 'opening') return { kind: 'ended', why: failure }
      return { kind: 'paused', retry: afresh, because: failure, atLeastMs: 0 } // our place in the stream is in doubt
    case 'malformed':
      return { kind: 'paused', retry: afresh, because: failure, atLeastMs: 0 }
  }
}

/** Over how long to spread the next try: doubling with each failure, and bounded. (Our choice.) */
export const pauseSpreadMs = (failures: number): number =>
  Math.min(PAUSE_LONGEST_MS, PAUSE_FIRST_MS * 2 ** Math.max(0, failures - 1))
