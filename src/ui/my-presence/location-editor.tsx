import { Button, Popover, PopoverSurface } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { canBeLocation } from '../../ucwa/location.ts'
import type { Closed } from '../parts/choice-menu.tsx'
import { useWords } from '../words/words.ts'
import '../parts/menu.css'
import './editor.css'

type LocationEditorProps = {
  target: HTMLElement | null
  location: string | null
  /** While stale nothing can be published, and the reason is said. */
  isStale: boolean
  /** Null resets it. */
  onPublish: (location: string | null) => void
  onClose: (how: Closed) => void
}

/** In a file of its own, since popovers are heavy and loaded when first opened. */
export function LocationEditor({ target, location, isStale, onPublish, onClose }: LocationEditorProps) {
  const { me, mine } = useWords()
  const [text, setText] = useState(location ?? '')
  const titleId = useId()
  const hintId = useId()
  const place = text.trim()
  const isTooLong = !canBeLocation(place)
  const isOff = isStale || isTooLong

  const publish = (event: FormEvent): void => {
    event.preventDefault()
    if (!isOff) onPublish(place === '' ? null : place)
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
        <PopoverSurface className="menu editor" aria-labelledby={titleId}>
          <form onSubmit={publish}>
            <h2 id={titleId} className="editor-title">
              {mine.location.title}
            </h2>
            <input
              className="editor-text"
              aria-label={mine.location.edit}
              aria-describedby={hintId}
              aria-invalid={isTooLong}
              dir="auto"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <p
              id={hintId}
              className={isTooLong ? 'editor-hint editor-hint-wrong' : 'editor-hint'}
              role="status"
            >
              {isTooLong
                ? mine.location.tooLong(place.length)
                : isStale
                  ? me.whyNot
                  : location === null
                    ? ''
                    : mine.location.resetHint}
            </p>
            <div className="editor-actions">
              <Button appearance="primary" type="submit" disabledFocusable={isOff}>
                {mine.location.publish}
              </Button>
              <Button onClick={() => onClose('byKey')}>{mine.location.cancel}</Button>
              {location !== null && (
                <Button
                  className="editor-last"
                  appearance="subtle"
                  disabledFocusable={isStale}
                  onClick={() => onPublish(null)}
                >
                  {mine.location.reset}
                </Button>
              )}
            </div>
          </form>
        </PopoverSurface>
      </Popover>
    </>
  )
}
