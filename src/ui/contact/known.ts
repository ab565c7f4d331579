import { useQuery } from '@tanstack/react-query'
import type { UseQueryOptions } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { contactPresenceQuery } from '../../data/contact-presence.ts'
import { myPrivacyRelationshipsQuery } from '../../data/privacy.ts'
import type { ContactLocation } from '../../ucwa/contact-location.ts'
import { failureOf } from '../../ucwa/errors.ts'
import type { SipUri } from '../../ucwa/hal.ts'
import { useFreshness } from '../freshness.ts'
import { useServices } from '../services.ts'
import { isBeyondLimit } from './telling-line.ts'
import type { KnownPresence } from './telling-line.ts'

// What is known of one person, and how far it is to be trusted: for their row, and for their panel.

type Read<T> = UseQueryOptions<T, Error, T, string[]>

export function useKnown(uri: SipUri): KnownPresence {
  const { ucwa, seenChanges } = useServices()
  const query = contactPresenceQuery(ucwa, uri)
  const { data, error, dataUpdatedAt } = useQuery(query)
  const { isStale, asOfMs } = useFreshness(query.queryKey, dataUpdatedAt)
  const sinceMs = useSyncExternalStore(seenChanges.subscribe, () => seenChanges.sinceMs(uri))
  const because = error === null ? null : failureOf(error)
  // Of whom no change is announced, what was last seen is no news: they are as unknown as somebody never read.
  if (data === null) return { kind: 'none' }
  if (data !== undefined && !isBeyondLimit(because))
    return { kind: 'read', presence: data, isStale, asOfMs, sinceMs }
  return error === null ? { kind: 'reading' } : { kind: 'unread', because }
}

/** What somebody has published beside their presence; read by itself, and stale by itself. */
export type Text<T> = { readonly value: T | null; readonly isStale: boolean }

export function useText<T, V>(query: Read<T>, valueOf: (found: T) => V | null): Text<V> {
  const { data, error, dataUpdatedAt } = useQuery(query)
  const { isStale } = useFreshness(query.queryKey, dataUpdatedAt)
  const isKnown = data !== undefined && !isBeyondLimit(error === null ? null : failureOf(error))
  return { value: isKnown ? valueOf(data) : null, isStale }
}

export const locationOf = (found: ContactLocation | null): string | null => found?.location ?? null

/** Whether the signed-in person has blocked them; false until that is known. */
export function useIsBlocked(uri: SipUri): boolean {
  const query = myPrivacyRelationshipsQuery(useServices().ucwa)
  const { data } = useQuery({ ...query, select: (found) => found?.levelOf.get(uri) === 'Blocked' })
  return data ?? false
}
