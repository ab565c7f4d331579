import { ClockRegular } from '@fluentui/react-icons/svg/clock'
import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { OwnTime } from './own-time.tsx'
import { clearTimesMs, firstOwnTime } from './until-times.ts'
import type { EndTime } from './until-times.ts'

type ClearTimesProps = {
  chosen: EndTime
  /** What the page that is open then does, and what not. */
  hint: string
  onChoose: (time: EndTime) => void
}

/** When a note is to be cleared, and what is published together with it to be reset. */
export function ClearTimes({ chosen, hint, onChoose }: ClearTimesProps) {
  const { nowStore, preferencesStore } = useServices()
  const { note } = useWords().mine
  const [openedAtMs] = useState(() => nowStore.getState().nowMs) // choices do not move under the pointer
  const endOfDay = useStore(preferencesStore, (preferences) => preferences.endOfDay)
  const labelId = useId()
  const { hour, others } = clearTimesMs(openedAtMs, endOfDay)
  const times: readonly { readonly text: string; readonly time: EndTime }[] = [
    { text: note.never, time: { kind: 'never' } },
    { text: note.inOneHour, time: { kind: 'at', atMs: hour } },
    ...others.map((atMs) => ({ text: note.at(atMs, openedAtMs), time: { kind: 'at' as const, atMs } })),
  ]
  const [isChoosing, setIsChoosing] = useState(() => !times.some(({ time }) => isSame(time, chosen)))
  return (
    <div className="note-editor-section">
      <p id={labelId} className="editor-label">
        {note.clearIt}
      </p>
      <div className="note-editor-chips" role="group" aria-labelledby={labelId}>
        {times.map(({ text, time }) => (
          <button
            key={text}
            type="button"
            className="note-editor-chip"
            aria-pressed={!isChoosing && isSame(time, chosen)}
            onClick={() => {
              setIsChoosing(false)
              onChoose(time)
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
            onChoose(firstOwnTime(nowStore.getState().nowMs))
          }}
        >
          <ClockRegular fontSize={16} aria-hidden="true" />
          {note.choose}
        </button>
      </div>
      {isChoosing ? (
        <div className="note-editor-when">
          <OwnTime label={note.clearAt} time={chosen} hint={hint} onChoose={onChoose} />
        </div>
      ) : (
        <p className="editor-hint" role="status">
          {chosen.kind === 'never' ? null : hint}
        </p>
      )}
    </div>
  )
}

const isSame = (one: EndTime, other: EndTime): boolean =>
  one.kind === 'at' && other.kind === 'at' ? one.atMs === other.atMs : one.kind === other.kind
