import { queryOptions } from '@tanstack/react-query'
import type { SipUri } from '../ucwa/hal.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'

/** Keyed by SIP URI; null: no note, or none that the contact shows us. */
export const contactNoteQuery = (ucwa: Ucwa, of: SipUri) =>
  queryOptions({
    queryKey: ['contactNote', of],
    queryFn: ({ signal }) => ucwa.contactNote(of, signal),
  })
