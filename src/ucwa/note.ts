import * as v from 'valibot'
import { hasLink, linkTo, parseWith, type Linked, type Resource } from './hal.ts'
import type { Http } from './http.ts'

/** One's own note. Source: UCWA reference, "note". */
export type Note = Linked & {
  /** Null when none is set. Foreign text: shown as text, never as anything else. */
  readonly message: string | null
  readonly type: 'Personal' | 'OutOfOffice'
}

const wire = v.object({ message: v.nullish(v.string()), type: v.nullish(v.string()) })

/** Throws `malformed`. Also reads `contactNote`, whose properties are the same. */
export function parseNote(resource: Resource): Note {
  const { message, type } = parseWith(wire, resource.properties, 'note')
  return {
    links: resource.links,
    message: message || null,
    type: type === 'OutOfOffice' ? 'OutOfOffice' : 'Personal',
  }
}

/** What a reply without a note says: 204, or 404, which the documentation leaves open. */
export const NO_NOTE: Note = { links: new Map(), message: null, type: 'Personal' }

/** Not while only watching: the link comes with makeMeAvailable. Source: "Me dashboard". */
export const canSetNote = (me: Linked): boolean => hasLink(me, 'note')

/** Null, sent as an empty message, clears the personal note. 204 means heard, not done. Source: UCWA reference, "note". */
export async function setNote(
  http: Http,
  me: Linked,
  message: string | null,
  signal: AbortSignal,
): Promise<void> {
  await http.post(linkTo(me, 'note'), { message: message ?? '' }, signal)
}
