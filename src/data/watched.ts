import type { QueryClient } from '@tanstack/react-query'
import type { Contact } from '../ucwa/contact.ts'
import type { Group } from '../ucwa/groups.ts'
import type { SipUri } from '../ucwa/hal.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'
import { contactLocationQuery } from './contact-location.ts'
import { contactNoteQuery } from './contact-note.ts'
import { contactPresenceQuery } from './contact-presence.ts'
import { groupContactsQuery, myGroupsQuery } from './groups.ts'
import { isReadOnDemand } from './list-change.ts'
import { locationQuery } from './location.ts'
import { meQuery } from './me.ts'
import { noteQuery } from './note.ts'
import { presenceQuery } from './presence.ts'
import { createWatchedQueries, watchable, type Watchable, type WatchedQueries } from './watched-queries.ts'

/** Everyone who is listed or counted, kept true in the cache whether or not their row is on screen. */
export type Watched = Pick<WatchedQueries, 'has'> & {
  /** Reads oneself and the groups, and from them everyone in any group. */
  begin(): void
  /** Whoever is on screen besides those listed, found in the directory: these and nobody else, for as long as they are. */
  lookAt(people: ReadonlySet<SipUri>): void
  /** Whose panel is open, listed or not; null: nobody's. */
  visit(person: SipUri | null): void
  /** Whom the person wants to be told of, listed or not, for as long as they do. */
  follow(people: ReadonlySet<SipUri>): void
  /** The distribution groups that are open: read, and their people watched, for as long as they are. */
  open(groupIds: ReadonlySet<string>): void
  /** Watches nobody any more. */
  end(): void
}

/**
 * @param onWatched told who is watched, and who of them only for as long as they are on screen, before anything about them is read: to be subscribed to first,
 *   so that no change can fall between a read and the subscription
 */
export function createWatched(
  cache: QueryClient,
  ucwa: Ucwa,
  onWatched: (people: ReadonlySet<SipUri>, passing: ReadonlySet<SipUri>) => void,
): Watched {
  const queries = createWatchedQueries(cache)
  const oneself: readonly Watchable[] = [
    watchable(meQuery(ucwa)),
    watchable(presenceQuery(ucwa)),
    watchable(noteQuery(ucwa)),
    watchable(locationQuery(ucwa)),
    watchable(myGroupsQuery(ucwa)),
  ]
  let hasBegun = false
  let isDue = false
  let lookedAt: ReadonlySet<SipUri> = new Set()
  let visited: readonly SipUri[] = []
  let opened: ReadonlySet<string> = new Set()
  let followed: ReadonlySet<SipUri> = new Set()

  const keep = (): void => {
    isDue = false
    if (!hasBegun) return
    const all = cache.getQueryData(myGroupsQuery(ucwa).queryKey) ?? []
    const kept = all.filter((group) => !isReadOnDemand(group))
    const open = all.filter((group) => isReadOnDemand(group) && opened.has(group.id))
    const groups = [...kept, ...open]
    const peopleIn = (those: readonly Group[]): readonly SipUri[] =>
      those.flatMap(({ id }) => membersOf(cache, ucwa, id).map(({ uri }) => uri))
    const listed = new Set([...peopleIn(kept), ...followed])
    const passing = new Set([...peopleIn(open), ...lookedAt, ...visited].filter((uri) => !listed.has(uri)))
    const people = new Set([...listed, ...passing])
    onWatched(people, passing)
    queries.keep([
      ...oneself,
      ...groups.map(({ id }) => watchable(groupContactsQuery(ucwa, id))),
      // Family by family, not person by person: with many people, everybody's availability comes before the first note.
      ...Array.from(people, (uri) => watchable(contactPresenceQuery(ucwa, uri))),
      ...Array.from(people, (uri) => watchable(contactNoteQuery(ucwa, uri))),
      ...Array.from(people, (uri) => watchable(contactLocationQuery(ucwa, uri))),
    ])
  }

  cache.getQueryCache().subscribe((event) => {
    const family: unknown = event.query.queryKey[0]
    const isList = family === 'myGroups' || family === 'groupContacts'
    if (!isList || event.type !== 'updated' || event.action.type !== 'success' || isDue) return
    isDue = true
    queueMicrotask(keep) // the groups of one batch land in one breath
  })

  return {
    has: queries.has,
    begin: () => {
      hasBegun = true
      keep()
    },
    lookAt: (people) => {
      lookedAt = people
      keep()
    },
    visit: (person) => {
      visited = person === null ? [] : [person]
      keep()
    },
    follow: (people) => {
      followed = people
      keep()
    },
    open: (groupIds) => {
      opened = groupIds
      keep()
    },
    end: () => {
      hasBegun = false
      lookedAt = new Set()
      visited = []
      opened = new Set()
      followed = new Set()
      queries.keep([])
      onWatched(new Set(), new Set())
    },
  }
}

const membersOf = (cache: QueryClient, ucwa: Ucwa, groupId: string): readonly Contact[] =>
  cache.getQueryData(groupContactsQuery(ucwa, groupId).queryKey) ?? []
