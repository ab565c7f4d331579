import * as v from 'valibot'
import { parseWith, type Linked, type Resource } from './hal.ts'

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
