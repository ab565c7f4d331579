import { expect, test } from 'vitest'
import { parsePreferences, type Preferences } from './preferences-store.ts'

const BY_DEFAULT: Preferences = { theme: 'light', language: null }

test.each<[string, string | null, Partial<Preferences>]>([
  ['nothing was kept', null, {}],
  ['they were kept by this version', '{"theme":"dark","language":"en"}', { theme: 'dark', language: 'en' }],
  ['an older version kept less', '{"theme":"dark"}', { theme: 'dark' }],
  ['another version kept a theme we do not know', '{"theme":"sepia","language":"en"}', { language: 'en' }],
  ['another version kept a language we do not speak', '{"theme":"dark","language":"tlh"}', { theme: 'dark' }],
  ['what was kept is no JSON', 'theme=dark', {}],
  ['what was kept is something else', '12', {}],
])('preferences are read when %s', (_, text, preferences) => {
  expect(parsePreferences(text, BY_DEFAULT)).toEqual({ ...BY_DEFAULT, ...preferences })
})
