import { memo } from 'react'
import { contactLocationQuery } from '../../data/contact-location.ts'
import { contactNoteQuery } from '../../data/contact-note.ts'
import type { ContactNote } from '../../ucwa/contact-note.ts'
import type { Contact } from '../../ucwa/contact.ts'
import { locationOf, useIsBlocked, useKnown, useText } from '../contact/known.ts'
import type { Text } from '../contact/known.ts'
import { Portrait } from '../contact/portrait.tsx'
import { signOfKnown } from '../contact/telling-line.ts'
import type { KnownPresence } from '../contact/telling-line.ts'
import { OUT_OF_OFFICE, roleOf, signOf, weightOf } from '../parts/sign.ts'
import type { Sign } from '../parts/sign.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useServices } from '../services.ts'
import { useTodayMs } from '../today.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'

/** One person, to be read from across the room. Who can be reached is lit. */
export const WallTile = memo(function WallTile({
  contact,
  hasNotes,
}: {
  contact: Contact
  hasNotes: boolean
}) {
  const { ucwa } = useServices()
  const words = useWords()
  const known = useKnown(contact.uri)
  const note = useText(contactNoteQuery(ucwa, contact.uri), (found) => found)
  const place = useText(contactLocationQuery(ucwa, contact.uri), locationOf)
  const isBlocked = useIsBlocked(contact.uri)
  const todayMs = useTodayMs()
  const own = signOfKnown(known)
  const sign = isBlocked && own !== null ? 'blocked' : own
  const isStale = known.kind === 'read' && known.isStale
  const weight = sign === null || isStale ? 'regular' : weightOf(sign)
  const line = sign === null ? '' : thirdLine(words, known, hasNotes ? note : NO_TEXT, place, todayMs)
  return (
    <li
      className={`wall-tile role-${sign === null || isStale ? 'neutral' : roleOf(sign)} wall-tile-${lookOf(sign, isStale)}`}
    >
      <div className="wall-tile-face">
        <Portrait
          of={contact}
          rel="contactPhoto"
          name={contact.name}
          colourBy={contact.uri}
          size={96}
          sign={sign}
          look={isStale ? 'stale' : 'live'}
        />
        {sign !== null && (
          <span className="wall-tile-sign">
            <StateSign sign={sign} size={42} look={isStale ? 'stale' : 'live'} />
          </span>
        )}
      </div>
      <div className="wall-tile-words">
        <p className={`wall-tile-name weight-${weight} ${isLong(contact.name) ? 'wall-tile-name-long' : ''}`}>
          <bdi>{contact.name}</bdi>
        </p>
        {sign === null ? (
          <Skeleton widthPx={160} />
        ) : (
          <p className={`wall-tile-state role-word weight-${weight}`}>
            {isStale ? words.wasSign(sign) : words.sign(sign)}
          </p>
        )}
        {line !== '' && (
          <p className="wall-tile-line">
            <bdi>{line}</bdi>
          </p>
        )}
      </div>
    </li>
  )
})

const NO_TEXT: Text<ContactNote> = { value: null, isStale: false }

/** Activity, else note, else place; nothing of when somebody was last active, which is no matter for a wall. */
function thirdLine(
  words: Words,
  known: KnownPresence,
  note: Text<ContactNote>,
  place: Text<string>,
  todayMs: number,
): string {
  if (known.kind !== 'read') return ''
  if (known.asOfMs !== null) return words.asOf(known.asOfMs, todayMs)
  const { availability, activity } = known.presence
  if (activity !== null && activity !== OUT_OF_OFFICE) {
    const told = words.activity(activity)
    if (told !== words.sign(signOf(availability, null))) return told
  }
  if (note.value !== null && note.value.message !== '' && !note.isStale) return note.value.message
  return place.isStale ? '' : (place.value ?? '')
}

/** Lit: here, now. The edge alone: idle. Plain: not to be disturbed, or soon back. Outlined: cannot be reached. */
function lookOf(sign: Sign | null, isStale: boolean): 'lit' | 'edged' | 'plain' | 'outlined' {
  if (sign === null || isStale) return 'outlined'
  if (sign === 'available') return 'lit'
  if (sign === 'availableIdle') return 'edged'
  return weightOf(sign) === 'regular' ? 'outlined' : 'plain'
}

/** More than a line holds at full size. */
const isLong = (name: string): boolean =>
  Array.from(name).reduce((width, letter) => width + widthOf(letter), 0) > MOST_LETTERS
const MOST_LETTERS = 15

/** In Latin letters: Greek and Cyrillic are somewhat wider, Chinese, Japanese and Korean twice as wide. */
function widthOf(letter: string): number {
  if (/[\u2E80-\uFFEF]/.test(letter)) return 2
  return /[\u0370-\u052F]/.test(letter) ? 1.2 : 1
}
