import type { Counts } from '../../data/tally.ts'
import type { Words } from '../words/words.ts'

/** With how many could not be read: a list in part says what is missing, in however little room. */
export const countsIn = (
  { people }: Words,
  { total, read }: Pick<Counts, 'total' | 'read'>,
  available: string,
): string => (total === read ? available : `${available}, ${people.unread(total - read)}`)
