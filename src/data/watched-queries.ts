import {
  hashKey,
  type FetchQueryOptions,
  type Query,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query'

/** Queries that are kept true whether or not anything on screen observes them. */
export type WatchedQueries = {
  readonly has: (query: Query) => boolean
  /** These from now on, and no others: read at once what is not known yet, let go of the rest. */
  keep(queries: readonly Watchable[]): void
  stop(): void
}

/** A query's options with their types forgotten, so that different families may stand in one list. */
export type Watchable = {
  readonly hash: string
  /** Reads it unless it is known and fresh, or being read. */
  readonly prefetch: (cache: QueryClient) => void
}

export const watchable = <T, K extends QueryKey>(options: FetchQueryOptions<T, Error, T, K>): Watchable => ({
  hash: hashKey(options.queryKey),
  prefetch: (cache) => void cache.prefetchQuery({ ...options, gcTime: Infinity }),
})

/**
 * Reads in bulk, keeps from collection, and makes good what an unmount cut off: a row that goes away aborts the read
 * under way (its signal is passed on), which nobody but us would begin again.
 * A QueryObserver for each would do the same, at 1.7 kB of heap and a subscription apiece.
 */
export function createWatchedQueries(cache: QueryClient): WatchedQueries {
  const queryCache = cache.getQueryCache()
  let kept: ReadonlyMap<string, Watchable> = new Map()
  /** Kept once, and observed when let go. The collector passes them by, so each `keep` looks after them. */
  const formerly = new Set<string>()

  const begin = (query: Watchable): void => {
    query.prefetch(cache)
    // A row may have made it before us, with a life of its own length.
    const known = queryCache.get(query.hash)
    known?.setOptions({ ...known.options, gcTime: Infinity })
  }
  const letGo = (hash: string): void => {
    const query = queryCache.get(hash)
    formerly.delete(hash)
    if (query === undefined) return
    // Never as an observer leaves: under StrictMode it comes back in the same breath, to the query it knew.
    if (query.getObserversCount() === 0) queryCache.remove(query)
    else formerly.add(hash)
  }

  const stop = queryCache.subscribe(({ type, query }) => {
    const watched = kept.get(query.queryHash)
    if (watched === undefined) return
    if (type === 'removed') begin(watched) // a collection that was due before we came
    const isUnread = query.state.data === undefined || query.state.isInvalidated
    if (type !== 'observerRemoved' || query.isActive() || query.state.fetchStatus !== 'idle' || !isUnread)
      return
    query.fetch().catch(() => null) // a failure is kept in the query's own state
  })

  return {
    has: (query) => kept.has(query.queryHash),
    keep: (queries) => {
      const before = kept
      kept = new Map(queries.map((query) => [query.hash, query]))
      for (const hash of [...before.keys(), ...formerly]) if (!kept.has(hash)) letGo(hash)
      for (const query of queries) if (!before.has(query.hash)) begin(query)
    },
    stop,
  }
}
