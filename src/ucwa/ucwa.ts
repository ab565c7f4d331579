import type { ContactLocation } from './contact-location.ts'
import type { ContactNote } from './contact-note.ts'
import type { ContactPresence } from './contact-presence.ts'
import type { Contact } from './contact.ts'
import type { Group } from './groups.ts'
import type { SipUri } from './hal.ts'
import type { Location } from './location.ts'
import type { Me } from './me.ts'
import type { Note } from './note.ts'
import type { Presence } from './presence.ts'
import type { PreferredAvailability } from './availability.ts'

/**
 * The signed-in person's UCWA, by what one wants to know rather than by where it is.
 * Reads of the same tick travel together in one batch. Every promise rejects with a `UcwaError`, or with the
 * signal's reason once that is aborted. It outlives the application: hrefs are looked up anew at each call.
 */
export type Ucwa = {
  me(signal: AbortSignal): Promise<Me>
  /** Refused with 409 MakeMeAvailableRequired, or null without a link, while only watching. */
  presence(signal: AbortSignal): Promise<Presence | null>
  note(signal: AbortSignal): Promise<Note | null>
  location(signal: AbortSignal): Promise<Location | null>
  myGroups(signal: AbortSignal): Promise<readonly Group[]>
  groupContacts(groupId: string, signal: AbortSignal): Promise<readonly Contact[]>
  contactPresence(of: SipUri, signal: AbortSignal): Promise<ContactPresence>
  contactNote(of: SipUri, signal: AbortSignal): Promise<ContactNote | null>
  contactLocation(of: SipUri, signal: AbortSignal): Promise<ContactLocation | null>

  /** Null resets to automatic. 204 means heard, not done: an event on `presence` follows. */
  setPresence(wanted: PreferredAvailability | null): Promise<void>
  /** Null clears it. Heard, not done, as above. */
  setNote(message: string | null): Promise<void>
}
