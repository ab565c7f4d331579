import { describe, expect, test } from 'vitest'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { createAttendance } from './attendance.ts'
import { followMachine, type KnownBy, type Machine } from './machine.ts'

const MINUTE_MS = 60_000

function atMachine(isAllowed: boolean) {
  const clock = createHandTurnedClock()
  const attendance = createAttendance(clock)
  const knownBy: KnownBy[] = []
  let signs = 0
  attendance.onHere(() => (signs += 1))
  let tell: (isActive: boolean) => void = () => undefined
  const machine: Machine = {
    ask: async () => isAllowed,
    watch: async (onActive) => {
      if (!isAllowed) throw new Error('not allowed')
      tell = onActive
      onActive(true)
    },
  }
  const stop = new AbortController()
  const running = followMachine(
    { machine, attendance, clock, onKnownBy: (by) => knownBy.push(by) },
    stop.signal,
  ).catch(() => 'stopped')
  return { clock, knownBy, signs: () => signs, becomes: (isActive: boolean) => tell(isActive), stop, running }
}

describe('use of the machine', () => {
  test('is a sign of the person each minute while it lasts, wherever on the machine they work', async () => {
    // Complaint 17 of the peers: away although at work in another window.
    const { clock, knownBy, signs, becomes, stop } = atMachine(true)
    await clock.advance(3 * MINUTE_MS)
    expect(knownBy).toEqual(['machine'])
    expect(signs()).toBe(4)
    becomes(false)
    await clock.advance(10 * MINUTE_MS)
    expect(signs()).toBe(4)
    becomes(true)
    await settled()
    expect(signs()).toBe(5)
    stop.abort()
  })

  test('is not known where the browser may not tell: the page says that it goes by itself', async () => {
    const { knownBy, running } = atMachine(false)
    await running
    expect(knownBy).toEqual(['page'])
  })

  test('leaves no timer behind', async () => {
    const { clock, knownBy, stop, running } = atMachine(true)
    await settled()
    stop.abort()
    expect(await running).toBe('stopped')
    expect(knownBy).toEqual(['machine', 'page'])
    expect(clock.sleeping()).toBe(0)
  })
})
