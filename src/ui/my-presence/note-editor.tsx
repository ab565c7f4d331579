import { Button, Popover, PopoverSurface } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import type { PreferredAvailability } from '../../ucwa/availability.ts'
import type { Closed } from '../parts/choice-menu.tsx'
import { signOfChoice } from '../parts/sign.ts'
import { StateSign } from '../parts/state-sign.tsx'
import type { Preferences } from '../../state/preferences-store.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { CHOICES } from './choices.ts'
import { ClearTimes } from './clear-times.tsx'
import { RecentNotes } from './recent-notes.tsx'
import { clearTimesMs, endOfDayMs, isClearable } from './until-times.ts'
import type { ClearTime } from './until-times.ts'
import '../parts/menu.css'
import './editor.css'
import './note-editor.css'

export type NoteChoice = {
  /** Null clears it. */
  readonly message: string | null
  /** To be published with it; null leaves the availability alone. */
  readonly together: PreferredAvailability | null
  /** To be cleared then, by this browser; null: never. */
  readonly clearAtMs: number | null
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
  onPublish: (choice: NoteChoice) => void
  /** Put aside: what was begun is kept. */
  onClose: (how: Closed) => void
  /** Thrown away. */
  onCancel: () => void
}

/** In a file of its own, since popovers are heavy and loaded when first opened. */
export function NoteEditor(props: NoteEditorProps) {
  const {
    target,
    draft,
    onDraft,
    isOutOfOffice,
    hasNote,
    isStale,
    canSetPresence,
    onPublish,
    onClose,
    onCancel,
  } = props
  const words = useWords()
  const { nowStore, preferencesStore } = useServices()
  const [clearTime, setClearTime] = useState(() =>
    firstClearTime(preferencesStore.getState(), nowStore.getState().nowMs),
  )
  const [together, setTogether] = useState<PreferredAvailability | null>(null)
  const titleId = useId()
  const togetherId = useId()

  const publish = (event: FormEvent): void => {
    event.preventDefault()
    if (isStale || !isClearable(clearTime, nowStore.getState().nowMs)) return
    const message = draft.trim()
    const clearAtMs = clearTime.kind === 'at' ? clearTime.atMs : null
    onPublish({ message: message === '' ? null : message, together, clearAtMs })
  }
  return (
    <>
      <div className="menu-scrim" aria-hidden="true" />
      <Popover
        open
        trapFocus
        onOpenChange={(event, { open }) => {
          const isTarget = event.target instanceof Node && target?.contains(event.target) === true
          if (!open && !isTarget) onClose(event.type === 'keydown' ? 'byKey' : 'byPointer')
        }}
        positioning={{
          target,
          position: 'after',
          align: 'top',
          offset: 12,
          fallbackPositions: ['below-start', 'below'],
        }}
      >
        <PopoverSurface className="menu editor note-editor" aria-labelledby={titleId}>
          <form onSubmit={publish}>
            <h2 id={titleId} className="editor-title">
              {words.me.note}
            </h2>
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
            <ClearTimes chosen={clearTime} onChoose={setClearTime} />
            <RecentNotes onUse={onDraft} />
            {canSetPresence && (
              <div className="note-editor-together">
                <label htmlFor={togetherId}>{words.me.togetherWith}</label>
                <span className="note-editor-select">
                  {together !== null && <StateSign sign={signOfChoice(together)} size={14} />}
                  <select
                    id={togetherId}
                    value={together ?? ''}
                    onChange={(event) =>
                      setTogether(CHOICES.find((each) => each === event.target.value) ?? null)
                    }
                  >
                    <option value="">{words.me.availabilityUnchanged}</option>
                    {CHOICES.map((wanted) => (
                      <option key={wanted} value={wanted}>
                        {words.choice(wanted)}
                      </option>
                    ))}
                  </select>
                </span>
              </div>
            )}
            {isStale && <p className="editor-hint">{words.me.whyNot}</p>}
            <div className="editor-actions">
              <Button appearance="primary" type="submit" disabledFocusable={isStale}>
                {words.me.publish}
              </Button>
              <Button onClick={onCancel}>{words.me.cancel}</Button>
              {hasNote && (
                <Button
                  className="editor-last"
                  appearance="subtle"
                  disabledFocusable={isStale}
                  onClick={() => onPublish({ message: null, together, clearAtMs: null })}
                >
                  {words.me.clearNote}
                </Button>
              )}
            </div>
          </form>
        </PopoverSurface>
      </Popover>
    </>
  )
}

/** Whoever prefers their notes to last until the evening finds that chosen; so late in the day that it is no choice, never. */
function firstClearTime({ clearNote, endOfDay }: Preferences, nowMs: number): ClearTime {
  const endMs = clearNote === 'today' ? endOfDayMs(nowMs, endOfDay) : null
  return endMs !== null && clearTimesMs(nowMs, endOfDay).others.includes(endMs)
    ? { kind: 'at', atMs: endMs }
    : { kind: 'never' }
}
