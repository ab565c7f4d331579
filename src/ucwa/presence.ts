import * as v from 'valibot'
import { toAvailability, type Availability, type PreferredAvailability } from './availability.ts'
import { hasLink, linkTo, parseWith, type Linked, type Resource } from './hal.ts'
import type { Http } from './http.ts'

/** One's own presence, as the server has aggregated it. Source: UCWA reference, "presence". */
export type Presence = Linked & {
  readonly availability: Availability
  /** What the server called it, when that is a name we do not know. */
  readonly unknownAvailability: string | null
  /** A well-known token, or a text in the application's culture; null when there is none. */
  readonly activity: string | null
}

// A missing availability is a broken reply, and refused; an unfamiliar one is kept as 'Unknown'.
const wire = v.object({ availability: v.string(), activity: v.nullish(v.string()) })

/** Throws `malformed`. */
export function parsePresence(resource: Resource): Presence {
  const { availability, activity } = parseWith(wire, resource.properties, 'presence')
  return { links: resource.links, ...toAvailability(availability), activity: activity || null }
}

/** Which of the choices the server's word stands for, idle or not; null: none of them. */
export function choiceShown({
  availability,
  activity,
}: Pick<Presence, 'availability' | 'activity'>): PreferredAvailability | null {
  switch (availability) {
    case 'Online':
    case 'IdleOnline':
      return 'Online'
    case 'Busy':
    case 'IdleBusy':
      return 'Busy'
    case 'Away': // `Offwork` reads back as Away, with an activity of its own
      return activity === 'off-work' ? 'Offwork' : 'Away'
    case 'DoNotDisturb':
    case 'BeRightBack':
      return availability
    case 'Offline':
    case 'Unknown':
      return null
  }
}

/** Activities that come about without a hand. Source: UCWA reference, "contactPresence", activity. */
const BY_ITSELF = new Set([
  'on-the-phone',
  'in-a-call',
  'in-a-conference',
  'in-a-meeting',
  'presenting',
  'in-presentation',
  'out-of-office',
])

/** Whether a call, a meeting or a presentation speaks, which may cover what was set by hand. */
export const isByItself = ({ activity }: Pick<Presence, 'activity'>): boolean =>
  activity !== null && BY_ITSELF.has(activity)

/** Not while only watching: the link comes with makeMeAvailable. Source: "Me dashboard". */
export const canSetPresence = (me: Linked): boolean => hasLink(me, 'presence')

/**
 * 204 means heard, not done: an event on `presence` follows. Null sends an empty body, which resets to automatic.
 * Source: UCWA reference, "presence", POST.
 */
export async function setPresence(
  http: Http,
  me: Linked,
  wanted: PreferredAvailability | null,
  signal: AbortSignal,
): Promise<void> {
  await http.post(linkTo(me, 'presence'), wanted === null ? null : { availability: wanted }, signal)
}

/** Whether the server ends it by itself after a day. Source: "Publication behaviors of category instances", userState. */
export const canEndByItself = (wanted: PreferredAvailability | null): boolean =>
  wanted === 'Busy' || wanted === 'DoNotDisturb'
