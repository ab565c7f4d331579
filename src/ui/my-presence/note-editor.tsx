import { useId, useState } from 'react'
import type { PreferredAvailability } from '../../ucwa/availability.ts'
import { canEndByItself } from '../../ucwa/presence.ts'
import type { Closed } from '../parts/choice-menu.tsx'
import { signOfChoice } from '../parts/sign.ts'
import { StateSign } from '../parts/state-sign.tsx'
import type { Preferences } from '../../state/preferences-store.ts'
import { CHOICES } from '../../state/choices.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import { ClearTimes } from './clear-times.tsx'
import { Editor, TakeAway } from './editor.tsx'
import { RecentNotes } from './recent-notes.tsx'
import { clearTimesMs, endOfDayMs, isAhead } from './until-times.ts'
import type { EndTime } from './until-times.ts'
import './note-editor.css'

export type NoteChoice = {
  /** Null clears it. */
  readonly message: string | null
  /** To be published with it; null leaves the availability alone. */
  readonly together: PreferredAvailability | null
  /** Until then, both of them, by this browser's doing; null: nothing ends them. */
  readonly endsAtMs: number | null
}

type NoteEditorProps = {
  target: HTMLElement | null
  /** A text begun earlier, or what is published. It is kept whatever happens to the connection. */
  draft: string
  onDraft: (draft: string) => void
  /** Whether people see an out-of-office message instead for now. */
  isOutOfOffice: boolean
  hasNote: boolean
  /** While stale nothing can be published, and the reason is said. */
  isStale: boolean
  canSetPresence: boolean
  /** When the text that is begun with was to end; undefined: it has no end of its own, and what is preferred holds. */
  endsAtMs: number | null | undefined
  onPublish: (choice: NoteChoice) => void
  /** Put aside: what was begun is kept. */
  onClose: (how: Closed) => void
  /** Thrown away. */
  onCancel: () => void
}

/** One's own note, an availability together with it, and when both end. */
export function NoteEditor(props: NoteEditorProps) {
  const {
    target,
    draft,
    onDraft,
    isOutOfOffice,
    hasNote,
    isStale,
    canSetPresence,
    endsAtMs: begunWithMs,
    onPublish,
    onClose,
    onCancel,
  } = props
  const words = useWords()
  const { nowStore, preferencesStore } = useServices()
  const [endTime, setEndTime] = useState(() =>
    firstEndTime(begunWithMs, preferencesStore.getState(), nowStore.getState().nowMs),
  )
  const [together, setTogether] = useState<PreferredAvailability | null>(null)

  const publish = (message: string): void => {
    if (!isAhead(endTime, nowStore.getState().nowMs)) return
    const endsAtMs = endTime.kind === 'at' ? endTime.atMs : null
    onPublish({ message: message === '' ? null : message, together, endsAtMs })
  }
  return (
    <Editor
      target={target}
      place="beside"
      className="note-editor"
      title={words.me.note}
      submit={words.me.publish}
      isOff={isStale}
      onSubmit={() => publish(draft.trim())}
      onClose={onClose}
      onCancel={onCancel}
      last={
        hasNote && (
          <TakeAway isOff={isStale} onTakeAway={() => publish('')}>
            {words.me.clearNote}
          </TakeAway>
        )
      }
    >
      <textarea
        className="editor-text note-editor-text"
        aria-label={words.me.editNote}
        rows={3}
        dir="auto"
        value={draft}
        onChange={(event) => onDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          event.currentTarget.form?.requestSubmit() // which asks for what is missing, as the button does
        }}
      />
      {isOutOfOffice && <p className="editor-hint">{words.mine.note.outOfOffice}</p>}
      <ClearTimes chosen={endTime} hint={hintFor(words, together)} onChoose={setEndTime} />
      <RecentNotes onUse={onDraft} />
      {canSetPresence && <Together chosen={together} endTime={endTime} onChoose={setTogether} />}
      {isStale && <p className="editor-hint">{words.me.whyNot}</p>}
    </Editor>
  )
}

type TogetherProps = {
  chosen: PreferredAvailability | null
  endTime: EndTime
  onChoose: (chosen: PreferredAvailability | null) => void
}

/** An availability to be published with the note: "Busy, until 15:00". */
function Together({ chosen, endTime, onChoose }: TogetherProps) {
  const { choice, me, mine } = useWords()
  const { nowStore } = useServices()
  const [openedAtMs] = useState(() => nowStore.getState().nowMs)
  const id = useId()
  const named = (wanted: PreferredAvailability): string =>
    endTime.kind === 'at' ? mine.until.state(choice(wanted), endTime.atMs, openedAtMs) : choice(wanted)
  return (
    <div className="note-editor-together">
      <label htmlFor={id}>{me.togetherWith}</label>
      <span className="note-editor-select">
        {chosen !== null && <StateSign sign={signOfChoice(chosen)} size={14} />}
        <select
          id={id}
          value={chosen ?? ''}
          onChange={(event) => onChoose(CHOICES.find((each) => each === event.target.value) ?? null)}
        >
          <option value="">{me.availabilityUnchanged}</option>
          {CHOICES.map((wanted) => (
            <option key={wanted} value={wanted}>
              {named(wanted)}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}

/** What the page does at the end, of all that is published here; and what the server does before. */
function hintFor({ mine: { note } }: Words, together: PreferredAvailability | null): string {
  if (together === null) return note.clearHint
  return canEndByItself(together) ? note.endBothHintBusy : note.endBothHint
}

/**
 * Who edits a text keeps its end, while that is ahead. Else whoever prefers their notes to last until the evening finds that
 * chosen; so late in the day that it is no choice, never.
 */
function firstEndTime(
  begunWithMs: number | null | undefined,
  { clearNote, endOfDay }: Preferences,
  nowMs: number,
): EndTime {
  if (begunWithMs === null) return { kind: 'never' }
  if (begunWithMs !== undefined && begunWithMs > nowMs) return { kind: 'at', atMs: begunWithMs }
  const endMs = clearNote === 'today' ? endOfDayMs(nowMs, endOfDay) : null
  return endMs !== null && clearTimesMs(nowMs, endOfDay).others.includes(endMs)
    ? { kind: 'at', atMs: endMs }
    : { kind: 'never' }
}
