import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Diagnostics } from '../session/diagnostics.ts'

/** What happened so far, as the session's record has it. Read only by the diagnostics page. */
export type DiagnosticsStore = StoreApi<{ readonly diagnostics: Diagnostics }>

export const createDiagnosticsStore = (diagnostics: Diagnostics): DiagnosticsStore =>
  createStore<{ readonly diagnostics: Diagnostics }>()(() => ({ diagnostics }))
