import type { QueryClient } from '@tanstack/react-query'
import type { Found, Resource } from '../session/publication.ts'
import type { PublicationBook } from '../session/publications.ts'
import { failureOf } from '../ucwa/errors.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'
import { locationQuery } from './location.ts'
import { noteQuery } from './note.ts'
import { presenceQuery } from './presence.ts'

/** Tells each publication when a read of its resource begins, and what it finds or fails of: by these the server's word is known. */
export function tellPublications(
  cache: QueryClient,
  ucwa: Ucwa,
  publications: Pick<PublicationBook, 'readBegan' | 'read' | 'readFailed'>,
): void {
  const found: Readonly<Record<Resource, () => Found>> = {
    presence: () => ({
      resource: 'presence',
      value: cache.getQueryData(presenceQuery(ucwa).queryKey) ?? null,
    }),
    note: () => ({ resource: 'note', value: cache.getQueryData(noteQuery(ucwa).queryKey) ?? null }),
    location: () => ({
      resource: 'location',
      value: cache.getQueryData(locationQuery(ucwa).queryKey) ?? null,
    }),
  }
  cache.getQueryCache().subscribe((event) => {
    const family: unknown = event.query.queryKey[0]
    if (event.type !== 'updated' || (family !== 'presence' && family !== 'note' && family !== 'location'))
      return
    if (event.action.type === 'fetch') publications.readBegan(family)
    if (event.action.type === 'success') publications.read(found[family]())
    if (event.action.type !== 'error') return
    const failure = failureOf(event.action.error)
    if (failure !== null) publications.readFailed(family, failure)
  })
}
