import { createBell, sleepUnlessRung } from '../lib/bell.ts'
import type { Clock } from '../lib/clock.ts'
import { nextWaitMs } from '../lib/patience.ts'
import { namedWaitMs, type UcwaFailure } from '../ucwa/errors.ts'

/** The waits between the tries of one thing, longer with each failure in a row. */
export type Patience = {
  /** Resolves when it is time for another try. Rejects with the signal's reason. */
  afterFailure(failure: UcwaFailure, stop: AbortSignal): Promise<void>
  /** Resolves when the server is heard again, and no sooner. Rejects with the signal's reason. */
  heardAgain(stop: AbortSignal): Promise<void>
  /** It went well: the next failure is a first one. */
  end(): void
  /**
   * The server is heard again: the wait under way is over, and the next failure is a first one. But a server that named a
   * time is not asked sooner.
   */
  tryNow(): void
}

export function createPatience(clock: Clock): Patience {
  const heardAgain = createBell()
  let failures = 0
  return {
    afterFailure: async (failure, stop) => {
      failures += 1
      const namedMs = namedWaitMs(failure)
      const waitMs = Math.max(nextWaitMs(failures), namedMs)
      await sleepUnlessRung(clock, waitMs, namedMs > 0 ? [] : [heardAgain], stop)
    },
    heardAgain: (stop) => heardAgain.rung(stop),
    end: () => {
      failures = 0
    },
    tryNow: () => {
      failures = 0
      heardAgain.ring()
    },
  }
}
