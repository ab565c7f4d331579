import type { Clock } from './clock.ts'

/** Something that may happen, and that others wait for. A ring with nobody waiting is not kept. */
export type Bell = {
  ring(): void
  /** Resolves at the next ring; rejects with the signal's reason as soon as that is aborted. */
  rung(signal: AbortSignal): Promise<void>
}

export function createBell(): Bell {
  let waiting = new Set<() => void>()
  return {
    ring: () => {
      const woken = waiting
      waiting = new Set()
      for (const wake of woken) wake()
    },
    rung: (signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason)
          return
        }
        const stop = () => {
          waiting.delete(wake)
          reject(signal.reason)
        }
        const wake = () => {
          signal.removeEventListener('abort', stop)
          resolve()
        }
        signal.addEventListener('abort', stop, { once: true })
        waiting.add(wake)
      }),
  }
}

/** Resolves after that time or at the first ring of any of the bells; rejects with the signal's reason. */
export async function sleepUnlessRung(
  clock: Clock,
  ms: number,
  bells: readonly Bell[],
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted()
  const over = new AbortController()
  const stop = () => over.abort(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    await Promise.race([clock.sleep(ms, over.signal), ...bells.map((bell) => bell.rung(over.signal))])
  } finally {
    signal.removeEventListener('abort', stop)
    over.abort() // the losers of the race reject unheard, and leave no timer behind
  }
}
