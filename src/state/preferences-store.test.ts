import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CLEAR_NOTES,
  DENSITIES,
  parsePreferences,
  parsePreferencesFile,
  preferencesFile,
  THEMES,
  USUAL_PREFERENCES,
  type Preferences,
} from './preferences-store.ts'

const BY_DEFAULT: Preferences = { ...USUAL_PREFERENCES, theme: 'light' }

test.each<[string, string | null, Partial<Preferences>]>([
  ['nothing was kept', null, {}],
  ['they were kept by this version', '{"theme":"dark","language":"en"}', { theme: 'dark', language: 'en' }],
  ['an older version kept less', '{"theme":"dark"}', { theme: 'dark' }],
  ['another version kept a theme we do not know', '{"theme":"sepia","language":"en"}', { language: 'en' }],
  ['another version kept a language we do not speak', '{"theme":"dark","language":"tlh"}', { theme: 'dark' }],
  ['another version kept no time', '{"endOfDay":"half past five","sound":true}', { sound: true }],
  ['single keys were switched off', '{"singleKeys":false}', { singleKeys: false }],
  ['what was kept is no JSON', 'theme=dark', {}],
  ['what was kept is something else', '12', {}],
])('preferences are read when %s', (_, text, preferences) => {
  expect(parsePreferences(text, BY_DEFAULT)).toEqual({ ...BY_DEFAULT, ...preferences })
})

const anyPreferences: fc.Arbitrary<Preferences> = fc.record({
  theme: fc.constantFrom(...THEMES),
  language: fc.constantFrom('en' as const, null),
  density: fc.constantFrom(...DENSITIES),
  notifications: fc.boolean(),
  sound: fc.boolean(),
  reportsActivity: fc.boolean(),
  clearNote: fc.constantFrom(...CLEAR_NOTES),
  endOfDay: fc.constantFrom('00:00', '09:05', '23:59'),
  singleKeys: fc.boolean(),
})

describe('a file of preferences', () => {
  test('that was exported brings them all back, whatever is preferred where it is imported', () =>
    fc.assert(
      fc.property(anyPreferences, anyPreferences, (exported, now) => {
        expect(parsePreferencesFile(preferencesFile(exported), now)).toEqual({ preferences: exported })
      }),
    ))

  test('leaves alone what it does not name', () => {
    const text = '{"format":"presence-board-preferences","preferences":{"sound":true}}'
    const now: Preferences = { ...BY_DEFAULT, theme: 'dark', density: 'cards' }
    expect(parsePreferencesFile(text, now)).toEqual({ preferences: { ...now, sound: true } })
  })

  const ours = (preferences: string): string =>
    `{"format":"presence-board-preferences","preferences":${preferences}}`
  test.each([
    ['is no JSON', 'theme=dark', { kind: 'notJson' }],
    ['is some other file', '{"theme":"dark"}', { kind: 'notPreferences' }],
    ['holds a list', ours('[]'), { kind: 'notPreferences' }],
    ['names what nobody knows', ours('{"thema":"dark"}'), { kind: 'unknownField', field: 'thema' }],
    [
      'names a theme that there is not',
      ours('{"theme":"sepia"}'),
      {
        kind: 'badValue',
        field: 'theme',
        expected: '"system", "light", "dark", "contrast"',
        found: '"sepia"',
      },
    ],
    [
      'has a word for yes',
      ours('{"theme":"dark","sound":"yes"}'),
      { kind: 'badValue', field: 'sound', expected: 'true, false', found: '"yes"' },
    ],
    [
      'has a time that no clock shows',
      ours('{"endOfDay":"24:00"}'),
      { kind: 'badValue', field: 'endOfDay', expected: 'from "00:00" to "23:59"', found: '"24:00"' },
    ],
    [
      'asks for a language that is not spoken',
      ours('{"language":"tlh"}'),
      { kind: 'badValue', field: 'language', expected: expect.stringContaining('"en"'), found: '"tlh"' },
    ],
  ])('is not taken when it %s', (_, text, mistake) => {
    expect(parsePreferencesFile(text, BY_DEFAULT)).toEqual({ mistake })
  })

  test('that says anything at all is read or refused, and never thrown over', () =>
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.json().map(ours)), (text) => {
        expect(Object.keys(parsePreferencesFile(text, BY_DEFAULT))).toHaveLength(1)
      }),
    ))
})
