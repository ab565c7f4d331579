import type { Linked, SipUri } from './hal.ts'

/** Somebody. Every property but the URI may be missing. Source: UCWA reference, "contact". */
export type Contact = Linked & {
  readonly uri: SipUri
  /** The name, or what stands before the @ where the server has none. */
  readonly name: string
  readonly title: string | null
  readonly department: string | null
  readonly company: string | null
  readonly office: string | null
  readonly emailAddresses: readonly string[]
  readonly workPhoneNumber: string | null
  readonly mobilePhoneNumber: string | null
  readonly homePhoneNumber: string | null
  readonly otherPhoneNumber: string | null
  /** 'SameEnterprise', 'Federated', 'PublicCloud', or a name we do not know. */
  readonly sourceNetwork: string | null
}
