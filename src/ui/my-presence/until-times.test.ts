import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clearTimesMs,
  endOfDayMs,
  firstOwnTime,
  isAhead,
  saidTime,
  wallTime,
  type EndTime,
} from './until-times.ts'

/** In the zone of whoever runs this: that is what is asked. */
const at = (text: string): number => Date.parse(text)
const TUESDAY = '2026-03-03'

describe('the end of the day', () => {
  test.each([
    [`${TUESDAY}T10:42`, `${TUESDAY}T17:30`],
    [`${TUESDAY}T17:24`, `${TUESDAY}T17:30`],
    [`${TUESDAY}T17:25`, null],
    [`${TUESDAY}T20:00`, null],
  ])('at %s is %s', (now, expected) => {
    expect(endOfDayMs(at(now), '17:30')).toBe(expected === null ? null : at(expected))
  })
})

describe('a note may be cleared', () => {
  test.each([
    ['on a Tuesday morning', `${TUESDAY}T10:42`, [`${TUESDAY}T18:00`, '2026-03-06T18:00']],
    ['late on a Tuesday', `${TUESDAY}T17:30`, ['2026-03-06T18:00']],
    ['on a Friday: this evening, or in a week', '2026-03-06T09:00', ['2026-03-06T18:00', '2026-03-13T18:00']],
    ['on a Saturday', '2026-03-07T12:00', ['2026-03-07T18:00', '2026-03-13T18:00']],
  ])('%s', (_, now, expected) => {
    expect(clearTimesMs(at(now), '18:00')).toEqual({
      hour: at(now) + 3_600_000,
      others: expected.map((text) => at(text)),
    })
  })
})

test.each([
  [`${TUESDAY}T10:12`, `${TUESDAY}T11:00`],
  [`${TUESDAY}T10:42`, `${TUESDAY}T12:00`],
  [`${TUESDAY}T23:10`, '2026-03-04T00:00'],
])('a time of one’s own, asked for at %s, begins with %s', (now, expected) => {
  expect(firstOwnTime(at(now))).toEqual({ kind: 'at', atMs: at(expected) })
})

test('a time that is not there is none', () => {
  expect(saidTime('')).toEqual({ kind: 'unsaid' })
  expect(saidTime(`${TUESDAY}T11:00`)).toEqual({ kind: 'at', atMs: at(`${TUESDAY}T11:00`) })
})

test('what a field says is read back from it, to the minute, whatever the moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: at('1970-01-02T00:00'), max: at('9999-12-30T00:00') }), (atMs) => {
      const text = wallTime(atMs)
      expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
      const said = saidTime(text)
      // An hour that a change of the clock repeats is said by one text for both.
      expect(said.kind === 'at' && wallTime(said.atMs)).toBe(text)
    }),
  )
})

test.each<[string, EndTime, boolean]>([
  ['never', { kind: 'never' }, true],
  ['later', { kind: 'at', atMs: at(`${TUESDAY}T10:43`) }, true],
  ['now', { kind: 'at', atMs: at(`${TUESDAY}T10:42`) }, false],
  ['earlier, which is not the same as never', { kind: 'at', atMs: at(`${TUESDAY}T10:00`) }, false],
  ['at a time that is not said yet', { kind: 'unsaid' }, false],
])('what is to end %s', (_, time, isPossible) => {
  expect(isAhead(time, at(`${TUESDAY}T10:42`))).toBe(isPossible)
})
