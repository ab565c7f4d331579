import type { ContactPresence } from '../ucwa/contact-presence.ts'
import type { Contact } from '../ucwa/contact.ts'
import type { Group } from '../ucwa/groups.ts'
import { toHref, toSipUri, type Href, type Links } from '../ucwa/hal.ts'
import type { EventLink, UcwaEvent } from '../ucwa/events.ts'
import type { Location } from '../ucwa/location.ts'
import type { Me } from '../ucwa/me.ts'
import type { Note } from '../ucwa/note.ts'
import type { Presence } from '../ucwa/presence.ts'

/** Builders of our types: boring defaults, distinct ids. What a test is about, it says itself. */

export const POOL = 'https://lyncweb.contoso.com'

let count = 0
const next = (): number => (count += 1)

export const anHref = (path = `/ucwa/oauth/v1/applications/101/example/${next()}`): Href => toHref(path, POOL)

export const linksTo = (rels: readonly string[]): Links =>
  new Map(rels.map((rel) => [rel, [{ href: anHref(), revision: 1 }]]))

export const aContact = (of: Partial<Contact> = {}): Contact => {
  const number = next()
  return {
    uri: toSipUri(`sip:person${number}@contoso.com`),
    name: `Person ${number}`,
    title: null,
    department: null,
    company: null,
    office: null,
    emailAddresses: [],
    workPhoneNumber: null,
    mobilePhoneNumber: null,
    homePhoneNumber: null,
    otherPhoneNumber: null,
    sourceNetwork: 'SameEnterprise',
    links: linksTo(['self', 'contactPresence', 'contactNote', 'contactLocation', 'contactPhoto']),
    ...of,
  }
}

export const aGroup = (of: Partial<Group> = {}): Group => {
  const number = next()
  return {
    id: `group-${number}`,
    kind: 'group',
    name: `Group ${number}`,
    address: null,
    revision: 1,
    links: linksTo(['self', 'groupContacts', 'subscribeToGroupPresence']),
    ...of,
  }
}

export const aMe = (of: Partial<Me> = {}): Me => ({
  uri: toSipUri('sip:lenea@contoso.com'),
  name: 'Lene Aaling',
  title: null,
  department: null,
  emailAddresses: ['lenea@contoso.com'],
  links: linksTo(['self', 'presence', 'note', 'location', 'reportMyActivity', 'photo']),
  ...of,
})

export const aPresence = (of: Partial<Presence> = {}): Presence => ({
  availability: 'Online',
  unknownAvailability: null,
  activity: null,
  links: linksTo(['self']),
  ...of,
})

export const aNote = (of: Partial<Note> = {}): Note => ({
  message: null,
  type: 'Personal',
  links: linksTo(['self']),
  ...of,
})

export const aLocation = (of: Partial<Location> = {}): Location => ({
  location: null,
  links: linksTo(['self']),
  ...of,
})

export const aContactPresence = (of: Partial<ContactPresence> = {}): ContactPresence => ({
  availability: 'Online',
  unknownAvailability: null,
  activity: null,
  deviceType: 'PC',
  lastActiveAtMs: null,
  ...of,
})

export const anEventLink = (rel: string, href: Href = anHref()): EventLink => ({ rel, href })

export const anEvent = (of: Partial<UcwaEvent> = {}): UcwaEvent => ({
  sender: anEventLink('people'),
  target: anEventLink('contactPresence'),
  in: null,
  type: 'updated',
  ...of,
})
