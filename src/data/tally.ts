import type { Availability } from '../ucwa/availability.ts'
import type { SipUri } from '../ucwa/hal.ts'

/** How many are how. Each person counts once in `all`, and once in each group they are in. */
export type Counts = {
  readonly total: number
  /** People whose presence has been read at least once. */
  readonly read: number
  readonly by: Readonly<Record<Availability, number>>
}

export type Tally = {
  readonly all: Counts
  readonly groups: ReadonlyMap<string, Counts>
  /** For filtering by availability; absent: not read yet. */
  readonly availabilityOf: ReadonlyMap<SipUri, Availability>
}

/** Kept true as reads land, whoever is on screen. `subscribe` and `get` fit `useSyncExternalStore`. */
export type TallyStore = {
  get(): Tally
  subscribe(listener: () => void): () => void
}
