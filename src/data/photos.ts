import { queryOptions, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { ContactPresence } from '../ucwa/contact-presence.ts'
import type { Href } from '../ucwa/hal.ts'
import { photoOfSize } from '../ucwa/photo.ts'
import { markStale, type Known } from './mark-stale.ts'

/** Photos cannot be batched, and a frame returns text only; so they take ways of their own, at most four at once. */
export type Photos = {
  /**
   * What an image element may show: an object URL or, where the pool's cookie is first-party, the href itself. Null: initials.
   * Of whom it has been read before under another href, as of an application that is gone, nothing is asked again.
   */
  source(whose: string, href: Href, signal: AbortSignal): Promise<string | null>
  /** What was found of theirs may hold no more: the next read asks the server, whatever was kept. */
  doubt(whose: string): void
  /** What `source` gave is shown no more. */
  drop(source: string): void
}

/** Sharp in a row on a screen with two pixels for each of ours, and nearly so in one's own card. (Our choice.) */
const SIZE = 96

/** A token is renewed within moments, and many photos that fail together should not be asked for without end. (Our choice.) */
const MOST_TRIES = 4

/**
 * The one family keyed by href: a photo is no state of anybody, has no place in a batch, and is kept by the browser's own
 * cache as well. Not read again after a gap, only when an event names it, or whose it is comes or goes.
 */
export const photoQuery = (photos: Photos, whose: string, href: Href) =>
  queryOptions({
    queryKey: ['photo', href],
    queryFn: ({ signal }) => photos.source(whose, photoOfSize(href, SIZE), signal),
    retry: (failures) => failures < MOST_TRIES, // then initials will do
    meta: { whose },
  })

/** Lets go of what the cache has let go of. */
export function dropUnused(cache: QueryClient, photos: Photos): void {
  cache.getQueryCache().subscribe(({ type, query }) => {
    const source: unknown = query.state.data
    if (type === 'removed' && query.queryKey[0] === 'photo' && typeof source === 'string') photos.drop(source)
  })
}

/**
 * Whoever is blocked is shown the photo no more, and no event says so ("contactPhoto" has none): all they hear is that
 * the other is Offline. So whoever goes Offline is asked for their photo anew, and when they are back once more; both
 * are rare, and only photos on screen are asked for at once.
 */
export function doubtOfWhoGoes({ cache, watched }: Known, photos: Photos): void {
  const isOffline = new Map<string, boolean>()
  const keysOf = new Map<unknown, Set<QueryKey>>()

  const landed = (of: string, isOfflineNow: boolean): void => {
    const was = isOffline.get(of)
    isOffline.set(of, isOfflineNow)
    if (was === undefined || was === isOfflineNow) return
    photos.doubt(of)
    void markStale({ cache, watched }, [...(keysOf.get(of) ?? [])])
  }

  cache.getQueryCache().subscribe((event) => {
    const { queryKey, meta } = event.query
    const [family, of] = queryKey
    if (family === 'photo') {
      const whose = meta?.['whose']
      const keys = keysOf.get(whose)
      if (event.type === 'added') keysOf.set(whose, (keys ?? new Set()).add(queryKey))
      if (event.type === 'removed' && keys?.delete(queryKey) === true && keys.size === 0) keysOf.delete(whose)
    }
    if (family !== 'contactPresence' || typeof of !== 'string') return
    if (event.type === 'removed') isOffline.delete(of)
    if (event.type !== 'updated' || event.action.type !== 'success') return
    const presence = cache.getQueryData<ContactPresence | null>(queryKey)
    if (presence !== undefined && presence !== null) landed(of, presence.availability === 'Offline')
  })
}
