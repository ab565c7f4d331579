import { ClockRegular } from '@fluentui/react-icons/svg/clock'
import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { clearTimesMs, localMs } from './until-times.ts'

type ClearTimesProps = {
  /** Milliseconds since the Unix epoch; null: never. */
  chosenMs: number | null
  onChoose: (atMs: number | null) => void
}

/** When a note is to be cleared. The page that is open then does it, and says so here. */
export function ClearTimes({ chosenMs, onChoose }: ClearTimesProps) {
  const { nowStore, preferencesStore } = useServices()
  const { note } = useWords().mine
  const [openedAtMs] = useState(() => nowStore.getState().nowMs) // choices do not move under the pointer
  const [isChoosing, setIsChoosing] = useState(false)
  const nowMs = useStore(nowStore, (now) => now.nowMs)
  const endOfDay = useStore(preferencesStore, (preferences) => preferences.endOfDay)
  const labelId = useId()
  const { hour, others } = clearTimesMs(openedAtMs, endOfDay)
  const times: readonly { readonly text: string; readonly atMs: number | null }[] = [
    { text: note.never, atMs: null },
    { text: note.inOneHour, atMs: hour },
    ...others.map((atMs) => ({ text: note.at(atMs, openedAtMs), atMs })),
  ]
  return (
    <div className="note-editor-section">
      <p id={labelId} className="editor-label">
        {note.clearIt}
      </p>
      <div className="note-editor-chips" role="group" aria-labelledby={labelId}>
        {times.map(({ text, atMs }) => (
          <button
            key={text}
            type="button"
            className="note-editor-chip"
            aria-pressed={!isChoosing && chosenMs === atMs}
            onClick={() => {
              setIsChoosing(false)
              onChoose(atMs)
            }}
          >
            {text}
          </button>
        ))}
        <button
          type="button"
          className="note-editor-chip"
          aria-pressed={isChoosing}
          onClick={() => {
            setIsChoosing(true)
            onChoose(null)
          }}
        >
          <ClockRegular fontSize={16} aria-hidden="true" />
          {note.choose}
        </button>
      </div>
      {isChoosing && (
        <input
          type="datetime-local"
          className="editor-text note-editor-when"
          aria-label={note.clearAt}
          required
          onChange={(event) => onChoose(localMs(event.target.value, nowMs))}
        />
      )}
      {(isChoosing || chosenMs !== null) && <p className="editor-hint">{note.clearHint}</p>}
    </div>
  )
}
