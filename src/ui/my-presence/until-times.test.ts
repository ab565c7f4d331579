import { describe, expect, test } from 'vitest'
import { clearTimesMs, endOfDayMs, isClearable, nextAtMs, saidTime, type ClearTime } from './until-times.ts'

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
  ['15:00', `${TUESDAY}T10:42`, `${TUESDAY}T15:00`],
  ['09:00', `${TUESDAY}T10:42`, '2026-03-04T09:00'],
  ['10:42', `${TUESDAY}T10:42`, '2026-03-04T10:42'],
])('the next %s from %s is %s', (time, now, expected) => {
  expect(nextAtMs(time, at(now))).toBe(at(expected))
})

test('a time that is not there, or is past, is none', () => {
  expect(nextAtMs('', at(TUESDAY))).toBe(null)
  expect(saidTime('')).toEqual({ kind: 'unsaid' })
  expect(saidTime(`${TUESDAY}T11:00`)).toEqual({ kind: 'at', atMs: at(`${TUESDAY}T11:00`) })
})

test.each<[string, ClearTime, boolean]>([
  ['never', { kind: 'never' }, true],
  ['later', { kind: 'at', atMs: at(`${TUESDAY}T10:43`) }, true],
  ['now', { kind: 'at', atMs: at(`${TUESDAY}T10:42`) }, false],
  ['earlier, which is not the same as never', { kind: 'at', atMs: at(`${TUESDAY}T10:00`) }, false],
  ['at a time that is not said yet', { kind: 'unsaid' }, false],
])('a note to be cleared %s', (_, time, isPossible) => {
  expect(isClearable(time, at(`${TUESDAY}T10:42`))).toBe(isPossible)
})
