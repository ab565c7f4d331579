import type { Linked } from './hal.ts'
import type { Availability } from './availability.ts'

/** One's own presence, as the server has aggregated it. Source: UCWA reference, "presence". */
export type Presence = Linked & {
  readonly availability: Availability
  /** What the server called it, when that is a name we do not know. */
  readonly unknownAvailability: string | null
  /** A well-known token, or a text in the application's culture; null when there is none. */
  readonly activity: string | null
}
