import { expect, test } from 'vitest'
import { atTheMoment, people, theMoment } from './grammar.ts'

const here = (day: number, hours: number, minutes = 0): number =>
  new Date(2026, 10, day, hours, minutes).getTime()
const NOW = here(20, 10, 42)

test.each([
  ['today', here(20, 15), 'las 15:00', 'a las 15:00'],
  ['today at one', here(20, 1, 5), 'la 01:05', 'a la 01:05'],
  ['tomorrow', here(21, 15), 'mañana a las 15:00', 'mañana a las 15:00'],
  ['within a week', here(25, 9), 'el miércoles a las 09:00', 'el miércoles a las 09:00'],
  ['later', here(29, 18), 'el 29 nov a las 18:00', 'el 29 nov a las 18:00'],
])('a moment has its article when it is %s', (_, atMs, the, at) => {
  expect(theMoment(atMs, NOW)).toBe(the)
  expect(atTheMoment(atMs, NOW)).toBe(at)
})

test('one o’clock is singular, eleven is not', () => {
  expect([theMoment(here(20, 1), NOW), theMoment(here(20, 11), NOW)]).toEqual(['la 01:00', 'las 11:00'])
})

test.each([
  [0, '0 personas'],
  [1, '1 persona'],
  [2, '2 personas'],
  [12_345, '12.345 personas'],
  [1_000_000, '1.000.000 de personas'],
])('%i people', (count, said) => {
  expect(people(count)).toBe(said)
})
