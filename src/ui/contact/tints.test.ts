import { expect, test } from 'vitest'
import { TINTS_AT_ONCE, createTints } from './tints.ts'

test('when a storm comes, eight rows show it, and others only once those are over', () => {
  const tints = createTints()
  const overs = Array.from({ length: TINTS_AT_ONCE }, () => tints.admit())
  expect(overs).not.toContain(null)
  expect(tints.admit()).toBeNull()

  overs[0]?.()
  overs[0]?.() // told twice, counted once

  expect(tints.admit()).not.toBeNull()
  expect(tints.admit()).toBeNull()
})
