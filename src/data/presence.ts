import { queryOptions } from '@tanstack/react-query'
import { choiceShown } from '../ucwa/presence.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'

/** One's own presence; null while only watching. */
export const presenceQuery = (ucwa: Ucwa) =>
  queryOptions({ queryKey: ['presence'], queryFn: ({ signal }) => ucwa.presence(signal) })

/** Which line of the menu is what the server says. */
export { choiceShown }
