import { useId, useState } from 'react'
import { canBeLocation } from '../../ucwa/location.ts'
import type { Closed } from '../parts/choice-menu.tsx'
import { useWords } from '../words/words.ts'
import { Editor, TakeAway } from './editor.tsx'

type LocationEditorProps = {
  target: HTMLElement | null
  location: string | null
  /** While stale nothing can be published, and the reason is said. */
  isStale: boolean
  /** Null resets it. */
  onPublish: (location: string | null) => void
  onClose: (how: Closed) => void
}

/** One's own place. */
export function LocationEditor({ target, location, isStale, onPublish, onClose }: LocationEditorProps) {
  const { me, mine } = useWords()
  const [text, setText] = useState(location ?? '')
  const hintId = useId()
  const place = text.trim()
  const isTooLong = !canBeLocation(place)
  const hint = isStale ? me.whyNot : location === null ? '' : mine.location.resetHint
  return (
    <Editor
      target={target}
      place="beside"
      title={mine.location.title}
      submit={me.publish}
      isOff={isStale || isTooLong}
      onSubmit={() => onPublish(place === '' ? null : place)}
      onClose={onClose}
      last={
        location !== null && (
          <TakeAway isOff={isStale} onTakeAway={() => onPublish(null)}>
            {mine.location.reset}
          </TakeAway>
        )
      }
    >
      <input
        className="editor-text"
        aria-label={mine.location.edit}
        aria-describedby={hintId}
        aria-invalid={isTooLong}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={hintId} className={isTooLong ? 'editor-hint editor-hint-wrong' : 'editor-hint'} role="status">
        {isTooLong ? mine.location.tooLong(place.length) : hint}
      </p>
    </Editor>
  )
}
