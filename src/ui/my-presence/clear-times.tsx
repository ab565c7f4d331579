import { ClockRegular } from '@fluentui/react-icons/svg/clock'
import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { clearTimesMs, isClearable, saidTime } from './until-times.ts'
import type { ClearTime } from './until-times.ts'

type ClearTimesProps = {
  chosen: ClearTime
  onChoose: (time: ClearTime) => void
}

/** When a note is to be cleared. The page that is open then does it, and says so here. */
export function ClearTimes({ chosen, onChoose }: ClearTimesProps) {
  const { nowStore, preferencesStore } = useServices()
  const { note } = useWords().mine
  const [openedAtMs] = useState(() => nowStore.getState().nowMs) // choices do not move under the pointer
  const [isChoosing, setIsChoosing] = useState(false)
  const endOfDay = useStore(preferencesStore, (preferences) => preferences.endOfDay)
  const [labelId, pastId] = [useId(), useId()]
  const isPast = useStore(nowStore, ({ nowMs }) => chosen.kind === 'at' && !isClearable(chosen, nowMs))
  const { hour, others } = clearTimesMs(openedAtMs, endOfDay)
  const times: readonly { readonly text: string; readonly time: ClearTime }[] = [
    { text: note.never, time: { kind: 'never' } },
    { text: note.inOneHour, time: { kind: 'at', atMs: hour } },
    ...others.map((atMs) => ({ text: note.at(atMs, openedAtMs), time: { kind: 'at' as const, atMs } })),
  ]
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
            onChoose({ kind: 'unsaid' })
          }}
        >
          <ClockRegular fontSize={16} aria-hidden="true" />
          {note.choose}
        </button>
      </div>
      {isChoosing && (
        <input
          ref={(field) => field?.setCustomValidity(isPast ? note.past : '')}
          type="datetime-local"
          className="editor-text note-editor-when"
          aria-label={note.clearAt}
          aria-invalid={isPast}
          aria-describedby={pastId}
          required
          onChange={(event) => onChoose(saidTime(event.target.value))}
        />
      )}
      <p id={pastId} className={isPast ? 'editor-hint editor-hint-wrong' : 'editor-hint'} role="status">
        {isPast ? note.past : isChoosing || chosen.kind !== 'never' ? note.clearHint : null}
      </p>
    </div>
  )
}

const isSame = (one: ClearTime, other: ClearTime): boolean =>
  one.kind === 'at' && other.kind === 'at' ? one.atMs === other.atMs : one.kind === other.kind
