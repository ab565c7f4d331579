import { focusManager, QueryCache, QueryClient } from '@tanstack/react-query'
import { failureOf } from '../ucwa/errors.ts'

export type CacheDeps = {
  /** What a query threw that is no failure of the protocol: a bug, to be reported. */
  readonly onBug: (bug: unknown) => void
}

/** The cache: what the server said. Filled by reads alone. */
export function createCache({ onBug }: CacheDeps): QueryClient {
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
        retry: (failures, error) => isPassing(error, failures),
        // No jitter: the parts of one failed batch should meet in one again.
        retryDelay: (failures, error) =>
          Math.max(Math.min(30_000, 1000 * 2 ** failures), retryAfterMs(error)),
      },
      // The default would hold a "Busy" chosen offline, and send it an hour later.
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** After half a minute it is no proxy's page or body cut short any more, but how the server speaks. (Our choice.) */
const MOST_MALFORMED = 5

/** Worth asking again, until it passes. A lost application is not: the channel opens another and says so. */
function isPassing(error: unknown, failures: number): boolean {
  const kind = failureOf(error)?.kind
  return (
    kind === 'unreachable' || kind === 'serverFailed' || (kind === 'malformed' && failures < MOST_MALFORMED)
  )
}

function retryAfterMs(error: unknown): number {
  const failure = failureOf(error)
  return failure?.kind === 'serverFailed' ? failure.retryAfterMs : 0
}
