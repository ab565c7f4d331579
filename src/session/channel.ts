import { failureOf, type UcwaFailure } from '../ucwa/errors.ts'
import type { EventPackage, UcwaEvent } from '../ucwa/events.ts'
import type { Href } from '../ucwa/hal.ts'
import {
  afterFailure,
  listeningTo,
  openingAfresh,
  type ChannelState,
  type Listening,
  type Live,
  type Paused,
} from './channel-state.ts'

/** All that the loop touches. It has no clock: waiting is a dependency. */
export type ChannelDeps = {
  /** Creates the application, or takes it up again; answers where its events are. */
  open(signal: AbortSignal): Promise<Href>
  /** Asks autodiscover again; answers whether the person's pool is another one now. */
  locate(signal: AbortSignal): Promise<boolean>
  /** A read of the application, answered at once. */
  check(signal: AbortSignal): Promise<void>
  /** One pending GET. The link is used as given. */
  poll(next: Href, signal: AbortSignal): Promise<EventPackage>
  /** Resolves when it is time for another try; rejects once the signal is aborted. */
  pause(paused: Paused, signal: AbortSignal): Promise<void>
  /** Resolves once a poll under way has been held for so long that it may pass for a working one. */
  untilHeld(signal: AbortSignal): Promise<void>
  /** Resolves once the person has signed in again. */
  untilSignedIn(signal: AbortSignal): Promise<void>
  /** Resolves when the person asks for the channel back. */
  untilClaimed(signal: AbortSignal): Promise<void>

  onState(state: ChannelState): void
  /** In the server's order. Must not wait: order is kept by handling at once. */
  onEvents(events: readonly UcwaEvent[]): void
  /** Something may have gone unheard: nothing known so far is to be trusted. */
  onGap(): void
  /** Ours to mend: what was thrown is no failure that the protocol knows. */
  onBug(bug: unknown): void
}

/**
 * Listens until the signal is aborted or there is no hope left; the state says which. Never rejects.
 * Source: UCWA general reference, "Event channel details".
 */
export async function runChannel(deps: ChannelDeps, signal: AbortSignal, from: Live): Promise<void> {
  let state: ChannelState = from
  for (;;) {
    tell(state, deps)
    if (state.kind === 'ended') return
    const live: Live = state
    state = await advance(live, deps, signal).catch((stop: unknown): ChannelState => {
      if (!signal.aborted) deps.onBug(stop) // the waits alone may reject, and only when told to
      return { kind: 'ended', why: 'stopped' }
    })
    if (signal.aborted) state = { kind: 'ended', why: 'stopped' }
  }
}

async function advance(state: Live, deps: ChannelDeps, signal: AbortSignal): Promise<ChannelState> {
  switch (state.kind) {
    case 'opening': {
      const opened = await attempt(() => deps.open(signal), deps, signal)
      if (!opened.ok) return afterFailure(state, opened.failure)
      distrust(deps) // whatever happened with no channel open went unheard
      return { ...listeningTo(opened.value), failures: state.failures, isProven: state.failures < 2 }
    }
    case 'locating': {
      const { unmoved, failures, because } = state
      const located = await attempt(() => deps.locate(signal), deps, signal)
      if (!located.ok) return afterFailure(state, located.failure)
      if (located.value || unmoved.kind === 'opening')
        return { kind: 'opening', failures, because, isLocated: true }
      return unmoved
    }
    case 'checking': {
      const { next, failures, wasReplaced } = state
      const checked = await attempt(() => deps.check(signal), deps, signal)
      if (!checked.ok) return afterFailure(state, checked.failure)
      return { ...listeningTo(next), failures, isProven: failures < 2, wasReplaced }
    }
    case 'listening': {
      const polling = attempt(() => deps.poll(state.next, signal), deps, signal)
      if (state.heard !== null) deliver(state.heard, deps) // in order, with the next poll on its way
      const polled = await (state.isProven ? polling : proving(state, polling, deps))
      if (!polled.ok) return afterFailure(state, polled.failure)
      return { ...listeningTo(polled.value.next), heard: polled.value }
    }
    case 'paused':
      await deps.pause(state, signal)
      return state.retry
    case 'lockedOut':
      await deps.untilSignedIn(signal)
      return openingAfresh()
    case 'elsewhere':
      await deps.untilClaimed(signal)
      return openingAfresh()
  }
}

/** Tells of the channel as live as soon as the poll has been held for a while. */
async function proving<T>(state: Listening, polling: Promise<T>, deps: ChannelDeps): Promise<T> {
  const over = new AbortController()
  deps.untilHeld(over.signal).then(
    () => tell({ ...state, heard: null, isProven: true }, deps),
    () => undefined, // it was over before
  )
  try {
    return await polling
  } finally {
    over.abort()
  }
}

/** Who listens may have a bug: it is reported, and the channel goes on. */
function tell(state: ChannelState, deps: Pick<ChannelDeps, 'onState' | 'onBug'>): void {
  try {
    deps.onState(state)
  } catch (bug) {
    deps.onBug(bug)
  }
}

function distrust(deps: Pick<ChannelDeps, 'onGap' | 'onBug'>): void {
  try {
    deps.onGap()
  } catch (bug) {
    deps.onBug(bug)
  }
}

/** Hands on what was heard, in order. */
export function deliver(
  { events, gap }: Pick<EventPackage, 'events' | 'gap'>,
  deps: Pick<ChannelDeps, 'onEvents' | 'onGap' | 'onBug'>,
): void {
  try {
    deps.onEvents(events)
    if (gap) deps.onGap()
  } catch (bug) {
    deps.onBug(bug)
    distrust(deps) // half-applied events leave the cache in doubt: distrust it all, and go on
  }
}

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: UcwaFailure }

async function attempt<T>(
  request: () => Promise<T>,
  deps: ChannelDeps,
  signal: AbortSignal,
): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await request() }
  } catch (error) {
    const failure = failureOf(error)
    if (failure !== null) return { ok: false, failure }
    if (!signal.aborted) deps.onBug(error)
    return { ok: false, failure: { kind: 'malformed', detail: String(error) } }
  }
}
