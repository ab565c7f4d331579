import * as v from 'valibot'
import { hasLink, linkTo, parseWith, type Linked, type Resource } from './hal.ts'
import type { Http } from './http.ts'

/** One's own place. Source: UCWA reference, "location". */
export type Location = Linked & { readonly location: string | null }

const wire = v.object({ location: v.nullish(v.string()) })

/** Throws `malformed`. Also reads `contactLocation`, whose property is the same. */
export function parseLocation(resource: Resource): Location {
  const { location } = parseWith(wire, resource.properties, 'location')
  return { links: resource.links, location: location || null }
}

/** What a reply without a place says: 204, or 404, which the documentation leaves open. */
export const NO_LOCATION: Location = { links: new Map(), location: null }

/** Not while only watching: the link comes with makeMeAvailable. Source: "Me dashboard". */
export const canSetLocation = (me: Linked): boolean => hasLink(me, 'location')

/** How many characters the server takes, in UTF-16. Source: UCWA reference, "location", POST. */
export const canBeLocation = (text: string): boolean => text.length <= 60

/**
 * Null, sent as an empty place, resets it. 204 means heard, not done: an event on `location` follows.
 * Source: UCWA reference, "location", POST.
 */
export async function setLocation(
  http: Http,
  me: Linked,
  location: string | null,
  signal: AbortSignal,
): Promise<void> {
  await http.post(linkTo(me, 'location'), { location: location ?? '' }, signal)
}
