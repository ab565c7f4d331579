import * as v from 'valibot'
import { embeddedIn, parseWith, toSipUri, type Linked, type Resource, type SipUri } from './hal.ts'
import { nameIn } from './me.ts'

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

const text = v.nullish(v.string())
const wire = v.object({
  uri: v.pipe(v.string(), v.nonEmpty()),
  name: text,
  title: text,
  department: text,
  company: text,
  office: text,
  emailAddresses: v.nullish(v.array(v.string())),
  workPhoneNumber: text,
  mobilePhoneNumber: text,
  homePhoneNumber: text,
  otherPhoneNumber: text,
  sourceNetwork: text,
})

/** Throws `malformed`. */
export function parseContact(resource: Resource): Contact {
  const said = parseWith(wire, resource.properties, 'contact')
  return {
    links: resource.links,
    uri: toSipUri(said.uri),
    name: said.name || nameIn(said.uri),
    title: said.title || null,
    department: said.department || null,
    company: said.company || null,
    office: said.office || null,
    emailAddresses: said.emailAddresses ?? [],
    workPhoneNumber: said.workPhoneNumber || null,
    mobilePhoneNumber: said.mobilePhoneNumber || null,
    homePhoneNumber: said.homePhoneNumber || null,
    otherPhoneNumber: said.otherPhoneNumber || null,
    sourceNetwork: said.sourceNetwork || null,
  }
}

/**
 * The contacts embedded in a collection: `groupContacts`, `myContacts`, `search`, or an expanded distribution group.
 * Each of them once, though a group may name a person twice.
 */
export function contactsIn(collection: Resource): readonly Contact[] {
  const contacts = embeddedIn(collection, 'contact').map(parseContact)
  return [...new Map(contacts.map((contact) => [contact.uri, contact])).values()]
}
