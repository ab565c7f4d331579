import { queryOptions } from '@tanstack/react-query'
import type { Ucwa } from '../ucwa/ucwa.ts'

/** One's own note; null while only watching. */
export const noteQuery = (ucwa: Ucwa) =>
  queryOptions({ queryKey: ['note'], queryFn: ({ signal }) => ucwa.note(signal) })
