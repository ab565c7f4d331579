import type { Clock } from '../lib/clock.ts'
import type { UcwaFailure } from '../ucwa/errors.ts'
import { REFUSED_ANEW_MS, REFUSED_FIRST_WAIT_MS, REFUSED_LONGEST_WAIT_MS } from './timing.ts'

export type RefusedReadsDeps = {
  readonly clock: Clock
  /** Whether anything is still refused so, and not being asked for again. */
  readonly areLeft: () => boolean
  /** Has the channel prove itself; what was refused is read again when it has, which may come to nothing. */
  readonly prove: () => void
}

/**
 * Reads that are refused for the session's sake (`isOfTheSession`) while the event channel passes for live: a poll that is
 * held notices nothing of it. The first that is refused its token leads to a proof at once. Of a lost application the poll
 * is told as well, as a rule, and opens the next without a wait; so it is given a while before. What is refused after a
 * proof as before it waits for the next, each time twice as long, so that a resource which is refused for good does not
 * keep the channel from holding; but none is forgotten: as long as any is left there is a next proof, whether or not the last
 * one led to another read.
 */
export function createRefusedReads({ clock, areLeft, prove }: RefusedReadsDeps) {
  let provedAtMs = Number.NEGATIVE_INFINITY
  let waitMs = 0
  let isDue = false

  const proveNow = (): void => {
    provedAtMs = clock.now()
    prove()
    void proveLater()
  }
  const proveLater = async (): Promise<void> => {
    if (isDue) return
    isDue = true
    waitMs = Math.min(REFUSED_LONGEST_WAIT_MS, Math.max(REFUSED_FIRST_WAIT_MS, waitMs * 2))
    await clock.sleep(waitMs)
    isDue = false
    if (areLeft()) proveNow()
  }

  return {
    refused: (failure: UcwaFailure): void => {
      if (isDue) return
      if (clock.now() - provedAtMs > REFUSED_ANEW_MS) {
        waitMs = 0
        if (failure.kind === 'signedOut') return proveNow()
      }
      void proveLater()
    },
  }
}
