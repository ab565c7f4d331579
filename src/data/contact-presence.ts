import { queryOptions } from '@tanstack/react-query'
import type { SipUri } from '../ucwa/hal.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'

/** Keyed by SIP URI, never by href: hrefs die with the application, and what is on show should not. */
export const contactPresenceQuery = (ucwa: Ucwa, of: SipUri) =>
  queryOptions({
    queryKey: ['contactPresence', of],
    // Pass the signal on: browsers allow few connections to a host, and the event channel holds one.
    queryFn: ({ signal }) => ucwa.contactPresence(of, signal),
  })
