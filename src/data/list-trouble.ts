import type { Query, QueryClient } from '@tanstack/react-query'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { failureOf, FAILURES_TOLD, isOfTheSession, type UcwaFailure } from '../ucwa/errors.ts'

/** Why the list of people may be out of date though the channel is live; null: it is not. */
export type ListTrouble = { readonly because: UcwaFailure | null }

export type ListTroubleStore = StoreApi<ListTrouble> & {
  /** The server will not announce changes to the list; null: it does. */
  unannounced(because: UcwaFailure | null): void
}

const OF_THE_LIST = new Set<unknown>(['myGroups', 'groupContacts', 'contactPresence'])

/**
 * What ends the whole session is told once, of the channel. What one person or one group is refused with is told where they
 * stand; but a group that was read before is shown as it was then. And with no link to ask by, somebody has just left
 * the list: that is news of it, and no trouble.
 */
function isOfTheList(failure: UcwaFailure, { queryKey: [family], state }: Query): boolean {
  switch (failure.kind) {
    case 'signedOut':
    case 'applicationGone':
    case 'replaced':
      return false
    case 'refused':
      if (failure.status === 0 || isOfTheSession(failure) || family === 'contactPresence') return false
      return family === 'myGroups' || state.data !== undefined
    case 'unreachable':
    case 'serverFailed':
    case 'malformed':
      return true
  }
}

/**
 * Kept true as reads fail and land, at no cost that grows with the list. People may fail alone, while one's own presence
 * and the events go on: a contact list kept in Exchange, or one that is being moved.
 */
export function createListTrouble(cache: QueryClient): ListTroubleStore {
  const store = createStore<ListTrouble>()(() => ({ because: null }))
  const failing = new Map<string, UcwaFailure>()
  let notAnnounced: UcwaFailure | null = null

  const tell = (): void => {
    const [because = notAnnounced] = failing.values()
    if (store.getState().because !== because) store.setState({ because })
  }
  const note = (query: Query): void => {
    const { queryHash, state } = query
    const failure = failureOf(state.error ?? state.fetchFailureReason)
    const isTold = state.status === 'error' || state.fetchFailureCount >= FAILURES_TOLD
    if (failure !== null && isTold && isOfTheList(failure, query)) failing.set(queryHash, failure)
    else if (state.fetchFailureReason === null) failing.delete(queryHash)
  }
  cache.getQueryCache().subscribe(({ type, query }) => {
    if (!OF_THE_LIST.has(query.queryKey[0])) return
    if (type === 'removed') failing.delete(query.queryHash)
    else if (type === 'updated') note(query)
    else return
    tell()
  })
  return {
    ...store,
    unannounced: (because) => {
      notAnnounced = because
      tell()
    },
  }
}
