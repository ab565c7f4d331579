import { describe, expect, test } from 'vitest'
import { NO_REASON, UcwaError, type UcwaFailure } from '../ucwa/errors.ts'
import { createCache } from './cache.ts'

const serverFailed = (retryAfterMs: number): UcwaFailure => ({
  kind: 'serverFailed',
  status: 503,
  retryAfterMs,
  reason: NO_REASON,
})

/** The defaults as functions of what went wrong: what Query would do, without its doing it. */
function defaults(isLive = true) {
  const { queries, mutations } = createCache({
    onBug: () => undefined,
    isLive: () => isLive,
  }).getDefaultOptions()
  const { retry, retryDelay } = queries ?? {}
  return {
    queries,
    mutations,
    isRetried: (error: Error, failures = 0) => typeof retry === 'function' && retry(failures, error),
    delayMs: (failures: number, error: Error) =>
      typeof retryDelay === 'function' ? retryDelay(failures, error) : null,
  }
}

describe('the cache', () => {
  test.each<[UcwaFailure, boolean]>([
    [{ kind: 'unreachable', detail: 'offline' }, true],
    [serverFailed(0), true],
    [{ kind: 'applicationGone' }, false],
    [{ kind: 'signedOut' }, false],
    [{ kind: 'refused', status: 403, reason: NO_REASON }, false],
    [{ kind: 'malformed', detail: '<html>' }, true],
  ])('asks again for what passes, and only that: $kind', (failure, isRetried) => {
    expect(defaults().isRetried(new UcwaError(failure))).toBe(isRetried)
  })

  test('asks a few times for what no server of UCWA says, and not for ever', () => {
    const malformed = new UcwaError({ kind: 'malformed', detail: '<html>' })
    const { isRetried } = defaults()
    expect([isRetried(malformed, 13), isRetried(malformed, 14)]).toEqual([true, false])
    expect(isRetried(new UcwaError(serverFailed(0)), 1000)).toBe(true)
  })

  test('waits as long as the server asked for, and all parts of one batch alike', () => {
    const { delayMs } = defaults()
    const error = new UcwaError(serverFailed(20_000))
    expect([delayMs(0, error), delayMs(5, error)]).toEqual([20_000, 20_000])
    expect(delayMs(2, new UcwaError(serverFailed(0)))).toBe(2_000)
  })

  test('leaves the knocking to the event channel while nothing is heard, but for a time that the server named', () => {
    const { delayMs } = defaults(false)
    expect(delayMs(0, new UcwaError(serverFailed(0)))).toBe(60_000)
    expect(delayMs(0, new UcwaError(serverFailed(5_000)))).toBe(5_000)
  })

  test('neither ages nor holds back: events alone make stale, and a write goes out or fails at once', () => {
    const { queries, mutations } = defaults()
    expect(queries).toMatchObject({ staleTime: Infinity, refetchOnWindowFocus: false, networkMode: 'always' })
    expect(mutations).toMatchObject({ networkMode: 'always', retry: false })
  })

  test('reports what is no failure of the protocol', async () => {
    const bugs: unknown[] = []
    const cache = createCache({ onBug: (bug) => bugs.push(bug), isLive: () => true })
    const read = (error: Error) =>
      cache.prefetchQuery({
        queryKey: [error.message],
        queryFn: () => {
          throw error
        },
      })
    await read(new UcwaError({ kind: 'signedOut' }))
    await read(new TypeError('ours'))
    expect(bugs).toEqual([new TypeError('ours')])
    cache.clear()
  })
})
