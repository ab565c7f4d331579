import { addressOf } from '../server/hrefs.ts'
import { etagOf } from '../wire/etag.ts'
import { type Json } from '../wire/http.ts'
import { type Uri } from '../world/world-model.ts'
import { present, telOf, type View } from './represent-view.ts'

/** One contact and what hangs on it, as the viewer may see it. */

/**
 * Source: UCWA reference, "contact"; the walkthroughs print links and properties in this spelling.
 * Assumed: of an address that leads to nobody there is the address, and no link to what there is none of.
 */
export function contactResource({ world, application }: View, uri: Uri): Json {
  const { hrefs, user } = application
  const person = world.visiblePerson(uri, user.uri)
  const self = { href: hrefs.contact(uri) }
  const contactPrivacyRelationship = { href: hrefs.contactPrivacyRelationship(uri), revision: '2' }
  if (!person.isKnown) {
    const bare: Json = { uri: person.uri }
    return {
      ...bare,
      _links: { self, contactPrivacyRelationship },
      rel: 'contact',
      etag: etagOf(JSON.stringify(bare)),
    }
  }
  const own: Json = {
    uri: person.uri,
    sourceNetwork: person.sourceNetwork,
    ...present({
      company: person.company,
      department: person.department,
      office: person.office,
      title: person.title,
      workPhoneNumber: telOf(person.workPhoneNumber),
      mobilePhoneNumber: telOf(person.mobilePhoneNumber),
      homePhoneNumber: telOf(person.homePhoneNumber),
      otherPhoneNumber: telOf(person.otherPhoneNumber),
    }),
    ...(person.emailAddresses.length === 0 ? {} : { emailAddresses: person.emailAddresses }),
    type: 'User',
    name: person.name,
  }
  return {
    ...own,
    _links: {
      self,
      contactPhoto: { href: hrefs.photo(person.uri) },
      contactPresence: { href: hrefs.contactPresence(uri) },
      contactLocation: { href: hrefs.contactLocation(uri) },
      contactNote: { href: hrefs.contactNote(uri) },
      contactSupportedModalities: { href: hrefs.contactSupportedModalities(uri) },
      contactPrivacyRelationship,
    },
    rel: 'contact',
    etag: etagOf(JSON.stringify(own)),
  }
}

/** Source: `GetPresenceDataOfAContact.md`. What the viewer's level hides, and what there is none of, is absent. */
export function contactPresenceResource({ world, application }: View, uri: Uri): Json {
  const presence = world.presence(uri, application.user.uri, application.registration.culture)
  return {
    availability: presence.availability,
    ...present({ activity: presence.activity }),
    deviceType: presence.deviceType,
    ...(presence.lastActive === null ? {} : { lastActive: wireDate(presence.lastActive) }),
    _links: { self: { href: application.hrefs.contactPresence(uri) } },
    rel: 'contactPresence',
  }
}

/** Dates "appear in ASP.NET AJAX format" (`PayloadFormat.md`). */
const wireDate = (ms: number): string => `/Date(${Math.round(ms)})/`

/** Assumed: one who has no note is answered 200 with an empty message; no page says. */
export function contactNoteResource({ world, application }: View, uri: Uri): Json {
  const note = world.note(uri, application.user.uri)
  return {
    message: note?.message ?? '',
    type: note?.type ?? 'Personal',
    _links: { self: { href: application.hrefs.contactNote(uri) } },
    rel: 'contactNote',
  }
}

/** Assumed: one who has no location is answered 200 with an empty one; no page says. */
export const contactLocationResource = ({ world, application }: View, uri: Uri): Json => ({
  location: world.location(uri, application.user.uri) ?? '',
  _links: { self: { href: application.hrefs.contactLocation(uri) } },
  rel: 'contactLocation',
})

/** Source: UCWA reference, "contactSupportedModalities". */
export const contactSupportedModalitiesResource = ({ world, application }: View, uri: Uri): Json => ({
  modalities: world.modalities(uri, application.user.uri),
  _links: { self: { href: application.hrefs.contactSupportedModalities(uri) } },
  rel: 'contactSupportedModalities',
})

/**
 * Revision 2: with its link to reset, its ETag, and the property of random name that a PUT must play back
 * (`PayloadFormat.md`, "Required and optional parameters"). That name is the application's own, for good: a page may
 * hold the resource for long before it sends it back.
 */
export function contactPrivacyRelationshipResource({ world, application }: View, uri: Uri): Json {
  const { hrefs, user, id } = application
  const own: Json = {
    relationshipLevel: world.privacyRelationship(user.uri, uri),
    [passThroughName(id)]: 'please pass this in a PUT request',
  }
  return {
    ...own,
    _links: {
      self: { href: hrefs.contactPrivacyRelationship(uri), revision: '2' },
      resetContactPrivacyRelationship: { href: hrefs.resetContactPrivacyRelationship(uri) },
    },
    rel: 'contactPrivacyRelationship',
    etag: etagOf(JSON.stringify([own, addressOf(uri)])),
  }
}

/** A name in the form of a GUID that follows from the application's id. */
export function passThroughName(applicationId: string): string {
  const digits = ['1', '2', '3', '4']
    .map((salt) =>
      Number(etagOf(salt + applicationId))
        .toString(16)
        .padStart(8, '0'),
    )
    .join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
