import { expect, test } from 'vitest'
import { aPresence } from '../testing/examples.ts'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import { NO_ENDINGS, type EndingChoice, type Endings } from './endings.ts'
import { createMine, type MineWord } from './mine.ts'
import type { Choice, Publication } from './publication.ts'

const HOUR_MS = 3_600_000
const publication = (choice: Choice, state: Publication['state']): Publication => ({
  choice,
  state,
  failure: null,
  beganAtMs: 0,
})

type Seen = {
  readonly elsewhere: string[]
  endings: Endings
  notes: readonly string[]
  readonly kept: string[]
  readonly published: Choice[]
}

/** Two tabs of one person, each of which hears what the other says. */
function twoTabs() {
  const clock = createHandTurnedClock(0)
  const tabOf = (say: (word: MineWord) => void) => {
    const seen: Seen = { elsewhere: [], endings: NO_ENDINGS, notes: [], kept: [], published: [] }
    const mine = createMine({
      clock,
      publish: (choices) => seen.published.push(...choices),
      say,
      onElsewhere: (resource, set) => {
        if (set !== null) seen.elsewhere.push(resource)
      },
      onEndings: (endings) => (seen.endings = endings),
      keepEndings: (endings) => seen.kept.push(`${endings.planned.length} planned`),
      onNotes: (texts) => (seen.notes = texts),
      keepNotes: (texts) => seen.kept.push(texts.join(' | ')),
      withNote: (texts, text) => [text, ...texts],
    })
    mine.begin({ endings: NO_ENDINGS, notes: [] })
    return { mine, seen }
  }
  const here = tabOf((word) => there.mine.heard(structuredClone(word)))
  const there = tabOf((word) => here.mine.heard(structuredClone(word)))
  return { clock, here, there }
}
const BUSY: EndingChoice = { resource: 'presence', wanted: 'Busy' }

test('what one tab publishes is not told as another device’s by the next', () => {
  const { here, there } = twoTabs()
  for (const { mine } of [here, there]) mine.read({ resource: 'presence', value: aPresence() })
  here.mine.published(publication(BUSY, 'sending'))
  for (const { mine } of [here, there])
    mine.read({ resource: 'presence', value: aPresence({ availability: 'Busy' }) })
  expect([here.seen.elsewhere, there.seen.elsewhere]).toEqual([[], []])
})

test('what one tab plans, the tab that leads takes back, and both are told', async () => {
  const { clock, here, there } = twoTabs()
  here.mine.plan(BUSY, HOUR_MS)
  here.mine.published(publication(BUSY, 'sending'))
  expect(there.seen.endings).toEqual(here.seen.endings)
  expect(there.seen.endings.planned).toHaveLength(1)
  await clock.advance(HOUR_MS)
  there.mine.read({ resource: 'presence', value: aPresence({ availability: 'Busy' }) })
  there.mine.check()
  expect(there.seen.published).toEqual([{ resource: 'presence', wanted: null }])
  for (const reset of there.seen.published) there.mine.published(publication(reset, 'confirmed'))
  expect(here.seen.endings).toEqual(NO_ENDINGS)
})

test('what is set at another device loses its end in every tab', () => {
  const { here, there } = twoTabs()
  here.mine.plan(BUSY, HOUR_MS)
  here.mine.published(publication(BUSY, 'confirmed'))
  there.mine.read({ resource: 'presence', value: aPresence({ availability: 'Busy' }) })
  there.mine.read({ resource: 'presence', value: aPresence({ availability: 'DoNotDisturb' }) })
  expect(there.seen.elsewhere).toEqual(['presence'])
  expect(here.seen.endings).toEqual(NO_ENDINGS)
})

test('what a call covers for a while keeps its end, though the other tab did not hear of the choice', () => {
  const { here, there } = twoTabs()
  there.mine.read({ resource: 'presence', value: aPresence({ availability: 'Busy' }) })
  here.mine.plan(BUSY, HOUR_MS)
  const onThePhone = aPresence({ availability: 'Busy', activity: 'on-the-phone' })
  there.mine.read({ resource: 'presence', value: onThePhone })
  there.mine.read({ resource: 'presence', value: aPresence({ availability: 'Busy' }) })
  expect(there.seen.elsewhere).toEqual([])
  expect(here.seen.endings.planned).toHaveLength(1)
})

test('a note is kept once it is confirmed, shown in every tab, and forgotten in all of them', () => {
  const { here, there } = twoTabs()
  const note: Choice = { resource: 'note', wanted: 'At lunch' }
  here.mine.published(publication(note, 'accepted'))
  expect(here.seen.notes).toEqual([])
  here.mine.published(publication(note, 'confirmed'))
  expect([here.seen.notes, there.seen.notes]).toEqual([['At lunch'], ['At lunch']])
  expect([here.seen.kept, there.seen.kept]).toEqual([['At lunch'], []])
  there.mine.forgetNote('At lunch')
  expect([here.seen.notes, there.seen.notes]).toEqual([[], []])
})
