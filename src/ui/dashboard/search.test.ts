import { expect, test } from 'vitest'
import { aContact } from '../../testing/examples.ts'
import { toSipUri } from '../../ucwa/hal.ts'
import { createSearch } from './search.ts'
import type { WordBook } from './search.ts'

const named = (name: string) =>
  aContact({ name, title: 'Test lead', department: 'Platform (IT)', uri: toSipUri('sip:x.q99@contoso.com') })

test.each<[string, string, boolean]>([
  ['dan', 'Dana Birkby', true],
  ['birk da', 'Dana Birkby', true],
  ['ana', 'Dana Birkby', false],
  ['marie', 'Anne-Marie Berg', true],
  ['anne-marie', 'Anne-Marie Berg', true],
  ['anne-m', 'Anne-Marie Berg', true],
  ['brien', 'Sean O’Brien', true],
  ["o'brien", 'Sean O’Brien', true],
  ['it', 'Dana Birkby', true],
  ['(it)', 'Dana Birkby', true],
  ['latform', 'Dana Birkby', false],
  ['q99', 'Dana Birkby', true],
  ['x.q99@contoso', 'Dana Birkby', true],
  ['sip', 'Dana Birkby', false],
  ['soren', 'Sören Östergård', true],
  ['ostergard', 'Sören Östergård', true],
  ['gross', 'Anna Groß', true],
  ['太', '山田太郎', true],
  ['ليلى', 'ليلى حداد', true],
  ['☕', 'Dana Birkby', false],
])('“%s” and %s', (typed, name, isFound) => {
  expect(createSearch(typed)?.(named(name))).toBe(isFound)
})

test.each(['', '   '])('nothing is looked for when “%s” was typed', (typed) => {
  expect(createSearch(typed)).toBe(null)
})

test('what somebody has published is searched as well', () => {
  const find = createSearch('proofs library', () => ['Reading proofs until three.', 'Library, second floor'])
  expect(find?.(named('Dana Birkby'))).toBe(true)
  expect(createSearch('proofs')?.(named('Dana Birkby'))).toBe(false)
})

test('somebody whose note or name has changed since the last letter is found by the new one alone', () => {
  const book: WordBook = new Map()
  const [before, after] = ['Reading proofs.', 'At lunch.']
  const finds = (typed: string, name: string, note: string) =>
    createSearch(typed, () => [note], book)?.(named(name))
  expect(finds('proofs', 'Dana Birkby', before)).toBe(true)
  expect(finds('proofs', 'Dana Birkby', after)).toBe(false)
  expect(finds('lunch', 'Dana Birkby', after)).toBe(true)
  expect(finds('berg', 'Dana Berg', after)).toBe(true)
})
