import { focusManager, QueryCache, QueryClient } from '@tanstack/react-query'
import { LONGEST_WAIT_MS, nextWaitMs } from '../lib/patience.ts'
import { failureOf, isPassing, namedWaitMs } from '../ucwa/errors.ts'

export type CacheDeps = {
  /** What a query threw that is no failure of the protocol: a bug, to be reported. */
  readonly onBug: (bug: unknown) => void
  /** Whether the server is heard. While it is not, the event channel alone knocks, and `readFailedAgain` ends the waits. */
  readonly isLive: () => boolean
}

/** The cache: what the server said. Filled by reads alone. */
export function createCache({ onBug, isLive }: CacheDeps): QueryClient {
  // Or Query would hold every retry of a hidden tab until it is seen; a wall of people is never focused.
  focusManager.setFocused(true)
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (failureOf(error) === null) onBug(error)
      },
    }),
    defaultOptions: {
      queries: {
        // Events say what is stale, and nothing else does: not the passing of time, not a look at the page.
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        retry: isWorthAnother,
        retryDelay: (before, error) => waitMs(before + 1, error, isLive()),
      },
      // The default would hold a "Busy" chosen offline, and send it an hour later.
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** After half a minute it is no proxy's page or body cut short any more, but how the server speaks. (Our choice.) */
const MOST_MALFORMED = 14

/** Until it passes. A lost application does not: the channel opens another and says so. */
function isWorthAnother(before: number, error: unknown): boolean {
  const failure = failureOf(error)
  if (failure === null || !isPassing(failure)) return false
  return failure.kind !== 'malformed' || before < MOST_MALFORMED
}

/** No jitter: the parts of one failed batch should meet in one again. */
function waitMs(failures: number, error: unknown, isLive: boolean): number {
  const failure = failureOf(error)
  const namedMs = failure === null ? 0 : namedWaitMs(failure)
  if (namedMs > 0) return Math.max(namedMs, nextWaitMs(failures))
  return isLive ? nextWaitMs(failures) : LONGEST_WAIT_MS
}
