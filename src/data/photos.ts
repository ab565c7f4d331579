import type { Href } from '../ucwa/hal.ts'

/** Photos cannot be batched, and a frame returns text only; so they take ways of their own, at most four at once. */
export type Photos = {
  /** What an image element may show: an object URL or, where the pool's cookie is first-party, the href itself. Null: initials. */
  source(href: Href, signal: AbortSignal): Promise<string | null>
}
