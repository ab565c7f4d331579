import * as v from 'valibot'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** What this browser prefers. `system` follows the machine. */
export type Preferences = {
  readonly theme: 'system' | 'light' | 'dark'
}

export type PreferencesStore = StoreApi<Preferences>

const FIRST: Preferences = { theme: 'system' }

export const createPreferencesStore = (kept: Partial<Preferences>): PreferencesStore =>
  createStore<Preferences>()(() => ({ ...FIRST, ...kept }))

const wire = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    theme: v.fallback(v.picklist(['system', 'light', 'dark']), FIRST.theme),
  }),
)

/** What was kept, as far as it can be read: another version of this page may have written it. */
export function parsePreferences(text: string | null): Partial<Preferences> {
  const parsed = v.safeParse(wire, text)
  return parsed.success ? parsed.output : {}
}
