import { describe, expect, test } from 'vitest'
import { listeningTo, openingAfresh, type ChannelState } from '../session/channel-state.ts'
import { anHref } from '../testing/examples.ts'
import { NO_REASON, type UcwaFailure } from '../ucwa/errors.ts'
import { connectionOf, NOTHING_HEARD, withConnection, withGap, type Connection } from './channel-store.ts'
import { isDrawnStale } from './drawn-stale.ts'

const FAILED: UcwaFailure = { kind: 'serverFailed', status: 503, retryAfterMs: 0, reason: NO_REASON }
const REFUSED = { kind: 'refused', status: 410, reason: NO_REASON } as const
const opening = (because: UcwaFailure | null): ChannelState => ({ ...openingAfresh(), because })
const listening = listeningTo(anHref())
const unproven: ChannelState = { ...listening, failures: 2, isProven: false }
const checking = {
  kind: 'checking',
  next: anHref(),
  failures: 1,
  because: FAILED,
  wasReplaced: false,
} as const
const locating: ChannelState = { kind: 'locating', unmoved: checking, failures: 3, because: FAILED }
const paused: ChannelState = { kind: 'paused', retry: checking, because: FAILED, atLeastMs: 0 }

const LIVE: Connection = { kind: 'live' }
const BROKEN: Connection = { kind: 'reconnecting', nextTryAtMs: null, because: FAILED }

describe('the connection as a person would tell it', () => {
  test.each<[string, ChannelState, boolean, Connection]>([
    ['it opens for the first time', opening(null), true, { kind: 'connecting' }],
    ['it opens again after a failure', opening(FAILED), true, BROKEN],
    ['it listens', listening, true, LIVE],
    ['it waits for the next try', paused, true, { kind: 'reconnecting', nextTryAtMs: 42, because: FAILED }],
    ['it looks whether the server is back', checking, true, BROKEN],
    ['it listens to a network that is gone', listening, false, { kind: 'offline' }],
    ['it waits without a network', paused, false, { kind: 'offline' }],
    ['somebody else has the channel', { kind: 'elsewhere' }, true, { kind: 'elsewhere' }],
    ['polls fail though checks succeed', unproven, true, { ...BROKEN, because: expect.anything() }],
    ['it asks where the pool is now', locating, true, BROKEN],
    ['the sign-in has ended', { kind: 'lockedOut' }, true, { kind: 'signedOut' }],
    ['there is no hope left', { kind: 'ended', why: REFUSED }, true, { kind: 'failed', because: REFUSED }],
  ])('when %s', (_, state, isOnline, connection) => {
    expect(connectionOf(state, isOnline, 42)).toEqual(connection)
  })
})

describe('what is drawn as stale', () => {
  const live = withConnection(NOTHING_HEARD, LIVE, 10_000, true)

  test('nothing, while it is live', () => {
    expect(isDrawnStale(live, 99_000, 10_500)).toBe(false)
  })

  test('everything, once it has not been live for 3 s', () => {
    const broken = withConnection(live, BROKEN, 20_000, false)
    expect(isDrawnStale(broken, 22_999, 15_000)).toBe(false)
    expect(isDrawnStale(broken, 23_000, 15_000)).toBe(true)
  })

  test('counts from the first failure, however many follow', () => {
    const broken = withConnection(live, BROKEN, 20_000, false)
    const still = withConnection(broken, { kind: 'offline' }, 22_000, false)
    expect(isDrawnStale(still, 23_000, 15_000)).toBe(true)
  })

  test('says what was known when the server was last heard', () => {
    const broken = withConnection(live, BROKEN, 20_000, false)
    expect(broken.knownAtMs).toBe(10_000)
  })

  test('after an outage with a gap, each value until its own read has landed', () => {
    const broken = withConnection(live, BROKEN, 20_000, false)
    const back = withConnection(withGap(broken, 60_000), LIVE, 60_001, true)
    expect(isDrawnStale(back, 60_100, 15_000)).toBe(true)
    expect(isDrawnStale(back, 60_100, 60_050)).toBe(false)
  })

  test('after a gap with no outage, nothing for 3 s', () => {
    const gapped = withGap(live, 60_000)
    expect(isDrawnStale(gapped, 62_999, 15_000)).toBe(false)
    expect(isDrawnStale(gapped, 63_000, 15_000)).toBe(true)
  })

  test('after an outage without a gap, nothing: what happened meanwhile is heard now', () => {
    const back = withConnection(withConnection(live, BROKEN, 20_000, false), LIVE, 60_000, true)
    expect(isDrawnStale(back, 60_100, 15_000)).toBe(false)
  })
})
