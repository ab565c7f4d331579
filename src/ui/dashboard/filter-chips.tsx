import { useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { useDrawnStaleNow } from '../freshness.ts'
import { useKeyHints } from '../keys/use-key-hints.ts'
import { useShortcut } from '../keys/use-shortcut.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { useWords } from '../words/words.ts'
import { FILTER_RULES, countOf } from './filter.ts'
import type { Filter } from '../../state/view.ts'
import { useTally } from './tally.ts'
import './filter-chips.css'

type FilterChipsProps = {
  /** Null: everybody. */
  chosen: Filter | null
  onChoose: (filter: Filter | null) => void
  allChip: RefObject<HTMLButtonElement | null>
}

/** Of one state there are seldom a thousand. (Our choice.) */
const MOST_DIGITS = 3

/** How many are how, and a way to see only those. One choice; pressed again it returns to all. */
export function FilterChips({ chosen, onChoose, allChip }: FilterChipsProps) {
  const words = useWords()
  const hint = useKeyHints()
  const counts = useTally((tally) => tally.all)
  const isStale = useDrawnStaleNow()
  const shown = FILTER_RULES.filter(
    (rule) => rule.filter !== 'unknown' || countOf(counts, rule) > 0 || chosen === 'unknown',
  )
  // Wide enough from the start for what is being counted, so that no chip moves another.
  const digits = { minInlineSize: `${Math.min(MOST_DIGITS, String(counts.total).length)}ch` }
  useShortcut('filter', (at) => {
    const wanted = at === 0 ? null : (shown[at - 1]?.filter ?? null)
    if (at > shown.length) return false // Unknown has no chip while there is nobody
    onChoose(wanted === chosen ? null : wanted)
    return true
  })
  const group = useRef<HTMLDivElement>(null)
  useWordsThatFit(group)
  if (counts.total === 0) return <div ref={group} className="filter-chips" />
  return (
    <div ref={group} className="filter-chips" role="group" aria-label={words.people.filters}>
      <button
        ref={allChip}
        type="button"
        className="filter-chip"
        aria-pressed={chosen === null}
        aria-label={words.people.chipName(words.people.all, counts.total)}
        {...hint('filter', words.people.all)}
        onClick={() => onChoose(null)}
      >
        <span className="filter-chip-word">{words.people.all}</span>
        <span className="filter-chip-count">{words.moments.number(counts.total)}</span>
      </button>
      {shown.map((rule, at) => {
        const count = countOf(counts, rule)
        const word = words.people.chip[rule.filter]
        const isChosen = chosen === rule.filter
        return (
          <button
            key={rule.filter}
            type="button"
            className={count === 0 ? 'filter-chip filter-chip-zero' : 'filter-chip'}
            aria-pressed={isChosen}
            aria-label={words.people.chipName(word, count)}
            {...hint('filter', word, at + 1)}
            onClick={() => onChoose(isChosen ? null : rule.filter)}
          >
            <StateSign sign={rule.sign} size={14} look={isStale ? 'stale' : 'live'} />
            <span className="filter-chip-word">{word}</span>
            <span className="filter-chip-count" style={digits}>
              {words.moments.number(count)}
            </span>
          </button>
        )
      })}
    </div>
  )
}

/**
 * Marks the chips as too many for their words: whenever they are drawn, and when there is another room for them.
 * By hand, since it is known only once they are laid out, and it is to be so before they are seen.
 */
function useWordsThatFit(group: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => fitWords(group.current))
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => fitWords(group.current))
    if (group.current !== null) observer.observe(group.current)
    return () => observer.disconnect()
  }, [group])
}

function fitWords(chips: HTMLElement | null): void {
  chips?.toggleAttribute('data-is-short', false)
  chips?.toggleAttribute('data-is-short', chips.scrollWidth > chips.clientWidth)
}
