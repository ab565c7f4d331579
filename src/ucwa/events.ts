import type { Href } from './hal.ts'

export type EventLink = { readonly rel: string; readonly href: Href }

/** What changed, not what it now is. Source: UCWA general reference, "Event channel details". */
export type UcwaEvent = {
  readonly sender: EventLink
  readonly target: EventLink
  /** The collection gained or left; null where the event names none. */
  readonly in: EventLink | null
  readonly type: 'added' | 'updated' | 'deleted' | 'started' | 'completed'
}

export type EventPackage = {
  /** In the order in which they came about. */
  readonly events: readonly UcwaEvent[]
  /** Where the next P-GET goes, unchanged. */
  readonly next: Href
  /** Something went unheard: a `resume` or `resync` link came in place of `next`. */
  readonly gap: boolean
}

/** Any of them null: the server's own value. Source: UCWA reference, "events", query parameters. */
export type EventParameters = {
  readonly lowSeconds: number | null
  readonly mediumSeconds: number | null
  readonly timeoutSeconds: number | null
}
