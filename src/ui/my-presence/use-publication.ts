import { useStore } from 'zustand'
import type { Publications } from '../../state/publication-store.ts'
import { useServices } from '../services.ts'

/** The newest publication of a resource; null when there is none. */
export function usePublication<R extends keyof Publications>(resource: R): Publications[R] {
  return useStore(useServices().publicationStore, (newest) => newest[resource])
}
