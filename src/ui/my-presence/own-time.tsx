import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { isAhead, saidTime, wallTime } from './until-times.ts'
import type { EndTime } from './until-times.ts'

type OwnTimeProps = {
  label: string
  time: EndTime
  /** What will be done then, and by whom. */
  hint: string
  onChoose: (time: EndTime) => void
}

/** A day and a time of one's own, which must be to come. */
export function OwnTime({ label, time, hint, onChoose }: OwnTimeProps) {
  const { past } = useWords().mine.until
  const isPast = useStore(useServices().nowStore, ({ nowMs }) => time.kind === 'at' && !isAhead(time, nowMs))
  const [first] = useState(() => (time.kind === 'at' ? wallTime(time.atMs) : ''))
  const [fieldId, hintId] = [useId(), useId()]
  return (
    <>
      <label htmlFor={fieldId} className="editor-label">
        {label}
      </label>
      <input
        ref={(field) => field?.setCustomValidity(isPast ? past : '')}
        id={fieldId}
        type="datetime-local"
        className="editor-text"
        aria-invalid={isPast}
        aria-describedby={hintId}
        required
        defaultValue={first}
        onChange={(event) => onChoose(saidTime(event.target.value))}
      />
      <p id={hintId} className={isPast ? 'editor-hint editor-hint-wrong' : 'editor-hint'} role="status">
        {isPast ? past : hint}
      </p>
    </>
  )
}
