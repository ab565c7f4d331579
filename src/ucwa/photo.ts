import { failureOf } from './errors.ts'
import { withQuery, type Href } from './hal.ts'
import type { Http } from './http.ts'

/** Square, in pixels. Source: Exchange's photo sizes, linked from UCWA reference, "contactPhoto", parameter `size`. */
export type PhotoSize = 48 | 64 | 96 | 120 | 240 | 360 | 432 | 504 | 648

/**
 * Where the photo of that size is; without a size the server sends 48 pixels. A smaller one comes where that size does
 * not exist. That there is a link says nothing about whether there is a photo ("Me dashboard").
 */
export const photoOfSize = (href: Href, size: PhotoSize): Href =>
  withQuery(href, { size: `HR${size}X${size}` })

/**
 * Whether the server shows it to us now, asked for its status alone: through a frame a picture comes as a text that is
 * good for nothing. Past the cache, since a browser keeps it for as long as the server has named. Any "no" means initials.
 * Rejects what may pass. Source: UCWA reference, "contactPhoto", Synchronous errors.
 */
export async function showsPhoto(
  http: Pick<Http, 'send'>,
  href: Href,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await http.send({ method: 'GET', href, accept: 'image/*', isPastCache: true }, signal)
    return true
  } catch (error) {
    const kind = failureOf(error)?.kind
    if (kind === 'refused' || kind === 'malformed') return false
    throw error
  }
}
