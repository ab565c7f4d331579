import { hashKey, notifyManager, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { failureOf, isOfTheSession, isPassing, namedWaitMs } from '../ucwa/errors.ts'

/** The cache, and who is kept true in it whether or not anybody looks. */
export type Known = {
  readonly cache: QueryClient
  readonly watched: { has(query: Query): boolean }
}

/**
 * Marks queries stale so that no reply read before the change can pass for fresh.
 *
 * `invalidateQueries` alone leaks. A fetch already under way may have read the server before the change,
 * and when it lands Query clears the stale mark. Query restarts such a fetch only if the query is mounted
 * *and* already holds data: a first load, or a read that nothing on screen observes, would keep the old value
 * for good. So each is cancelled, then marked, then read again; `mark-stale.test.ts` fails without any of the three.
 * Exact keys are looked up, not searched for: the cost of an event must not grow with the contact list.
 *
 * Resolves when all that had to be read again has been, well or badly. Never rejects.
 */
export const markStale = (known: Known, keys: readonly QueryKey[]): Promise<void> =>
  markEach(known, new Set(keys.flatMap((key) => queriesNamed(known.cache, key))))

/** After a gap: everything but photos, which are no state of anybody. */
export const markAllStale = (known: Known): Promise<void> =>
  markEach(
    known,
    known.cache.getQueryCache().findAll({ predicate: ({ queryKey }) => queryKey[0] !== 'photo' }),
  )

/**
 * The server is heard again after a silence: what could not be read meanwhile, or waits for another try, is read now.
 * What was refused, or waits because the server named a time, is left alone. Resolves as `markStale`.
 */
export const readFailedAgain = (known: Known): Promise<void> =>
  markEach(known, known.cache.getQueryCache().findAll({ predicate: ({ state }) => hasFailed(state) }))

function hasFailed({ error, fetchFailureReason, fetchStatus }: Query['state']): boolean {
  const failure = failureOf(fetchStatus === 'idle' ? error : fetchFailureReason)
  if (failure === null) return false
  if (isOfTheSession(failure)) return true // heard again, and so let in again
  return isPassing(failure) && namedWaitMs(failure) === 0
}

async function markEach({ watched }: Known, queries: Iterable<Query>): Promise<void> {
  const mark = async (query: Query): Promise<void> => {
    const cancelled = query.cancel({ revert: true, silent: true })
    if (query.state.fetchStatus !== 'idle') await cancelled // its reply is in already: let it land, then mark it
    query.invalidate()
    if (!query.isActive() && !watched.has(query)) return // whoever mounts it next reads it
    await query.fetch().catch(() => null) // a failure is kept in the query's own state
  }
  await notifyManager.batch(() => Promise.all(Array.from(queries, mark)))
}

/** One family, or one query found by its hash. */
function queriesNamed(cache: QueryClient, key: QueryKey): readonly Query[] {
  if (key.length === 1) return cache.getQueryCache().findAll({ queryKey: key })
  const query = cache.getQueryCache().get(hashKey(key))
  return query === undefined ? [] : [query]
}
