import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Choice, Publication, Resource } from '../session/publication.ts'

/** The newest publication of each resource; null when there is none, or when the person has put its message away. */
export type Publications = {
  readonly [R in Resource]: Publication<Extract<Choice, { resource: R }>> | null
}

export type PublicationStore = StoreApi<Publications>

export const createPublicationStore = (): PublicationStore =>
  createStore<Publications>()(() => ({ presence: null, note: null, location: null }))

/** Shows what has become of the newest choice of a resource. */
export function showPublication(store: PublicationStore, of: Resource, newest: Publication | null): void {
  store.setState({ [of]: newest })
}
