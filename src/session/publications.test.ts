import { describe, expect, test } from 'vitest'
import { anEvent, anEventLink, aPresence } from '../testing/examples.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { NO_REASON, type UcwaFailure } from '../ucwa/errors.ts'
import type { Choice, Resource } from './publication.ts'
import { createPublications } from './publications.ts'

const LOST: UcwaFailure = { kind: 'unreachable', detail: 'reset' }
const REFUSED: UcwaFailure = { kind: 'refused', status: 403, reason: NO_REASON }
const BUSY: Choice = { resource: 'presence', wanted: 'Busy' }

describe('the newest publications', () => {
  function book() {
    const clock = createHandTurnedClock()
    const shown: string[] = []
    const asked: string[] = []
    const publications = createPublications({
      clock,
      onChange: (resource, newest) => shown.push(`${resource} ${newest?.state ?? 'none'}`),
      readAgain: (resource: Resource) => asked.push(`read ${resource}`),
      sendAgain: (choice) => asked.push(`send ${choice.wanted}`),
    })
    return { clock, shown, asked, publications }
  }
  const presenceEvent = anEvent({ target: anEventLink('presence') })

  test('are shown from the click to the server’s word', () => {
    const { publications, shown } = book()
    publications.begin(BUSY)
    publications.accepted(BUSY)
    publications.heard([presenceEvent])
    publications.readBegan('presence')
    publications.read({ resource: 'presence', value: aPresence({ availability: 'Busy' }) })
    publications.clear()
    expect(shown).toEqual(['presence sending', 'presence accepted', 'presence confirmed', 'presence none'])
  })

  test('do not mind what becomes of a choice that a newer one has replaced', () => {
    const { publications, shown } = book()
    const away: Choice = { resource: 'presence', wanted: 'Away' }
    publications.begin(BUSY)
    publications.begin(away)
    publications.accepted(BUSY)
    publications.failed(BUSY, REFUSED)
    expect(publications.isNewest(BUSY)).toBe(false)
    expect(publications.isNewest(away)).toBe(true)
    expect(shown).toEqual(['presence sending', 'presence sending'])
  })

  test('stand apart: a note may be refused while an availability is confirmed', () => {
    const { publications, shown } = book()
    const note: Choice = { resource: 'note', wanted: 'x' }
    publications.begin(BUSY)
    publications.begin(note)
    publications.failed(note, REFUSED)
    publications.accepted(BUSY)
    publications.readBegan('presence')
    publications.read({ resource: 'presence', value: aPresence({ availability: 'Busy' }) })
    publications.clear()
    expect(shown.slice(2, 5)).toEqual(['note refused', 'presence accepted', 'presence confirmed'])
  })

  test('ask for a read when nothing is heard for 10 s', async () => {
    const { clock, publications, asked, shown } = book()
    publications.begin(BUSY)
    publications.accepted(BUSY)
    await clock.advance(9_999)
    expect(asked).toEqual([])
    await clock.advance(1)
    expect(asked).toEqual(['read presence'])
    expect(shown.at(-1)).toBe('presence overdue')
  })

  test('ask for a read once more when the one that should decide is refused', async () => {
    const { clock, publications, asked } = book()
    publications.begin(BUSY)
    publications.accepted(BUSY)
    await clock.advance(10_000)
    publications.readBegan('presence')
    publications.readFailed('presence', REFUSED)
    await clock.advance(9_999)
    expect(asked).toEqual(['read presence'])
    await clock.advance(1)
    expect(asked).toEqual(['read presence', 'read presence'])
    expect(clock.sleeping()).toBe(0)
  })

  test('are sent again when the answer was lost and the read shows that it did not take', () => {
    const { publications, asked, shown } = book()
    publications.begin(BUSY)
    publications.failed(BUSY, LOST)
    publications.readBegan('presence')
    publications.read({ resource: 'presence', value: aPresence({ availability: 'Online' }) })
    expect(asked).toEqual(['send Busy'])
    publications.begin(BUSY)
    expect(shown).toEqual(['presence sending', 'presence doubtful', 'presence sending'])
  })

  test('are forgotten with the person, and leave no timer behind', async () => {
    const { clock, publications, asked } = book()
    publications.begin(BUSY)
    publications.accepted(BUSY)
    publications.clear()
    await settled()
    expect(clock.sleeping()).toBe(0)
    await clock.advance(60_000)
    expect(asked).toEqual([])
  })
})
