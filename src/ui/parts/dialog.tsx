import { useId, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import './dialog.css'

type DialogProps = {
  title: ReactNode
  /** By Escape, by a press outside, or by its own buttons. */
  onClose: () => void
  /** What a press of Enter, or of the button that submits, does; null: there is nothing to submit. */
  onSubmit: (() => void) | null
  children: ReactNode
  /** In the order of reading; the one that submits has `type="submit"`. */
  buttons: ReactNode
}

/**
 * A question above the page, which waits below it. The browser's own element: it keeps the focus inside, hears Escape, and
 * hands the focus back to what had it before.
 */
export function Dialog({ title, onClose, onSubmit, children, buttons }: DialogProps) {
  const heading = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // As long as the element is in the page: closed later, it would hand the focus to nobody.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // A list that may scroll can have the focus too, but nobody would begin there.
    element?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
    return () => element?.close()
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press beside it closes it; so does Escape
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => event.stopPropagation()} // the page's own keys wait below
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit?.()
        }}
      >
        <h2 id={heading} className="dialog-title">
          {title}
        </h2>
        {children}
        <div className="dialog-buttons">{buttons}</div>
      </form>
    </dialog>
  )
}
