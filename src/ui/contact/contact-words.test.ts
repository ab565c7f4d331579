import { expect, test } from 'vitest'
import type { ContactPresence } from '../../ucwa/contact-presence.ts'
import { NO_REASON } from '../../ucwa/errors.ts'
import { en } from '../words/en/en.ts'
import { rowName } from './row-name.ts'
import { tellingLine } from './telling-line.ts'
import type { KnownPresence } from './telling-line.ts'

const NOW_MS = Date.parse('2026-11-20T10:42:00Z')
const SEVEN_MINUTES_MS = 7 * 60_000
const COLLEAGUE = { isOtherCompany: false, isBlocked: false }

const present = (presence: Partial<ContactPresence>): ContactPresence => ({
  availability: 'Online',
  unknownAvailability: null,
  activity: null,
  deviceType: 'PC',
  lastActiveAtMs: null,
  ...presence,
})
const read = (presence: Partial<ContactPresence>): KnownPresence => ({
  kind: 'read',
  presence: present(presence),
  isStale: false,
  asOfMs: null,
  sinceMs: null,
})
const stale = (presence: Partial<ContactPresence>, asOfMs: number | null = null): KnownPresence => ({
  kind: 'read',
  presence: present(presence),
  isStale: true,
  asOfMs,
  sinceMs: null,
})

test.each<[string, KnownPresence, string]>([
  ['the presence is being read', { kind: 'reading' }, ''],
  ['it has not been read', { kind: 'unread', because: null }, 'Not read yet'],
  [
    'the read failed',
    {
      kind: 'unread',
      because: { kind: 'serverFailed', status: 503, retryAfterMs: 0, reason: NO_REASON },
    },
    'The server did not tell',
  ],
  [
    'the server takes no more subscriptions',
    {
      kind: 'unread',
      because: { kind: 'refused', status: 403, reason: { ...NO_REASON, subcode: 'LimitExceeded' } },
    },
    'The server tells of no more people at once',
  ],
  ['there is none', { kind: 'none' }, 'The server knows no presence for this address'],
  ['nothing is published', read({ availability: 'Unknown' }), 'Not published to you'],
  [
    'the state is unheard of',
    read({ availability: 'Unknown', unknownAvailability: 'Inactive' }),
    'The server names a state this board does not know: Inactive',
  ],
  ['an activity is known', read({ availability: 'Busy', activity: 'on-the-phone' }), 'On the phone'],
  ['an activity is free text', read({ activity: 'Working from home' }), 'Working from home'],
  ['the activity repeats the availability', read({ availability: 'Busy', activity: 'Busy' }), ''],
  ['an activity beats last active', read({ activity: 'presenting', lastActiveAtMs: 1 }), 'Presenting'],
  ['out of office took the word', read({ availability: 'Away', activity: 'out-of-office' }), 'Away'],
  ['only last active is known', read({ lastActiveAtMs: NOW_MS - SEVEN_MINUTES_MS }), 'Last active 7 min ago'],
  ['it was this moment', read({ lastActiveAtMs: NOW_MS }), 'Last active just now'],
  ['it is stale, last active is not told', stale({ lastActiveAtMs: NOW_MS }), ''],
  ['it is stale, the activity stays', stale({ activity: 'on-the-phone' }), 'On the phone'],
])('when %s', (_, known, expected) => {
  expect(tellingLine(en, known, COLLEAGUE, NOW_MS)).toBe(expected)
})

test('when another company did not answer, it is said', () => {
  expect(
    tellingLine(en, { kind: 'unread', because: null }, { ...COLLEAGUE, isOtherCompany: true }, NOW_MS),
  ).toBe('External contact, no answer from their company')
})

test('when the page has seen the change, how long it lasts is told rather than when they were last active', () => {
  const since = (sinceMs: number, isStale = false): KnownPresence => ({
    kind: 'read',
    presence: present({ lastActiveAtMs: NOW_MS }),
    isStale,
    asOfMs: null,
    sinceMs,
  })
  expect(tellingLine(en, since(NOW_MS - SEVEN_MINUTES_MS), COLLEAGUE, NOW_MS)).toBe('for 7 min')
  expect(tellingLine(en, since(NOW_MS - 1000), COLLEAGUE, NOW_MS)).toBe('Last active just now')
  expect(tellingLine(en, since(NOW_MS - SEVEN_MINUTES_MS, true), COLLEAGUE, NOW_MS)).toBe('')
})

test('when I have blocked somebody, that is said first, and then how they are', () => {
  const blocked = { ...COLLEAGUE, isBlocked: true }
  const busy = read({ availability: 'Busy', activity: 'in-a-meeting' })
  expect(tellingLine(en, busy, blocked, NOW_MS)).toBe('Busy')
  expect(rowName(en, { name: 'Dana Birkby', ...blocked }, busy, null, null, NOW_MS, NOW_MS)).toBe(
    'Dana Birkby, Blocked, Busy',
  )
})

test('what was known on another day says of which', () => {
  const yesterday = NOW_MS - 24 * 3_600_000
  const asOf = `as of ${en.moments.at(yesterday, NOW_MS)}`
  const old: KnownPresence = {
    kind: 'read',
    presence: present({}),
    isStale: true,
    asOfMs: yesterday,
    sinceMs: null,
  }
  expect(tellingLine(en, old, COLLEAGUE, NOW_MS)).toBe(asOf)
  expect(rowName(en, dana, old, null, null, NOW_MS, NOW_MS)).toBe(`Dana Birkby, was Available, ${asOf}`)
  expect(asOf).toMatch(/^as of \d+ \w+ \d\d:\d\d$/)
})

const dana = { name: 'Dana Birkby', ...COLLEAGUE }
const drafts = { message: 'Happy to look at drafts before lunch.', type: 'Personal' } as const
const away = { message: 'De retour lundi 23.', type: 'OutOfOffice' } as const
const knownAt = en.moments.clock(NOW_MS)

test.each<[string, KnownPresence, typeof drafts | typeof away | null, string | null, string]>([
  [
    'all is known',
    read({ lastActiveAtMs: NOW_MS }),
    drafts,
    'Copenhagen 4.12',
    'Dana Birkby, Available, Happy to look at drafts before lunch., Copenhagen 4.12',
  ],
  ['nothing is known yet', { kind: 'reading' }, null, null, 'Dana Birkby'],
  [
    'there is an activity',
    read({ availability: 'Busy', activity: 'in-a-meeting' }),
    null,
    null,
    'Dana Birkby, Busy, In a meeting',
  ],
  [
    'they are on a phone',
    read({ deviceType: 'Mobile' }),
    drafts,
    null,
    `Dana Birkby, Available, On a mobile, ${drafts.message}`,
  ],
  [
    'out of office is on in Exchange',
    read({ availability: 'Away', activity: 'out-of-office' }),
    away,
    null,
    'Dana Birkby, Out of office, out-of-office note: De retour lundi 23.',
  ],
  [
    'nothing is published',
    read({ availability: 'Unknown' }),
    null,
    null,
    'Dana Birkby, Unknown, Not published to you',
  ],
  ['it is stale', stale({}), drafts, 'Copenhagen', `Dana Birkby, was Available, as of ${knownAt}`],
])('when %s, the name of the row tells it', (_, known, note, place, expected) => {
  expect(rowName(en, dana, known, note, place, NOW_MS, NOW_MS)).toBe(expected)
})
