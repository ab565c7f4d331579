import { AlertFilled } from '@fluentui/react-icons/svg/alert'
import { LocationRegular } from '@fluentui/react-icons/svg/location'
import { PhoneRegular } from '@fluentui/react-icons/svg/phone'
import { StarFilled } from '@fluentui/react-icons/svg/star'
import { memo } from 'react'
import type { ReactNode, Ref } from 'react'
import { useStore } from 'zustand'
import { contactLocationQuery } from '../../data/contact-location.ts'
import { contactNoteQuery } from '../../data/contact-note.ts'
import type { Pending } from '../../data/roster.ts'
import type { ContactNote } from '../../ucwa/contact-note.ts'
import type { Density } from '../../state/view.ts'
import type { Contact } from '../../ucwa/contact.ts'
import { useKnownAtMs } from '../freshness.ts'
import { roleOf, weightOf } from '../parts/sign.ts'
import { RowActions } from '../manage/row-actions.tsx'
import { useIsFavourite } from '../manage/use-is-favourite.ts'
import { useIsWatched } from '../watching/use-watch.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useServices } from '../services.ts'
import { useTodayMs } from '../today.ts'
import { useWords } from '../words/words.ts'
import { Portrait } from './portrait.tsx'
import { rowName } from './row-name.ts'
import { isOnMobile, signOfKnown, tellingLine } from './telling-line.ts'
import type { KnownPresence, Standing } from './telling-line.ts'
import { useOpenPerson, useOpenedPerson } from '../person/door.tsx'
import { locationOf, useIsBlocked, useKnown, useText } from './known.ts'
import type { Text } from './known.ts'
import { useChanges } from './changes.ts'
import { placeOfCard } from './place-of-card.ts'
import type { PlaceOfCard } from './place-of-card.ts'
import { Marked } from './marked.tsx'
import { Tint } from './tint.tsx'
import './contact-row.css'
import './densities.css'

type ContactRowProps = PlaceOfCard & {
  contact: Contact
  /** What is being done with them in this place; null: nothing. */
  pending: Pending | null
  /** False: found in the directory, and on no list yet. */
  isListed: boolean
  /** Opens their menu. */
  onMore: (rowKey: string, target: HTMLElement) => void
  density: Density
  rowIndex: number
  /** Whether Tab leads to this row, of all in the list. */
  isTabStop: boolean
  rowKey: string
  ref?: Ref<HTMLDivElement>
}

/**
 * One person. Reads what is theirs by itself, so that a change of one draws one row again.
 * The row is fixed in height: a note that arrives moves nothing.
 */
export const ContactRow = memo(function ContactRow(props: ContactRowProps) {
  const { contact, pending, isListed, onMore, density } = props
  const { rowIndex, isTabStop, rowKey, ref } = props
  const { ucwa } = useServices()
  const words = useWords()
  const known = useKnown(contact.uri)
  const note = useText(contactNoteQuery(ucwa, contact.uri), asItIs)
  const place = useText(contactLocationQuery(ucwa, contact.uri), locationOf)
  const knownAtMs = useKnownAtMs()
  const todayMs = useTodayMs()

  const isStale = known.kind === 'read' && known.isStale
  const isBlocked = useIsBlocked(contact.uri)
  const own = signOfKnown(known)
  const sign = isBlocked && own !== null ? 'blocked' : own
  const changes = useChanges(sign, isStale)
  const isOtherCompany = contact.sourceNetwork !== null && contact.sourceNetwork !== 'SameEnterprise'
  const who = { name: contact.name, isOtherCompany, isBlocked }
  const openPerson = useOpenPerson()
  const isOpened = useOpenedPerson() === contact.uri
  const isFavourite = useIsFavourite(contact.uri) && isListed
  const isWatched = useIsWatched(contact.uri)
  const weight = sign === null || isStale ? 'regular' : weightOf(sign)

  return (
    <div
      ref={ref}
      role="row"
      className={`contact-row ${isStale ? 'contact-row-stale' : ''} ${isOpened ? 'contact-row-opened' : ''} ${pending === null ? '' : 'contact-row-pending'}`}
      style={placeOfCard(props)}
      aria-label={flagged(rowName(words, who, known, liveOnly(note), liveOnly(place), knownAtMs, todayMs), [
        isWatched ? words.watching.isWatched : null,
        isFavourite ? words.manage.isFavourite : null,
        pending === null ? null : words.manage.pending(pending),
      ])}
      aria-rowindex={rowIndex}
      aria-selected={isOpened}
      tabIndex={isTabStop ? 0 : -1}
      data-row={rowKey}
      onClick={(event) => openPerson(contact, event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return
        event.preventDefault()
        openPerson(contact, event.currentTarget)
      }}
    >
      <div role="gridcell" className="contact-row-cell">
        {changes > 0 && sign !== null && <Tint key={changes} sign={sign} />}
        {density === 'compact' ? (
          <span className="contact-row-sign">
            {sign !== null && <StateSign sign={sign} size={14} look={isStale ? 'stale' : 'live'} />}
          </span>
        ) : (
          <Portrait
            of={contact}
            rel="contactPhoto"
            name={contact.name}
            colourBy={contact.uri}
            size={density === 'cards' ? 48 : 40}
            sign={sign}
            look={isStale ? 'stale' : 'live'}
          />
        )}
        <span className="contact-row-who">
          <span className={`contact-row-name weight-${weight}`}>
            <Marked text={contact.name} />
            {isWatched && <AlertFilled className="contact-row-star" fontSize={14} aria-hidden="true" />}
            {isFavourite && <StarFilled className="contact-row-star" fontSize={14} aria-hidden="true" />}
          </span>
          {density === 'list' && <Description contact={contact} />}
        </span>
        <span className="contact-row-state">
          {sign === null ? (
            <>
              <Skeleton widthPx={76} />
              {density !== 'compact' && <Skeleton widthPx={52} isSmall />}
            </>
          ) : (
            <>
              <span
                key={changes}
                className={`contact-row-word role-word role-${isStale ? 'neutral' : roleOf(sign)} weight-${weight} ${changes > 0 ? 'contact-row-fresh' : ''}`}
                title={isStale ? words.wasSign(sign) : words.sign(sign)}
              >
                {isStale ? words.wasSign(sign) : words.sign(sign)}
              </span>
              {density === 'compact' ? null : pending === null ? (
                <Telling known={known} standing={who} />
              ) : (
                <span className="contact-row-line">{words.manage.pending(pending)}</span>
              )}
            </>
          )}
        </span>
        {density === 'compact' ? (
          <Rest known={known} standing={who} pending={pending} note={note} />
        ) : (
          <NoteText note={note.value} isStale={note.isStale} isTagSaid={sign === 'outOfOffice' && !isStale} />
        )}
        {density === 'list' && <Place place={place.value} isStale={place.isStale} />}
        <RowActions
          contact={contact}
          isListed={isListed}
          isTabStop={isTabStop}
          onMore={(target) => onMore(rowKey, target)}
        />
      </div>
    </div>
  )
})

function Description({ contact }: { contact: Contact }) {
  const parts = [contact.title, contact.department].filter((part) => part !== null && part !== '')
  if (parts.length === 0) return null
  return (
    <span className="contact-row-line">
      <Marked text={parts.join(' · ')} />
    </span>
  )
}

/** Its own component, since with the minutes only these words change. */
function Telling({ known, standing }: { known: KnownPresence; standing: Standing }) {
  const words = useWords()
  const telling = useStore(useServices().nowStore, ({ nowMs }) => tellingLine(words, known, standing, nowMs))
  const isMobile = isOnMobile(known)
  const line = telling === '' && isMobile ? words.onMobile : telling // no sign without its word
  if (line === '') return null // the word then stands in the middle
  return (
    <span className="contact-row-line">
      {isMobile && <PhoneRegular className="contact-row-glyph" fontSize={16} aria-hidden="true" />}
      <bdi>{line}</bdi>
    </span>
  )
}

type RestProps = {
  known: KnownPresence
  standing: Standing
  pending: Pending | null
  note: Text<ContactNote>
}

/** All on one line: what is under way, or what is most telling; then the note. */
function Rest({ known, standing, pending, note }: RestProps) {
  const words = useWords()
  const telling = useStore(useServices().nowStore, ({ nowMs }) => tellingLine(words, known, standing, nowMs))
  const line = pending === null ? telling : words.manage.pending(pending)
  const message = note.value?.message ?? ''
  return (
    <span
      className={note.isStale ? 'contact-row-rest contact-row-old' : 'contact-row-rest'}
      title={message === '' ? undefined : message}
    >
      <bdi>{line}</bdi>
      {line !== '' && message !== '' && ' · '}
      {note.value?.type === 'OutOfOffice' && <span className="contact-row-tag">{words.outOfOfficeTag}</span>}
      {message !== '' && <Marked text={message} />}
    </span>
  )
}

type NoteTextProps = {
  note: ContactNote | null
  isStale: boolean
  /** What the tag says stands beside the name already, as how they are. */
  isTagSaid: boolean
}

function NoteText({ note, isStale, isTagSaid }: NoteTextProps): ReactNode {
  const words = useWords()
  if (note === null) return <span className="contact-row-note" />
  return (
    <span className={isStale ? 'contact-row-note contact-row-old' : 'contact-row-note'} title={note.message}>
      <span className="contact-row-clamp">
        {note.type === 'OutOfOffice' && (
          <span className={isTagSaid ? 'contact-row-tag contact-row-tag-said' : 'contact-row-tag'}>
            {words.outOfOfficeTag}
          </span>
        )}
        <Marked text={note.message} />
      </span>
    </span>
  )
}

function Place({ place, isStale }: { place: string | null; isStale: boolean }) {
  return (
    <span
      className={isStale ? 'contact-row-place contact-row-old' : 'contact-row-place'}
      title={place ?? undefined}
    >
      {place !== null && (
        <>
          <LocationRegular className="contact-row-glyph" fontSize={16} aria-hidden="true" />
          <Marked text={place} />
        </>
      )}
    </span>
  )
}

const flagged = (name: string, flags: readonly (string | null)[]): string =>
  [name, ...flags.filter((flag) => flag !== null)].join(', ')

const asItIs = (note: ContactNote | null): ContactNote | null => note
const liveOnly = <T,>({ value, isStale }: Text<T>): T | null => (isStale ? null : value)
