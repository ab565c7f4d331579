import { queryOptions } from '@tanstack/react-query'
import { hasLink } from '../ucwa/hal.ts'
import type { Me } from '../ucwa/me.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'

/** The signed-in person. */
export const meQuery = (ucwa: Ucwa) =>
  queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => ucwa.me(signal) })

/** Whether the server takes reports of their activity; from who only watches it does not. UCWA reference, "reportMyActivity". */
export const isActivityReported = (me: Me): boolean => hasLink(me, 'reportMyActivity')
