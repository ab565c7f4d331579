import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useStore } from 'zustand'
import { isReadOnDemand } from '../../data/list-change.ts'
import type { Contact } from '../../ucwa/contact.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { SearchBox } from './search-box.tsx'
import { useFeature } from '../features.ts'
import { NewVersion } from '../installed/new-version.tsx'
import { useShortcut } from '../keys/use-shortcut.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { useDrawnStaleNow } from '../freshness.ts'
import { Band } from './band.tsx'
import { BarButtons } from './bar-buttons.tsx'
import { ConnectionWord } from './connection-word.tsx'
import { EmptyList, NobodyShown } from './nobody.tsx'
import { FilterChips } from './filter-chips.tsx'
import { filterOf } from './filter.ts'
import type { Filter } from '../../state/view.ts'
import { ListTrouble } from './list-trouble.tsx'
import { STILL_READING, directoryOf, foldedIn, isAllRead, linesAlike, linesFound, linesOf } from './lines.ts'
import type { Directory, IsChosen, Line } from './lines.ts'
import { PeopleList } from './people-list.tsx'
import type { FirstPerson } from './people-list.tsx'
import { ReadingProgress } from './reading-progress.tsx'
import { createSearch } from './search.ts'
import type { WordBook } from './search.ts'
import { useAvailabilities, useTally } from './tally.ts'
import { useDirectory } from './use-directory.ts'
import { usePublishedTexts } from './use-published-texts.ts'
import { SearchedProvider } from '../contact/marked.tsx'
import { useArranged } from './use-arranged.ts'
import { useArrangedBy } from './use-view.ts'
import { ViewButton } from './view-button.tsx'
import { useRoster } from './use-roster.ts'
import { ListChangeOutcomes } from '../manage/list-change-outcomes.tsx'
import './people.css'

/** The sheet: everybody on one's list, found by name or narrowed by state. */
export function People({ onSignInAgain }: { onSignInAgain: () => void }) {
  const words = useWords()
  const canSearch = useFeature('search')
  const { viewStore } = useServices()
  const typed = useStore(viewStore, ({ find }) => (canSearch ? find : ''))
  const filter = useStore(viewStore, (view) => view.filter)
  const searchBox = useRef<HTMLInputElement>(null)
  const [wanted, setWanted] = useState<WantedFound | null>(null)
  const forget = useCallback(() => setWanted(null), [])
  const isStale = useDrawnStaleNow()
  const allChip = useRef<HTMLButtonElement>(null)
  useShortcut('close', () => {
    if (typed === '' && filter === null) return false
    viewStore.change({ find: '', filter: null })
    return true
  })
  // What was typed stays while a chip is in its way. The button that was pressed goes: the focus is where it might have been.
  const showMore = (): void => {
    viewStore.change(filter === null ? { find: '' } : { filter: null })
    const place = filter === null ? searchBox : allChip
    place.current?.focus()
  }
  return (
    <main className={isStale ? 'people people-stale' : 'people'} aria-label={words.people.region}>
      <h1 className="visually-hidden">{words.people.region}</h1>
      <div className="people-bar">
        {canSearch && (
          <SearchBox
            typed={typed}
            onType={(find) => viewStore.change({ find })}
            onGo={(how) => setWanted({ how, typed })}
            box={searchBox}
          />
        )}
        <div className="people-bar-end">
          <ConnectionWord />
          <BarButtons />
        </div>
      </div>
      <div className="people-band">
        <Band onSignIn={onSignInAgain} />
        <ListTrouble />
        <NewVersion />
        <ListChangeOutcomes />
      </div>
      <div className="people-filter">
        <FilterChips
          chosen={filter}
          onChoose={(chosen) => viewStore.change({ filter: chosen })}
          allChip={allChip}
        />
        <ViewButton />
      </div>
      <Listed
        typed={useDeferredValue(typed)}
        filter={filter}
        onShowMore={showMore}
        onFind={() => searchBox.current?.focus()}
        wanted={wanted}
        onGone={forget}
        searchBox={searchBox}
      />
      {!isStale && <ReadingProgress />}
    </main>
  )
}

/** Where the person goes from the search box, once that is shown which they typed. */
type WantedFound = { readonly how: keyof FirstPerson; readonly typed: string }

type ListedProps = {
  typed: string
  filter: Filter | null
  onShowMore: () => void
  onFind: () => void
  /** Null: nothing, or it is done. */
  wanted: WantedFound | null
  onGone: () => void
  searchBox: RefObject<HTMLInputElement | null>
}

function Listed(props: ListedProps) {
  const { typed, filter, onShowMore, onFind, wanted, onGone, searchBox } = props
  const words = useWords()
  const { viewStore } = useServices()
  const turned = useStore(viewStore, (view) => view.turned)
  const { density, grouping, sorting } = useArrangedBy()
  const { groups, failed, error, readAgain, readGroupAgain } = useRoster(turned)
  const { arranged, compare, waiting, isMove, hold, sortAgain } = useArranged(groups, grouping, sorting)
  const onFold = useCallback(
    (groupId: string, fold: boolean | null) => {
      const isOpenAtFirst = groups?.some((of) => of.group.id === groupId && isReadOnDemand(of.group)) !== true
      const isTurned = fold === null ? null : fold === isOpenAtFirst
      viewStore.change({ turned: turnedTo(viewStore.getState().turned, groupId, isTurned) })
    },
    [groups, viewStore],
  )
  const folded = useMemo(() => foldedIn(groups ?? [], turned), [groups, turned])
  const isChosen = useChosen(filter)
  const everywhere = useDirectory(typed)
  const directory = useMemo(() => directoryOf(everywhere, isChosen), [everywhere, isChosen])
  const keeps = useNarrowing(typed, isChosen)
  const isSearch = typed.trim() !== ''
  const lines = useMemo(() => {
    if (groups === null) return []
    if (isSearch && keeps !== null) return linesFound(groups, { keeps, compare, directory, filter })
    const narrowing = { keeps, folded, failed }
    if (grouping === 'group') return linesOf(arranged.groups, narrowing)
    return linesAlike(groups, arranged, grouping, narrowing)
  }, [groups, arranged, compare, grouping, keeps, folded, failed, isSearch, directory, filter])
  const counts = useTally((tally) => (filter === null ? null : tally.all))
  const isComplete = groups !== null && isAllRead(groups, counts)
  useFoundAnnounced(typed, isComplete ? lines : null, directory)
  const first = useRef<FirstPerson>(null)
  useEffect(() => {
    if (wanted === null || wanted.typed !== typed) return
    onGone()
    first.current?.[wanted.how](searchBox.current)
  }, [wanted, typed, onGone, searchBox])

  if (groups === null) {
    if (error === null)
      return <div className="people-rest" aria-busy="true" aria-label={words.people.loading} />
    return (
      <div className="people-rest">
        <FailureMessage text={words.people.failed}>
          <TextButton onClick={readAgain}>{words.people.tryAgain}</TextButton>
        </FailureMessage>
      </div>
    )
  }
  const isEmpty = groups.every(
    ({ members, pending }) => members !== null && members.length === 0 && pending === null,
  )
  if (isEmpty && !isSearch) return <EmptyList onFind={onFind} />
  const foundNobody = lines.every((line) => line.kind === 'section') && directory?.kind !== 'searching'
  if (foundNobody && directory?.kind !== 'failed' && isComplete)
    return <NobodyShown typed={typed} filter={filter} onShowMore={onShowMore} />
  const shown = lines.length === 0 ? STILL_READING : lines
  return (
    <SearchedProvider value={typed}>
      <PeopleList
        lines={shown}
        contents={`${grouping} ${sorting} ${filter} ${typed.trim()}`}
        firstPerson={first}
        density={density}
        waiting={waiting}
        isMove={isMove}
        onHold={hold}
        onSortAgain={sortAgain}
        onFold={onFold}
        onTryAgain={readGroupAgain}
      />
    </SearchedProvider>
  )
}

/** Whether somebody is as the chip says, as a question; null: no chip is chosen, and changes of availability do not matter. */
function useChosen(filter: Filter | null): IsChosen | null {
  const availabilityOf = useAvailabilities(filter !== null)
  return useMemo(() => {
    if (filter === null) return null
    return ({ uri }) => {
      const availability = availabilityOf.get(uri)
      return availability === undefined ? null : filterOf(availability) === filter
    }
  }, [filter, availabilityOf])
}

/** Who of one's own people is kept, as a question; null: everybody. */
function useNarrowing(typed: string, isChosen: IsChosen | null): ((contact: Contact) => boolean) | null {
  const textsOf = usePublishedTexts(typed.trim() !== '')
  const [book] = useState((): WordBook => new Map())
  return useMemo(() => {
    const isFound = createSearch(typed, textsOf, book)
    if (isChosen === null) return isFound
    return (contact) => isChosen(contact) === true && (isFound?.(contact) ?? true)
  }, [typed, textsOf, book, isChosen])
}

/** A count for every letter would only be in the way of the next one. Source: design, section 10. */
const REST_MS = 800
/** The moment that the store holds may be this old. */
const TICK_MS = 1000

/** @param lines null: not all is known yet */
function useFoundAnnounced(typed: string, lines: readonly Line[] | null, directory: Directory | null): void {
  const { nowStore } = useServices()
  const words = useWords()
  const announce = useAnnounce()
  const own = lines === null ? null : foundIn('yourPeople', lines)
  const inDirectory = foundIn('directory', lines ?? [])
  const asked = directory?.kind ?? null
  useEffect(() => {
    if (typed === '' || own === null || asked === 'searching') return undefined
    const sinceMs = nowStore.getState().nowMs
    const stop = nowStore.subscribe(({ nowMs }) => {
      if (nowMs - sinceMs < REST_MS + TICK_MS) return
      stop()
      if (asked === 'found') announce(words.manage.foundBoth(own, inDirectory))
      else
        announce(
          `${asked === 'failed' ? `${words.manage.directoryFailed} ` : ''}${words.announce.found(own)}`,
        )
    })
    return stop
  }, [typed, own, inDirectory, asked, announce, words, nowStore])
}

/** As many as stand in the section's heading. */
const foundIn = (of: 'yourPeople' | 'directory', lines: readonly Line[]): number =>
  lines.reduce(
    (sum, line) =>
      line.kind === 'section' && line.of === of && line.found.kind === 'found' ? sum + line.found.count : sum,
    0,
  )

/** @param isTurned null: whichever it is not */
function turnedTo(
  before: ReadonlySet<string>,
  groupId: string,
  isTurned: boolean | null,
): ReadonlySet<string> {
  const after = new Set(before)
  if (isTurned ?? !before.has(groupId)) after.add(groupId)
  else after.delete(groupId)
  return after
}
