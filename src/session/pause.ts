import type { Clock } from '../lib/clock.ts'
import { UcwaError } from '../ucwa/errors.ts'
import { pauseSpreadMs, type Paused } from './channel-state.ts'
import type { Page } from './page.ts'
import { SLEEP_CHECK_MS, SLEEP_JUMP_MS } from './timing.ts'

export type WaitsWorld = {
  readonly clock: Clock
  /** From 0 up to, but not including, 1. */
  readonly random: () => number
  readonly page: Page
}

/** All the waiting of one event channel, and what ends it early. */
export type Waits = {
  /** Full jitter, after what the server asked for. Rejects with the signal's reason once that is aborted. */
  pause(paused: Paused, signal: AbortSignal): Promise<void>
  /** Resolves at the next `claim`. */
  untilClaimed(signal: AbortSignal): Promise<void>
  /** The request's answer, or `unreachable` as soon as the computer wakes: what was open before is dead, or as good as. */
  unlessWoken<T>(request: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T>
  /** Ends a pause now. */
  tryNow(): void
  claim(): void
  /** Watches for wakings until the signal is aborted. */
  watch(signal: AbortSignal): Promise<void>
}

/**
 * @param onNextTry told when the pause will end, in milliseconds since the Unix epoch; null once it has ended
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ for why the jitter is full
 */
export function createWaits(world: WaitsWorld, onNextTry: (atMs: number | null) => void): Waits {
  const { clock, random, page } = world
  const claims = new Set<() => void>()
  const tries = new Set<() => void>()
  const wakings = new Set<() => void>()
  // A waking that gave a poll up for dead comes before the pause that it is to end.
  let wokeSinceRequest = false

  const wake = () => {
    wokeSinceRequest = true
    for (const woken of wakings) woken()
  }

  const watchPage = (signal: AbortSignal): void => {
    let wasOnline = page.isOnline()
    let wasVisible = page.isVisible()
    let hiddenAtMs = clock.now()
    const stop = page.onChange(() => {
      const isOnline = page.isOnline()
      const isVisible = page.isVisible()
      const isBack = isVisible && !wasVisible
      // A glance at another tab is no sleep: a poll is given up only after a while out of sight.
      const wasAway = isBack && clock.now() - hiddenAtMs >= SLEEP_JUMP_MS
      if (!isVisible && wasVisible) hiddenAtMs = clock.now()
      if ((isOnline && !wasOnline) || wasAway) wake()
      else if (isBack) for (const shown of shownAgain) shown()
      wasOnline = isOnline
      wasVisible = isVisible
    })
    signal.addEventListener('abort', stop, { once: true })
  }
  const shownAgain = new Set<() => void>()

  return {
    pause: async ({ atLeastMs, then, because }, signal) => {
      // While the server itself was failing, waking is no news to it.
      const endsOnWaking = because.kind === 'unreachable'
      const isWakenAlready = endsOnWaking && wokeSinceRequest
      wokeSinceRequest = false
      if (isWakenAlready) return
      const waitMs = atLeastMs + Math.round(random() * pauseSpreadMs(then.failures))
      const enough = new AbortController()
      const end = () => enough.abort()
      tries.add(end)
      if (endsOnWaking) for (const early of [wakings, shownAgain]) early.add(end)
      onNextTry(clock.now() + waitMs)
      try {
        await clock.sleep(waitMs, AbortSignal.any([signal, enough.signal]))
      } catch (stopped) {
        if (!enough.signal.aborted) throw stopped
      } finally {
        for (const early of [tries, wakings, shownAgain]) early.delete(end)
        onNextTry(null)
      }
    },

    untilClaimed: (signal) =>
      new Promise((resolve, reject) => {
        const forget = () => {
          claims.delete(claimed)
          signal.removeEventListener('abort', aborted)
        }
        const claimed = () => {
          forget()
          resolve()
        }
        const aborted = () => {
          forget()
          reject(signal.reason)
        }
        claims.add(claimed)
        signal.addEventListener('abort', aborted, { once: true })
      }),

    unlessWoken: async (request, signal) => {
      wokeSinceRequest = false
      const dead = new AbortController()
      const giveUp = () => dead.abort(new UcwaError({ kind: 'unreachable', detail: 'woken from sleep' }))
      wakings.add(giveUp)
      try {
        return await request(AbortSignal.any([signal, dead.signal]))
      } finally {
        wakings.delete(giveUp)
      }
    },

    tryNow: () => {
      for (const end of tries) end()
    },
    claim: () => {
      for (const claimed of claims) claimed()
    },

    watch: async (signal) => {
      watchPage(signal)
      for (;;) {
        const beforeMs = clock.now()
        await clock.sleep(SLEEP_CHECK_MS, signal)
        if (clock.now() - beforeMs >= SLEEP_CHECK_MS + SLEEP_JUMP_MS) wake()
      }
    },
  }
}
