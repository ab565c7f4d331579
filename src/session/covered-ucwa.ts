import type { Ucwa } from '../ucwa/ucwa.ts'
import type { ContactsAndGroups } from './contacts-and-groups.ts'
import type { Subscriptions } from './subscriptions.ts'

/**
 * The same reads, but each waits until changes to what it reads are announced: a value read sooner could change unheard,
 * and pass for live until something else happened. Where the server refuses to announce, the read fails for that reason.
 */
export const coveredUcwa = (
  ucwa: Ucwa,
  { covering }: Pick<Subscriptions, 'covering'>,
  { following }: Pick<ContactsAndGroups, 'following'>,
): Ucwa => ({
  ...ucwa,
  myGroups: async (signal) => {
    await following(signal)
    return ucwa.myGroups(signal)
  },
  groupContacts: async (groupId, signal) => {
    await following(signal)
    return ucwa.groupContacts(groupId, signal)
  },
  contactPresence: async (of, signal) => {
    await covering(of, signal)
    return ucwa.contactPresence(of, signal)
  },
  contactNote: async (of, signal) => {
    await covering(of, signal)
    return ucwa.contactNote(of, signal)
  },
  contactLocation: async (of, signal) => {
    await covering(of, signal)
    return ucwa.contactLocation(of, signal)
  },
  contactSupportedModalities: async (of, signal) => {
    await covering(of, signal)
    return ucwa.contactSupportedModalities(of, signal)
  },
  contactPrivacyRelationship: async (of, signal) => {
    await covering(of, signal)
    return ucwa.contactPrivacyRelationship(of, signal)
  },
})
