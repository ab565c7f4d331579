import { findLink, withQuery, type Href, type Linked } from './hal.ts'

/** Square, in pixels. Source: Exchange's photo sizes, linked from UCWA reference, "contactPhoto", parameter `size`. */
export type PhotoSize = 48 | 64 | 96 | 120 | 240 | 360 | 432 | 504 | 648

/**
 * Where the photo of that size is; null without a link. A smaller one comes where that size does not exist.
 * The link says nothing about whether there is a photo ("Me dashboard").
 */
export function photoHref(of: Linked, size: PhotoSize): Href | null {
  const link = findLink(of, 'contactPhoto') ?? findLink(of, 'photo')
  return link === null ? null : withQuery(link.href, { size: `HR${size}X${size}` })
}
