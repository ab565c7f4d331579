import { createStore, type StoreApi } from 'zustand/vanilla'

/** What this browser prefers. `system` follows the machine. */
export type Preferences = {
  readonly theme: 'system' | 'light' | 'dark'
  readonly density: 'list' | 'compact' | 'cards'
}

export type PreferencesStore = StoreApi<Preferences>

export const createPreferencesStore = (kept: Partial<Preferences>): PreferencesStore =>
  createStore<Preferences>()(() => ({ theme: 'system', density: 'list', ...kept }))
