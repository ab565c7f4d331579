import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BETWEEN_ANNOUNCEMENTS_MS, SILENCE, announced, passed, silenced } from './announcement.ts'

const START_MS = Date.parse('2026-11-20T10:42:00Z')

test('the first message is said at once, the second when its turn comes, and the newest wins', () => {
  const first = announced(SILENCE, 'one', START_MS)
  expect(first.said).toBe('one')
  const more = announced(announced(first, 'two', START_MS + 1_000), 'three', START_MS + 2_000)
  expect(more.said).toBe('one')
  expect(passed(more, START_MS + 4_999)).toBe(more)
  expect(passed(more, START_MS + 5_000).said).toBe('three')
})

test('the same message once more is a message of its own', () => {
  const once = announced(SILENCE, 'Live again', START_MS)
  const twice = announced(once, 'Live again', START_MS + 60_000)
  expect([once.said, twice.said]).toEqual(['Live again', 'Live again'])
  expect(twice.turn).not.toBe(once.turn)
})

test('nothing is left of what was said or waited when whoever it was for is gone, and the next is said in its turn', () => {
  const spoken = announced(announced(SILENCE, 'one', START_MS), 'two', START_MS + 1_000)
  const silent = silenced(spoken)
  expect(silent.said).toBe('')
  expect(passed(silent, START_MS + 60_000).said).toBe('')
  expect(announced(silent, 'three', START_MS + 2_000).said).toBe('')
  expect(announced(silent, 'three', START_MS + 5_000).said).toBe('three')
})

test('whatever is announced and whenever, two messages are never closer than five seconds', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(4_000), fc.boolean())), (steps) => {
      let state = SILENCE
      let nowMs = START_MS
      const saidAtMs: number[] = []
      for (const [laterMs, hasNews] of steps) {
        nowMs += laterMs
        const next = hasNews ? announced(state, `at ${nowMs}`, nowMs) : passed(state, nowMs)
        if (next.said !== state.said) saidAtMs.push(nowMs)
        state = next
      }
      return saidAtMs.every((at, i) => i === 0 || at - (saidAtMs[i - 1] ?? 0) >= BETWEEN_ANNOUNCEMENTS_MS)
    }),
  ))
