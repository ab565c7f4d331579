import { queryOptions } from '@tanstack/react-query'
import type { Ucwa } from '../ucwa/ucwa.ts'

/** The signed-in person. */
export const meQuery = (ucwa: Ucwa) =>
  queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => ucwa.me(signal) })
