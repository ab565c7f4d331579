import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createClock, createHandTurnedClock } from './clock.ts'

describe('a clock turned by hand', () => {
  test('runs what is due in the order of time, then of asking, each at its own time', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.array(fc.nat(20)), (waitsMs, turnsMs) => {
        const clock = createHandTurnedClock(1000)
        const heard: [atMs: number, asked: number][] = []
        waitsMs.forEach((waitMs, asked) => clock.after(waitMs, () => heard.push([clock.now(), asked])))
        for (const turnMs of turnsMs) clock.advance(turnMs)
        const passedMs = turnsMs.reduce((sum, turnMs) => sum + turnMs, 0)
        const due = waitsMs.map((waitMs, asked) => [1000 + waitMs, asked] as const)
        const expected = turnsMs.length === 0 ? [] : due.filter(([atMs]) => atMs <= 1000 + passedMs)
        expect(heard).toEqual(expected.sort(([a, x], [b, y]) => a - b || x - y))
        expect(clock.now()).toBe(1000 + passedMs)
        expect(clock.waiting()).toBe(waitsMs.length - heard.length)
      }),
    ))

  test('runs in the same turn what a callback asks for within it', () => {
    const clock = createHandTurnedClock(0)
    const heardAtMs: number[] = []
    const again = (): void => {
      heardAtMs.push(clock.now())
      if (heardAtMs.length < 3) clock.after(10, again)
    }
    clock.after(10, again)
    clock.advance(100)
    expect(heardAtMs).toEqual([10, 20, 30])
  })

  test('forgets what was cancelled, however often it is re-armed', () => {
    const clock = createHandTurnedClock()
    let timer = clock.after(1000, () => expect.unreachable('cancelled'))
    for (let turn = 0; turn < 10_000; turn += 1) {
      timer.cancel()
      timer = clock.after(1000, () => expect.unreachable('cancelled'))
    }
    expect(clock.waiting()).toBe(1)
    timer.cancel()
    timer.cancel()
    clock.advance(2000)
    expect(clock.waiting()).toBe(0)
  })
})

describe('the real clock', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] }))
  afterEach(() => void vi.useRealTimers())

  test('runs as many times faster as its scale says', () => {
    const clock = createClock(10)
    const startedAtMs = clock.now()
    let heardAtMs: number | null = null
    clock.after(60_000, () => (heardAtMs = clock.now() - startedAtMs))
    vi.advanceTimersByTime(5999)
    expect(heardAtMs).toBeNull()
    vi.advanceTimersByTime(1)
    expect(heardAtMs).toBe(60_000)
  })

  test('shows at first what it is told to', () => {
    const clock = createClock(2, 1000)
    expect(clock.now()).toBe(1000)
    vi.advanceTimersByTime(500)
    expect(clock.now()).toBe(2000)
  })

  test('jumps ahead, with everything on the way at its own time, and goes on from there', () => {
    const clock = createClock()
    const startedAtMs = clock.now()
    const heardAtMs: number[] = []
    for (const waitMs of [7000, 3000, 90_000]) {
      clock.after(waitMs, () => heardAtMs.push(clock.now() - startedAtMs))
    }
    clock.advance(60_000)
    expect(heardAtMs).toEqual([3000, 7000])
    expect(clock.now() - startedAtMs).toBe(60_000)
    vi.advanceTimersByTime(30_000)
    expect(heardAtMs).toEqual([3000, 7000, 90_000])
  })

  test('after a jump, waits only for what is left', () => {
    const clock = createClock()
    let isHeard = false
    clock.after(90_000, () => (isHeard = true))
    clock.advance(60_000)
    vi.advanceTimersByTime(30_000)
    expect(isHeard).toBe(true)
  })

  test('holds one timer of Node at most, and none when nothing waits', () => {
    const clock = createClock()
    const timers = Array.from({ length: 500 }, (_, turn) => clock.after(1000 + turn, () => {}))
    expect(vi.getTimerCount()).toBe(1)
    for (const timer of timers) timer.cancel()
    vi.advanceTimersByTime(1000)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('waits longer than Node can', () => {
    const clock = createClock()
    let isHeard = false
    clock.after(40 * 24 * 3_600_000, () => (isHeard = true))
    vi.advanceTimersByTime(39 * 24 * 3_600_000)
    expect(isHeard).toBe(false)
    vi.advanceTimersByTime(24 * 3_600_000)
    expect(isHeard).toBe(true)
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the scale %d', (scale) => {
    expect(() => createClock(scale)).toThrow(RangeError)
  })
})
