import { CommentRegular } from '@fluentui/react-icons/svg/comment'
import { LocationRegular } from '@fluentui/react-icons/svg/location'
import type { Ref } from 'react'
import type { Note } from '../../ucwa/note.ts'
import { useWords } from '../words/words.ts'
import './note-line.css'

type NoteLineProps = {
  /** What is shown: a choice under way, else the server's. Null: none. */
  message: string | null
  type: Note['type']
  isPending: boolean
  isStale: boolean
  canChange: boolean
  onEdit: () => void
  ref: Ref<HTMLButtonElement>
}

/** One's own note; a click changes it. */
export function NoteLine({ message, type, isPending, isStale, canChange, onEdit, ref }: NoteLineProps) {
  const { me, outOfOfficeTag } = useWords()
  const isOff = !canChange || isStale
  return (
    <button
      ref={ref}
      type="button"
      className={isPending ? 'note-line note-line-pending' : 'note-line'}
      aria-label={`${canChange ? me.changeNote : me.note}: ${message ?? me.noNoteReadOnly}${isPending ? `, ${me.saving}` : ''}`}
      aria-haspopup="dialog"
      aria-disabled={isOff}
      title={canChange && isStale ? me.whyNot : undefined}
      onClick={isOff ? undefined : onEdit}
    >
      <CommentRegular className="note-line-icon" fontSize={20} aria-hidden="true" />
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
    </button>
  )
}

export function LocationLine({ location }: { location: string }) {
  return (
    <p className="location-line">
      <LocationRegular className="note-line-icon" fontSize={20} aria-hidden="true" />
      <span className="visually-hidden">{useWords().me.location}: </span>
      <bdi>{location}</bdi>
    </p>
  )
}
