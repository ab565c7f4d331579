import { expect, test } from 'vitest'
import { parsePreferences } from './preferences-store.ts'

test.each<[string, string | null, object]>([
  ['nothing was kept', null, {}],
  ['they were kept by this version', '{"theme":"dark"}', { theme: 'dark' }],
  ['another version kept a theme we do not know', '{"theme":"sepia"}', { theme: 'system' }],
  ['what was kept is no JSON', 'theme=dark', {}],
  ['what was kept is something else', '12', {}],
])('preferences are read when %s', (_, text, preferences) => {
  expect(parsePreferences(text)).toEqual(preferences)
})
