import { describe, expect, test } from 'vitest'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { NO_REASON, UcwaError } from '../ucwa/errors.ts'
import { reportActivity } from './activity.ts'
import { createAttendance } from './attendance.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

function present({ refuses = false, isLurker = false } = {}) {
  const clock = createHandTurnedClock()
  const attendance = createAttendance(clock)
  const startedAtMs = clock.now()
  const reportedAtS: number[] = []
  const stop = new AbortController()
  const client = {
    canReportMyActivity: () => !isLurker,
    reportMyActivity: async () => {
      reportedAtS.push((clock.now() - startedAtMs) / SECOND_MS)
      if (refuses) throw new UcwaError({ kind: 'refused', status: 409, reason: NO_REASON })
    },
  }
  const run = () => reportActivity({ client, clock, attendance }, stop.signal).catch(() => 'stopped')
  return { clock, attendance, reportedAtS, stop, run }
}

describe('my activity', () => {
  test('is reported when I have just come, and not again without a touch', async () => {
    const { clock, attendance, reportedAtS, run, stop } = present()
    attendance.here()
    void run()
    await clock.advance(30 * MINUTE_MS)
    expect(reportedAtS).toEqual([0])
    stop.abort()
  })

  test('is reported at most once a minute, however busily I type', async () => {
    const { clock, attendance, reportedAtS, run, stop } = present()
    attendance.here()
    void run()
    for (let second = 0; second < 180; second += 1) {
      await clock.advance(SECOND_MS)
      attendance.here()
    }
    expect(reportedAtS).toEqual([0, 60, 120, 180])
    stop.abort()
  })

  test('is reported within four minutes of each other while I am active, even now and then', async () => {
    const { clock, attendance, reportedAtS, run, stop } = present()
    attendance.here()
    void run()
    for (let touch = 0; touch < 10; touch += 1) {
      await clock.advance(3 * MINUTE_MS)
      attendance.here()
      await settled()
    }
    const apart = reportedAtS.slice(1).map((atS, index) => atS - (reportedAtS[index] ?? 0))
    expect(Math.max(...apart)).toBeLessThanOrEqual(240)
    stop.abort()
  })

  test('is not reported before there is a sign of me', async () => {
    const { clock, reportedAtS, run, stop } = present()
    void run()
    await clock.advance(10 * MINUTE_MS)
    expect(reportedAtS).toEqual([])
    stop.abort()
  })

  test('is not reported by somebody who only watches', async () => {
    const { clock, attendance, reportedAtS, run, stop } = present({ isLurker: true })
    void run()
    attendance.here()
    await clock.advance(10 * MINUTE_MS)
    expect(reportedAtS).toEqual([])
    stop.abort()
  })

  test('is reported again after the server has refused it once', async () => {
    const { clock, attendance, reportedAtS, run, stop } = present({ refuses: true })
    attendance.here()
    void run()
    await clock.advance(SECOND_MS)
    attendance.here()
    await clock.advance(MINUTE_MS)
    expect(reportedAtS).toEqual([0, 60])
    stop.abort()
  })

  test('leaves no timer behind', async () => {
    const { clock, run, stop } = present()
    const running = run()
    await settled()
    stop.abort()
    expect(await running).toBe('stopped')
    expect(clock.sleeping()).toBe(0)
  })
})
