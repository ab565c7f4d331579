import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Line } from './lines.ts'
import { columnsIn, lineBeside, shelfOf, shelvesOf } from './shelves.ts'

const reading = (key: string): Line => ({ key, kind: 'reading' })
const heading = (key: string): Line => ({
  key,
  kind: 'section',
  of: 'yourPeople',
  filter: null,
  found: { kind: 'searching' },
})
/** c: a card, h: a heading. */
const linesFrom = (kinds: readonly string[]): readonly Line[] =>
  kinds.map((kind, n) => (kind === 'c' ? reading(`c${n}`) : heading(`h${n}`)))
const drawn = (kinds: string, columns: number): string =>
  shelvesOf(linesFrom(kinds.split('')), columns)
    .map(({ first, count }) => kinds.slice(first, first + count))
    .join(' ')

test.each([
  ['hcccch', 3, 'h ccc c h'],
  ['hcccch', 1, 'h c c c c h'],
  ['ccc', 5, 'ccc'],
  ['hhcc', 2, 'h h cc'],
  ['', 3, ''],
])('%s in %i columns stands as %s', (kinds, columns, expected) => {
  expect(drawn(kinds, columns)).toBe(expected)
})

test.each([
  [240, 1],
  [491, 1],
  [492, 2],
  [1368, 5],
  [0, 1],
])('%i px hold %i columns', (widthPx, columns) => {
  expect(columnsIn(widthPx)).toBe(columns)
})

const scenes = fc.tuple(
  fc.array(fc.constantFrom('c', 'c', 'c', 'h'), { minLength: 1, maxLength: 40 }),
  fc.integer({ min: 1, max: 6 }),
)

test('every line stands on one shelf, in its order, and is found there', () =>
  fc.assert(
    fc.property(scenes, ([kinds, columns]) => {
      const shelves = shelvesOf(linesFrom(kinds), columns)
      const all = shelves.flatMap(({ first, count }) => Array.from({ length: count }, (_, n) => first + n))
      expect(all).toEqual(kinds.map((_, index) => index))
      for (const [at, { first, count }] of shelves.entries())
        for (let n = 0; n < count; n += 1) expect(shelfOf(shelves, first + n)).toBe(at)
    }),
  ))

test('down and down again leads through every shelf to the last, and up to the first', () =>
  fc.assert(
    fc.property(scenes, fc.nat(), ([kinds, columns], start) => {
      const shelves = shelvesOf(linesFrom(kinds), columns)
      let at = start % kinds.length
      for (let n = shelfOf(shelves, at); n < shelves.length - 1; n += 1) {
        const next = lineBeside(shelves, at, 1)
        expect(shelfOf(shelves, next)).toBe(n + 1)
        at = next
      }
      expect(lineBeside(shelves, at, 1)).toBe(at)
      for (let n = 0; n < shelves.length - 1; n += 1) at = lineBeside(shelves, at, -1)
      expect(shelfOf(shelves, at)).toBe(0)
    }),
  ))
