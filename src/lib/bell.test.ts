import { describe, expect, test } from 'vitest'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { createBell, sleepUnlessRung } from './bell.ts'

const outcomeOf = (waiting: Promise<void>) => {
  const it = { state: 'waiting' }
  waiting.then(
    () => (it.state = 'over'),
    () => (it.state = 'stopped'),
  )
  return it
}

describe('a bell', () => {
  test('wakes all who wait, once', async () => {
    const bell = createBell()
    const { signal } = new AbortController()
    const [one, two] = [outcomeOf(bell.rung(signal)), outcomeOf(bell.rung(signal))]
    bell.ring()
    const late = outcomeOf(bell.rung(signal))
    await settled()
    expect([one.state, two.state, late.state]).toEqual(['over', 'over', 'waiting'])
  })

  test('lets go of who is told to stop', async () => {
    const bell = createBell()
    const stop = new AbortController()
    const waiting = outcomeOf(bell.rung(stop.signal))
    stop.abort()
    bell.ring()
    await settled()
    expect(waiting.state).toBe('stopped')
    const late = outcomeOf(bell.rung(stop.signal))
    await settled()
    expect(late.state).toBe('stopped')
  })
})

describe('a sleep that a bell may end', () => {
  test.each<[string, (world: { ring(): void; stop(): void; pass(): Promise<void> }) => unknown, string]>([
    ['time passes', ({ pass }) => pass(), 'over'],
    ['a bell is rung', ({ ring }) => ring(), 'over'],
    ['it is told to stop', ({ stop }) => stop(), 'stopped'],
  ])('ends when %s, and leaves no timer behind', async (_, happens, state) => {
    const clock = createHandTurnedClock()
    const bell = createBell()
    const stopped = new AbortController()
    const sleep = outcomeOf(sleepUnlessRung(clock, 1_000, [bell], stopped.signal))
    await settled()
    expect(sleep.state).toBe('waiting')
    await happens({ ring: bell.ring, stop: () => stopped.abort(), pass: () => clock.advance(1_000) })
    await settled()
    expect(sleep.state).toBe(state)
    expect(clock.sleeping()).toBe(0)
  })
})
