import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST_WAIT_MS, nextWaitMs, waitAfterMs } from './patience.ts'

const MINUTE_MS = 60_000

describe('the wait before another try', () => {
  test.each<[string, number, number, number]>([
    ['the first failure', 1, 0, 1000],
    ['the second', 2, 1000, 2000],
    ['a handful within seconds', 6, 10_000, 2000],
    ['failures for a minute', 20, MINUTE_MS, 7500],
    ['failures for five minutes', 40, 5 * MINUTE_MS, 37_500],
    ['failures all night', 900, 8 * 60 * MINUTE_MS, 60_000],
    ['the first failure after hours of silence', 1, 8 * 60 * MINUTE_MS, 1000],
  ])('after %s', (_, failures, troubledForMs, expected) => {
    expect(waitAfterMs(failures, troubledForMs)).toBe(expected)
  })

  test('is never longer than two seconds and an eighth of the trouble, nor than a minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat({ max: 1e9 }), (failures, troubledForMs) => {
        const waitMs = waitAfterMs(failures, troubledForMs)
        expect(waitMs).toBeLessThanOrEqual(Math.min(LONGEST_WAIT_MS, 2000 + troubledForMs / 8))
        expect(waitMs).toBeGreaterThanOrEqual(1000)
      }),
    )
  })

  test('keeps its measure without a clock, and grows to a minute', () => {
    const waits = Array.from({ length: 60 }, (_, failures) => nextWaitMs(failures + 1))
    expect(waits.slice(0, 9)).toEqual([1000, 2000, 2000, 2000, 2000, 2000, 2000, 2000, 2000])
    let waitedMs = 0
    for (const [failures, waitMs] of waits.entries()) {
      expect(waitMs).toBe(waitAfterMs(failures + 1, waitedMs))
      waitedMs += waitMs
    }
    expect(waits.at(-1)).toBe(LONGEST_WAIT_MS)
  })
})
