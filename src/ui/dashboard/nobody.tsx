import { Button } from '@fluentui/react-components'
import { useFeature } from '../features.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import type { Filter } from '../../state/view.ts'
import './nobody.css'

/** The server's list has nobody on it. */
export function EmptyList({ onFind }: { onFind: () => void }) {
  const { people, manage } = useWords()
  const [canSearch, canAdd] = [useFeature('search'), useFeature('manageList')]
  return (
    <div className="nobody">
      <svg className="nobody-picture" viewBox="0 0 120 56" width="120" height="56" aria-hidden="true">
        <circle cx="24" cy="28" r="20" />
        <circle cx="96" cy="28" r="20" />
        <circle className="nobody-middle" cx="60" cy="28" r="27" />
      </svg>
      <h2 className="nobody-title">{people.emptyTitle}</h2>
      <p className="nobody-text">{canSearch && canAdd ? people.emptyText : people.emptyTextElsewhere}</p>
      {canSearch && (
        <Button appearance="primary" onClick={onFind}>
          {manage.findPeople}
        </Button>
      )}
    </div>
  )
}

type NobodyShownProps = { typed: string; filter: Filter | null; onShowMore: () => void }

/** There are people, but none whom the search or the chip lets through: it says which, and takes one of them away. */
export function NobodyShown({ typed, filter, onShowMore }: NobodyShownProps) {
  const { people } = useWords()
  return (
    <div className="nobody">
      <p className="nobody-text">{nobodyWords(people, typed.trim(), filter)}</p>
      <Button onClick={onShowMore}>{people.showAll}</Button>
    </div>
  )
}

function nobodyWords(people: Words['people'], searched: string, filter: Filter | null): string {
  if (filter === null) return people.nobodyFound(searched)
  const state = people.chip[filter]
  return searched === '' ? people.nobody(state) : people.nobodyFoundIn(searched, state)
}
