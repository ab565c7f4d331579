import { describe, expect, test } from 'vitest'
import { glimpse } from '../levers/storm.ts'
import { createHandTurnedClock } from '../time/clock.ts'
import type { LifeKind } from './life.ts'
import { createPhotos } from './photos.ts'
import type { World, WorldChange } from './world-model.ts'
import { createWorld } from './world.ts'

const LENE = 'sip:lenea@contoso.com'
const DANA = 'sip:danab@contoso.com'
const MINUTE_MS = 60_000

function lifeUnderTest(life: LifeKind, contacts = 60, seed = 1) {
  const clock = createHandTurnedClock()
  const world = createWorld({
    domain: 'contoso.com',
    contacts,
    groups: 2,
    seed,
    clock,
    life,
    photos: createPhotos(),
  })
  const heard: WorldChange[] = []
  world.onChange((change) => heard.push(change))
  return { clock, world, heard }
}
const seen = (world: World): readonly string[] =>
  world.contacts(LENE).map(({ uri }) => glimpse(world, uri, LENE))

describe('an office day', () => {
  test('has about one change every three seconds among 60 contacts', () => {
    const { clock, heard } = lifeUnderTest('office')
    clock.advance(60 * MINUTE_MS)
    expect(heard.length).toBeGreaterThan(900)
    expect(heard.length).toBeLessThan(1800)
  })

  test.each([
    [6, 200, 700],
    [1000, 3000, 14_000],
  ])(
    'has more among more people, within bounds: %d',
    (contacts, atLeast, atMost) => {
      const { clock, heard } = lifeUnderTest('office', contacts)
      clock.advance(60 * MINUTE_MS)
      expect(heard.length).toBeGreaterThan(atLeast)
      expect(heard.length).toBeLessThan(atMost)
    },
    30_000,
  )

  test('is of many kinds, and stays plausible until the evening', () => {
    const { clock, world, heard } = lifeUnderTest('office')
    const met = new Set<string>()
    for (let minute = 0; minute < 480; minute += 1) {
      clock.advance(MINUTE_MS)
      const all = world.contacts(LENE).map(({ uri }) => world.presence(uri, LENE))
      for (const { availability, activity } of all) met.add(`${availability} ${activity ?? ''}`.trim())
      const available = all.filter(({ availability }) => availability === 'Online').length
      expect(available).toBeGreaterThan(6)
      expect(available).toBeLessThan(48)
    }
    for (const state of [
      'Online',
      'IdleOnline',
      'Away',
      'BeRightBack',
      'Busy on-the-phone',
      'Busy in-a-conference',
      'Busy in-a-meeting',
      'DoNotDisturb presenting',
    ]) {
      expect(met).toContain(state)
    }
    expect(new Set(heard.map(({ kind }) => kind))).toEqual(
      new Set(['presence', 'modalities', 'note', 'location']),
    )
  })

  test('is the same again from the same seed, another from another', () => {
    const [one, same, other] = [1, 1, 2].map((seed) => {
      const { clock, world } = lifeUnderTest('office', 60, seed)
      clock.advance(10 * MINUTE_MS)
      return seen(world)
    })
    expect(one).toEqual(same)
    expect(one).not.toEqual(other)
  })

  test('leaves alone who is signed in somewhere else', () => {
    const { clock, world, heard } = lifeUnderTest('office', 6)
    for (const { uri } of world.users) {
      world.addEndpoint(uri, { deviceType: 'Web', inactiveTimeoutMs: 24 * 60 * MINUTE_MS })
    }
    heard.length = 0
    clock.advance(60 * MINUTE_MS)
    expect(heard).toEqual([])
  })

  test('ends when it is stopped, and begins again with the world', () => {
    const { clock, world, heard } = lifeUnderTest('office')
    world.stop()
    clock.advance(60 * MINUTE_MS)
    expect(heard).toEqual([])
    expect(clock.waiting()).toBe(0)
    world.reset()
    clock.advance(MINUTE_MS)
    expect(heard.length).toBeGreaterThan(10)
  })

  test('passes quietly where nobody is known', () => {
    const { clock, heard } = lifeUnderTest('office', 0)
    clock.advance(60 * MINUTE_MS)
    expect(heard).toEqual([])
  })
})

test('a quiet life is quiet', () => {
  const { clock, heard, world } = lifeUnderTest('quiet')
  clock.advance(60 * MINUTE_MS)
  expect(heard).toEqual([])
  world.setNote(DANA, 'But people may act')
  expect(heard).toHaveLength(1)
})

test('a stormy life has 50 changes a second', () => {
  const { clock, heard } = lifeUnderTest('storm')
  clock.advance(10_000)
  expect(heard.length).toBeGreaterThanOrEqual(490)
  expect(heard.length).toBeLessThan(600)
})
