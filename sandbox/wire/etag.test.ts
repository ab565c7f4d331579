import { expect, test } from 'vitest'
import { namesEtag } from './etag.ts'

test.each<[string, boolean, boolean]>([
  ['"4062"', true, true],
  ['W/"4062"', false, true],
  ['"1", "4062"', true, true],
  ['*', true, true],
  ['4062', false, false],
  ['"4062', false, false],
  ['"40620"', false, false],
  ['', false, false],
])('%j names the tag "4062" strongly: %j, weakly: %j', (header, strongly, weakly) => {
  expect(namesEtag(header, '4062', 'strong')).toBe(strongly)
  expect(namesEtag(header, '4062', 'weak')).toBe(weakly)
})
