import { expect, test } from 'vitest'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import { NO_REASON, type UcwaFailure } from '../ucwa/errors.ts'
import { createRefusedReads } from './refused-reads.ts'
import { REFUSED_ANEW_MS, REFUSED_FIRST_WAIT_MS, REFUSED_LONGEST_WAIT_MS } from './timing.ts'

const SECOND_MS = 1000
const SIGNED_OUT: UcwaFailure = { kind: 'signedOut' }
const NOT_FOUND: UcwaFailure = {
  kind: 'refused',
  status: 404,
  reason: { ...NO_REASON, subcode: 'ApplicationNotFound' },
}

/**
 * @param isCured whether the first proof was of help
 * @param isReadAgain whether a proof leads to reads at all: in a tab that follows it does once there are newer tokens
 */
function begin(isCured = false, isReadAgain = true) {
  const clock = createHandTurnedClock()
  const beganAtMs = clock.now()
  const provedAtMs: number[] = []
  const reads = createRefusedReads({
    clock,
    areLeft: () => !isCured,
    prove: () => {
      provedAtMs.push(clock.now() - beganAtMs)
      if (!isCured && isReadAgain) reads.refused(SIGNED_OUT) // what is read again is refused as before
    },
  })
  return { clock, provedAtMs, reads }
}

test('the first refusal leads to a proof at once, and those of the same moment to none of their own', async () => {
  const { clock, provedAtMs, reads } = begin(true)
  for (let read = 0; read < 6; read += 1) reads.refused(SIGNED_OUT)
  await clock.advance(REFUSED_LONGEST_WAIT_MS)
  expect(provedAtMs).toEqual([0])
  expect(clock.sleeping()).toBe(0)
})

test.each([
  ['is read again and refused', true],
  ['is not even read again', false],
])('what after a proof %s is proved ever less often, but for good', async (_, isReadAgain) => {
  const { clock, provedAtMs, reads } = begin(false, isReadAgain)
  reads.refused(SIGNED_OUT)
  await clock.advance(40 * SECOND_MS)
  expect(provedAtMs.map((atMs) => atMs / SECOND_MS)).toEqual([0, 2, 6, 14, 30])
  await clock.advance(60 * 60 * SECOND_MS)
  const waits = provedAtMs.slice(1).map((atMs, index) => atMs - (provedAtMs[index] ?? 0))
  expect(Math.max(...waits)).toBe(REFUSED_LONGEST_WAIT_MS)
  expect(waits.at(-1)).toBe(REFUSED_LONGEST_WAIT_MS)
})

// Once in five minutes it was, at most: whoever was refused twice within that time was drawn as past until it was over.
test('a refusal some time after a proof that helped is another trouble, proved at once', async () => {
  const { clock, provedAtMs, reads } = begin(true)
  reads.refused(SIGNED_OUT)
  await clock.advance(REFUSED_ANEW_MS + 1)
  reads.refused(SIGNED_OUT)
  expect(provedAtMs).toEqual([0, REFUSED_ANEW_MS + 1])
})

// A poll that is held by a connection long dead says nothing for three minutes, though there is no application any more.
test('what a lost application refuses leads to a proof once the poll has had its time to tell', async () => {
  const { clock, provedAtMs, reads } = begin()
  reads.refused(NOT_FOUND)
  expect(provedAtMs).toEqual([])
  await clock.advance(REFUSED_FIRST_WAIT_MS)
  expect(provedAtMs).toEqual([REFUSED_FIRST_WAIT_MS])
})

test('what has been read again in the next application by then leads to none', async () => {
  const { clock, provedAtMs, reads } = begin(true)
  reads.refused(NOT_FOUND)
  await clock.advance(REFUSED_LONGEST_WAIT_MS)
  expect(provedAtMs).toEqual([])
  expect(clock.sleeping()).toBe(0)
})
