import type { ContactNote } from '../../ucwa/contact-note.ts'
import { OUT_OF_OFFICE } from '../parts/sign.ts'
import type { Words } from '../words/words.ts'
import type { KnownPresence, Standing } from './telling-line.ts'
import { isOnMobile, signOfKnown, tellingLine } from './telling-line.ts'

/**
 * What a screen reader says of somebody: name, availability, activity, device (where it is a phone), note, place.
 * `todayMs`: any moment of the day it is now. Without "last active", which would change the name every minute; and stale, without what may long have changed.
 */
export function rowName(
  words: Words,
  of: Standing & { readonly name: string },
  known: KnownPresence,
  note: ContactNote | null,
  place: string | null,
  knownAtMs: number | null,
  todayMs: number,
): string {
  const sign = of.isBlocked ? 'blocked' : signOfKnown(known)
  if (sign === null) return of.name
  if (known.kind === 'read' && known.isStale) {
    const asOfMs = known.asOfMs ?? knownAtMs
    return joined([of.name, words.wasSign(sign), asOfMs === null ? null : words.asOf(asOfMs, todayMs)])
  }
  const tells =
    sign === 'unknown' ||
    sign === 'blocked' ||
    (known.kind === 'read' && known.presence.activity !== null && known.presence.activity !== OUT_OF_OFFICE)
  return joined([
    of.name,
    words.sign(sign),
    tells ? tellingLine(words, known, of, todayMs) : null,
    isOnMobile(known) ? words.onMobile : null,
    note === null ? null : note.type === 'OutOfOffice' ? words.outOfOfficeNote(note.message) : note.message,
    place,
  ])
}

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(', ')
