import type { QueryClient } from '@tanstack/react-query'
import type { ContactPresence } from '../ucwa/contact-presence.ts'
import { toSipUri, type SipUri } from '../ucwa/hal.ts'

/** Tells each read of somebody's presence that lands, whatever led to it. Null: the server knows none of theirs. */
export function onPresenceRead(
  cache: QueryClient,
  listener: (who: SipUri, presence: ContactPresence | null) => void,
): void {
  cache.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return
    const [family, who] = event.query.queryKey
    if (family !== 'contactPresence' || typeof who !== 'string') return
    const presence = cache.getQueryData<ContactPresence | null>(event.query.queryKey)
    if (presence !== undefined) listener(toSipUri(who), presence)
  })
}
