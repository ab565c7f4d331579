import type { Linked, SipUri } from './hal.ts'

/** The signed-in person. Source: UCWA reference, "me". */
export type Me = Linked & {
  readonly uri: SipUri
  readonly name: string
  readonly title: string | null
  readonly department: string | null
  readonly emailAddresses: readonly string[]
}
