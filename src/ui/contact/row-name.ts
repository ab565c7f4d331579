import type { ContactNote } from '../../ucwa/contact-note.ts'
import { OUT_OF_OFFICE, signOf } from '../parts/sign.ts'
import type { Words } from '../words/words.ts'
import type { KnownPresence } from './telling-line.ts'
import { tellingLine } from './telling-line.ts'

/**
 * What a screen reader says of somebody: name, availability, activity, note, place.
 * Without "last active", which would change the name every minute; and stale, without what may long have changed.
 */
export function rowName(
  words: Words,
  of: { readonly name: string; readonly isOtherCompany: boolean },
  known: KnownPresence,
  note: ContactNote | null,
  place: string | null,
  knownAtMs: number | null,
): string {
  if (known.kind === 'reading') return of.name
  if (known.kind === 'read' && known.isStale) {
    const was = words.wasSign(signOf(known.presence.availability, known.presence.activity))
    const asOfMs = known.asOfMs ?? knownAtMs
    return joined([of.name, was, asOfMs === null ? null : words.asOf(asOfMs)])
  }
  const sign =
    known.kind === 'unread' ? 'unknown' : signOf(known.presence.availability, known.presence.activity)
  const tells =
    sign === 'unknown' ||
    (known.kind === 'read' && known.presence.activity !== null && known.presence.activity !== OUT_OF_OFFICE)
  return joined([
    of.name,
    words.sign(sign),
    tells ? tellingLine(words, known, of.isOtherCompany, 0) : null,
    note === null ? null : note.type === 'OutOfOffice' ? words.outOfOfficeNote(note.message) : note.message,
    place,
  ])
}

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(', ')
