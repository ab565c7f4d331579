import type { QueryClient } from '@tanstack/react-query'
import type { ListChanges } from '../data/list-changes.ts'
import { isUnsettled } from '../session/publication.ts'
import type { UnderWay } from './new-version.ts'
import type { Stores } from './stores.ts'

/** Writes that the server has not been heard on yet: to one's own presence, to one's list, to anything else. */
export const writesUnderWay = (
  { publicationStore }: Pick<Stores, 'publicationStore'>,
  listChanges: ListChanges,
  cache: QueryClient,
): UnderWay => ({
  isAny: () => {
    const { presence, note, location } = publicationStore.getState()
    return (
      [presence, note, location].some((newest) => newest !== null && isUnsettled(newest)) ||
      listChanges
        .getState()
        .changes.some(({ standing: { kind } }) => kind === 'sending' || kind === 'accepted') ||
      cache.isMutating() > 0
    )
  },
  subscribe: (listener) => {
    const stops = [
      publicationStore.subscribe(listener),
      listChanges.subscribe(listener),
      cache.getMutationCache().subscribe(listener),
    ]
    return () => stops.forEach((stop) => stop())
  },
})
