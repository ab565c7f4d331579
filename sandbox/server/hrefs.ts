import { type Uri } from '../world/world-model.ts'

/**
 * Every address of one application's resources. Root-relative on the pool, as real servers print them
 * (`CreateAnApplication.md`, `GetPresenceDataOfAContact.md`); the reference's samples show invented ones.
 * A person is named by the address of the SIP URI in lower case, in a photo's href in the directory's own case.
 */
export type Hrefs = ReturnType<typeof createHrefs>

export const APPLICATIONS_PATH = '/ucwa/oauth/v1/applications'

export function createHrefs(applicationId: string) {
  const application = `${APPLICATIONS_PATH}/${applicationId}`
  const people = `${application}/people`
  const contact = (uri: Uri): string => `${people}/${segment(addressOf(uri).toLowerCase())}`
  const subscription = (id: string): string => `${people}/presenceSubscriptions/${segment(id)}`
  return {
    application: (instanceId: string) => `${application}${instanceQuery('?', instanceId)}`,
    batch: `${application}/batch`,
    events: (ack: number, instanceId: string) =>
      `${application}/events?ack=${ack}${instanceQuery('&', instanceId)}`,
    policies: `${application}/policies`,
    communication: `${application}/communication`,
    onlineMeetings: `${application}/onlineMeetings`,
    photosPath: `${application}/photos`,
    me: `${application}/me`,
    makeMeAvailable: `${application}/me/makeMeAvailable`,
    reportMyActivity: `${application}/me/reportMyActivity`,
    presence: `${application}/me/presence`,
    note: `${application}/me/note`,
    location: `${application}/me/location`,
    phones: `${application}/me/phones`,
    phone: (type: string) => `${application}/me/phones/${type}`,
    changeNumber: (type: string) => `${application}/me/phones/${type}/changeNumber`,
    changeVisibility: (type: string) => `${application}/me/phones/${type}/changeVisibility`,
    photo: (uri: Uri) => `${application}/photos/${segment(addressOf(uri))}`,
    people,
    myContacts: `${people}/contacts`,
    groupContacts: (groupId: string) => `${people}/contacts?groupId=${encodeURIComponent(groupId)}`,
    myGroups: `${people}/groups`,
    group: (groupId: string) => `${people}/groups/${segment(groupId)}`,
    addToContactList: `${people}/groups/addToContactList`,
    removeFromContactList: `${people}/groups/removeFromContactList`,
    expandDistributionGroup: (groupId: string) =>
      `${people}/groups/${segment(groupId)}/expandDistributionGroup`,
    myGroupMemberships: `${people}/groupMemberships`,
    groupMemberships: (groupId: string) =>
      `${people}/groupMemberships?groupId=${encodeURIComponent(groupId)}`,
    myGroupMembership: (groupId: string, uri: Uri) =>
      `${people}/groupMemberships/${segment(`${groupId},${addressOf(uri).toLowerCase()}`)}`,
    removeContactFromAllGroups: `${people}/groupMemberships/removeContactFromAllGroups`,
    contact,
    contactPresence: (uri: Uri) => `${contact(uri)}/presence`,
    contactNote: (uri: Uri) => `${contact(uri)}/note`,
    contactLocation: (uri: Uri) => `${contact(uri)}/location`,
    contactSupportedModalities: (uri: Uri) => `${contact(uri)}/supportedMedia`,
    contactPrivacyRelationship: (uri: Uri) => `${contact(uri)}/privacyRelationship`,
    resetContactPrivacyRelationship: (uri: Uri) => `${contact(uri)}/privacyRelationship/reset`,
    myPrivacyRelationships: `${application}/myPrivacyRelationships`,
    myPrivacyRelationship: (level: string) => `${application}/myPrivacyRelationships/${level}`,
    presenceSubscriptions: `${people}/presenceSubscriptions`,
    subscribeToGroupPresence: (groupId: string) =>
      `${people}/presenceSubscriptions?groupId=${encodeURIComponent(groupId)}`,
    presenceSubscription: subscription,
    presenceSubscriptionMemberships: `${people}/presenceSubscriptionMemberships`,
    membershipsOf: (id: string) =>
      `${people}/presenceSubscriptionMemberships?presenceSubscriptionId=${encodeURIComponent(id)}`,
    presenceSubscriptionMembership: (id: string, uri: Uri) =>
      `${people}/presenceSubscriptionMemberships/${segment(`${id},${addressOf(uri).toLowerCase()}`)}`,
    subscribedContacts: `${people}/subscribedContacts`,
    myContactsAndGroupsSubscription: `${people}/contactsAndGroupsSubscription`,
    startOrRefresh: `${people}/contactsAndGroupsSubscription/startOrRefresh`,
    stop: `${people}/contactsAndGroupsSubscription/stop`,
    search: `${people}/search`,
  }
}

/** `sip:SaraD@contoso.com` → `SaraD@contoso.com`. */
export const addressOf = (uri: Uri): string => uri.replace(/^sips?:/i, '')

/** A SIP URI from what a client wrote, with or without its scheme. */
export const toUri = (text: string): Uri => (/^sips?:/i.test(text) ? text : `sip:${text}`)

/** What `toUri` makes a SIP URI of. */
export const isSipAddress = (text: string): boolean => /^(sips?:)?[^@\s:]+@[^@\s]+$/i.test(text)

/** SIP URIs are compared without case: a name for one, fit for a Map. */
export const keyOf = (uri: Uri): string => uri.toLowerCase()

/** Real hrefs leave `@`, `=` and `,` as they are in a path (samples of `GetPresenceDataOfAContact.md`). */
const segment = (text: string): string =>
  encodeURIComponent(text).replaceAll('%40', '@').replaceAll('%3D', '=').replaceAll('%2C', ',')

const instanceQuery = (joint: '?' | '&', instanceId: string): string =>
  instanceId === '' ? '' : `${joint}instanceId=${encodeURIComponent(instanceId)}`
