import * as v from 'valibot'
import { toAvailability, type Availability } from './availability.ts'
import { parseWith, type Resource } from './hal.ts'

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

// Observed: somebody who is offline has no `activity` ("GetPresenceDataOfAContact").
const wire = v.object({
  availability: v.string(),
  activity: v.nullish(v.string()),
  deviceType: v.nullish(v.string()),
  lastActive: v.optional(v.unknown()),
})

/** Throws `malformed`. */
export function parseContactPresence(resource: Resource): ContactPresence {
  const { availability, activity, deviceType, lastActive } = parseWith(
    wire,
    resource.properties,
    'contactPresence',
  )
  return {
    ...toAvailability(availability),
    activity: activity || null,
    deviceType: deviceType || 'Unknown',
    lastActiveAtMs: parseWireDate(lastActive),
  }
}

/**
 * Documented: POSIX time; the samples print `/Date(1358827096000)/`, the XML form is ISO 8601.
 * An unreadable date costs us only the date.
 */
export function parseWireDate(date: unknown): number | null {
  if (typeof date === 'number') return Number.isFinite(date) ? date : null
  if (typeof date !== 'string') return null
  const digits = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/.exec(date)?.[1]
  const ms = digits === undefined ? Date.parse(date) : Number(digits)
  return Number.isFinite(ms) ? ms : null
}
