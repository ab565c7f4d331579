import type { QueryClient } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'
import type { Choice, Publication } from '../session/publication.ts'
import { createPublications } from '../session/publications.ts'
import { aUcwa } from '../testing/a-ucwa.ts'
import { aLocation, aNote, aPresence } from '../testing/examples.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { NO_REASON, UcwaError, type UcwaFailure } from '../ucwa/errors.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'
import { createCache } from './cache.ts'
import { locationQuery } from './location.ts'
import { markStale } from './mark-stale.ts'
import { noteQuery } from './note.ts'
import { presenceQuery } from './presence.ts'
import { publish } from './publish.ts'
import { tellPublications } from './tell-publications.ts'
import { watchable, createWatchedQueries } from './watched-queries.ts'
import type { Writes } from './writes.ts'

const REFUSED: UcwaFailure = { kind: 'refused', status: 403, reason: NO_REASON }
const LOST: UcwaFailure = { kind: 'unreachable', detail: 'reset' }

type Held = { readonly what: string; land(): void; fail(failure: UcwaFailure): void }

/** A server that answers a POST when the test says so, and does what it was asked at that moment, unless it fails. */
async function publishing() {
  const held: Held[] = []
  let availability: 'Online' | 'Busy' | 'Away' | 'DoNotDisturb' = 'Online'
  let message: string | null = null
  let place: string | null = null
  const hold = (what: string, effect: () => void) =>
    new Promise<void>((resolve, reject) => {
      held.push({
        what,
        land: () => {
          effect()
          resolve()
        },
        fail: (failure) => reject(new UcwaError(failure)),
      })
    })
  const ucwa: Pick<Ucwa, 'setPresence' | 'setNote' | 'setLocation'> = {
    setPresence: (wanted) =>
      hold(`presence ${wanted}`, () => {
        if (wanted === 'Busy' || wanted === 'Away' || wanted === 'DoNotDisturb') availability = wanted
      }),
    setNote: (wanted) => hold(`note ${wanted}`, () => (message = wanted)),
    setLocation: (wanted) => hold(`location ${wanted}`, () => (place = wanted)),
  }
  const reads = aUcwa({
    ...ucwa,
    presence: async () => aPresence({ availability }),
    note: async () => aNote({ message }),
    location: async () => aLocation({ location: place }),
  })
  const clock = createHandTurnedClock()
  const shown: string[] = []
  const cache: QueryClient = createCache({ onBug: (bug) => shown.push(String(bug)), isLive: () => true })
  const watched = createWatchedQueries(cache)
  const known = { cache, watched }
  const publications = createPublications({
    clock,
    onChange: (resource, newest: Publication | null) => shown.push(`${resource} ${newest?.state}`),
    readAgain: (resource) => void markStale(known, [[resource]]),
    sendAgain: (choice) => publish(writes, [choice]),
  })
  const writes: Writes = { ...known, ucwa: reads, publications }
  tellPublications(cache, reads, publications)
  watched.keep([
    watchable(presenceQuery(reads)),
    watchable(noteQuery(reads)),
    watchable(locationQuery(reads)),
  ])
  await settled()
  const now = async <T>(act: () => T): Promise<T> => {
    const done = act()
    await settled()
    return done
  }
  return {
    held,
    shown,
    clock,
    choose: (...choices: readonly Choice[]) => now(() => publish(writes, choices)),
    land: () => now(() => held.shift()?.land()),
    fail: (failure: UcwaFailure) => now(() => held.shift()?.fail(failure)),
    serverShows: (next: typeof availability) => (availability = next),
    end: () => {
      publications.clear()
      watched.stop()
      cache.clear()
    },
  }
}

const BUSY: Choice = { resource: 'presence', wanted: 'Busy' }
const AWAY: Choice = { resource: 'presence', wanted: 'Away' }
const NOTE: Choice = { resource: 'note', wanted: 'Back at 2' }

describe('publishing', () => {
  test('is shown at once, and confirmed by the read after the answer', async () => {
    const run = await publishing()
    await run.choose(BUSY)
    expect(run.shown).toEqual(['presence sending'])
    await run.land()
    expect(run.shown).toEqual(['presence sending', 'presence accepted', 'presence confirmed'])
    run.end()
  })

  test('sends one POST at a time, and of the choices that wait the newest alone', async () => {
    const run = await publishing()
    await run.choose(BUSY)
    await run.choose(AWAY)
    await run.choose({ resource: 'presence', wanted: 'DoNotDisturb' })
    expect(run.held.map(({ what }) => what)).toEqual(['presence Busy'])
    await run.land()
    expect(run.held.map(({ what }) => what)).toEqual(['presence DoNotDisturb'])
    await run.land()
    expect(run.shown.at(-1)).toBe('presence confirmed')
    run.end()
  })

  test('takes a refused choice back, with the reason', async () => {
    const run = await publishing()
    await run.choose(BUSY)
    await run.fail(REFUSED)
    expect(run.shown).toEqual(['presence sending', 'presence refused'])
    expect(run.held).toEqual([])
    run.end()
  })

  test('reads when the answer was lost, and sends again only if it did not take', async () => {
    const run = await publishing()
    await run.choose(BUSY)
    await run.fail(LOST)
    expect(run.held.map(({ what }) => what)).toEqual(['presence Busy'])
    await run.land()
    expect(run.shown).toEqual([
      'presence sending',
      'presence doubtful',
      'presence sending',
      'presence accepted',
      'presence confirmed',
    ])
    run.end()
  })

  test('does not send again what took though the answer was lost', async () => {
    const run = await publishing()
    await run.choose(BUSY)
    run.serverShows('Busy')
    await run.fail(LOST)
    expect(run.held).toEqual([])
    expect(run.shown).toEqual(['presence sending', 'presence doubtful', 'presence confirmed'])
    run.end()
  })

  test('of an availability and a note in one action has two outcomes', async () => {
    const run = await publishing()
    await run.choose(BUSY, NOTE)
    expect(run.held.map(({ what }) => what)).toEqual(['presence Busy', 'note Back at 2'])
    await run.fail(REFUSED)
    await run.land()
    expect(run.shown).toContain('presence refused')
    expect(run.shown).toContain('note confirmed')
    run.end()
  })

  test('of a place is confirmed, or refused with the reason, like the others', async () => {
    const run = await publishing()
    await run.choose({ resource: 'location', wanted: 'Copenhagen 4.12' })
    await run.land()
    await run.choose({ resource: 'location', wanted: null })
    await run.fail(REFUSED)
    expect(run.shown).toEqual([
      'location sending',
      'location accepted',
      'location confirmed',
      'location sending',
      'location refused',
    ])
    run.end()
  })

  test('says after 10 s that nothing was heard, and then that the next read shows another', async () => {
    const run = await publishing()
    await run.choose({ resource: 'presence', wanted: 'Offwork' }) // the server has its own idea of it
    await run.land()
    expect(run.shown).toEqual(['presence sending', 'presence accepted'])
    await run.clock.advance(10_000)
    await settled()
    expect(run.shown.slice(2)).toEqual(['presence overdue', 'presence refused'])
    run.end()
  })
})
