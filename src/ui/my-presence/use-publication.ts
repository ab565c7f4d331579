import { useStore } from 'zustand'
import type { Publications } from '../../state/publication-store.ts'
import type { Publication } from '../../session/publication.ts'
import { useServices } from '../services.ts'

/** The newest publication of a resource; null when there is none. */
export function usePublication<R extends keyof Publications>(resource: R): Publications[R] {
  return useStore(useServices().publicationStore, (newest) => newest[resource])
}

/** Whether the screen shows the choice rather than what the server last said: its word is still to come. */
export function isPending({ state }: Pick<Publication, 'state'>): boolean {
  switch (state) {
    case 'sending':
    case 'accepted':
    case 'doubtful':
    case 'overdue':
      return true
    case 'confirmed':
    case 'refused':
      return false
  }
}
