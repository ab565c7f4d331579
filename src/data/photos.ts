import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Href } from '../ucwa/hal.ts'
import { photoOfSize } from '../ucwa/photo.ts'

/** Photos cannot be batched, and a frame returns text only; so they take ways of their own, at most four at once. */
export type Photos = {
  /**
   * What an image element may show: an object URL or, where the pool's cookie is first-party, the href itself. Null: initials.
   * Of whom it has been read before under another href, as of an application that is gone, nothing is asked again.
   */
  source(whose: string, href: Href, signal: AbortSignal): Promise<string | null>
  /** What `source` gave is shown no more. */
  drop(source: string): void
}

/** Sharp in a row on a screen with two pixels for each of ours, and nearly so in one's own card. (Our choice.) */
const SIZE = 96

/** A token is renewed within moments, and many photos that fail together should not be asked for without end. (Our choice.) */
const MOST_TRIES = 4

/**
 * The one family keyed by href: a photo is no state of anybody, has no place in a batch, and is kept by the browser's own
 * cache as well. Not read again after a gap, only when an event names it.
 */
export const photoQuery = (photos: Photos, whose: string, href: Href) =>
  queryOptions({
    queryKey: ['photo', href],
    queryFn: ({ signal }) => photos.source(whose, photoOfSize(href, SIZE), signal),
    retry: (failures) => failures < MOST_TRIES, // then initials will do
  })

/** Lets go of what the cache has let go of. */
export function dropUnused(cache: QueryClient, photos: Photos): void {
  cache.getQueryCache().subscribe(({ type, query }) => {
    const source: unknown = query.state.data
    if (type === 'removed' && query.queryKey[0] === 'photo' && typeof source === 'string') photos.drop(source)
  })
}
