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
  /** Null follows the browser, whatever the administrator has decided. */
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

/** Some of it: what has been chosen, or what a file names. */
const SOME = {
  theme: v.exactOptional(WIRE.theme),
  language: v.exactOptional(WIRE.language),
  density: v.exactOptional(WIRE.density),
  notifications: v.exactOptional(WIRE.notifications),
  sound: v.exactOptional(WIRE.sound),
  reportsActivity: v.exactOptional(WIRE.reportsActivity),
  clearNote: v.exactOptional(WIRE.clearNote),
  endOfDay: v.exactOptional(WIRE.endOfDay),
  singleKeys: v.exactOptional(WIRE.singleKeys),
}
const some = v.object(SOME)
const kept = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown()))

/** What has been chosen in this browser, as far as it can be read: another version of this page may have written it. */
function chosenIn(text: string | null): v.InferOutput<typeof some> {
  const json = v.safeParse(kept, text)
  if (!json.success) return {}
  const readable = Object.entries(json.output).filter(([name, value]) => v.is(some, { [name]: value }))
  return v.parse(some, Object.fromEntries(readable))
}

/**
 * What is preferred, by what was kept.
 *
 * @param atFirst - stands in for what was not kept, or cannot be read
 */
export const parsePreferences = (text: string | null, atFirst: Preferences): Preferences => ({
  ...atFirst,
  ...chosenIn(text),
})

/**
 * What is to be kept once something else is preferred: what was chosen before, and what has changed. What nobody has
 * chosen is left out, so that the administrator may still decide it.
 */
export const keptWith = (text: string | null, before: Preferences, now: Preferences): string =>
  JSON.stringify({ ...chosenIn(text), ...Object.fromEntries(differences(before, now)) })

/** Whether both say the same of everything. */
export const isSame = (one: Preferences, other: Preferences): boolean => differences(one, other).length === 0

function differences(before: Preferences, now: Preferences): readonly (readonly [string, unknown])[] {
  const known = new Map<string, unknown>(Object.entries(before))
  return Object.entries(now).filter(([name, value]) => value !== known.get(name))
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
  const found = v.safeParse(v.strictObject(SOME), file.output.preferences)
  if (!found.success) return { mistake: mistakeOf(found.issues[0]) }
  return { preferences: { ...now, ...found.output } }
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
