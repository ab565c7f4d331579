import type { Clock } from '../lib/clock.ts'
import { REFUSED_ANEW_MS, REFUSED_FIRST_WAIT_MS, REFUSED_LONGEST_WAIT_MS } from './timing.ts'

export type RefusedReadsDeps = {
  readonly clock: Clock
  /** Whether any read is still refused its token. */
  readonly areLeft: () => boolean
  /** Has the channel prove itself; what was refused is read again when it has. */
  readonly prove: () => void
}

/**
 * Reads that are refused their token while the event channel passes for live: a poll that is held notices nothing of it.
 * The first leads to a proof at once. What is refused after a proof as before it waits for the next, each time twice as
 * long, so that a resource which is refused for good does not keep the channel from holding; but none is forgotten.
 */
export function createRefusedReads({ clock, areLeft, prove }: RefusedReadsDeps) {
  let provedAtMs = Number.NEGATIVE_INFINITY
  let waitMs = 0
  let isDue = false

  const proveNow = (): void => {
    provedAtMs = clock.now()
    prove()
  }
  const proveLater = async (): Promise<void> => {
    isDue = true
    await clock.sleep(waitMs)
    isDue = false
    if (areLeft()) proveNow()
  }

  return {
    /** A read has been refused. */
    refused: (): void => {
      if (isDue) return
      if (clock.now() - provedAtMs > REFUSED_ANEW_MS) {
        waitMs = 0
        proveNow()
        return
      }
      waitMs = Math.min(REFUSED_LONGEST_WAIT_MS, Math.max(REFUSED_FIRST_WAIT_MS, waitMs * 2))
      void proveLater()
    },
  }
}
