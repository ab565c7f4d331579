import { describe, expect, test } from 'vitest'
import { anEvent, anEventLink, anHref, aPresence } from '../testing/examples.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import type { PreferredAvailability } from '../ucwa/availability.ts'
import { NO_REASON, UcwaError } from '../ucwa/errors.ts'
import { createAppearance } from './appearance.ts'
import { createAttendance } from './attendance.ts'
import type { Publication } from './publication.ts'

const MINUTE_MS = 60_000

function somebody(wanted: 'shown' | 'watching' = 'shown', mayShow = true) {
  const clock = createHandTurnedClock()
  const attendance = createAttendance(clock)
  const server = { isAvailable: false, hasApplication: true, refuses: false }
  const shownAs: (PreferredAvailability | null)[] = []
  const bugs: unknown[] = []
  const book = createAppearance({
    mayShow: () => mayShow,
    attendance,
    client: {
      canReportMyActivity: () => server.isAvailable,
      applicationHref: () => (server.hasApplication ? anHref() : null),
      showMe: async (as) => {
        if (server.refuses) throw new UcwaError({ kind: 'refused', status: 403, reason: NO_REASON })
        server.isAvailable = true
        shownAs.push(as)
      },
    },
    onChange: () => undefined,
    onShown: () => undefined,
    onBug: (bug) => bugs.push(bug),
  })
  const stop = new AbortController()
  attendance.here()
  book.begin(wanted)
  book.keep(stop.signal)
  return { clock, attendance, server, shownAs, bugs, book, stop }
}

const published = (wanted: PreferredAvailability | null, state: Publication['state']): Publication => ({
  choice: { resource: 'presence', wanted },
  state,
  failure: null,
  beganAtMs: 0,
})

describe('a screen on a wall', () => {
  test('shows nobody, though another tab of theirs wants them to be seen, and somebody touches it', async () => {
    const { book, attendance, shownAs } = somebody('watching', false)
    book.told('shown', 'Busy')
    expect(book.now()).toEqual({ kind: 'watching' })
    attendance.here()
    await settled()
    expect(shownAs).toEqual([])
  })
})

// Complaint 3 of the peers: one's own status is stuck at "away" after a reconnect.
describe('a new application', () => {
  test('makes who is there available again as they had chosen', () => {
    const { book } = somebody()
    expect(book.now()).toEqual({ kind: 'shown', as: null })
    book.published(published('Busy', 'sending'))
    expect(book.now()).toEqual({ kind: 'shown', as: null })
    book.published(published('Busy', 'accepted'))
    expect(book.now()).toEqual({ kind: 'shown', as: 'Busy' })
    book.published(published(null, 'confirmed'))
    expect(book.now()).toEqual({ kind: 'shown', as: null })
  })

  test('takes the last word of another client for theirs', () => {
    const { book } = somebody()
    book.published(published('Busy', 'confirmed'))
    book.presenceRead(aPresence({ availability: 'Busy' }))
    expect(book.now()).toEqual({ kind: 'shown', as: 'Busy' })
    book.presenceRead(null) // not read as a lurker
    expect(book.now()).toEqual({ kind: 'shown', as: 'Busy' })
    book.presenceRead(aPresence({ availability: 'BeRightBack' }))
    expect(book.now()).toEqual({ kind: 'shown', as: null })
  })

  test.each([
    ['idling', aPresence({ availability: 'IdleBusy' })],
    ['being away', aPresence({ availability: 'Away' })],
    ['a presentation', aPresence({ availability: 'DoNotDisturb', activity: 'presenting' })],
  ])('does not take %s for the last word of another client', (_, found) => {
    const { book } = somebody()
    book.published(published('Busy', 'confirmed'))
    book.presenceRead(found)
    expect(book.now()).toEqual({ kind: 'shown', as: 'Busy' })
  })

  test('shows nobody at three in the morning: who is absent is shown at their next touch, as they had chosen', async () => {
    const { clock, attendance, server, shownAs, book } = somebody()
    book.published(published('Busy', 'confirmed'))
    await clock.advance(6 * MINUTE_MS)
    expect(book.now()).toEqual({ kind: 'watching' })
    server.isAvailable = false
    expect(shownAs).toEqual([])
    attendance.here()
    await settled()
    attendance.here()
    await settled()
    expect(shownAs).toEqual(['Busy']) // once
  })

  test('shows nobody who only watches, however they touch the page', async () => {
    const { attendance, shownAs, book } = somebody('watching')
    attendance.here()
    await settled()
    expect(book.now()).toEqual({ kind: 'watching' })
    expect(shownAs).toEqual([])
  })

  test('is waited for when there is none', async () => {
    const { attendance, server, shownAs } = somebody()
    server.hasApplication = false
    attendance.here()
    await settled()
    expect(shownAs).toEqual([])
  })

  test('is asked again at the next touch when the server refused', async () => {
    const { attendance, server, shownAs, bugs } = somebody()
    server.refuses = true
    attendance.here()
    await settled()
    server.refuses = false
    attendance.here()
    await settled()
    expect(shownAs).toEqual([null])
    expect(bugs).toEqual([])
  })
})

describe('who has only watched', () => {
  test('is shown when they ask, and hidden again from the next application on', async () => {
    const { book, shownAs, stop } = somebody('watching')
    await book.show(stop.signal)
    expect(shownAs).toEqual([null])
    expect(book.now()).toEqual({ kind: 'shown', as: null })
    book.watch()
    expect(book.now()).toEqual({ kind: 'watching' })
  })

  test.each([
    ['deleted', 'watching'],
    ['added', 'shown'],
  ] as const)('is so by the server’s word as well: presence %s means %s', (type, kind) => {
    const { book } = somebody(kind === 'watching' ? 'shown' : 'watching')
    const said = anEvent({ target: anEventLink('presence'), type })
    expect(book.heard([anEvent({ target: anEventLink('presence') })])).toBe(false)
    expect(book.heard([said])).toBe(true)
    expect(book.wanted()).toBe(kind)
    expect(book.heard([said])).toBe(false)
  })
})
