import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EVERYBODY, addressOf, wallIn, withoutWall, type Wall } from './wall.ts'

const walls: fc.Arbitrary<Wall> = fc.record({
  groups: fc.array(fc.string()),
  people: fc.array(fc.string().map((text) => text.toLowerCase())),
  title: fc.string(),
  hasNotes: fc.boolean(),
  theme: fc.constantFrom('dark', 'light', 'system'),
})

test('a bookmark opens the very wall that it was made of', () =>
  fc.assert(
    fc.property(walls, (wall) => {
      expect(wallIn(addressOf(wall))).toEqual(wall)
    }),
  ))

test('who leaves a wall is where they were', () =>
  fc.assert(
    fc.property(walls, (wall) => {
      expect(withoutWall(`${addressOf(wall)}&find=dana`)).toBe('#find=dana')
      expect(wallIn(withoutWall(addressOf(wall)))).toBe(null)
    }),
  ))

test.each<[string, string, Wall | null]>([
  ['says nothing', '', null],
  ['names another view', '#view=cards&of=1', null],
  ['names no group', '#view=wall', EVERYBODY],
  [
    'was written by hand',
    '#view=wall&title=Front+desk&person=SIP:Dana@x.example',
    { ...EVERYBODY, title: 'Front desk', people: ['sip:dana@x.example'] },
  ],
  ['has a theme of another version', '#view=wall&theme=sepia&notes=maybe', EVERYBODY],
])('when the address %s', (_, fragment, wall) => {
  expect(wallIn(fragment)).toEqual(wall)
})
