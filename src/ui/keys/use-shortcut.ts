import { createContext, useContext, useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { invariant } from '../../lib/assert.ts'
import type { Act, Keys } from './keys.ts'
import type { ShortcutId } from './shortcuts.ts'

const KeysContext = createContext<Keys | null>(null)

export const KeysProvider = KeysContext.Provider

export function useKeys(): Keys {
  const keys = useContext(KeysContext)
  invariant(keys !== null, 'Nobody listens to keys here: render below <Shortcuts>.')
  return keys
}

/**
 * Does what the table calls by that name, for as long as this is on screen.
 * @param act null: it cannot be done now, and is not listed
 * @param within where the focus has to be; null: anywhere
 */
export function useShortcut(
  id: ShortcutId,
  act: Act | null,
  within: RefObject<HTMLElement | null> | null = null,
): void {
  const keys = useKeys()
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  const canAct = act !== null
  useEffect(() => {
    if (!canAct) return undefined
    return keys.register(id, {
      act: (at) => latest.current?.(at),
      isMeant: within === null ? null : () => within.current?.matches(':focus-within') === true,
    })
  }, [keys, id, canAct, within])
}
