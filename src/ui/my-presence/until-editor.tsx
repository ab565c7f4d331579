import { Button, Popover, PopoverSurface } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { useDrawnStaleNow } from '../freshness.ts'
import type { Closed } from '../parts/choice-menu.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { nextAtMs } from './until-times.ts'
import '../parts/menu.css'
import './editor.css'

type UntilEditorProps = {
  target: HTMLElement | null
  /** "Busy until" */
  title: string
  hint: string
  onChoose: (atMs: number) => void
  onClose: (how: Closed) => void
}

/** A time of one's own, on the wall's clock: today, or tomorrow once it is past. */
export function UntilEditor({ target, title, hint, onChoose, onClose }: UntilEditorProps) {
  const { me, mine } = useWords()
  const { nowStore } = useServices()
  const isStale = useDrawnStaleNow()
  const [time, setTime] = useState('')
  const titleId = useId()
  const timeId = useId()

  const choose = (event: FormEvent): void => {
    event.preventDefault()
    const atMs = nextAtMs(time, nowStore.getState().nowMs)
    if (atMs !== null && !isStale) onChoose(atMs)
  }
  return (
    <>
      <div className="menu-scrim" aria-hidden="true" />
      <Popover
        open
        trapFocus
        onOpenChange={(event, { open }) => {
          if (!open) onClose(event.type === 'keydown' ? 'byKey' : 'byPointer')
        }}
        positioning={{ target, position: 'below', align: 'start', offset: 4 }}
      >
        <PopoverSurface className="menu editor" aria-labelledby={titleId}>
          <form onSubmit={choose}>
            <h2 id={titleId} className="editor-title">
              {title}
            </h2>
            <label htmlFor={timeId} className="editor-label">
              {mine.until.time}
            </label>
            <input
              id={timeId}
              type="time"
              required
              className="editor-text"
              value={time}
              onChange={(event) => setTime(event.target.value)}
            />
            <p className="editor-hint">{isStale ? me.whyNot : hint}</p>
            <div className="editor-actions">
              <Button appearance="primary" type="submit" disabledFocusable={isStale}>
                {mine.until.set}
              </Button>
              <Button onClick={() => onClose('byKey')}>{me.cancel}</Button>
            </div>
          </form>
        </PopoverSurface>
      </Popover>
    </>
  )
}
