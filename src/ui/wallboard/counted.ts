import type { Counts } from '../../data/tally.ts'
import type { Availability } from '../../ucwa/availability.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { SipUri } from '../../ucwa/hal.ts'
import { countsIn } from '../dashboard/counts-in.ts'
import type { Words } from '../words/words.ts'

export type Counted = Pick<Counts, 'total' | 'read'> & { readonly available: number }

/**
 * Idle ones are available as well, as they are on the board.
 * @param availabilityOf absent: not read yet, or in doubt
 */
export function counted(
  people: readonly Contact[],
  availabilityOf: ReadonlyMap<SipUri, Availability>,
): Counted {
  const known = people.flatMap(({ uri }) => availabilityOf.get(uri) ?? [])
  return {
    total: people.length,
    read: known.length,
    available: known.filter((one) => one === 'Online' || one === 'IdleOnline').length,
  }
}

/** As the board's headers say it. @param availableOf how many of how many, in the words of that place */
export const countTold = (
  words: Words,
  count: Counted,
  availableOf: (available: number, all: number) => string,
): string =>
  count.read === 0
    ? words.people.count(count.total)
    : countsIn(words, count, availableOf(count.available, count.total))
