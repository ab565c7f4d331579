import type { Resource } from './hal.ts'
import { parseLocation } from './location.ts'

/** Null in place of this: no place, or none that the contact shows us. Source: UCWA reference, "contactLocation". */
export type ContactLocation = { readonly location: string }

/** Throws `malformed`. */
export function parseContactLocation(resource: Resource): ContactLocation | null {
  const { location } = parseLocation(resource)
  return location === null ? null : { location }
}
