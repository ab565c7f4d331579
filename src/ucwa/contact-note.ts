import type { Resource } from './hal.ts'
import { parseNote } from './note.ts'

/** Null in place of this: no note, or none that the contact shows us. Source: UCWA reference, "contactNote". */
export type ContactNote = {
  /** Never empty. Foreign text: shown as text, never as anything else. */
  readonly message: string
  readonly type: 'Personal' | 'OutOfOffice'
}

/** Throws `malformed`. */
export function parseContactNote(resource: Resource): ContactNote | null {
  const { message, type } = parseNote(resource)
  return message === null ? null : { message, type }
}
