import { describe, expect, test } from 'vitest'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { NO_REASON, type UcwaFailure } from '../ucwa/errors.ts'
import { createPatience } from './patience.ts'

const UNREACHABLE: UcwaFailure = { kind: 'unreachable', detail: 'offline' }
const failing = (retryAfterMs: number): UcwaFailure => ({
  kind: 'serverFailed',
  status: 503,
  retryAfterMs,
  reason: NO_REASON,
})

function patience() {
  const clock = createHandTurnedClock()
  const stop = new AbortController()
  const it = createPatience(clock)
  const wait = (failure: UcwaFailure) => {
    const waiting = { isOver: false }
    it.afterFailure(failure, stop.signal).then(
      () => (waiting.isOver = true),
      () => null,
    )
    return waiting
  }
  /** How long that wait lasts, to the second. */
  const lasting = async (failure: UcwaFailure): Promise<number> => {
    const waiting = wait(failure)
    for (let seconds = 0; ; seconds += 1) {
      await settled()
      if (waiting.isOver) return seconds
      await clock.advance(1000)
    }
  }
  return { ...it, clock, stop, wait, lasting }
}

describe('the waits between tries', () => {
  test('grow with each failure, and begin anew once it went well', async () => {
    const { lasting, end } = patience()
    expect([await lasting(UNREACHABLE), await lasting(UNREACHABLE)]).toEqual([1, 2])
    end()
    expect(await lasting(UNREACHABLE)).toBe(1)
  })

  test('end as soon as the server is heard again, and begin anew', async () => {
    const { lasting, wait, tryNow, clock } = patience()
    for (let failures = 0; failures < 40; failures += 1) await lasting(UNREACHABLE)
    const waiting = wait(UNREACHABLE)
    await clock.advance(10_000)
    expect(waiting.isOver).toBe(false)
    tryNow()
    await settled()
    expect(waiting.isOver).toBe(true)
    expect(await lasting(UNREACHABLE)).toBe(1)
  })

  test('last as long as the server asked for, though it is heard again', async () => {
    const { wait, tryNow, clock } = patience()
    const waiting = wait(failing(30_000))
    tryNow()
    await clock.advance(29_999)
    expect(waiting.isOver).toBe(false)
    await clock.advance(1)
    expect(waiting.isOver).toBe(true)
  })

  test('leave no timer behind', async () => {
    const { wait, stop, clock } = patience()
    wait(UNREACHABLE)
    stop.abort()
    await settled()
    expect(clock.sleeping()).toBe(0)
  })
})
