import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createHandTurnedClock } from '../time/clock.ts'
import { createChance } from './chance.ts'
import { createPhotos } from './photos.ts'
import { drawPortrait, HAIR, lookOf, type Look } from './portrait.ts'
import { createWorld } from './world.ts'

const LOOK: Look = {
  hair: 'bob',
  skin: '#f3c5a5',
  hairColour: '#b98347',
  shirt: '#35507f',
  ground: '#d3e1f4',
}

test.each([
  [1, 48],
  [48, 48],
  [96, 96],
  [100, 96],
  [648, 648],
  [5000, 648],
])('asked for %d pixels, gives a JPEG of %d', async (asked, given) => {
  const jpeg = await createPhotos().photo(LOOK, asked)
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: given, height: given })
})

test('renders each once', async () => {
  const photos = createPhotos()
  const [first, second] = [photos.photo(LOOK, 96), photos.photo({ ...LOOK }, 100)]
  expect(first).toBe(second)
  expect(await photos.photo({ ...LOOK, hair: 'bun' }, 96)).not.toEqual(await first)
})

test.each(HAIR)('draws %s as a picture with ground, shirt, skin and hair in it', async (hair) => {
  const { data, info } = await sharp(Buffer.from(drawPortrait({ ...LOOK, hair }, 96)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const colours = new Set<string>()
  for (let at = 0; at < data.length; at += info.channels) {
    colours.add(`#${data.subarray(at, at + 3).toString('hex')}`)
  }
  for (const colour of [LOOK.ground, LOOK.shirt, LOOK.skin, LOOK.hairColour])
    expect(colours).toContain(colour)
})

function looks(seed: string): readonly Look[] {
  const chance = createChance(seed)
  return Array.from({ length: 20 }, () => lookOf(chance, true, 0.3))
}

test('looks follow from chance', () => {
  expect(looks('one')).toEqual(looks('one'))
  expect(looks('one')).not.toEqual(looks('two'))
})

test('some people have none, and whoever has one is said to', async () => {
  const clock = createHandTurnedClock()
  const world = createWorld({
    domain: 'contoso.com',
    contacts: 200,
    groups: 1,
    seed: 1,
    clock,
    life: 'quiet',
    photos: createPhotos(),
  })
  const without = world.directory.filter(({ hasPhoto }) => !hasPhoto)
  expect(without.length / world.directory.length).toBeGreaterThan(0.1)
  expect(without.length / world.directory.length).toBeLessThan(0.22)
  expect(await world.photo(without[0]?.uri ?? '', 96)).toBeNull()
  expect(await world.photo('SIP:lenea@contoso.com', 96)).toBeInstanceOf(Uint8Array)
})
