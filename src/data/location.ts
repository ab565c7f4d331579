import { queryOptions } from '@tanstack/react-query'
import type { Ucwa } from '../ucwa/ucwa.ts'

/** One's own place; null while only watching. */
export const locationQuery = (ucwa: Ucwa) =>
  queryOptions({ queryKey: ['location'], queryFn: ({ signal }) => ucwa.location(signal) })
