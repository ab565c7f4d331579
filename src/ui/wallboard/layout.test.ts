import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROWS, columnsIn, pageAt, pagesOf, shiftAt } from './layout.ts'

test.each<[string, number, number]>([
  ['1920 by 1080', 1920, 4],
  ['3840 by 2160', 3840 / 2, 4],
  ['1280 by 720', 1280 * 1.5, 4],
  ['21 to 9', 2520, 5],
  ['three screens in a row', 5760, 6],
  ['upright', 607, 1],
])('on a screen of %s the sheet has as many columns as fit', (_, widthPx, columns) => {
  expect(columnsIn(widthPx)).toBe(columns)
})

const groupings = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }).map((sizes) =>
  sizes.map((size, group) => ({
    group,
    members: Array.from({ length: size }, (_, at) => `${group}.${at}`),
  })),
)

test('everybody and every group is on a page, in their order, and no page is fuller than the screen', () =>
  fc.assert(
    fc.property(groupings, fc.integer({ min: 1, max: 6 }), (groups, columns) => {
      const pages = pagesOf(groups, columns)
      expect(pages.flat().flatMap(({ members }) => members)).toEqual(groups.flatMap(({ members }) => members))
      expect([...new Set(pages.flat().map(({ group }) => group))]).toEqual(groups.map(({ group }) => group))
      for (const page of pages) {
        expect(page.length).toBeLessThanOrEqual(columns)
        expect(page[0]?.isFirst).toBe(true)
        for (const { members } of page) expect(members.length).toBeLessThanOrEqual(ROWS)
        const named = page.filter(({ isFirst }) => isFirst).map(({ group }) => group)
        expect(named).toEqual([...new Set(page.map(({ group }) => group))])
      }
    }),
  ))

test('pages turn every 20 s, and all come by', () => {
  const seen = Array.from({ length: 7 }, (_, at) => pageAt(1_200_000_000_000 + at * 10_000, 3))
  expect(seen.filter((page, at) => at > 0 && page !== seen[at - 1])).toHaveLength(3)
  expect(new Set(seen)).toEqual(new Set([0, 1, 2]))
  expect(pageAt(5, 0)).toBe(0)
})

test('the picture is never more than 8 px from its place, moves each minute, and comes by all over', () => {
  const minutes = Array.from({ length: 24 * 60 }, (_, at) => shiftAt((29_000_000 + at) * 60_000))
  for (const [at, { x, y }] of minutes.entries()) {
    expect(Math.hypot(x, y)).toBeLessThanOrEqual(8)
    if (at > 0) expect({ x, y }).not.toEqual(minutes[at - 1])
  }
  expect(new Set(minutes.map(({ x, y }) => `${x} ${y}`)).size).toBeGreaterThan(100)
  expect(shiftAt(60_000 * 29_000_000)).toEqual(shiftAt(60_000 * 29_000_000 + 59_999))
})
