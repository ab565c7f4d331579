import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SetElsewhere } from '../session/elsewhere.ts'
import type { Resource } from '../session/publication.ts'

/** What of one's own was last set at another device; null: nothing that is known of. */
export type ElsewhereStore = StoreApi<Readonly<Record<Resource, SetElsewhere | null>>>

export const createElsewhereStore = (): ElsewhereStore =>
  createStore<Readonly<Record<Resource, SetElsewhere | null>>>()(() => ({
    presence: null,
    note: null,
    location: null,
  }))
