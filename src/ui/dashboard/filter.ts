import type { Counts } from '../../data/tally.ts'
import type { Availability } from '../../ucwa/availability.ts'
import type { Sign } from '../parts/sign.ts'

/** What the list can be narrowed to. Each person counts once, by availability. */
export type Filter = 'available' | 'busy' | 'doNotDisturb' | 'away' | 'offline' | 'unknown'

type FilterRule = {
  readonly filter: Filter
  readonly sign: Sign
  readonly availabilities: readonly Availability[]
}

/** In the order of the chips. */
export const FILTERS: readonly FilterRule[] = [
  { filter: 'available', sign: 'available', availabilities: ['Online', 'IdleOnline'] },
  { filter: 'busy', sign: 'busy', availabilities: ['Busy', 'IdleBusy'] },
  { filter: 'doNotDisturb', sign: 'doNotDisturb', availabilities: ['DoNotDisturb'] },
  { filter: 'away', sign: 'away', availabilities: ['Away', 'BeRightBack'] },
  { filter: 'offline', sign: 'offline', availabilities: ['Offline'] },
  { filter: 'unknown', sign: 'unknown', availabilities: ['Unknown'] },
]

export const countOf = (counts: Counts, { availabilities }: FilterRule): number =>
  availabilities.reduce((sum, availability) => sum + counts.by[availability], 0)

export const admits = (filter: Filter, availability: Availability): boolean =>
  FILTERS.some((rule) => rule.filter === filter && rule.availabilities.includes(availability))

/** Available includes idle. */
export const availableIn = (counts: Counts): number => counts.by.Online + counts.by.IdleOnline
