import { describe, expect, test } from 'vitest'
import { unlessAborted } from '../lib/unless-aborted.ts'
import { anExamplePage } from '../testing/example-page.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { failureOf, NO_REASON, type UcwaFailure } from '../ucwa/errors.ts'
import type { Paused } from './channel-state.ts'
import { createWaits } from './pause.ts'

const UNREACHABLE: UcwaFailure = { kind: 'unreachable', detail: 'offline' }
const FAILED: UcwaFailure = { kind: 'serverFailed', status: 503, retryAfterMs: 0, reason: NO_REASON }

const aPause = (because: UcwaFailure, failures = 1, atLeastMs = 0): Paused => ({
  kind: 'paused',
  retry: { kind: 'opening', failures, because, isLocated: false },
  because,
  atLeastMs,
})

function waiting(chance = 0.5) {
  const clock = createHandTurnedClock()
  const page = anExamplePage()
  const nextTries: (number | null)[] = []
  const stop = new AbortController()
  // While the computer sleeps, the time of day goes on and timers stand still.
  let asleepMs = 0
  const slept = (ms: number) => {
    asleepMs += ms
  }
  const ofDay = { now: () => clock.now() + asleepMs, sleep: clock.sleep }
  const outage: { sinceMs: number | null } = { sinceMs: null }
  const waits = createWaits(
    { clock: ofDay, random: () => chance, page },
    {
      sinceMs: () => outage.sinceMs,
      onNextTry: (atMs) => nextTries.push(atMs === null ? null : atMs - ofDay.now()),
    },
  )
  const watching = waits.watch(stop.signal).catch(() => 'stopped')
  const pause = (paused: Paused) => {
    const it = { isOver: false }
    void waits.pause(paused, stop.signal).then(
      () => (it.isOver = true),
      () => null,
    )
    return it
  }
  return { clock, slept, page, outage, nextTries, stop, waits, watching, pause }
}

describe('a pause', () => {
  test('lasts anything up to its spread, and says when it will end', async () => {
    const { clock, nextTries, pause, stop } = waiting(0.5)
    const it = pause(aPause(FAILED, 3))
    expect(nextTries).toEqual([1_000])
    await clock.advance(999)
    expect(it.isOver).toBe(false)
    await clock.advance(1)
    expect(it.isOver).toBe(true)
    expect(nextTries).toEqual([1_000, null])
    stop.abort()
  })

  test.each([
    ['ten seconds', 10_000, 2_000],
    ['two minutes', 120_000, 15_000],
    ['all night', 8 * 3_600_000, 60_000],
  ])(
    'after an outage of %s is spread over an eighth of it, two seconds at least, a minute at most',
    (...row) => {
      const [, lastedMs, spreadMs] = row
      const { clock, outage, nextTries, pause, stop } = waiting(0.5)
      outage.sinceMs = clock.now() - lastedMs
      pause(aPause(FAILED, 30))
      expect(nextTries).toEqual([spreadMs / 2])
      stop.abort()
    },
  )

  test('waits as long as the server asked for, and its spread on top', () => {
    const { nextTries, pause, stop } = waiting(0.5)
    pause(aPause(FAILED, 1, 30_000))
    expect(nextTries).toEqual([30_500])
    stop.abort()
  })

  test.each<[string, UcwaFailure, number, boolean]>([
    ['ends as soon as the network is back, when there was no reply', UNREACHABLE, 0, true],
    ['ends as soon as the network is back, when the server failed and named no time', FAILED, 0, true],
    ['goes on when the server named a time: our waking is no news to it', FAILED, 30_000, false],
  ])('%s', async (_, because, atLeastMs, isOver) => {
    const { page, pause, stop } = waiting()
    page.becomes({ isOnline: false })
    const it = pause(aPause(because, 6, atLeastMs))
    page.becomes({ isOnline: true })
    await settled()
    expect(it.isOver).toBe(isOver)
    stop.abort()
  })

  test('ends when the page comes into sight, when there was no reply', async () => {
    const { page, pause, stop } = waiting()
    page.becomes({ isVisible: false })
    const it = pause(aPause(UNREACHABLE, 6))
    page.becomes({ isVisible: true })
    await settled()
    expect(it.isOver).toBe(true)
    stop.abort()
  })

  test('goes on when the page is merely looked at, while the server itself is failing', async () => {
    const { page, pause, stop } = waiting()
    page.becomes({ isVisible: false })
    const it = pause(aPause(FAILED, 6))
    page.becomes({ isVisible: true })
    await settled()
    expect(it.isOver).toBe(false)
    stop.abort()
  })

  test('ends when the person asks, whatever the failure was', async () => {
    const { waits, pause, stop } = waiting()
    const it = pause(aPause(FAILED, 6))
    waits.tryNow()
    await settled()
    expect(it.isOver).toBe(true)
    stop.abort()
  })

  test('leaves no timer behind once it is told to stop', async () => {
    const { clock, stop, pause, watching } = waiting()
    pause(aPause(FAILED, 6))
    stop.abort()
    await settled()
    expect(clock.sleeping()).toBe(0)
    expect(await watching).toBe('stopped')
  })
})

describe('a poll', () => {
  const pollIn = (world: ReturnType<typeof waiting>) => {
    const it: { outcome: string | null } = { outcome: null }
    const silent = (signal: AbortSignal) =>
      new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    void world.waits.unlessWoken(silent, world.stop.signal).catch((error: unknown) => {
      it.outcome = failureOf(error)?.kind ?? 'stopped'
    })
    return it
  }

  test('is given up for dead when the computer has slept, and the pause after it ends at once', async () => {
    const world = waiting()
    const it = pollIn(world)
    await settled()
    world.slept(10 * 60_000)
    await world.clock.advance(2_000) // complaint 1 of the peers: stale after sleep until one signs out
    expect(it.outcome).toBe('unreachable')
    const pause = world.pause(aPause(UNREACHABLE, 6))
    await settled()
    expect(pause.isOver).toBe(true)
    world.stop.abort()
  })

  test('is given up for dead when the network goes, and the pause after it lasts', async () => {
    const world = waiting()
    const it = pollIn(world)
    world.page.becomes({ isOnline: false })
    await settled()
    expect(it.outcome).toBe('unreachable')
    const pause = world.pause(aPause(UNREACHABLE, 6))
    await settled()
    expect(pause.isOver).toBe(false)
    world.stop.abort()
  })

  test('outlives a glance at another tab', async () => {
    const world = waiting()
    const it = pollIn(world)
    world.page.becomes({ isVisible: false })
    await world.clock.advance(20_000)
    world.page.becomes({ isVisible: true })
    await settled()
    expect(it.outcome).toBe(null)
    world.stop.abort()
  })

  test('is given up for dead when the computer slept out of sight, as soon as it is looked at', async () => {
    const world = waiting()
    const it = pollIn(world)
    world.page.becomes({ isVisible: false })
    await world.clock.advance(10_000)
    world.slept(30_000)
    world.page.becomes({ isVisible: true })
    await settled()
    expect(it.outcome).toBe('unreachable')
    world.stop.abort()
  })

  test('is given up for dead when the page was long out of sight', async () => {
    const world = waiting()
    const it = pollIn(world)
    world.page.becomes({ isVisible: false })
    await world.clock.advance(5 * 60_000)
    world.page.becomes({ isVisible: true })
    await settled()
    expect(it.outcome).toBe('unreachable')
    world.stop.abort()
  })
})

test('a poll that is doubted is given up, and asked again at once', async () => {
  const { waits, pause, stop } = waiting()
  const polled = waits
    .unlessWoken((signal) => unlessAborted(new Promise<never>(() => undefined), signal), stop.signal)
    .catch(failureOf)
  waits.doubt()
  expect(await polled).toMatchObject({ kind: 'unreachable' })
  const it = pause(aPause(UNREACHABLE))
  await settled()
  expect(it.isOver).toBe(true)
  stop.abort()
})
