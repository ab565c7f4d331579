import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Choice, Publication, Resource } from '../session/publication.ts'

/** The newest publication of each resource; null when there is none, or when the person has put its message away. */
export type Publications = {
  readonly presence: Publication<Extract<Choice, { resource: 'presence' }>> | null
  readonly note: Publication<Extract<Choice, { resource: 'note' }>> | null
}

export type PublicationStore = StoreApi<Publications>

export const createPublicationStore = (): PublicationStore =>
  createStore<Publications>()(() => ({ presence: null, note: null }))

/** Shows what has become of the newest choice of a resource. */
export function showPublication(store: PublicationStore, of: Resource, newest: Publication | null): void {
  if (newest === null) {
    store.setState({ [of]: null })
    return
  }
  const { choice, ...outcome } = newest
  if (choice.resource === 'presence') store.setState({ presence: { ...outcome, choice } })
  else store.setState({ note: { ...outcome, choice } })
}
