import { useStore } from 'zustand'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { SHORTCUTS, isSingle } from './shortcuts.ts'
import type { ShortcutId } from './shortcuts.ts'
import './key-cap.css'

/**
 * The keys that do what a line of a menu does, to be looked at: whoever listens has the list of keys.
 *
 * @param after the key that opened the menu, which need not be named in it
 */
export function KeyCaps({ of, after }: { of: ShortcutId; after?: string }) {
  const { keys: words } = useWords()
  const areSinglesOn = useStore(useServices().preferencesStore, ({ singleKeys }) => singleKeys)
  const [keys = ''] = SHORTCUTS.find(({ id }) => id === of)?.keys ?? []
  if (isSingle(keys) && !areSinglesOn) return null
  const [first = '', ...rest] = keys.split(' ')
  return (
    <span className="key-caps" aria-hidden="true">
      {(first === after ? rest : [first, ...rest]).map((key) => (
        <kbd key={key} className="key-cap">
          {words.key(key)}
        </kbd>
      ))}
    </span>
  )
}
