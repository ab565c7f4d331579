import { expect, test } from 'vitest'
import { NOTHING_HEARD, type ChannelView } from './channel-store.ts'
import { ownAgeMs } from './drawn-stale.ts'

const LIVE: ChannelView = { ...NOTHING_HEARD, connection: { kind: 'live' }, gapAtMs: 1_000 }
const OUT: ChannelView = { ...LIVE, connection: { kind: 'offline' }, notLiveSinceMs: 50_000 }

test.each<[string, ChannelView, number, number, number | null]>([
  ['the page is live, and this alone is in doubt', LIVE, 60_000, 55_000, 55_000],
  ['a gap has just ended, and everything is read again', { ...LIVE, gapAtMs: 59_000 }, 60_000, 40_000, null],
  [
    'a gap has ended a while ago, and this was not read',
    { ...LIVE, gapAtMs: 57_000 },
    60_000,
    40_000,
    40_000,
  ],
  ['the band says it', OUT, 60_000, 50_000, null],
  ['it was in doubt before what the band tells', OUT, 60_000, 40_000, 40_000],
])('the age of what is in doubt is told, when %s', (_, view, nowMs, doubtedSinceMs, expected) => {
  expect(ownAgeMs(view, nowMs, doubtedSinceMs)).toBe(expected)
})
