import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf } from './marks.ts'

const marked = (text: string, typed: string): string =>
  partsOf(text, typed)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('')

test.each([
  ['Dana Birkby', 'bir', 'Dana [Bir]kby'],
  ['Dana Birkby', 'irk', 'Dana Birkby'],
  ['Anne-Marie Groß', 'mar gross', 'Anne-[Mar]ie [Groß]'],
  ['Sörensen', 'so', '[Sö]rensen'],
  ['So\u0308rensen', 'so', '[So\u0308]rensen'],
  ['Łukasz', 'lu', '[Łu]kasz'],
  ['田中 美咲', '咲', '田中 美[咲]'],
  ['Dana Dane', 'dan d', '[Dan]a [Dan]e'],
  ['Dana', '', 'Dana'],
  ['Dana', '-', 'Dana'],
  ['Coffee ☕️ time', 'tim', 'Coffee ☕️ [tim]e'],
])('of “%s”, searched by “%s”, is marked %s', (text, typed, expected) => {
  expect(marked(text, typed)).toBe(expected)
})

test('no letter is lost or added', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, typed) => {
      expect(
        partsOf(text, typed)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  ))
