import { useCallback } from 'react'
import { useStore } from 'zustand'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { SHORTCUTS, isSingle } from './shortcuts.ts'
import type { ShortcutId } from './shortcuts.ts'

/** For whatever a key works as well: its tooltip, and what assistive technology is told. */
export type KeyHint = { readonly title: string; readonly 'aria-keyshortcuts'?: string }

/**
 * Names the key in the tooltip of what it works, for as long as it works it.
 *
 * `at`: which of the shortcut's keys, where each does one thing of a row.
 */
export function useKeyHints(): (id: ShortcutId, label: string, at?: number) => KeyHint {
  const { keys: words } = useWords()
  const areSinglesOn = useStore(useServices().preferencesStore, ({ singleKeys }) => singleKeys)
  return useCallback(
    (id, label, at = 0) => {
      const keys = SHORTCUTS.find((one) => one.id === id)?.keys[at]
      if (keys === undefined || (isSingle(keys) && !areSinglesOn)) return { title: label }
      const title = words.hint(label, keys.split(' ').map(words.key).join(' '))
      // One key after another cannot be told there: a space stands between keys that do the same. Source: WAI-ARIA 1.2.
      return keys.includes(' ') ? { title } : { title, 'aria-keyshortcuts': keys.toUpperCase() }
    },
    [words, areSinglesOn],
  )
}
