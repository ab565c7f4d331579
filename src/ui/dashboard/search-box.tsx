import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import type { RefObject } from 'react'
import { useKeyHints } from '../keys/use-key-hints.ts'
import { useShortcut } from '../keys/use-shortcut.ts'
import { useWords } from '../words/words.ts'
import './search-box.css'

type SearchBoxProps = {
  typed: string
  onType: (typed: string) => void
  /** To the first person who is shown, or to all that is known of them. */
  onGo: (how: 'focus' | 'open') => void
  box: RefObject<HTMLInputElement | null>
}

/**
 * Narrows the list as one types. "/" leads here from anywhere but a text field, Escape empties it. Arrow
 * down leads to the first person found, Enter opens them.
 */
export function SearchBox({ typed, onType, onGo, box }: SearchBoxProps) {
  const { people } = useWords()
  const hint = useKeyHints()
  useShortcut('search', () => box.current?.focus())

  const clear = (): void => {
    onType('')
    box.current?.focus()
  }
  return (
    <div className="search-box" role="search">
      <SearchRegular className="search-box-icon" fontSize={20} aria-hidden="true" />
      <input
        ref={box}
        className="search-box-input"
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={people.search}
        {...hint('search', people.search)}
        placeholder={people.search}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return // a word is being put together: its keys are the keyboard's
          if (event.key === 'Escape' && typed !== '') clear()
          const isArrow = event.key === 'ArrowDown'
          if (!isArrow && (event.key !== 'Enter' || typed.trim() === '')) return
          event.preventDefault()
          onGo(isArrow ? 'focus' : 'open')
        }}
      />
      {typed === '' ? (
        <kbd className="search-box-key" aria-hidden="true">
          /
        </kbd>
      ) : (
        <button
          type="button"
          className="search-box-clear"
          aria-label={people.clearSearch}
          title={people.clearSearch}
          onClick={clear}
        >
          <DismissRegular fontSize={16} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
