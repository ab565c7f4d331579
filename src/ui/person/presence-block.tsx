import { useStore } from 'zustand'
import { contactNoteQuery } from '../../data/contact-note.ts'
import type { Contact } from '../../ucwa/contact.ts'
import { useText } from '../contact/known.ts'
import { signOfKnown, tellingLine } from '../contact/telling-line.ts'
import type { KnownPresence } from '../contact/telling-line.ts'
import { useKnownAtMs } from '../freshness.ts'
import { roleOf, signOf, weightOf } from '../parts/sign.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { StateSign } from '../parts/state-sign.tsx'
import { useServices } from '../services.ts'
import { useTodayMs } from '../today.ts'
import { useWords } from '../words/words.ts'
import { isOtherCompany } from './standing.ts'

type PresenceBlockProps = { contact: Contact; known: KnownPresence; isBlocked: boolean }

/** How somebody is, since when, and what they say: in the present where it is so now, in the past where it may not be. */
export function PresenceBlock({ contact, known, isBlocked }: PresenceBlockProps) {
  const words = useWords()
  const { ucwa } = useServices()
  const note = useText(contactNoteQuery(ucwa, contact.uri), (found) => found)
  const own = signOfKnown(known)
  if (own === null) {
    return (
      <div className="person-presence role-neutral" aria-hidden="true">
        <span className="person-nobody" />
        <Skeleton widthPx={96} />
      </div>
    )
  }
  const isStale = known.kind === 'read' && known.isStale
  const sign = isBlocked ? 'blocked' : own
  return (
    <div className={`person-presence role-${isStale ? 'neutral' : roleOf(sign)}`}>
      <StateSign sign={sign} size={18} look={isStale ? 'stale' : 'live'} />
      <p className={`person-word role-word weight-${isStale ? 'regular' : weightOf(sign)}`}>
        {isStale ? words.wasSign(sign) : words.sign(sign)}
      </p>
      {(isStale || !isBlocked) && <When known={known} />}
      <div className="person-said">
        {isBlocked && <p>{words.person.blocked}</p>}
        <Telling contact={contact} known={known} isBlocked={isBlocked} />
        {note.value !== null && (
          <p className={note.isStale ? 'person-note person-old' : 'person-note'}>
            {note.value.type === 'OutOfOffice' && <span className="person-tag">{words.outOfOfficeTag}</span>}
            <bdi>{note.value.message}</bdi>
          </p>
        )}
      </div>
    </div>
  )
}

/** Since when, if this page saw it; while stale, when it was last so. */
function When({ known }: { known: KnownPresence }) {
  const words = useWords()
  const knownAtMs = useKnownAtMs()
  const todayMs = useTodayMs()
  if (known.kind !== 'read') return null
  const asOfMs = known.asOfMs ?? knownAtMs
  if (known.isStale)
    return asOfMs === null ? null : <p className="person-when">{words.asOf(asOfMs, todayMs)}</p>
  if (known.sinceMs === null) return null
  return <p className="person-when">{words.person.since(known.sinceMs, todayMs)}</p>
}

/** The activity, or why nothing is known. How long, and when they were last active, stand elsewhere in the panel. */
function Telling({ contact, known, isBlocked }: PresenceBlockProps) {
  const words = useWords()
  const line = useStore(useServices().nowStore, ({ nowMs }) => {
    const told = untimed(known)
    if (isBlocked && told.kind === 'read') {
      const { availability, activity } = told.presence
      const sign = signOf(availability, activity)
      return words.person.ownState(told.isStale ? words.wasSign(sign) : words.sign(sign))
    }
    return tellingLine(words, told, { isOtherCompany: isOtherCompany(contact), isBlocked: false }, nowMs)
  })
  return line === '' ? null : (
    <p className="person-telling">
      <bdi>{line}</bdi>
    </p>
  )
}

function untimed(known: KnownPresence): KnownPresence {
  if (known.kind !== 'read') return known
  return { ...known, sinceMs: null, asOfMs: null, presence: { ...known.presence, lastActiveAtMs: null } }
}
