import { useQuery } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useMemo } from 'react'
import type { SipUri } from '../../ucwa/hal.ts'
import { isLongEnough } from '../manage/directory-search.ts'
import { useFeature } from '../features.ts'
import { useServices } from '../services.ts'
import type { Directory } from './lines.ts'

const NOBODY: ReadonlySet<SipUri> = new Set()

/**
 * What the directory finds for what was typed; null: it is not asked. Whoever is found is watched for as long as they are
 * shown, and no longer.
 */
export function useDirectory(typed: string): Directory | null {
  const { directory, peopleOffer, lookAt } = useServices()
  const query = typed.trim()
  const offer = useQuery(peopleOffer).data
  const isAsked = useFeature('search') && offer?.canSearch === true && isLongEnough(query)
  const { data, isError, isPlaceholderData } = useQuery({ ...directory(query), enabled: isAsked })
  const found = isAsked && data !== undefined ? data : null

  const people = useMemo(
    () => (found === null ? NOBODY : new Set(found.contacts.map(({ uri }) => uri))),
    [found],
  )
  // A layout effect, since those come before the rows' own effects, which read: nobody is read before they are watched.
  useLayoutEffect(() => lookAt(people), [people, lookAt])
  useEffect(() => () => lookAt(NOBODY), [lookAt])

  return useMemo(() => {
    if (!isAsked) return null
    if (isError) return { kind: 'failed' }
    if (found === null) return { kind: 'searching' }
    // What the last letters found stays until the next have found theirs, so that nothing jumps as one types.
    if (isPlaceholderData && found.contacts.length === 0) return { kind: 'searching' }
    const { contacts, groups, moreResultsAvailable } = found
    return { kind: 'found', contacts, groups, hasMore: moreResultsAvailable === true }
  }, [isAsked, isError, found, isPlaceholderData])
}
