import type { QueryClient } from '@tanstack/react-query'
import type { PublicationBook } from '../session/publication.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'
import { noteQuery } from './note.ts'
import { presenceQuery } from './presence.ts'

/** Tells each publication when a read of its resource begins, and what it finds: by these the server's word is known. */
export function tellPublications(cache: QueryClient, ucwa: Ucwa, publications: PublicationBook): void {
  cache.getQueryCache().subscribe((event) => {
    const [family] = event.query.queryKey
    if (event.type !== 'updated' || (family !== 'presence' && family !== 'note')) return
    if (event.action.type === 'fetch') publications.readBegan(family)
    if (event.action.type !== 'success') return
    if (family === 'presence')
      publications.presenceRead(cache.getQueryData(presenceQuery(ucwa).queryKey) ?? null)
    else publications.noteRead(cache.getQueryData(noteQuery(ucwa).queryKey) ?? null)
  })
}
