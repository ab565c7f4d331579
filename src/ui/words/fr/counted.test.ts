import { expect, test } from 'vitest'
import { counted } from './counted.ts'

test.each([
  [0, '0 personne'],
  [1, '1 personne'],
  [2, '2 personnes'],
  [1000, '1 000 personnes'],
  [1_000_000, '1 000 000 de personnes'],
])('%d is said as French says it', (count, expected) => {
  expect(counted(count, 'personne', 'personnes').replaceAll(/\s/g, ' ')).toBe(expected)
})

test('before a vowel, a million elides', () => {
  expect(counted(1_000_000, 'événement', 'événements')).toMatch(/ d’événements$/)
})
