import { expect, test } from 'vitest'
import { CHOICES, isEndedByServer } from './choices.ts'

test('of what can be chosen the server ends Busy and Do not disturb by itself, and nothing else', () => {
  expect(CHOICES.filter(isEndedByServer)).toEqual(['Busy', 'DoNotDisturb'])
})
