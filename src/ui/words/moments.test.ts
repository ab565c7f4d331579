import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMoments } from './moments.ts'

const moments = createMoments('en-GB', 'Europe/Copenhagen')
const DAY_MINUTES = 24 * 60
const now = Date.parse('2026-11-20T10:42:00+01:00')

test.each([
  ['ahead of our clock', '2026-11-20T10:45:00+01:00', null],
  ['59 seconds ago', '2026-11-20T10:41:01+01:00', null],
  ['one minute ago', '2026-11-20T10:41:00+01:00', '1 min ago'],
  ['seven minutes ago', '2026-11-20T10:34:30+01:00', '7 min ago'],
  ['an hour ago', '2026-11-20T09:42:00+01:00', '1 hr ago'],
  ['early today', '2026-11-20T00:10:00+01:00', '10 hr ago'],
  ['minutes ago, over midnight', '2026-11-19T17:52:00+01:00', 'yesterday 17:52'],
  ['two days ago', '2026-11-18T23:59:00+01:00', '18 Nov'],
  ['last year', '2025-12-31T12:00:00+01:00', '31 Dec 2025'],
])('when it was %s', (_, at, expected) => {
  expect(moments.ago(Date.parse(at), now)).toBe(expected)
})

test.each([
  ['today', '2026-11-20T15:00:00+01:00', '15:00'],
  ['tomorrow', '2026-11-21T15:00:00+01:00', 'tomorrow 15:00'],
  ['within a week', '2026-11-25T09:00:00+01:00', 'Wednesday 09:00'],
  ['within a week, late in the day', '2026-11-26T23:00:00+01:00', 'Thursday 23:00'],
  ['a week from today', '2026-11-27T18:00:00+01:00', 'Friday 27 Nov 18:00'],
  ['later', '2026-12-04T18:00:00+01:00', '4 Dec 18:00'],
  ['next year', '2027-01-04T18:00:00+01:00', '4 Jan 2027 18:00'],
  ['yesterday', '2026-11-19T15:00:00+01:00', '19 Nov 15:00'],
  ['last year', '2025-12-31T12:00:00+01:00', '31 Dec 2025 12:00'],
  ['a year ago to the day', '2025-11-20T15:00:00+01:00', '20 Nov 2025 15:00'],
])('an end is told with its day when it is %s', (_, at, expected) => {
  expect(moments.at(Date.parse(at), now)).toBe(expected)
})

test.each([
  ['tomorrow', '2027-01-01T15:00:00+01:00', 'tomorrow 15:00'],
  ['within a week', '2027-01-04T09:00:00+01:00', 'Monday 09:00'],
  ['a week from today', '2027-01-07T18:00:00+01:00', 'Thursday 7 Jan 18:00'],
  ['later', '2027-01-08T18:00:00+01:00', '8 Jan 2027 18:00'],
])('on the last day of the year the coming week is told as ever: %s', (_, at, expected) => {
  expect(moments.at(Date.parse(at), Date.parse('2026-12-31T10:42:00+01:00'))).toBe(expected)
})

test('no two minutes of six years are told alike', () => {
  const { at } = createMoments('en-GB', 'UTC') // where no clock is put back
  const minutes = fc.integer({ min: -3 * 366 * DAY_MINUTES, max: 3 * 366 * DAY_MINUTES })
  const apart = fc.oneof(
    fc.constantFrom(1, 6, 7, 365, 366, 730).map((days) => days * DAY_MINUTES),
    minutes,
  )
  fc.assert(
    fc.property(minutes, apart, (one, by) => {
      const [told, other] = [one, one + by].map((minute) => at(now + minute * 60_000, now))
      expect(told === other).toBe(by === 0)
    }),
  )
})

test('a clock has two digits for the hour, and a count its separators', () => {
  expect(moments.clock(Date.parse('2026-11-20T09:05:00+01:00'))).toBe('09:05')
  expect(moments.number(1000)).toBe('1,000')
})
