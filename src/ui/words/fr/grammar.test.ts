import { expect, test } from 'vitest'
import { atTheClock, on, since, until } from './grammar.ts'

const here = (year: number, month: number, day: number): number => new Date(year, month, day, 18).getTime()

test.each([
  ['today', null, 'à 10:42:09'],
  ['to come', 'demain', 'demain à 10:42:09'],
  ['past', '18 nov.', 'le 18 nov. à 10:42:09'],
  ['of another year', '18 nov. 2025', 'le 18 nov. 2025 à 10:42:09'],
])('a day and a clock have their words when it is %s', (_, day, said) => {
  expect(atTheClock(day, '10:42:09')).toBe(said)
})

test('the date of another year has its article', () => {
  const given = [here(2027, 0, 14), here(2026, 10, 20)] as const
  expect([on(...given), since(...given), until(...given)]).toEqual([
    'le 14 janv. 2027 18:00',
    'depuis le 14 janv. 2027 18:00',
    'jusqu’au 14 janv. 2027 18:00',
  ])
})
