import { queryOptions } from '@tanstack/react-query'
import type { SipUri } from '../ucwa/hal.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'

/** Name, title, phones and all that stands on somebody's card; a list may embed less of it. */
export const contactQuery = (ucwa: Ucwa, of: SipUri) =>
  queryOptions({
    queryKey: ['contact', of],
    queryFn: ({ signal }) => ucwa.contact(of, signal),
    staleTime: 0, // no event tells of a number that is shown or hidden: read anew whenever it is looked at
  })
