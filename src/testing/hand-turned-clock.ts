import type { Clock } from '../lib/clock.ts'

/** Time that passes when the test says so. */
export type HandTurnedClock = Clock & {
  /** Lets that much time pass; sleepers wake in the order of their times, each with its followers run before the next. */
  advance(ms: number): Promise<void>
  /** How many sleep. A test that is over leaves none. */
  sleeping(): number
}

type Sleeper = { readonly wakeAtMs: number; readonly wake: () => void }

export function createHandTurnedClock(startMs = Date.parse('2026-03-02T09:00:00Z')): HandTurnedClock {
  let nowMs = startMs
  const sleepers = new Set<Sleeper>()

  const nextBefore = (endMs: number): Sleeper | null => {
    const due = [...sleepers].filter((sleeper) => sleeper.wakeAtMs <= endMs)
    return due.toSorted((one, other) => one.wakeAtMs - other.wakeAtMs)[0] ?? null
  }

  return {
    now: () => nowMs,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason)
          return
        }
        const stop = () => {
          sleepers.delete(sleeper)
          reject(signal?.reason)
        }
        const sleeper: Sleeper = {
          wakeAtMs: nowMs + ms,
          wake: () => {
            sleepers.delete(sleeper)
            signal?.removeEventListener('abort', stop)
            resolve()
          },
        }
        signal?.addEventListener('abort', stop, { once: true })
        sleepers.add(sleeper)
      }),
    advance: async (ms) => {
      const endMs = nowMs + ms
      await settled()
      for (let sleeper = nextBefore(endMs); sleeper !== null; sleeper = nextBefore(endMs)) {
        nowMs = sleeper.wakeAtMs
        sleeper.wake()
        await settled()
      }
      nowMs = endMs
    },
    sleeping: () => sleepers.size,
  }
}

/** Long chains of promises need many turns; this many have been enough, and cost nothing. */
const TURNS = 200

/** When all that follows from what has happened has happened, as far as it waits for promises alone. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve()
}
