import { parseContact, type Contact } from './contact.ts'
import {
  parseContactPrivacyRelationship,
  resetContactPrivacyLevel,
  setContactPrivacyLevel,
  WRITABLE_REVISION,
  type ContactPrivacyRelationship,
} from './contact-privacy-relationship.ts'
import {
  parseContactSupportedModalities,
  type ContactSupportedModalities,
} from './contact-supported-modalities.ts'
import { failureOf } from './errors.ts'
import { embeddedIn, findLink, toSipUri, type Href, type Linked, type Resource, type SipUri } from './hal.ts'
import type { Http } from './http.ts'
import type { LinkIndex } from './link-index.ts'
import {
  parseMyPrivacyRelationship,
  type LevelMembers,
  type PrivacyRelationships,
} from './my-privacy-relationships.ts'
import { parsePhone, phonesIn, setPhoneNumber, setPhoneVisibility, type Phone } from './phones.ts'
import type { GrantedLevel, PrivacyLevel } from './privacy-level.ts'

/** What is asked of one person at a time, and what they may see of oneself. Part of `Ucwa`. */
export type PeopleUcwa = {
  contact(of: SipUri, signal: AbortSignal): Promise<Contact>
  contactSupportedModalities(of: SipUri, signal: AbortSignal): Promise<ContactSupportedModalities>
  contactPrivacyRelationship(of: SipUri, signal: AbortSignal): Promise<ContactPrivacyRelationship>
  /** Null where the server offers no such list. */
  myPrivacyRelationships(signal: AbortSignal): Promise<PrivacyRelationships | null>
  /** Null where the server offers none. */
  phones(signal: AbortSignal): Promise<readonly Phone[] | null>

  /** Stands on what the person has seen; 412 where somebody has set another level since, or goes on changing it. */
  setContactPrivacyLevel(of: SipUri, seen: ContactPrivacyRelationship, wanted: GrantedLevel): Promise<void>
  resetContactPrivacyLevel(of: SipUri): Promise<void>
  setPhoneVisibility(phone: Linked, isOnCard: boolean): Promise<void>
  /** Null deletes the number. */
  setPhoneNumber(phone: Linked, number: string | null): Promise<void>
}

export type PeopleUcwaDeps = {
  readonly http: Http
  readonly index: LinkIndex
  readonly ended: () => AbortSignal
  readonly readAt: (href: Href, signal: AbortSignal, minResourceVersion?: number) => Promise<Resource>
  readonly contactHref: (of: SipUri, rel: string, signal: AbortSignal) => Promise<Href>
  /** Reads everybody on the list, so that their hrefs are known. */
  readonly learnContacts: (signal: AbortSignal) => Promise<void>
  readonly people: (signal: AbortSignal) => Promise<Linked>
  readonly me: (signal: AbortSignal) => Promise<Linked>
}

export function createPeopleUcwa(deps: PeopleUcwaDeps): PeopleUcwa {
  const { http, index, ended, readAt, contactHref } = deps

  const readRelationship = async (of: SipUri, signal: AbortSignal): Promise<Resource> => {
    const href = await contactHref(of, 'contactPrivacyRelationship', signal)
    try {
      return await readAt(href, signal, WRITABLE_REVISION)
    } catch (error) {
      if (!isVersionRefused(error)) throw error
      return readAt(href, signal) // a server that knows the first version only: the level can be read, and no more
    }
  }

  /** Embedded or linked; source: UCWA reference, "myPrivacyRelationships". */
  const levelsIn = async (list: Resource, signal: AbortSignal): Promise<readonly LevelMembers[]> => {
    const embedded = embeddedIn(list, 'myPrivacyRelationship')
    const linked = embedded.length > 0 ? [] : (list.links.get('myPrivacyRelationship') ?? [])
    const read = await Promise.all(linked.map(({ href }) => readAt(href, signal)))
    return [...embedded, ...read].map(parseMyPrivacyRelationship)
  }

  return {
    contact: async (of, signal) => parseContact(await readAt(await contactHref(of, 'self', signal), signal)),
    contactSupportedModalities: async (of, signal) =>
      parseContactSupportedModalities(
        await readAt(await contactHref(of, 'contactSupportedModalities', signal), signal),
      ),
    contactPrivacyRelationship: async (of, signal) =>
      parseContactPrivacyRelationship(await readRelationship(of, signal)),

    myPrivacyRelationships: async (signal) => {
      const link = findLink(await deps.people(signal), 'myPrivacyRelationships')
      if (link === null) return null
      const levels = await levelsIn(await readAt(link.href, signal), signal)
      const isUnknown = (href: Href): boolean => index.ownerOf(href) === null
      if (levels.some(({ contacts }) => contacts.some(isUnknown))) await deps.learnContacts(signal)
      const unknown = levels.flatMap(({ contacts }) => contacts.filter(isUnknown))
      const strangers = await Promise.all(
        unknown.map(async (href) => parseContact(await readAt(href, signal))),
      )
      return { levelOf: byPerson(levels, index), strangers }
    },

    phones: async (signal) => {
      const link = findLink(await deps.me(signal), 'phones')
      if (link === null) return null
      const phones = await readAt(link.href, signal)
      if (embeddedIn(phones, 'phone').length > 0) return phonesIn(phones)
      const linked = phones.links.get('phone') ?? []
      return Promise.all(linked.map(async ({ href }) => parsePhone(await readAt(href, signal))))
    },

    setContactPrivacyLevel: async (of, seen, wanted) => {
      const href = await contactHref(of, 'contactPrivacyRelationship', ended())
      await setContactPrivacyLevel(http, href, seen, wanted, ended())
    },
    resetContactPrivacyLevel: async (of) => {
      const href = await contactHref(of, 'contactPrivacyRelationship', ended())
      await resetContactPrivacyLevel(http, href, ended())
    },
    setPhoneVisibility: (phone, isOnCard) => setPhoneVisibility(http, phone, isOnCard, ended()),
    setPhoneNumber: (phone, number) => setPhoneNumber(http, phone, number, ended()),
  }
}

function byPerson(levels: readonly LevelMembers[], index: LinkIndex): ReadonlyMap<SipUri, PrivacyLevel> {
  const levelOf = new Map<SipUri, PrivacyLevel>()
  for (const { level, contacts } of levels) {
    for (const href of contacts) {
      const owner = index.ownerOf(href)
      if (owner !== null) levelOf.set(toSipUri(owner), level)
    }
  }
  return levelOf
}

/** Documented: 404 with this subcode where the server has no such version ("Versioning"). */
function isVersionRefused(error: unknown): boolean {
  const failure = failureOf(error)
  return failure?.kind === 'refused' && failure.reason.subcode === 'APIVersionNotSupported'
}
