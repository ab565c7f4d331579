import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DENSITIES } from './preferences-store.ts'
import { FILTERS, GROUPINGS, SCREENS, SORTINGS, addressWith, viewIn } from './view.ts'
import type { View } from './view.ts'

const EMPTY: View = {
  screen: 'board',
  find: '',
  filter: null,
  density: null,
  grouping: null,
  sorting: null,
  turned: new Set(),
}

test.each<[string, string, Partial<View>]>([
  ['says nothing, all is as it is at first', '', {}],
  [
    'names a view, it is that',
    '#find=dana+b&show=busy&density=cards',
    { find: 'dana b', filter: 'busy', density: 'cards' },
  ],
  ['was written by hand, spaces may be escaped', '#find=Platform%20team', { find: 'Platform team' }],
  ['names groups, each is turned', '#turned=a&turned=b%26c', { turned: new Set(['a', 'b&c']) }],
  ['is of another version, the rest of it holds', '#density=tiles&sort=recent&x=1', { sorting: 'recent' }],
  ['is broken, it says nothing', '#&&=%E0%A4%A&show', {}],
])('when the address %s', (_, fragment, view) => {
  expect(viewIn(fragment)).toEqual({ ...EMPTY, ...view })
})

const texts = fc.string({ unit: 'grapheme' })
const views = fc.record<View>({
  screen: fc.constantFrom(...SCREENS),
  find: texts,
  filter: fc.constantFrom(null, ...FILTERS),
  density: fc.constantFrom(null, ...DENSITIES),
  grouping: fc.constantFrom(null, ...GROUPINGS),
  sorting: fc.constantFrom(null, ...SORTINGS),
  turned: fc.array(texts.filter((id) => id !== '')).map((ids) => new Set(ids)),
})
const changes = views.chain((view) =>
  fc.subarray(Object.entries(view)).map((some) => Object.fromEntries(some)),
)

test('whatever is chosen stands in the address, and nothing else of the view changes', () =>
  fc.assert(
    fc.property(views, changes, (before, chosen: Partial<View>) => {
      const fragment = addressWith('', before)
      expect(viewIn(addressWith(fragment, chosen))).toEqual({ ...before, ...chosen })
    }),
  ))

test('what the address says besides is kept letter by letter', () =>
  fc.assert(
    fc.property(views, fc.constantFrom('x=%7e', 'who=Dana%20B', '/path', 'density2=a+b'), (view, other) => {
      const fragment = addressWith(`#${other}&density=tiles`, { ...view, density: null })
      expect(fragment.split(/[#&]/)).toContain(other)
      expect(fragment).not.toContain('tiles')
    }),
  ))

test('what is chosen elsewhere leaves words that were not understood as they are', () => {
  expect(addressWith('#density=tiles', { sorting: 'recent' })).toBe('#density=tiles&sort=recent')
})
