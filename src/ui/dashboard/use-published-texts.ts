import type { QueryClient } from '@tanstack/react-query'
import { useCallback, useState, useSyncExternalStore } from 'react'
import type { ContactLocation } from '../../ucwa/contact-location.ts'
import type { ContactNote } from '../../ucwa/contact-note.ts'
import { useServices } from '../services.ts'
import type { TextsOf } from './search.ts'

/** Notes and places as they are known now; another function when one of them has been read, while `isWanted`. */
export function usePublishedTexts(isWanted: boolean): TextsOf {
  const { cache } = useServices()
  const [latest] = useState(() => ({ textsOf: textsIn(cache) }))
  const subscribe = useCallback(
    (onChange: () => void) => {
      if (!isWanted) return () => undefined
      return cache.getQueryCache().subscribe((event) => {
        const family: unknown = event.query.queryKey[0]
        if (family !== 'contactNote' && family !== 'contactLocation') return
        if (event.type !== 'updated' || event.action.type !== 'success') return
        latest.textsOf = textsIn(cache)
        onChange()
      })
    },
    [cache, isWanted, latest],
  )
  return useSyncExternalStore(subscribe, () => latest.textsOf)
}

const textsIn =
  (cache: QueryClient): TextsOf =>
  (uri) => {
    const note = cache.getQueryData<ContactNote | null>(['contactNote', uri])
    const place = cache.getQueryData<ContactLocation | null>(['contactLocation', uri])
    return [note?.message ?? '', place?.location ?? '']
  }
