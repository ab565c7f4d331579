import { useEffect, useState } from 'react'
import { useIsNoteBegun } from '../my-presence/note-draft.tsx'
import { useServices } from '../services.ts'

/** Tells whether somebody is at something: a note begun, a field that they are in and that is not empty, a dialog or a menu. */
export function WritingTold() {
  const { tellWriting } = useServices()
  const isNoteBegun = useIsNoteBegun()
  const [isInField, setIsInField] = useState(false)
  useEffect(() => {
    const over = new AbortController()
    const look = (change: Event): void => {
      const focused = focusedAfter(change)
      setIsInField(isFilled(focused) || isWithin(focused))
    }
    for (const change of ['focusin', 'focusout', 'input'])
      document.addEventListener(change, look, { signal: over.signal })
    return () => over.abort()
  }, [])
  const isWriting = isNoteBegun || isInField
  useEffect(() => tellWriting(isWriting), [tellWriting, isWriting])
  return null
}

/**
 * Between two elements the focus is for a moment nowhere; and who leaves for another tab or window leaves the focus where
 * it was, though `focusout` is fired for that too.
 */
const focusedAfter = (change: Event): EventTarget | null =>
  (change instanceof FocusEvent && change.type === 'focusout' ? change.relatedTarget : null) ??
  document.activeElement

/** Each of them keeps the focus inside for as long as it is open. */
const isWithin = (focused: EventTarget | null): boolean =>
  focused instanceof Element && focused.closest('dialog, [role$="dialog"], [role="menu"]') !== null

const isFilled = (field: EventTarget | null): boolean =>
  field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && isText(field))
    ? field.value !== ''
    : false

const isText = ({ type }: HTMLInputElement): boolean => !/^(checkbox|radio|button|submit|range)$/.test(type)
