import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import { createDoubts } from './doubts.ts'

const KEY = ['contactPresence', 'sip:dana@contoso.com']
const GRACE_MS = 3000

/** One value that has been read, and what may become of it. */
async function known() {
  const clock = createHandTurnedClock()
  const cache = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity, retry: false } } })
  let unheardSinceMs: number | null = null
  const doubts = createDoubts({ cache, clock, graceMs: GRACE_MS, unheardSinceMs: () => unheardSinceMs })
  const read = () => cache.fetchQuery({ queryKey: KEY, queryFn: () => 'Available', staleTime: 0 })
  const fail = () =>
    cache.prefetchQuery({ queryKey: KEY, queryFn: () => Promise.reject(new Error('503')), staleTime: 0 })
  await read()
  return {
    clock,
    cache,
    doubts,
    read,
    fail,
    isMarked: () => cache.getQueryCache().find({ queryKey: KEY })?.invalidate(),
    isUnheard: () => (unheardSinceMs = clock.now()),
  }
}

test('what has been read is in no doubt, and neither is what was never read', async () => {
  const { clock, doubts } = await known()
  await clock.advance(60 * GRACE_MS)
  expect([doubts.sinceMs(KEY), doubts.sinceMs(['contactNote', 'x'])]).toEqual([null, null])
  expect(clock.sleeping()).toBe(0)
})

test('the moment between an event and its read is no doubt', async () => {
  const { clock, doubts, read, isMarked } = await known()
  isMarked()
  await clock.advance(GRACE_MS - 1)
  await read()
  await clock.advance(GRACE_MS)
  expect(doubts.sinceMs(KEY)).toBe(null)
  expect(clock.sleeping()).toBe(0)
})

test('a read that does not land leaves what was known in doubt since the event, until one lands', async () => {
  const { clock, doubts, read, fail, isMarked } = await known()
  const sinceMs = clock.now()
  isMarked()
  await fail()
  await clock.advance(GRACE_MS)
  expect(doubts.sinceMs(KEY)).toBe(sinceMs)

  await fail()
  await clock.advance(GRACE_MS)
  expect(doubts.sinceMs(KEY)).toBe(sinceMs)

  await read()
  expect(doubts.sinceMs(KEY)).toBe(null)
})

test('a read that fails with no event before it is a doubt as well', async () => {
  const { clock, doubts, fail } = await known()
  const sinceMs = clock.now()
  await fail()
  await clock.advance(GRACE_MS)
  expect(doubts.sinceMs(KEY)).toBe(sinceMs)
})

test('after an outage it is in doubt at once, and since the outage', async () => {
  const { clock, doubts, isMarked, isUnheard } = await known()
  const sinceMs = isUnheard()
  await clock.advance(GRACE_MS)
  isMarked()
  expect(doubts.sinceMs(KEY)).toBe(sinceMs)
  expect(clock.sleeping()).toBe(0)
})

test('what is dropped from the cache leaves no doubt behind', async () => {
  const { clock, cache, doubts, isMarked } = await known()
  isMarked()
  await clock.advance(GRACE_MS)
  cache.clear()
  expect(doubts.sinceMs(KEY)).toBe(null)
})

test('who listens is told once, of all that changed', async () => {
  const { clock, doubts, isMarked } = await known()
  const told: unknown[] = []
  doubts.subscribe((changed) => told.push(changed))
  isMarked()
  await clock.advance(GRACE_MS)
  await expect.poll(() => told).toEqual([[KEY]])
})
