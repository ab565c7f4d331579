import type { QueryClient } from '@tanstack/react-query'
import type { Clock } from '../lib/clock.ts'
import { LONGEST_WAIT_MS } from '../lib/patience.ts'
import { failureOf, isPassing } from '../ucwa/errors.ts'

export type SecondLookDeps = {
  readonly cache: QueryClient
  readonly clock: Clock
  /** Reads again what has failed; resolves when it has been read, well or badly. */
  readonly readAgain: () => Promise<void>
}

/** No resource that is not understood is asked for again more seldom than this. (Our choice.) */
const LONGEST_LOOK_MS = 60 * LONGEST_WAIT_MS

/**
 * A read gives up what is answered with something else than UCWA for half a minute (`cache.ts`): it may be how the server
 * speaks. But it may be a proxy's page that stands for longer, before an event channel that is held all the while; so it is
 * looked at again after a minute, and after twice as long each time that this does not help.
 */
export function createSecondLook({ cache, clock, readAgain }: SecondLookDeps): void {
  let waitMs = 0
  let isDue = false
  let givenUp = 0

  const look = async (): Promise<void> => {
    isDue = true
    waitMs = Math.min(LONGEST_LOOK_MS, Math.max(LONGEST_WAIT_MS, waitMs * 2))
    await clock.sleep(waitMs)
    isDue = false
    const before = givenUp
    await readAgain()
    if (givenUp === before) waitMs = 0
  }

  cache.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'error') return
    const failure = failureOf(event.action.error)
    if (failure === null || !isPassing(failure)) return
    givenUp += 1
    if (!isDue) void look()
  })
}
