import { hashKey, QueryClient, QueryObserver, type Query } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { createWatchedQueries, watchable } from './watched-queries.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import { NO_REASON, UcwaError, unreachable, type UcwaFailure } from '../ucwa/errors.ts'
import { markAllStale, markStale, readFailedAgain, type Known } from './mark-stale.ts'

const KEY = ['contactPresence', 'sip:lin@contoso.com']

const STEPS = [
  'mount',
  'unmount',
  'watch',
  'unwatch',
  'change',
  'event',
  'replyLands',
  'replyFails',
  'heardAgain',
  'microtask',
] as const
type StepName = (typeof STEPS)[number]

type Mark = (known: Known, query: Query) => Promise<void>

/**
 * One contact on a server, of whom one value may change, and the cache. A reply is as old as its request, and lands or
 * fails when the test says so; an aborted one never does. Every change is followed by its event, sooner or later.
 */
function cacheUnderTest(mark: Mark = (known) => markStale(known, [KEY])) {
  const cache = new QueryClient({
    defaultOptions: { queries: { staleTime: Infinity, retry: false, networkMode: 'always' } },
  })
  let truth = 0
  let announced = 0
  const replies = new Set<{ land(): void; fail(): void }>()
  const options = {
    queryKey: KEY,
    queryFn: ({ signal }: { signal: AbortSignal }) => {
      const asOfNow = truth
      return new Promise<number>((resolve, reject) => {
        const over = (settle: () => void) => () => {
          replies.delete(reply)
          settle()
        }
        const reply = { land: over(() => resolve(asOfNow)), fail: over(() => reject(unreachable('reset'))) }
        replies.add(reply)
        signal.addEventListener(
          'abort',
          over(() => reject(signal.reason)),
        )
      })
    },
  }
  const watched = createWatchedQueries(cache)
  const known: Known = { cache, watched }
  let unmount: (() => void) | null = null
  const query = () => cache.getQueryCache().get<number>(hashKey(KEY))
  const oldest = () => [...replies][0]
  const event = () => {
    announced = truth
    const marked = cache.getQueryCache().get(hashKey(KEY))
    if (marked !== undefined) void mark(known, marked)
  }

  const steps: Record<StepName, () => void | Promise<void>> = {
    mount: () => {
      unmount ??= new QueryObserver(cache, options).subscribe(() => undefined)
    },
    unmount: () => {
      unmount?.()
      unmount = null
    },
    watch: () => watched.keep([watchable(options)]),
    unwatch: () => watched.keep([]),
    change: () => {
      truth += 1
    },
    event,
    replyLands: () => oldest()?.land(),
    replyFails: () => oldest()?.fail(),
    heardAgain: () => void readFailedAgain(known),
    microtask: () => Promise.resolve(),
  }

  return {
    run: async (names: readonly StepName[]) => {
      for (const name of names) await steps[name]()
      if (announced !== truth) event()
      for (let turn = 0; turn < 60; turn += 1) {
        oldest()?.land()
        await Promise.resolve()
      }
      void readFailedAgain(known) // a read that failed is made good as soon as the server is heard again
      for (let turn = 0; turn < 60; turn += 1) {
        oldest()?.land()
        await Promise.resolve()
      }
    },
    /** What somebody who looks, or counts, is shown: the value if it passes for fresh. */
    shown: () => {
      const state = query()?.state
      if (state === undefined || state.data === undefined) return 'nothing'
      return state.isInvalidated ? 'stale' : state.data
    },
    isWanted: () => unmount !== null || (query() !== undefined && [...watchedHashes()].length > 0),
    truth: () => truth,
    clear: () => {
      unmount?.()
      watched.stop()
      cache.clear()
    },
  }

  function* watchedHashes() {
    const it = cache.getQueryCache().get(hashKey(KEY))
    if (it !== undefined && watched.has(it)) yield it.queryHash
  }
}

/** The law: what is wanted ends up true, and what is not wanted never passes for fresh unless it is true. */
const holds = async (names: readonly StepName[], mark?: Mark): Promise<boolean> => {
  const run = cacheUnderTest(mark)
  try {
    await run.run(names)
    const shown = run.shown()
    return run.isWanted() ? shown === run.truth() : shown === run.truth() || typeof shown === 'string'
  } finally {
    run.clear()
  }
}

const anySteps = fc.array(fc.constantFrom(...STEPS), { maxLength: 14 })

describe('markStale', () => {
  test('however fetches, events and mounting interleave, what is shown ends up true', () =>
    fc.assert(
      fc.asyncProperty(anySteps, (names) => holds(names)),
      { numRuns: 3_000 },
    ))

  const without: [string, Mark][] = [
    [
      'does not cancel what is under way',
      async ({ watched }, query) => {
        query.invalidate()
        if (query.isActive() || watched.has(query)) await query.fetch().catch(() => null)
      },
    ],
    [
      'does not mark',
      async ({ watched }, query) => {
        const cancelled = query.cancel({ revert: true, silent: true })
        if (query.state.fetchStatus !== 'idle') await cancelled
        if (query.isActive() || watched.has(query)) await query.fetch().catch(() => null)
      },
    ],
    [
      'does not read what is wanted again',
      async (_, query) => {
        const cancelled = query.cancel({ revert: true, silent: true })
        if (query.state.fetchStatus !== 'idle') await cancelled
        query.invalidate()
      },
    ],
    [
      'does not wait for a reply that is in already',
      async ({ watched }, query) => {
        void query.cancel({ revert: true, silent: true })
        query.invalidate()
        if (query.isActive() || watched.has(query)) await query.fetch().catch(() => null)
      },
    ],
    [
      'reads again only what is observed',
      async (_, query) => {
        const cancelled = query.cancel({ revert: true, silent: true })
        if (query.state.fetchStatus !== 'idle') await cancelled
        query.invalidate()
        if (query.isActive()) await query.fetch().catch(() => null)
      },
    ],
  ]
  test.each(without)('the law finds the counterexample when it %s', async (_, mark) => {
    const found = await fc.check(
      fc.asyncProperty(anySteps, (names) => holds(names, mark)),
      { numRuns: 3_000 },
    )
    expect(found.failed).toBe(true)
  })
})

const inCache = async (keys: readonly (readonly string[])[]) => {
  const cache = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity, staleTime: Infinity } } })
  for (const queryKey of keys) await cache.prefetchQuery({ queryKey, queryFn: () => 1 })
  const known: Known = { cache, watched: { has: () => false } }
  const stale = () =>
    cache
      .getQueryCache()
      .getAll()
      .filter(({ state }) => state.isInvalidated)
      .map(({ queryKey }) => queryKey)
  return { known, stale }
}

describe('what is marked', () => {
  test('a key marks its own query, and no other', async () => {
    const { known, stale } = await inCache([
      ['contactNote', 'sip:a@contoso.com'],
      ['contactNote', 'sip:b@contoso.com'],
    ])
    await markStale(known, [['contactNote', 'sip:b@contoso.com']])
    expect(stale()).toEqual([['contactNote', 'sip:b@contoso.com']])
  })

  test('a family marks all of its queries, and no other family', async () => {
    const { known, stale } = await inCache([['contactNote', 'sip:a@contoso.com'], ['note'], ['presence']])
    await markStale(known, [['contactNote'], ['presence']])
    expect(stale()).toEqual([['contactNote', 'sip:a@contoso.com'], ['presence']])
  })

  test('a gap marks everything but photos', async () => {
    const { known, stale } = await inCache([['photo', 'https://lyncweb.contoso.com/1'], ['presence']])
    await markAllStale(known)
    expect(stale()).toEqual([['presence']])
  })
})

describe('when the server is heard again', () => {
  const reading = (failure: UcwaError, retry: boolean) => {
    const cache = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } })
    const known: Known = { cache, watched: { has: () => true } }
    let requests = 0
    const queryFn = () => {
      requests += 1
      return requests === 1 ? Promise.reject(failure) : Promise.resolve('read')
    }
    const first = cache.prefetchQuery({ queryKey: ['note'], queryFn, retry, retryDelay: 60_000 })
    return { cache, known, first, requests: () => requests }
  }

  test.each([
    ['has failed', false],
    ['waits for another try', true],
  ])('what %s is read at once', async (_, isWaiting) => {
    vi.useFakeTimers()
    const { cache, known, first } = reading(unreachable('reset'), isWaiting)
    if (isWaiting) await settled()
    else await first
    await readFailedAgain(known)
    expect(cache.getQueryData(['note'])).toBe('read')
    vi.useRealTimers()
  })

  test.each<[string, UcwaFailure]>([
    ['met a token’s end', { kind: 'signedOut' }],
    ['met the end of an application', { kind: 'applicationGone' }],
    [
      'a lost application refused',
      { kind: 'refused', status: 404, reason: { ...NO_REASON, subcode: 'ApplicationNotFound' } },
    ],
  ])('what %s is read at once', async (_, failure) => {
    const { cache, known, first } = reading(new UcwaError(failure), false)
    await first
    await readFailedAgain(known)
    expect(cache.getQueryData(['note'])).toBe('read')
  })

  test.each<[string, UcwaFailure]>([
    ['was refused', { kind: 'refused', status: 403, reason: NO_REASON }],
    [
      'the server named a time for',
      { kind: 'serverFailed', status: 503, retryAfterMs: 9_000, reason: NO_REASON },
    ],
  ])('what %s is left alone', async (_, failure) => {
    const { known, first, requests } = reading(new UcwaError(failure), false)
    await first
    await readFailedAgain(known)
    expect(requests()).toBe(1)
  })
})
