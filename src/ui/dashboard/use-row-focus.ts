import { useEffect, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, RefObject } from 'react'
import { useShortcut } from '../keys/use-shortcut.ts'
import { groupHeadedBy } from './lines.ts'
import type { Line } from './lines.ts'

type RowFocusDeps = {
  readonly lines: readonly Line[]
  readonly grid: RefObject<HTMLElement | null>
  readonly scrollTo: (index: number) => void
  /** The line above or below; of cards, in the same column. */
  readonly lineBeside: (index: number, step: 1 | -1) => number
  /** Whether people stand side by side as well. */
  readonly hasColumns: boolean
  readonly onFold: (groupId: string, fold: boolean | null) => void
}

/** Which row has the tab stop. `isHandedOn`: from a row that has disappeared. */
type At = { readonly key: string; readonly index: number; readonly isHandedOn: boolean }

/**
 * One tab stop for the whole list: arrows, J and K, Home and End move it from row to row.
 * Only part of the rows is in the page, so the row that has the tab stop must always be among them (`index`).
 * A row that disappears hands it to the next.
 */
export function useRowFocus({ lines, grid, scrollTo, lineBeside, hasColumns, onFold }: RowFocusDeps) {
  const [at, setAt] = useState<At>({ key: '', index: 0, isHandedOn: false })
  const isFocusWithin = useRef(false)
  const isMoving = useRef(false)
  const handedOn = useRef<At | null>(null)

  const found = lines.findIndex((line) => line.key === at.key)
  const index = found >= 0 ? found : Math.max(0, Math.min(at.index, lines.length - 1))
  const key = lines[index]?.key ?? ''
  if (key !== at.key || index !== at.index) setAt({ key, index, isHandedOn: key !== at.key })

  // After every drawing, since it may take more than one until a row far away is in the page.
  useEffect(() => {
    // The row that had the focus took it along: no blur is told of what is removed.
    if (at.isHandedOn && handedOn.current !== at && isFocusWithin.current) isMoving.current = true
    handedOn.current = at
    if (!isMoving.current) return
    const rows = grid.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []
    const row = Array.from(rows).find((each) => each.dataset['row'] === key)
    if (row === undefined) return
    isMoving.current = false
    row.focus({ preventScroll: true })
  })

  const moveTo = (wanted: number): void => {
    const next = Math.max(0, Math.min(wanted, lines.length - 1))
    const line = lines[next]
    if (line === undefined) return
    isMoving.current = true
    setAt({ key: line.key, index: next, isHandedOn: false })
    scrollTo(next)
  }

  /** Other contents: the tab stop, and the focus where it has it, begin again with the first line. */
  const begin = (): void => {
    const [line] = lines
    if (line === undefined) return
    isMoving.current = isFocusWithin.current
    setAt({ key: line.key, index: 0, isHandedOn: false })
  }

  useShortcut('arrows', (which) => moveTo(lineBeside(index, which === 0 ? -1 : 1)), grid)
  useShortcut('letters', (which) => {
    const isHere = grid.current?.matches(':focus-within') === true // else it leads here first
    moveTo(isHere ? index + (which === 0 ? 1 : -1) : index)
  })
  useShortcut('ends', (which) => moveTo(which === 0 ? 0 : lines.length - 1), grid)
  useShortcut(
    'fold',
    (which) => {
      const headed = groupHeadedBy(lines[index])
      const inwards = grid.current !== null && isRightToLeft(grid.current) ? 0 : 1
      if (headed === null) {
        if (!hasColumns) return false
        moveTo(index + (which === inwards ? 1 : -1))
        return true
      }
      onFold(headed, which !== inwards)
      return true
    },
    grid,
  )
  useShortcut('open', () => false, grid) // each row does its own

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const headed = groupHeadedBy(lines[index])
    if (event.key !== 'Enter' && event.key !== ' ') return
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    if (headed === null || isOnButton(event.target)) return
    onFold(headed, null)
    event.preventDefault()
  }

  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    isFocusWithin.current = true
    const focused = event.target.closest<HTMLElement>('[data-row]')?.dataset['row']
    const next = lines.findIndex((line) => line.key === focused)
    if (focused !== undefined && next >= 0 && focused !== at.key)
      setAt({ key: focused, index: next, isHandedOn: false })
  }
  const onBlur = (): void => {
    isFocusWithin.current = false
  }

  return { key, index, moveTo, begin, onKeyDown, onFocus, onBlur }
}

const isOnButton = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('button') !== null

const isRightToLeft = (element: HTMLElement): boolean => element.matches(':dir(rtl)')
