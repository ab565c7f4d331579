import type { Href, Linked } from './hal.ts'

/** Source: UCWA reference, "presenceSubscription". */
export type PresenceSubscription = Linked & {
  readonly href: Href
  readonly id: string
}
