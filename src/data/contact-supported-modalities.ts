import { queryOptions } from '@tanstack/react-query'
import type { SipUri } from '../ucwa/hal.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'

/** By what somebody can be reached now. Read only while their panel is open. */
export const contactSupportedModalitiesQuery = (ucwa: Ucwa, of: SipUri) =>
  queryOptions({
    queryKey: ['contactSupportedModalities', of],
    queryFn: ({ signal }) => ucwa.contactSupportedModalities(of, signal),
  })
