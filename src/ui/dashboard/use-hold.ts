import { useEffect, useRef } from 'react'
import type { FocusEvent, PointerEvent } from 'react'

/**
 * Nobody moves away under a pointer, or from where somebody is with the keyboard.
 * Without a pointer that hovers there is nothing to hold for: a finger comes from elsewhere.
 */
export function useHold(onHold: (isHeld: boolean) => void) {
  const isPointedAt = useRef(false)
  const isFocused = useRef(false)
  const tell = (): void => onHold(isPointedAt.current || isFocused.current)

  useEffect(() => () => onHold(false), [onHold])

  return {
    // Not when it enters: React misses that where a menu has been taken away from under the pointer.
    onPointerMove: ({ pointerType }: PointerEvent): void => {
      if (pointerType !== 'mouse' || isPointedAt.current) return
      isPointedAt.current = true
      tell()
    },
    onPointerLeave: (): void => {
      isPointedAt.current = false
      tell()
    },
    onFocus: (): void => {
      isFocused.current = true
      tell()
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent): void => {
      if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return
      isFocused.current = false
      tell()
    },
  }
}
