import type { Availability } from './availability.ts'

/** Source: UCWA reference, "contactPresence". */
export type ContactPresence = {
  readonly availability: Availability
  /** What the server called it, when that is a name we do not know. */
  readonly unknownAvailability: string | null
  /** A well-known token, or a text in the application's culture or the publisher's; null when there is none. */
  readonly activity: string | null
  /** 'Unknown', 'PC', 'Mobile', 'DeskPhone', 'Web', or a name we do not know. */
  readonly deviceType: string
  /** Milliseconds since the Unix epoch; null when the server does not say. */
  readonly lastActiveAtMs: number | null
}
