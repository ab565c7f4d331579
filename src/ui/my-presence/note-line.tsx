import { CommentRegular } from '@fluentui/react-icons/svg/comment'
import { LocationRegular } from '@fluentui/react-icons/svg/location'
import { useId } from 'react'
import type { Ref } from 'react'
import type { Note } from '../../ucwa/note.ts'
import { useKeyHints } from '../keys/use-key-hints.ts'
import { useWords } from '../words/words.ts'
import './note-line.css'

type NoteLineProps = {
  /** What is shown: a choice under way, else the server's. Null: none. */
  message: string | null
  type: Note['type']
  isPending: boolean
  /** Whether it may no longer be so. */
  isOld: boolean
  /** Whether nothing can be published now, since the page is not live. */
  isOff: boolean
  canChange: boolean
  /** What stands below it, small: since when, and until when; null: nothing. */
  publishedAt: string | null
  clearsAt: string | null
  onEdit: () => void
  ref: Ref<HTMLButtonElement>
}

/** One's own note; a click changes it. */
export function NoteLine(props: NoteLineProps) {
  const { message, type, isPending, isOld, isOff, canChange, publishedAt, clearsAt, onEdit, ref } = props
  const { me, outOfOfficeTag, keys } = useWords()
  const hint = useKeyHints()
  const asideId = useId()
  const isDisabled = !canChange || isOff
  const look = isPending ? 'note-line note-line-pending' : isOld ? 'note-line note-line-old' : 'note-line'
  return (
    <button
      ref={ref}
      type="button"
      className={look}
      aria-label={`${canChange ? me.changeNote : me.note}: ${message ?? me.noNoteReadOnly}${isPending ? `, ${me.saving}` : ''}`}
      aria-describedby={asideId}
      aria-haspopup="dialog"
      aria-disabled={isDisabled}
      {...(canChange && (isOff ? { title: me.whyNot } : hint('note', keys.does('note'))))}
      onClick={isDisabled ? undefined : onEdit}
    >
      <CommentRegular className="note-line-icon" fontSize={20} aria-hidden="true" />
      <span className="note-line-lines">
        <span className="note-line-text">
          {type === 'OutOfOffice' && message !== null && !isPending && (
            <span className="note-line-tag">{outOfOfficeTag}</span>
          )}
          {message === null ? (
            <span className="note-line-none">{canChange ? me.noNote : me.noNoteReadOnly}</span>
          ) : (
            <bdi>{message}</bdi>
          )}
          {isPending && <span className="note-line-saving">{me.saving}</span>}
        </span>
        {(publishedAt !== null || clearsAt !== null) && (
          <span id={asideId} className="note-line-aside">
            {publishedAt !== null && (
              <span className="note-line-published">
                {publishedAt}
                {clearsAt !== null && ', '}
              </span>
            )}
            {clearsAt}
          </span>
        )}
      </span>
    </button>
  )
}

type LocationLineProps = {
  location: string | null
  isPending: boolean
  isOld: boolean
  isOff: boolean
  canChange: boolean
  onEdit: () => void
  ref: Ref<HTMLButtonElement>
}

/** One's own place; a click changes it. */
export function LocationLine(props: LocationLineProps) {
  const { location, isPending, isOld, isOff, canChange, onEdit, ref } = props
  const { me, mine, keys } = useWords()
  const hint = useKeyHints()
  const isDisabled = !canChange || isOff
  const toChange = location === null ? mine.location.set : mine.location.change(location)
  const name = canChange ? toChange : `${mine.location.title}: ${location ?? mine.location.none}`
  const look = isPending ? 'note-line note-line-pending' : isOld ? 'note-line note-line-old' : 'note-line'
  return (
    <button
      ref={ref}
      type="button"
      className={look}
      aria-label={`${name}${isPending ? `, ${me.saving}` : ''}`}
      aria-haspopup="dialog"
      aria-disabled={isDisabled}
      {...(canChange && (isOff ? { title: me.whyNot } : hint('location', keys.does('location'))))}
      onClick={isDisabled ? undefined : onEdit}
    >
      <LocationRegular className="note-line-icon" fontSize={20} aria-hidden="true" />
      <span className="note-line-text">
        {location === null ? (
          <span className="note-line-none">{canChange ? mine.location.set : mine.location.none}</span>
        ) : (
          <bdi>{location}</bdi>
        )}
        {isPending && <span className="note-line-saving">{me.saving}</span>}
      </span>
    </button>
  )
}
