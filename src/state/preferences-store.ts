import * as v from 'valibot'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { LANGUAGES, type Language } from './languages.ts'

/** What this browser prefers. `system` follows the machine. */
export type Preferences = {
  readonly theme: 'system' | 'light' | 'dark'
  /** Null follows the browser. */
  readonly language: Language | null
}

export type PreferencesStore = StoreApi<Preferences>

export const createPreferencesStore = (first: Preferences): PreferencesStore =>
  createStore<Preferences>()(() => first)

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
      theme: v.fallback(v.picklist(['system', 'light', 'dark']), byDefault.theme),
      language: v.fallback(v.nullable(v.picklist(LANGUAGES)), byDefault.language),
    }),
  )
  const parsed = v.safeParse(wire, text)
  return parsed.success ? parsed.output : byDefault
}
