import { useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { groupContactsQuery, myGroupsQuery } from '../../data/groups.ts'
import { roster } from '../../data/roster.ts'
import type { Contact } from '../../ucwa/contact.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { SearchBox } from './search-box.tsx'
import { useFeature } from '../features.ts'
import { NewVersion } from '../installed/new-version.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { useDrawnStaleNow } from '../freshness.ts'
import { Band } from './band.tsx'
import { ConnectionWord } from './connection-word.tsx'
import { EmptyList, NobodyShown } from './nobody.tsx'
import { FilterChips } from './filter-chips.tsx'
import { admits } from './filter.ts'
import type { Filter } from './filter.ts'
import { ListTrouble } from './list-trouble.tsx'
import { STILL_READING, isAllRead, linesOf } from './lines.ts'
import { PeopleList } from './people-list.tsx'
import { ReadingProgress } from './reading-progress.tsx'
import { createSearch } from './search.ts'
import { useTally } from './tally.ts'
import './people.css'

/** The sheet: everybody on one's list, found by name or narrowed by state. */
export function People({ onSignInAgain }: { onSignInAgain: () => void }) {
  const words = useWords()
  const canSearch = useFeature('search')
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<Filter | null>(null)
  const isStale = useDrawnStaleNow()
  const showAll = useCallback(() => {
    setTyped('')
    setFilter(null)
  }, [])
  return (
    <main className={isStale ? 'people people-stale' : 'people'} aria-label={words.people.region}>
      <h1 className="visually-hidden">{words.people.region}</h1>
      <div className="people-bar">
        {canSearch && <SearchBox typed={typed} onType={setTyped} />}
        <ConnectionWord />
      </div>
      <div className="people-band">
        <Band onSignIn={onSignInAgain} />
        <ListTrouble />
        <NewVersion />
      </div>
      <div className="people-filter">
        <FilterChips chosen={filter} onChoose={setFilter} />
      </div>
      <Listed typed={useDeferredValue(typed)} filter={filter} onShowAll={showAll} />
      <ReadingProgress />
    </main>
  )
}

type ListedProps = { typed: string; filter: Filter | null; onShowAll: () => void }

function Listed({ typed, filter, onShowAll }: ListedProps) {
  const words = useWords()
  const { groups, failed, error, readAgain, readGroupAgain } = useRoster()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const onFold = useCallback((groupId: string, fold: boolean | null) => {
    setFolded((before) => {
      const after = new Set(before)
      if (fold ?? !before.has(groupId)) after.add(groupId)
      else after.delete(groupId)
      return after
    })
  }, [])
  const keeps = useNarrowing(typed, filter)
  const lines = useMemo(
    () => (groups === null ? [] : linesOf(groups, { keeps, folded: keeps === null ? folded : NONE, failed })),
    [groups, keeps, folded, failed],
  )
  const counts = useTally((tally) => (filter === null ? null : tally.all))
  const isComplete = groups !== null && isAllRead(groups, counts)
  const found = lines.filter((line) => line.kind === 'contact').length
  useFoundAnnounced(typed, isComplete ? found : null)

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
  const isEmpty = groups.every(({ members }) => members !== null && members.length === 0)
  if (isEmpty) return <EmptyList />
  if (lines.length === 0 && isComplete)
    return <NobodyShown typed={typed} filter={filter} onShowAll={onShowAll} />
  const shown = lines.length === 0 ? STILL_READING : lines
  return <PeopleList lines={shown} onFold={onFold} onTryAgain={readGroupAgain} />
}

const NONE: ReadonlySet<string> = new Set()

/** The list as it stands on screen, and what of it could not be read. Null groups: not read yet. */
function useRoster() {
  const { ucwa, cache } = useServices()
  const { locale } = useWords()
  const myGroups = useQuery(myGroupsQuery(ucwa))
  const all = useMemo(() => myGroups.data ?? [], [myGroups.data])
  const contacts = useQueries({
    queries: all.map(({ id }) => groupContactsQuery(ucwa, id)),
    combine: useCallback(
      (results: readonly { data: readonly Contact[] | undefined; isError: boolean }[]) => ({
        members: results.map(({ data }) => data ?? null),
        hasFailed: results.map(({ data, isError }) => isError && data === undefined),
      }),
      [],
    ),
  })
  const hasGroups = myGroups.data !== undefined
  const groups = useMemo(() => {
    if (!hasGroups) return null
    const membersOf = new Map(all.map(({ id }, index) => [id, contacts.members[index] ?? null]))
    return roster(all, (id) => membersOf.get(id) ?? null, new Intl.Collator(locale))
  }, [hasGroups, all, contacts, locale])
  const failed = useMemo(
    () => new Set(all.filter((_, index) => contacts.hasFailed[index] === true).map(({ id }) => id)),
    [all, contacts],
  )
  return {
    groups,
    failed,
    error: myGroups.error,
    readAgain: () => void myGroups.refetch(),
    readGroupAgain: useCallback(
      (groupId: string) => void cache.refetchQueries(groupContactsQuery(ucwa, groupId)),
      [cache, ucwa],
    ),
  }
}

/** Who is kept, as a question; null: everybody. Changes of availability matter to it only while a chip is chosen. */
function useNarrowing(typed: string, filter: Filter | null): ((contact: Contact) => boolean) | null {
  const availabilityOf = useTally((tally) => (filter === null ? null : tally.availabilityOf))
  return useMemo(() => {
    const isFound = createSearch(typed)
    if (filter === null || availabilityOf === null) return isFound
    return (contact) => {
      const availability = availabilityOf.get(contact.uri)
      return availability !== undefined && admits(filter, availability) && (isFound?.(contact) ?? true)
    }
  }, [typed, filter, availabilityOf])
}

/** A count for every letter would only be in the way of the next one. Source: design, section 10. */
const REST_MS = 800
/** The moment that the store holds may be this old. */
const TICK_MS = 1000

/** @param found null: not known yet */
function useFoundAnnounced(typed: string, found: number | null): void {
  const { nowStore } = useServices()
  const words = useWords()
  const announce = useAnnounce()
  useEffect(() => {
    if (typed === '' || found === null) return undefined
    const sinceMs = nowStore.getState().nowMs
    const stop = nowStore.subscribe(({ nowMs }) => {
      if (nowMs - sinceMs < REST_MS + TICK_MS) return
      stop()
      announce(words.announce.found(found))
    })
    return stop
  }, [typed, found, announce, words, nowStore])
}
