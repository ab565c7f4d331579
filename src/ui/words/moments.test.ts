import { expect, test } from 'vitest'
import { createMoments } from './moments.ts'

const moments = createMoments('en-GB', 'Europe/Copenhagen')
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
  ['yesterday', '2026-11-19T15:00:00+01:00', '19 Nov 15:00'],
])('an end is told with its day when it is %s', (_, at, expected) => {
  expect(moments.at(Date.parse(at), now)).toBe(expected)
})

test('a clock has two digits for the hour, and a count its separators', () => {
  expect(moments.clock(Date.parse('2026-11-20T09:05:00+01:00'))).toBe('09:05')
  expect(moments.number(1000)).toBe('1,000')
})
