import * as v from 'valibot'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { LANGUAGES, type Language } from './languages.ts'

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
export const DENSITIES = ['cards', 'list', 'compact'] as const
export const CLEAR_NOTES = ['today', 'never'] as const

/** What this browser prefers, whoever is signed in. Nothing that is a secret, and nobody's name. */
export type Preferences = {
  /** `system` follows the machine. */
  readonly theme: (typeof THEMES)[number]
  /** Null follows the browser. */
  readonly language: Language | null
  /** Where the address says nothing. */
  readonly density: (typeof DENSITIES)[number]
  /** Whether the browser is to tell of people one watches. */
  readonly notifications: boolean
  /** Whether that is to be heard as well. */
  readonly sound: boolean
  /** Whether the server is told that the person is here while they are. */
  readonly reportsActivity: boolean
  /** When a new note is to be cleared, unless something else is chosen. */
  readonly clearNote: (typeof CLEAR_NOTES)[number]
  /** Local time, as in "17:30". */
  readonly endOfDay: string
  /** Whether keys that type a character are shortcuts: switched off for speech input, which types them. */
  readonly singleKeys: boolean
}

export type PreferencesStore = StoreApi<Preferences>

/** What is preferred where neither the administrator nor the person has said anything. (Our choice.) */
export const USUAL_PREFERENCES: Preferences = {
  theme: 'system',
  language: null,
  density: 'list',
  notifications: true,
  sound: false,
  reportsActivity: true,
  clearNote: 'never',
  endOfDay: '17:30',
  singleKeys: true,
}

export const createPreferencesStore = (first: Preferences): PreferencesStore =>
  createStore<Preferences>()(() => first)

// What each may be, with the words that say so: names and values are the file's own, in every language.
const oneOf = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, options.map((option) => `"${option}"`).join(', '))
const yesOrNo = v.boolean('true, false')
const TIME = 'from "00:00" to "23:59"'
const time = v.pipe(v.string(TIME), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, TIME))
const WIRE = {
  theme: oneOf(THEMES),
  language: v.union(
    [v.null(), v.picklist(LANGUAGES)],
    `${LANGUAGES.map((one) => `"${one}"`).join(', ')}, null`,
  ),
  density: oneOf(DENSITIES),
  notifications: yesOrNo,
  sound: yesOrNo,
  reportsActivity: yesOrNo,
  clearNote: oneOf(CLEAR_NOTES),
  endOfDay: time,
  singleKeys: yesOrNo,
}

/**
 * What was kept, as far as it can be read: another version of this page may have written it.
 *
 * @param byDefault - stands in for what was not kept, or cannot be read
 */
export function parsePreferences(text: string | null, byDefault: Preferences): Preferences {
  const wire = v.pipe(
    v.string(),
    v.parseJson(),
    v.object({
      theme: v.fallback(WIRE.theme, byDefault.theme),
      language: v.fallback(WIRE.language, byDefault.language),
      density: v.fallback(WIRE.density, byDefault.density),
      notifications: v.fallback(WIRE.notifications, byDefault.notifications),
      sound: v.fallback(WIRE.sound, byDefault.sound),
      reportsActivity: v.fallback(WIRE.reportsActivity, byDefault.reportsActivity),
      clearNote: v.fallback(WIRE.clearNote, byDefault.clearNote),
      endOfDay: v.fallback(WIRE.endOfDay, byDefault.endOfDay),
      singleKeys: v.fallback(WIRE.singleKeys, byDefault.singleKeys),
    }),
  )
  const parsed = v.safeParse(wire, text)
  return parsed.success ? parsed.output : byDefault
}

/** Why a file of preferences is not taken. */
export type PreferencesMistake =
  | { readonly kind: 'notJson' }
  /** Some other file. */
  | { readonly kind: 'notPreferences' }
  | { readonly kind: 'unknownField'; readonly field: string }
  | {
      readonly kind: 'badValue'
      readonly field: string
      readonly expected: string
      /** As it stands in the file, shortened. */
      readonly found: string
    }

const FORMAT = 'presence-board-preferences'
/** Longer than any value that may stand there. (Our choice.) */
const MOST_FOUND = 40

const outer = v.object({
  format: v.literal(FORMAT),
  preferences: v.pipe(
    v.unknown(),
    v.check((one) => !Array.isArray(one)),
    v.looseObject({}),
  ),
})

/** What is exported: a file that people can read, and change. */
export const preferencesFile = (preferences: Preferences): string =>
  `${JSON.stringify({ format: FORMAT, preferences }, null, 2)}\n`

/**
 * Reads a file that was exported, strictly: all of it or nothing. What it leaves out stays as it is.
 */
export function parsePreferencesFile(
  text: string,
  now: Preferences,
): { readonly preferences: Preferences } | { readonly mistake: PreferencesMistake } {
  const json = v.safeParse(v.pipe(v.string(), v.parseJson()), text)
  if (!json.success) return { mistake: { kind: 'notJson' } }
  const file = v.safeParse(outer, json.output)
  if (!file.success) return { mistake: { kind: 'notPreferences' } }
  const found = v.safeParse(v.partial(v.strictObject(WIRE)), file.output.preferences)
  if (!found.success) return { mistake: mistakeOf(found.issues[0]) }
  return { preferences: parsePreferences(JSON.stringify({ ...now, ...found.output }), now) }
}

type Issue = {
  readonly type: string
  readonly input: unknown
  readonly message: string
  readonly path?: unknown
}
const keyed = v.looseTuple([v.object({ key: v.string() })])

function mistakeOf({ type, path, input, message }: Issue): PreferencesMistake {
  const at = v.safeParse(keyed, path)
  if (!at.success) return { kind: 'notPreferences' }
  const field = at.output[0].key.slice(0, MOST_FOUND)
  if (type === 'strict_object') return { kind: 'unknownField', field }
  const found = JSON.stringify(input) ?? 'undefined'
  return { kind: 'badValue', field, expected: message, found: found.slice(0, MOST_FOUND) }
}
