import { createBell, sleepUnlessRung } from '../lib/bell.ts'
import type { Clock } from '../lib/clock.ts'
import { waitAfterMs } from '../lib/patience.ts'
import { UcwaError } from '../ucwa/errors.ts'
import type { Paused } from './channel-state.ts'
import type { Page } from './page.ts'
import { HIDDEN_LONG_MS, HIDDEN_SLEEP_JUMP_MS, SLEEP_CHECK_MS, SLEEP_JUMP_MS } from './timing.ts'

export type WaitsWorld = {
  readonly clock: Clock
  /** From 0 up to, but not including, 1. */
  readonly random: () => number
  readonly page: Page
}

/** All the waiting of one event channel, and what ends it early. */
export type Waits = {
  /** Full jitter over a time that grows with the outage, after what the server asked for. Rejects with the signal's reason once that is aborted. */
  pause(paused: Paused, signal: AbortSignal): Promise<void>
  /** Resolves at the next `claim`. */
  untilClaimed(signal: AbortSignal): Promise<void>
  /** The request's answer; or `unreachable` as soon as the network goes, or the computer wakes: what was open is dead. */
  unlessWoken<T>(request: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T>
  /** Ends a pause now. */
  tryNow(): void
  /** Somebody looks at another tab of the same session. */
  look(): void
  claim(): void
  /** The request that `unlessWoken` waits for counts as `unreachable`, and the pause after it is none. */
  doubt(): void
  /** Watches for wakings until the signal is aborted. */
  watch(signal: AbortSignal): Promise<void>
}

export type Outage = {
  /** Since when the channel has not been live, in milliseconds since the Unix epoch; null: it is. */
  readonly sinceMs: () => number | null
  /** Told when the pause will end, in milliseconds since the Unix epoch; null once it has ended. */
  readonly onNextTry: (atMs: number | null) => void
}

/**
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ for why the jitter is full
 */
export function createWaits({ clock, random, page }: WaitsWorld, { sinceMs, onNextTry }: Outage): Waits {
  const troubledForMs = (): number => clock.now() - (sinceMs() ?? clock.now())
  const claims = createBell()
  const tries = createBell()
  /** Back on the network, or back from sleep. */
  const wakings = createBell()
  /** Off the network: an open poll is as good as dead, and must not pass for live when the network is back. */
  const losses = createBell()
  /** Merely looked at again: ends a pause, but gives no poll up. */
  const looks = createBell()
  /** Something else has been refused in a way that must concern this request too, were it made now. */
  const doubts = createBell()
  // A waking that gave a poll up for dead comes before the pause that it is to end.
  let wokeSinceRequest = false

  const wake = () => {
    wokeSinceRequest = true
    wakings.ring()
  }

  let hiddenAtMs = clock.now()
  let beatAtMs = clock.now()
  /** Looks at the clock, which runs on while this computer sleeps, and timers do not. */
  const beat = () => {
    const beforeMs = beatAtMs
    beatAtMs = clock.now()
    const isThrottled = !page.isVisible() && beatAtMs - hiddenAtMs >= HIDDEN_LONG_MS
    if (beatAtMs - beforeMs >= SLEEP_CHECK_MS + (isThrottled ? HIDDEN_SLEEP_JUMP_MS : SLEEP_JUMP_MS)) wake()
  }

  const watchPage = (): (() => void) => {
    let wasOnline = page.isOnline()
    let wasVisible = page.isVisible()
    hiddenAtMs = clock.now()
    return page.onChange(() => {
      const isBackOnline = page.isOnline() && !wasOnline
      const isLost = wasOnline && !page.isOnline()
      const isBackInSight = page.isVisible() && !wasVisible
      if (wasVisible && !page.isVisible()) hiddenAtMs = clock.now()
      wasOnline = page.isOnline()
      wasVisible = page.isVisible()
      if (isLost) losses.ring()
      if (isBackInSight) beat()
      // A glance at another tab is no sleep.
      if (isBackOnline || (isBackInSight && clock.now() - hiddenAtMs >= HIDDEN_SLEEP_JUMP_MS)) wake()
      else if (isBackInSight) looks.ring()
    })
  }

  return {
    pause: async ({ atLeastMs, retry, because }, signal) => {
      // A server that named a time is not asked sooner; one that failed is not asked at every glance.
      const endsOnWaking = atLeastMs === 0
      const endsOnLook = because.kind === 'unreachable'
      const isWokenAlready = endsOnWaking && wokeSinceRequest
      wokeSinceRequest = false
      if (isWokenAlready) return
      const waitMs = atLeastMs + Math.round(random() * waitAfterMs(retry.failures, troubledForMs()))
      onNextTry(clock.now() + waitMs)
      try {
        const bells = [tries, ...(endsOnWaking ? [wakings] : []), ...(endsOnLook ? [looks] : [])]
        await sleepUnlessRung(clock, waitMs, bells, signal)
      } finally {
        onNextTry(null)
      }
    },

    untilClaimed: (signal) => claims.rung(signal),

    unlessWoken: async (request, signal) => {
      wokeSinceRequest = false
      const dead = new AbortController()
      const over = new AbortController()
      const giveUp = (detail: string) => () => dead.abort(new UcwaError({ kind: 'unreachable', detail }))
      wakings.rung(over.signal).then(giveUp('woken from sleep'), () => null)
      losses.rung(over.signal).then(giveUp('off the network'), () => null)
      doubts.rung(over.signal).then(giveUp('given up for a request that was refused its token'), () => null)
      try {
        return await request(AbortSignal.any([signal, dead.signal]))
      } finally {
        over.abort()
      }
    },

    tryNow: () => tries.ring(),
    look: () => looks.ring(),
    claim: () => claims.ring(),
    doubt: () => {
      wokeSinceRequest = true
      doubts.ring()
    },

    watch: async (signal) => {
      const stop = watchPage()
      beatAtMs = clock.now()
      try {
        for (;;) {
          await clock.sleep(SLEEP_CHECK_MS, signal)
          beat()
        }
      } finally {
        stop()
      }
    },
  }
}
