import { describe, expect, test } from 'vitest'
import { aNote, aPresence } from '../testing/examples.ts'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import type { Availability } from '../ucwa/availability.ts'
import { createEndings, NO_ENDINGS, type EndingChoice, type Endings } from './endings.ts'
import type { Choice, Found, Publication } from './publication.ts'
import { TAKE_BACK_AGAIN_MS } from './timing.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const publication = (choice: Choice, state: Publication['state']): Publication => ({
  choice,
  state,
  failure: null,
  beganAtMs: 0,
})
const shown = (availability: Availability, activity: string | null = null): Found => ({
  resource: 'presence',
  value: aPresence({ availability, activity }),
})
const noted = (message: string | null): Found => ({ resource: 'note', value: aNote({ message }) })

/** A page on which somebody has chosen "Busy until in an hour", and a note until then. */
function page(kept: Endings = NO_ENDINGS) {
  const clock = createHandTurnedClock(0)
  const published: Choice[] = []
  let seen = NO_ENDINGS
  const book = createEndings({
    clock,
    publish: (choices) => published.push(...choices),
    onChange: (endings) => (seen = endings),
  })
  book.begin(kept)
  const choose = (choice: EndingChoice, atMs: number): void => {
    book.plan(choice, atMs)
    book.published(publication(choice, 'sending'))
    book.published(publication(choice, 'confirmed'))
  }
  /** What becomes of the newest that the book has published itself. */
  const becomes = (state: Publication['state']): void => {
    const choice = published.at(-1)
    if (choice !== undefined) book.published(publication(choice, state))
  }
  return { clock, published, book, choose, becomes, endings: () => seen }
}
const BUSY: EndingChoice = { resource: 'presence', wanted: 'Busy' }
const LUNCH: EndingChoice = { resource: 'note', wanted: 'At lunch' }

describe('a choice with an end', () => {
  test('is taken back then, and not before', async () => {
    const { clock, published, book, choose, becomes, endings } = page()
    choose(BUSY, HOUR_MS)
    book.read(shown('Busy'))
    await clock.advance(HOUR_MS - 1)
    book.check()
    expect(published).toEqual([])
    await clock.advance(1)
    book.check()
    book.check()
    expect(published).toEqual([{ resource: 'presence', wanted: null }])
    becomes('sending')
    becomes('accepted')
    expect(endings().planned).toHaveLength(1)
    becomes('confirmed')
    expect(endings()).toEqual(NO_ENDINGS)
  })

  test('is kept until the server has confirmed that it is over: the page may close before', async () => {
    const { clock, book, choose, becomes, endings } = page()
    choose(BUSY, HOUR_MS)
    book.read(shown('Busy'))
    await clock.advance(HOUR_MS)
    book.check()
    becomes('accepted')
    const next = page(endings())
    await next.clock.advance(HOUR_MS)
    next.book.read(shown('Busy'))
    next.book.check()
    expect(next.published).toEqual([{ resource: 'presence', wanted: null }])
  })

  test('is tried again after a while when the server refuses to take it back', async () => {
    const { clock, published, book, choose, becomes, endings } = page()
    choose(BUSY, HOUR_MS)
    book.read(shown('Busy'))
    await clock.advance(HOUR_MS)
    book.check()
    becomes('refused')
    expect(endings().planned).toHaveLength(1)
    await clock.advance(TAKE_BACK_AGAIN_MS - 1)
    book.check()
    expect(published).toHaveLength(1)
    await clock.advance(1)
    book.check()
    expect(published).toHaveLength(2)
  })

  test('is over when something is chosen while it is being taken back', async () => {
    const { clock, published, book, choose, becomes, endings } = page()
    choose(BUSY, HOUR_MS)
    book.read(shown('Busy'))
    await clock.advance(HOUR_MS)
    book.check()
    becomes('sending')
    book.published(publication({ resource: 'presence', wanted: 'DoNotDisturb' }, 'sending'))
    expect(endings()).toEqual(NO_ENDINGS)
    expect(published).toHaveLength(1)
  })

  test('is not ended by an earlier one that was still being taken back', async () => {
    const { clock, book, choose, becomes, endings } = page()
    choose(BUSY, HOUR_MS)
    book.read(shown('Busy'))
    await clock.advance(HOUR_MS)
    book.check()
    const other = { planned: [{ choice: { ...BUSY }, fromMs: HOUR_MS, atMs: 2 * HOUR_MS }], late: [] }
    book.told(other) // another tab
    becomes('confirmed')
    expect(endings()).toEqual(other)
  })

  test.each<[string, Publication['state'], number]>([
    ['keeps its end when it is sent again', 'sending', 1],
    ['loses its end when it is refused', 'refused', 0],
  ])('%s, though another tab has told of it meanwhile, in words of its own', (_, state, left) => {
    const { book, endings } = page()
    book.plan(BUSY, HOUR_MS)
    book.published(publication(BUSY, 'sending'))
    book.published(publication(BUSY, 'doubtful'))
    book.told(structuredClone(endings()))
    book.published(publication(BUSY, state))
    expect(endings().planned).toHaveLength(left)
    expect(book.endOfRefused(BUSY)).toBe(state === 'refused' ? HOUR_MS : null)
  })

  test('stands apart for availability and note', async () => {
    const { clock, published, book, choose, becomes, endings } = page()
    choose(BUSY, HOUR_MS)
    choose(LUNCH, HOUR_MS / 2)
    book.read(shown('Busy'))
    book.read(noted('At lunch'))
    await clock.advance(HOUR_MS / 2)
    book.check()
    expect(published).toEqual([{ resource: 'note', wanted: null }])
    becomes('confirmed')
    expect(endings().planned.map(({ choice }) => choice)).toEqual([BUSY])
  })

  test.each<[string, (book: ReturnType<typeof page>['book']) => void]>([
    ['something else is chosen', (book) => book.published(publication({ ...BUSY }, 'sending'))],
    ['it is refused', (book) => book.published(publication(BUSY, 'refused'))],
    ['something is set at another device', (book) => book.setElsewhere('presence')],
  ])('loses its end when %s', (_, happens) => {
    const { book, choose, endings } = page()
    choose(BUSY, HOUR_MS)
    happens(book)
    expect(endings()).toEqual(NO_ENDINGS)
  })

  test.each<[string, Found]>([
    ['it holds no longer', shown('DoNotDisturb')],
    ['it was reset', shown('Online')],
    ['it was reset, and they are idle', shown('IdleOnline')],
    ['they are off work', shown('Away', 'off-work')],
  ])('is left alone when %s', async (_, found) => {
    const { clock, published, book, choose, endings } = page()
    choose(BUSY, HOUR_MS)
    await clock.advance(HOUR_MS)
    book.read(found)
    book.check()
    expect(published).toEqual([])
    expect(endings()).toEqual(NO_ENDINGS)
  })

  test.each<[string, EndingChoice, Found]>([
    ['Busy, and they are idle', BUSY, shown('IdleBusy')],
    ['Available, and they are idle', { resource: 'presence', wanted: 'Online' }, shown('IdleOnline')],
    ['hidden by a presentation', BUSY, shown('DoNotDisturb', 'presenting')],
    ['hidden by a call', { resource: 'presence', wanted: 'Online' }, shown('Busy', 'on-the-phone')],
    ['hidden since all their devices are idle', BUSY, shown('Away')],
  ])('is taken back all the same when it is %s', async (_, choice, found) => {
    const { clock, published, book, choose } = page()
    choose(choice, HOUR_MS)
    book.read(found)
    await clock.advance(HOUR_MS)
    book.check()
    expect(published).toEqual([{ resource: 'presence', wanted: null }])
  })

  test('waits for a read, and for one that is newer than a gap', async () => {
    const { clock, published, book, choose } = page()
    choose(BUSY, HOUR_MS)
    book.read(shown('Busy'))
    book.gap()
    await clock.advance(HOUR_MS)
    book.check()
    expect(published).toEqual([])
    book.read(shown('Busy'))
    book.check()
    expect(published).toHaveLength(1)
  })
})

describe('an end that came while no page was open', () => {
  const kept: Endings = { planned: [{ choice: BUSY, fromMs: 0, atMs: HOUR_MS }], late: [] }

  test('is made good by the next page, which says so until it is read', async () => {
    const { clock, published, book, becomes, endings } = page(kept)
    await clock.advance(3 * HOUR_MS)
    book.read(shown('Busy'))
    book.check()
    expect(published).toEqual([{ resource: 'presence', wanted: null }])
    becomes('confirmed')
    expect(endings()).toEqual({ planned: [], late: kept.planned })
    book.dismissLate()
    expect(endings()).toEqual(NO_ENDINGS)
  })

  test('is not made good after a day: Busy is the server’s to drop by then, and set anew since', async () => {
    const { clock, published, book, endings } = page(kept)
    await clock.advance(24 * HOUR_MS)
    book.read(shown('Busy'))
    book.check()
    expect(published).toEqual([])
    expect(endings()).toEqual(NO_ENDINGS)
  })
})
