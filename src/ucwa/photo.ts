import { withQuery, type Href } from './hal.ts'

/** Square, in pixels. Source: Exchange's photo sizes, linked from UCWA reference, "contactPhoto", parameter `size`. */
export type PhotoSize = 48 | 64 | 96 | 120 | 240 | 360 | 432 | 504 | 648

/**
 * Where the photo of that size is; without a size the server sends 48 pixels. A smaller one comes where that size does
 * not exist. That there is a link says nothing about whether there is a photo ("Me dashboard").
 */
export const photoOfSize = (href: Href, size: PhotoSize): Href =>
  withQuery(href, { size: `HR${size}X${size}` })
