import { queryOptions } from '@tanstack/react-query'
import type { SipUri } from '../ucwa/hal.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'

/** Keyed by SIP URI; null: no place, or none that the contact shows us. */
export const contactLocationQuery = (ucwa: Ucwa, of: SipUri) =>
  queryOptions({
    queryKey: ['contactLocation', of],
    queryFn: ({ signal }) => ucwa.contactLocation(of, signal),
  })
