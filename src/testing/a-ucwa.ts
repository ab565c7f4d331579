import type { Ucwa } from '../ucwa/ucwa.ts'

const notExpected = (): Promise<never> =>
  Promise.reject(new Error('this test expects nobody to ask for that'))

/** A server that answers what a test is about; all else is refused. */
export const aUcwa = (of: Partial<Ucwa> = {}): Ucwa => ({
  me: notExpected,
  presence: notExpected,
  note: notExpected,
  location: notExpected,
  myGroups: notExpected,
  groupContacts: notExpected,
  contactPresence: notExpected,
  contactNote: notExpected,
  contactLocation: notExpected,
  setPresence: notExpected,
  setNote: notExpected,
  setLocation: notExpected,
  contact: notExpected,
  contactSupportedModalities: notExpected,
  contactPrivacyRelationship: notExpected,
  myPrivacyRelationships: notExpected,
  phones: notExpected,
  setContactPrivacyLevel: notExpected,
  resetContactPrivacyLevel: notExpected,
  setPhoneVisibility: notExpected,
  setPhoneNumber: notExpected,
  ...of,
})
