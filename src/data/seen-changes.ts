import { hashKey, notifyManager, type QueryClient } from '@tanstack/react-query'
import type { SipUri } from '../ucwa/hal.ts'
import type { ContactPresence } from '../ucwa/contact-presence.ts'

/** Since when somebody is what they are, as far as this page has seen it happen. Kept no longer than the page. */
export type SeenChanges = {
  /** Milliseconds since the Unix epoch; null: it was so before, or nobody was looking when it changed. */
  sinceMs(of: SipUri): number | null
  /** Fits `useSyncExternalStore`. */
  subscribe(listener: () => void): () => void
}

type Seen = { readonly state: string; readonly readAtMs: number; readonly sinceMs: number | null }

/** @param gapAtMs something may have gone unheard until then: what differs from a read before it changed unseen */
export function createSeenChanges(cache: QueryClient, gapAtMs: () => number): SeenChanges {
  const seen = new Map<string, Seen>()
  const listeners = new Set<() => void>()

  const landed = (hash: string, presence: ContactPresence, readAtMs: number): void => {
    const before = seen.get(hash)
    const state = stateOf(presence)
    const wasLookingOn = before !== undefined && before.readAtMs >= gapAtMs()
    const changedAtMs = before?.state === state ? before.sinceMs : readAtMs
    const sinceMs = wasLookingOn ? changedAtMs : null // in a gap they may have been something else, and come back
    seen.set(hash, { state, readAtMs, sinceMs })
    if (sinceMs === (before?.sinceMs ?? null)) return
    notifyManager.schedule(() => {
      for (const listener of listeners) listener()
    })
  }

  cache.getQueryCache().subscribe((event) => {
    const { queryHash, queryKey, state } = event.query
    if (queryKey[0] !== 'contactPresence') return
    if (event.type === 'removed') seen.delete(queryHash)
    if (event.type !== 'updated' || event.action.type !== 'success' || typeof queryKey[1] !== 'string') return
    const presence = cache.getQueryData<ContactPresence | null>(queryKey)
    if (presence === null) seen.delete(queryHash)
    else if (presence !== undefined) landed(queryHash, presence, state.dataUpdatedAt)
  })

  return {
    sinceMs: (of) => seen.get(hashKey(['contactPresence', of]))?.sinceMs ?? null,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What the word on screen says: the activity changes within it, but for an absence, which takes its place. */
const stateOf = ({ availability, activity }: ContactPresence): string =>
  activity === 'out-of-office' ? activity : availability
