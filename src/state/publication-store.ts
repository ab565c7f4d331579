import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Choice, Publication } from '../session/publication.ts'

/** The newest publication of each resource; null when there is none, or when the person has put its message away. */
export type Publications = {
  readonly presence: Publication<Extract<Choice, { resource: 'presence' }>> | null
  readonly note: Publication<Extract<Choice, { resource: 'note' }>> | null
}

export type PublicationStore = StoreApi<Publications>

export const createPublicationStore = (): PublicationStore =>
  createStore<Publications>()(() => ({ presence: null, note: null }))
