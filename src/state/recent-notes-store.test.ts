import { expect, test } from 'vitest'
import { parseEndings } from './endings-store.ts'
import { parseRecentNotes, withNote } from './recent-notes-store.ts'

test.each<[string, readonly string[], string, readonly string[]]>([
  ['it is new', ['b', 'c'], 'a', ['a', 'b', 'c']],
  ['it was used before', ['a', 'b', 'c'], 'c', ['c', 'a', 'b']],
  ['there are many', ['b', 'c', 'd', 'e', 'f'], 'a', ['a', 'b', 'c', 'd', 'e']],
])('a note comes first when %s', (_, texts, text, expected) => {
  expect(withNote(texts, text)).toEqual(expected)
})

test.each<[string, string | null]>([
  ['nothing', null],
  ['no JSON', '[oops'],
  ['something else', '{"texts":[1]}'],
])('kept as %s, there are no notes and no ends', (_, text) => {
  expect(parseRecentNotes(text)).toEqual([])
  expect(parseEndings(text)).toBeNull()
})

test('ends are read as they were kept', () => {
  const planned = [
    { choice: { resource: 'presence', wanted: 'Busy' }, fromMs: 1, atMs: 2 },
    { choice: { resource: 'note', wanted: 'Lunch' }, fromMs: 1, atMs: 3 },
  ]
  expect(parseEndings(JSON.stringify({ planned, late: [] }))).toEqual({ planned, late: [] })
})
