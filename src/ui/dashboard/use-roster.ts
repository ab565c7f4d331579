import { useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { groupContactsQuery, myGroupsQuery } from '../../data/groups.ts'
import { isReadOnDemand } from '../../data/list-change.ts'
import { roster, withChanges, withFavouritesHere } from '../../data/roster.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Group } from '../../ucwa/groups.ts'
import { failureOf } from '../../ucwa/errors.ts'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'

type Read = { data: readonly Contact[] | undefined; error: Error | null }

/**
 * The list as it stands on screen, with what is being done to it, and what of it could not be read. Null groups: not read
 * yet. Distribution groups are read while they are open.
 * @param turned ids of the groups that are not as they are at first; those that are closed then are open
 */
export function useRoster(turned: ReadonlySet<string>) {
  const { ucwa, cache, listChanges, favouritesStore, openGroups, groupsWithin } = useServices()
  const { locale } = useWords()
  const changes = useStore(listChanges, (state) => state.changes)
  const favourites = useStore(favouritesStore, ({ people }) => people)
  const myGroups = useQuery(myGroupsQuery(ucwa))
  const all = useMemo(() => myGroups.data ?? [], [myGroups.data])
  const opened = useMemo(
    () => new Set(all.filter((group) => isReadOnDemand(group) && turned.has(group.id)).map(({ id }) => id)),
    [all, turned],
  )
  useEffect(() => openGroups(opened), [opened, openGroups])
  const contacts = useQueries({
    queries: all.map((group) => ({
      ...groupContactsQuery(ucwa, group.id),
      enabled: !isReadOnDemand(group) || opened.has(group.id),
    })),
    combine: useCallback(
      (results: readonly Read[]) => ({
        members: results.map(({ data }) => data ?? null),
        errors: results.map(({ data, error }) => (data === undefined ? error : null)),
      }),
      [],
    ),
  })
  const within = useQueries({
    queries: all
      .filter(({ id }) => opened.has(id))
      .map((group) => ({
        ...groupsWithin(group),
        select: (found: readonly Group[]) => ({ of: group.id, found }),
      })),
    combine: useCallback(
      (results: readonly { data: { of: string; found: readonly Group[] } | undefined }[]) =>
        results.flatMap(({ data }) => data ?? []),
      [],
    ),
  })
  const hasGroups = myGroups.data !== undefined
  const read = useMemo(() => {
    if (!hasGroups) return null
    // What was read of a distribution group while it was open is kept true no longer once it is closed.
    const isRead = (group: Group): boolean => !isReadOnDemand(group) || opened.has(group.id)
    const membersOf = new Map(
      all.map((group, index) => [group.id, isRead(group) ? (contacts.members[index] ?? null) : null]),
    )
    const withinOf = new Map(within.map(({ of, found }) => [of, found]))
    return roster(
      all,
      (id) => membersOf.get(id) ?? null,
      new Intl.Collator(locale),
      (id) => withinOf.get(id) ?? [],
    )
  }, [hasGroups, all, opened, contacts, within, locale])
  const groups = useMemo(() => {
    if (read === null) return null
    const collator = new Intl.Collator(locale)
    return withFavouritesHere(withChanges(read, changes, collator), favourites, collator)
  }, [read, changes, favourites, locale])
  const failed = useMemo(() => {
    const because = new Map<string, UcwaFailure | null>()
    for (const [index, { id }] of all.entries()) {
      const error = contacts.errors[index] ?? null
      if (error !== null) because.set(id, failureOf(error))
    }
    return because
  }, [all, contacts])
  return {
    groups,
    failed,
    error: myGroups.error,
    /** With what the groups could not be read the last time, though they may be tried again; null: they could, or are read. */
    lastFailure: myGroups.failureReason,
    readAgain: () => void myGroups.refetch(),
    readGroupAgain: useCallback(
      (groupId: string) => void cache.refetchQueries(groupContactsQuery(ucwa, groupId)),
      [cache, ucwa],
    ),
  }
}
