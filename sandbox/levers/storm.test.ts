import { describe, expect, test } from 'vitest'
import { createHandTurnedClock } from '../time/clock.ts'
import { createPhotos } from '../world/photos.ts'
import type { Uri, World, WorldChange } from '../world/world-model.ts'
import { createWorld } from '../world/world.ts'
import { createStorms, glimpse, STORM_KINDS, type StormKind, type StormOptions } from './storm.ts'

const LENE = 'sip:lenea@contoso.com'

function stormUnderTest(contacts: number) {
  const clock = createHandTurnedClock()
  const world = createWorld({
    domain: 'contoso.com',
    contacts,
    groups: 2,
    seed: 1,
    clock,
    life: 'quiet',
    photos: createPhotos(),
  })
  const realTime = createHandTurnedClock()
  const storms = createStorms(world, realTime)
  /** Lets it end. */
  const run = async (options: StormOptions): Promise<number> => {
    const storm = storms.run(options)
    realTime.advance(options.durationSeconds * 1000)
    return storm
  }
  return { clock, realTime, world, storms, run }
}

/** Counts, per subject, how often what this viewer sees of them became something else. */
function watch(world: World, viewer: Uri): ReadonlyMap<Uri, number> {
  const counts = new Map<Uri, number>()
  const known = new Map(world.contacts(viewer).map(({ uri }) => [uri, glimpse(world, uri, viewer)]))
  world.onChange((change) => {
    if (!('subject' in change)) return
    const seen = glimpse(world, change.subject, viewer)
    if (known.get(change.subject) === seen) return
    known.set(change.subject, seen)
    counts.set(change.subject, (counts.get(change.subject) ?? 0) + 1)
  })
  return counts
}

const total = (counts: ReadonlyMap<Uri, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)

describe('a storm over the contacts of a viewer', () => {
  test.each<[string, readonly StormKind[]]>([
    ['all kinds', STORM_KINDS],
    ['presence alone', ['presence']],
    ['notes alone', ['note']],
    ['locations alone', ['location']],
  ])('makes as many changes as asked for, each of them seen: %s', async (_, kinds) => {
    const { world, run } = stormUnderTest(60)
    const counts = watch(world, LENE)
    const heard: string[] = []
    world.onChange(({ kind }) => heard.push(kind))
    const changes = await run({ changesPerSecond: 50, durationSeconds: 6, kinds, viewer: LENE })
    expect(changes).toBe(300)
    // Who is woken at a desk takes its modalities with them.
    const besides = kinds.includes('presence') ? ['modalities'] : []
    expect([...kinds, ...besides]).toEqual(expect.arrayContaining([...new Set(heard)]))
    if (!kinds.includes('presence')) expect(heard).toHaveLength(300) // nothing is tried that would not be seen
    expect(total(counts)).toBe(300)
  })

  test('touches everybody who can be seen once, before anybody twice', async () => {
    const { world, run } = stormUnderTest(200)
    const heard: WorldChange[] = []
    const blocking = world
      .contacts(LENE)
      .filter(({ uri }) => world.privacyRelationship(uri, LENE) === 'Blocked')
    world.onChange((change) => heard.push(change))
    const reachable = 200 - blocking.length
    await run({ changesPerSecond: reachable, durationSeconds: 1, kinds: ['presence'], viewer: LENE })
    const touched = new Set(heard.flatMap((change) => ('subject' in change ? [change.subject] : [])))
    expect(blocking.length).toBeGreaterThan(0)
    for (const { uri } of world.contacts(LENE))
      expect(touched.has(uri) || blocking.some((b) => b.uri === uri)).toBe(true)
  })

  test('ends with nothing when there is nobody', async () => {
    const { run } = stormUnderTest(0)
    expect(await run({ changesPerSecond: 100, durationSeconds: 2, viewer: LENE })).toBe(0)
  })
})

test('without a viewer it goes over the whole directory', async () => {
  const { world, run } = stormUnderTest(30)
  const heard: WorldChange[] = []
  world.onChange((change) => heard.push(change))
  expect(await run({ changesPerSecond: 60, durationSeconds: 1 })).toBe(60)
  expect(new Set(heard.flatMap((change) => ('subject' in change ? [change.subject] : []))).size).toBe(60)
})

test('goes at an even pace of real time, whatever the sandbox’s clock does', async () => {
  const { clock, realTime, world, storms } = stormUnderTest(60)
  const counts = watch(world, LENE)
  const storm = storms.run({ changesPerSecond: 10, durationSeconds: 10, kinds: ['note'], viewer: LENE })
  clock.advance(60_000)
  expect(total(counts)).toBe(0)
  for (const second of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    realTime.advance(1000)
    expect(total(counts)).toBe(second * 10)
  }
  expect(await storm).toBe(100)
})

test('that is ended answers with what it has done, and does no more', async () => {
  const { realTime, world, storms, run } = stormUnderTest(60)
  const counts = watch(world, LENE)
  const storm = storms.run({ changesPerSecond: 10, durationSeconds: 10, kinds: ['note'], viewer: LENE })
  realTime.advance(3000)
  storms.end()
  expect(await storm).toBe(30)
  realTime.advance(10_000)
  expect(total(counts)).toBe(30)
  expect(await run({ changesPerSecond: 10, durationSeconds: 1, viewer: LENE })).toBe(10) // the next one is its own
})

test('is the same again from the same seed, another from another', async () => {
  const ends = ['one', 'one', 'other'].map(async (seed) => {
    const { world, run } = stormUnderTest(60)
    await run({ changesPerSecond: 50, durationSeconds: 4, seed, viewer: LENE })
    return world.contacts(LENE).map(({ uri }) => glimpse(world, uri, LENE))
  })
  const [one, same, other] = await Promise.all(ends)
  expect(one).toEqual(same)
  expect(one).not.toEqual(other)
})

test.each([
  [-1, 1],
  [Number.NaN, 1],
  [1, Number.POSITIVE_INFINITY],
])('refuses %d changes a second for %d s', (changesPerSecond, durationSeconds) => {
  const { storms } = stormUnderTest(0)
  expect(() => storms.run({ changesPerSecond, durationSeconds })).toThrow(RangeError)
})
