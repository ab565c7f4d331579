import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ChannelState, Paused, Trying } from '../session/channel-state.ts'
import type { UcwaFailure } from '../ucwa/errors.ts'

/** The connection as a person would tell it: a pure function of the channel's state and of the browser's network. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** `nextTryAtMs` is null while a try is under way. */
  | { readonly kind: 'reconnecting'; readonly nextTryAtMs: number | null; readonly because: UcwaFailure }
  | { readonly kind: 'offline' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'failed'; readonly because: UcwaFailure }

export type ChannelView = {
  readonly connection: Connection
  /** Since when it is not live; null while it is. Milliseconds since the Unix epoch. */
  readonly notLiveSinceMs: number | null
  /** When everything shown was last known to be so: "This is what was known at 10:42." Null before the first time. */
  readonly knownAtMs: number | null
  /** Something may have gone unheard until then: a value read before it is not to be trusted. 0: never yet. */
  readonly gapAtMs: number
  /** When that gap began: with the outage that led to it, or at once. 0: never yet. */
  readonly unheardSinceMs: number
}

export type ChannelStore = StoreApi<ChannelView>

export const NOTHING_HEARD: ChannelView = {
  connection: { kind: 'connecting' },
  notLiveSinceMs: null,
  knownAtMs: null,
  gapAtMs: 0,
  unheardSinceMs: 0,
}

export const createChannelStore = (): ChannelStore => createStore<ChannelView>()(() => NOTHING_HEARD)

/** What the channel's state is on screen. `nextTryAtMs`: when the pause under way ends; null without one. */
export function connectionOf(state: ChannelState, isOnline: boolean, nextTryAtMs: number | null): Connection {
  switch (state.kind) {
    case 'elsewhere':
      return { kind: 'elsewhere' }
    case 'ended':
      return typeof state.why === 'string' ? { kind: 'signedOut' } : { kind: 'failed', because: state.why }
    case 'lockedOut':
      return { kind: 'signedOut' }
    case 'opening':
    case 'locating':
    case 'checking':
    case 'paused':
    case 'listening':
      if (!isOnline) return { kind: 'offline' } // certain, and sooner than any request could tell
      return reachedFor(state, nextTryAtMs)
  }
}

function reachedFor(state: Trying | Paused, nextTryAtMs: number | null): Connection {
  if (state.kind === 'listening') {
    if (state.isProven) return { kind: 'live' }
    return { kind: 'reconnecting', nextTryAtMs: null, because: UNPROVEN }
  }
  if (state.because === null) return { kind: 'connecting' }
  return {
    kind: 'reconnecting',
    nextTryAtMs: state.kind === 'paused' ? nextTryAtMs : null,
    because: state.because,
  }
}

/** The server answers, but events have not come through for a while. */
const UNPROVEN: UcwaFailure = { kind: 'unreachable', detail: 'the event channel does not hold' }

/** The view after the connection has become this; `isProof` when the server has just been heard. */
export function withConnection(
  view: ChannelView,
  connection: Connection,
  nowMs: number,
  isProof: boolean,
): ChannelView {
  const isLive = connection.kind === 'live'
  return {
    ...view,
    connection,
    notLiveSinceMs: isLive ? null : (view.notLiveSinceMs ?? nowMs),
    knownAtMs: isProof ? nowMs : view.knownAtMs,
  }
}

/** The view after a gap: what was read before now is not to be trusted. */
export const withGap = (view: ChannelView, nowMs: number): ChannelView => ({
  ...view,
  gapAtMs: nowMs,
  unheardSinceMs: view.notLiveSinceMs ?? nowMs,
})
