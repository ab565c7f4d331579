import { expect, test } from 'vitest'
import { cultureFor, languageFor } from './languages.ts'

test.each([
  [['en-GB', 'it'], 'en'],
  [['it', 'EN-gb'], 'en'],
  [['it-IT'], 'en'],
  [[], 'en'],
])('a reader of %j gets %s', (wanted, language) => {
  expect(languageFor(wanted)).toBe(language)
})

test.each([
  [null, ['it-IT', 'en'], 'it-IT'],
  [null, [], 'en-US'],
  ['en', ['it', 'en-GB'], 'en-GB'],
  ['en', ['it', 'en'], 'en-US'],
] as const)('who chose %s and reads %j makes the server speak %s', (chosen, wanted, culture) => {
  expect(cultureFor(chosen, wanted)).toBe(culture)
})
