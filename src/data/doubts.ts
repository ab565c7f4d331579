import { hashKey, notifyManager, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { Clock } from '../lib/clock.ts'

/**
 * What is in the cache, but may no longer be so: it was marked stale, and the read that should have followed has not
 * landed in time, whether it failed, is tried again or hangs. Never to be shown as live.
 */
export type Doubts = {
  /** Since when that value may no longer be so, in milliseconds since the Unix epoch; null: no doubt. */
  sinceMs(key: QueryKey): number | null
  /** Tells whose doubt has begun or ended. Fits `useSyncExternalStore`. */
  subscribe(listener: (changed: readonly QueryKey[]) => void): () => void
}

export type DoubtsDeps = {
  readonly cache: QueryClient
  readonly clock: Clock
  /** How long a read may take before what it should replace is doubted: the moment between an event and its read. */
  readonly graceMs: number
  /** Since when nothing has been heard of the server; null while it is. What is marked now may be wrong since then. */
  readonly unheardSinceMs: () => number | null
}

export function createDoubts({ cache, clock, graceMs, unheardSinceMs }: DoubtsDeps): Doubts {
  const listeners = new Set<(changed: readonly QueryKey[]) => void>()
  /** Marked stale, and not doubted yet; by hash. In the order of their times, but for outages, which only hasten. */
  const open = new Map<string, { readonly key: QueryKey; readonly sinceMs: number }>()
  const doubted = new Map<string, number>()
  let changed: QueryKey[] = []
  let isWaiting = false

  const tell = (key: QueryKey): void => {
    changed.push(key)
    if (changed.length > 1) return
    notifyManager.schedule(() => {
      const told = changed
      changed = []
      for (const listener of listeners) listener(told)
    })
  }

  const isDue = (sinceMs: number): boolean => clock.now() - sinceMs >= graceMs
  const begin = (hash: string, key: QueryKey, sinceMs: number): void => {
    open.delete(hash)
    doubted.set(hash, sinceMs)
    tell(key)
  }

  /** One sleeper for all of them; at most four times in a grace, so that a storm of events does not wake it for each. */
  const wait = async (): Promise<void> => {
    isWaiting = true
    for (let [next] = open.values(); next !== undefined; [next] = open.values()) {
      await clock.sleep(Math.max(graceMs / 4, next.sinceMs + graceMs - clock.now()))
      for (const [hash, { key, sinceMs }] of open) if (isDue(sinceMs)) begin(hash, key, sinceMs)
    }
    isWaiting = false
  }

  const markedStale = ({ queryHash: hash, queryKey: key }: Query): void => {
    if (open.has(hash) || doubted.has(hash)) return
    const sinceMs = unheardSinceMs() ?? clock.now()
    if (isDue(sinceMs)) return begin(hash, key, sinceMs)
    open.set(hash, { key, sinceMs })
    if (!isWaiting) void wait()
  }

  const confirmed = ({ queryHash: hash, queryKey: key }: Query): void => {
    open.delete(hash)
    if (doubted.delete(hash)) tell(key)
  }

  cache.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' && type !== 'removed') return
    const { data, isInvalidated } = query.state
    if (type === 'updated' && isInvalidated && data !== undefined) markedStale(query)
    else confirmed(query)
  })

  return {
    sinceMs: (key) => doubted.get(hashKey(key)) ?? null,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
