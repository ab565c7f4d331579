import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { LONGEST_WAIT_MS } from '../lib/patience.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { malformed, NO_REASON, UcwaError } from '../ucwa/errors.ts'
import { markAllStale, readFailedAgain, type Known } from './mark-stale.ts'
import { createSecondLook } from './second-look.ts'

const PAGE = malformed('a proxy’s page')

/** One note that is kept true, and a server that answers with that for as long as it is told to. */
async function aNote() {
  const clock = createHandTurnedClock()
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  const known: Known = { cache, watched: { has: () => true } }
  let failing: Error | null = null
  let requests = 0
  createSecondLook({ cache, clock, readAgain: () => readFailedAgain(known) })
  await cache.prefetchQuery({
    queryKey: ['note'],
    queryFn: () => {
      requests += 1
      if (failing !== null) throw failing
      return requests
    },
  })
  return {
    clock,
    requests: () => requests,
    isTrue: () => cache.getQueryState(['note'])?.isInvalidated === false,
    answersWith: (error: Error | null) => {
      failing = error
    },
    isNamed: async () => {
      await markAllStale(known)
      await settled()
    },
  }
}

// The event channel was held all the while, so nothing ever said that the server was heard again.
test('what was not understood for so long that it was given up is read again after a minute', async () => {
  const { clock, answersWith, isNamed, isTrue } = await aNote()
  answersWith(PAGE)
  await isNamed()
  expect(isTrue()).toBe(false)
  answersWith(null)
  await clock.advance(LONGEST_WAIT_MS)
  expect(isTrue()).toBe(true)
  expect(clock.sleeping()).toBe(0)
})

test('what is never understood is read ever less often; another trouble is looked at after a minute again', async () => {
  const { clock, answersWith, isNamed, isTrue, requests } = await aNote()
  answersWith(PAGE)
  await isNamed()
  await clock.advance(15 * LONGEST_WAIT_MS)
  expect(requests()).toBe(2 + 4) // after 1, 3, 7 and 15 minutes
  answersWith(null)
  await clock.advance(16 * LONGEST_WAIT_MS)
  expect(isTrue()).toBe(true)
  answersWith(PAGE)
  await isNamed()
  answersWith(null)
  await clock.advance(LONGEST_WAIT_MS)
  expect(isTrue()).toBe(true)
})

test('what is refused is left alone', async () => {
  const { clock, answersWith, isNamed, requests } = await aNote()
  answersWith(new UcwaError({ kind: 'refused', status: 403, reason: NO_REASON }))
  await isNamed()
  await clock.advance(60 * LONGEST_WAIT_MS)
  expect(requests()).toBe(2)
})
