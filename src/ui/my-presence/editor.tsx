import { Button, Popover, PopoverSurface } from '@fluentui/react-components'
import type { PositioningShorthand } from '@fluentui/react-components'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { Closed } from '../parts/choice-menu.tsx'
import { useWords } from '../words/words.ts'
import '../parts/menu.css'
import './editor.css'

type EditorProps = {
  target: HTMLElement | null
  /** Beside what it changes, or below, where the menu was that it was opened from. */
  place: keyof typeof PLACES
  title: string
  className?: string
  /** The button that does it. */
  submit: string
  isOff: boolean
  onSubmit: () => void
  /** Put aside. */
  onClose: (how: Closed) => void
  /** Thrown away, where that is not the same. */
  onCancel?: () => void
  /** `TakeAway`, where there is something to take away. */
  last?: ReactNode
  children: ReactNode
}

const PLACES = {
  beside: { position: 'after', align: 'top', offset: 12, fallbackPositions: ['below-start', 'below'] },
  below: { position: 'below', align: 'start', offset: 4 },
} as const satisfies Record<string, PositioningShorthand>

/** A small form over the board, for something of one's own. Heavy: its users are loaded when first opened. */
export function Editor(props: EditorProps) {
  const { target, place, title, className, submit, isOff, onSubmit, onClose, onCancel, last, children } =
    props
  const { me } = useWords()
  const titleId = useId()
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
        positioning={{ ...PLACES[place], target }}
      >
        <PopoverSurface
          className={className === undefined ? 'menu editor' : `menu editor ${className}`}
          aria-labelledby={titleId}
        >
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (!isOff) onSubmit()
            }}
          >
            <h2 id={titleId} className="editor-title">
              {title}
            </h2>
            {children}
            <div className="editor-actions">
              <Button appearance="primary" type="submit" disabledFocusable={isOff}>
                {submit}
              </Button>
              <Button onClick={onCancel ?? (() => onClose('byKey'))}>{me.cancel}</Button>
              {last}
            </div>
          </form>
        </PopoverSurface>
      </Popover>
    </>
  )
}

type TakeAwayProps = {
  isOff: boolean
  /** Once nothing is amiss in the form; else that is said there. */
  onTakeAway: () => void
  children: ReactNode
}

/** At the end of an editor's buttons. */
export function TakeAway({ isOff, onTakeAway, children }: TakeAwayProps) {
  return (
    <Button
      className="editor-last"
      appearance="subtle"
      disabledFocusable={isOff}
      onClick={({ currentTarget }) => {
        if (currentTarget.form?.reportValidity() === true) onTakeAway()
      }}
    >
      {children}
    </Button>
  )
}
