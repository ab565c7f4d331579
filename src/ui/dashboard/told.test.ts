import { expect, test } from 'vitest'
import type { ChannelView, Connection } from '../../state/channel-store.ts'
import { NOTHING_HEARD } from '../../state/channel-store.ts'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import { NO_REASON } from '../../ucwa/errors.ts'
import { en } from '../words/en/en.ts'
import { toldOf } from './told.ts'

const NOW_MS = Date.parse('2026-11-20T10:42:30Z')
const KNOWN_AT_MS = Date.parse('2026-11-20T10:42:00Z')
const known = en.moments.clock(KNOWN_AT_MS)

const failing = (status: number): UcwaFailure => ({
  kind: 'serverFailed',
  status,
  retryAfterMs: 0,
  reason: { ...NO_REASON, server: 'lync-fe02' },
})
const since = (agoMs: number, connection: Connection): ChannelView => ({
  ...NOTHING_HEARD,
  connection,
  notLiveSinceMs: NOW_MS - agoMs,
  knownAtMs: KNOWN_AT_MS,
})
const reconnecting = (nextTryAtMs: number | null, because = failing(503)): Connection => ({
  kind: 'reconnecting',
  nextTryAtMs,
  because,
})

test.each<[string, ChannelView, string | null, string | null, string | null]>([
  ['it is live', { ...NOTHING_HEARD, connection: { kind: 'live' } }, null, null, null],
  ['it broke two seconds ago', since(2_000, reconnecting(null)), null, null, null],
  [
    'it broke three seconds ago',
    since(3_000, reconnecting(NOW_MS + 11_400)),
    `Not live. This is what was known at ${known}.`,
    'The server does not answer (503, lync-fe02). Next try in 12 seconds.',
    'tryNow',
  ],
  [
    'one second is left',
    since(9_000, reconnecting(NOW_MS + 900, { kind: 'unreachable', detail: '' })),
    `Not live. This is what was known at ${known}.`,
    'The server does not answer. Next try in 1 second.',
    'tryNow',
  ],
  [
    'a try is under way',
    since(9_000, reconnecting(null, { kind: 'unreachable', detail: '' })),
    `Not live. This is what was known at ${known}.`,
    'The server does not answer. Trying now.',
    null,
  ],
  [
    'the server asks for a pause',
    since(9_000, reconnecting(NOW_MS + 20_000, failing(429))),
    `Not live. This is what was known at ${known}.`,
    'The server asked for a pause. Going on in 20 seconds.',
    'tryNow',
  ],
  [
    'the network is gone',
    since(9_000, { kind: 'offline' }),
    `This computer is offline. This is what was known at ${known}.`,
    'The board goes on when the network is back.',
    null,
  ],
  [
    'somebody else polls',
    since(0, { kind: 'elsewhere' }),
    'This board goes on somewhere else.',
    null,
    'useHere',
  ],
  [
    'the sign-in has ended',
    since(0, { kind: 'signedOut' }),
    'You are signed out.',
    'Your sign-in has ended. Sign in to go on; your half-written note is kept.',
    'signIn',
  ],
  [
    'it stopped for good',
    since(0, {
      kind: 'failed',
      because: {
        ...failing(410),
        kind: 'refused',
        status: 410,
        reason: { ...NO_REASON, subcode: 'TooManyApplications' },
      },
    }),
    'The board stopped.',
    'The server answered 410: TooManyApplications',
    'startAgain',
  ],
])('when %s', (_, view, title, text, action) => {
  const told = toldOf(view, NOW_MS, en)
  expect([told?.title ?? null, told?.text ?? null, told?.action ?? null]).toEqual([title, text, action])
})
