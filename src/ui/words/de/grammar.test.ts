import { expect, test } from 'vitest'
import { atTheMoment } from './grammar.ts'

const here = (day: number, hours: number): number => new Date(2026, 10, day, hours).getTime()

test.each([
  ['today', here(20, 15), 'um 15:00'],
  ['tomorrow', here(21, 15), 'morgen um 15:00'],
  ['within a week', here(25, 9), 'am Mittwoch um 09:00'],
  ['later', here(29, 18), 'am 29. Nov. um 18:00'],
  ['past', here(18, 17), 'am 18. Nov. um 17:00'],
])('a moment has its preposition when it is %s', (_, atMs, said) => {
  expect(atTheMoment(atMs, here(20, 10))).toBe(said)
})
