import type { Filter } from '../../state/view.ts'
import type { Counts } from '../../data/tally.ts'
import type { Availability } from '../../ucwa/availability.ts'
import type { Sign } from '../parts/sign.ts'

type FilterRule = {
  readonly filter: Filter
  readonly sign: Sign
  readonly availabilities: readonly Availability[]
}

/** In the order of the chips. */
export const FILTER_RULES: readonly FilterRule[] = [
  { filter: 'available', sign: 'available', availabilities: ['Online', 'IdleOnline'] },
  { filter: 'busy', sign: 'busy', availabilities: ['Busy', 'IdleBusy'] },
  { filter: 'doNotDisturb', sign: 'doNotDisturb', availabilities: ['DoNotDisturb'] },
  { filter: 'away', sign: 'away', availabilities: ['Away', 'BeRightBack'] },
  { filter: 'offline', sign: 'offline', availabilities: ['Offline'] },
  { filter: 'unknown', sign: 'unknown', availabilities: ['Unknown'] },
]

export const countOf = (counts: Counts, { availabilities }: FilterRule): number =>
  availabilities.reduce((sum, availability) => sum + counts.by[availability], 0)

export const filterOf = (availability: Availability): Filter =>
  FILTER_RULES.find(({ availabilities }) => availabilities.includes(availability))?.filter ?? 'unknown'

export const signOfFilter = (filter: Filter): Sign =>
  FILTER_RULES.find((rule) => rule.filter === filter)?.sign ?? 'unknown'

/** Available includes idle. */
export const availableIn = (counts: Counts): number => counts.by.Online + counts.by.IdleOnline
