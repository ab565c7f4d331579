import { type Application } from './application.ts'
import { etagOf } from './etag.ts'
import { addressOf } from './hrefs.ts'
import { type Json } from './http.ts'
import { type Group, type Person, type Uri, type World } from './world-model.ts'

/**
 * Resources as HAL. "The absence of a link indicates that the client is not allowed to access that resource"
 * (`Hypermedia.md`): so a link is here exactly when following it would be answered.
 */
export type View = { readonly world: World; readonly application: Application; readonly instanceId: string }

/** Source: UCWA reference, "application"; `CreateAnApplication.md`, step 10. */
export function applicationResource(view: View): Json {
  const { application, instanceId } = view
  const { hrefs, registration } = application
  const ack = application.channels.get(instanceId)?.firstUnacknowledged() ?? 1
  const own: Json = {
    culture: registration.culture,
    userAgent: registration.userAgent,
    endpointId: registration.endpointId,
    ...(registration.type === null ? {} : { type: registration.type }),
    ...(instanceId === '' ? {} : { instanceId }),
    _links: {
      self: { href: hrefs.application(instanceId) },
      policies: { href: hrefs.policies },
      batch: { href: hrefs.batch },
      events: { href: hrefs.events(ack, instanceId) },
    },
  }
  // "Changes in embedded resources do not affect the computation of the ETag" (`PayloadFormat.md`).
  return {
    ...own,
    _embedded: {
      me: meResource(view),
      people: peopleResource(view),
      onlineMeetings: onlineMeetingsResource(view),
      communication: communicationResource(view),
    },
    rel: 'application',
    etag: etagOf(JSON.stringify(own)),
  }
}

/**
 * Source: UCWA reference, "me"; `MeDashboard.md`: presence, note and location come with makeMeAvailable, which goes.
 * The links `phones` and `callForwardingSettings` are left out, and so are their resources.
 */
export function meResource({ world, application }: View): Json {
  const { hrefs, user, id, madeAvailable } = application
  const person = world.person(user.uri) ?? user
  return {
    name: person.name,
    uri: person.uri,
    ...present({
      title: person.title,
      department: person.department,
      company: person.company,
      officeLocation: person.office,
      workPhoneNumber: telOf(person.workPhoneNumber),
      mobilePhoneNumber: telOf(person.mobilePhoneNumber),
      homePhoneNumber: telOf(person.homePhoneNumber),
      otherPhoneNumber: telOf(person.otherPhoneNumber),
    }),
    ...(person.emailAddresses.length === 0 ? {} : { emailAddresses: person.emailAddresses }),
    endpointUri: `${person.uri};opaque=user:epid:${id};gruu`,
    _links: {
      self: { href: hrefs.me },
      ...(madeAvailable === null
        ? { makeMeAvailable: { href: hrefs.makeMeAvailable } }
        : {
            note: { href: hrefs.note },
            presence: { href: hrefs.presence },
            location: { href: hrefs.location },
            reportMyActivity: { href: hrefs.reportMyActivity },
          }),
      photo: { href: hrefs.photo(person.uri) },
    },
    rel: 'me',
  }
}

/** Source: UCWA reference, "people". `myPrivacyRelationships` is left out. */
export const peopleResource = ({ application: { hrefs } }: View): Json => ({
  _links: {
    self: { href: hrefs.people },
    presenceSubscriptions: { href: hrefs.presenceSubscriptions },
    subscribedContacts: { href: hrefs.subscribedContacts },
    presenceSubscriptionMemberships: { href: hrefs.presenceSubscriptionMemberships },
    myGroups: { href: hrefs.myGroups },
    myGroupMemberships: { href: hrefs.myGroupMemberships },
    myContacts: { href: hrefs.myContacts },
    myContactsAndGroupsSubscription: { href: hrefs.myContactsAndGroupsSubscription },
    search: { href: hrefs.search, revision: '2' },
  },
  rel: 'people',
})

/** Only what makes an application complete: meetings are no part of presence. */
export const onlineMeetingsResource = ({ application: { hrefs } }: View): Json => ({
  _links: { self: { href: hrefs.onlineMeetings } },
  rel: 'onlineMeetings',
})

/** Only what makeMeAvailable settles: conversations are no part of presence. */
export const communicationResource = ({ application: { hrefs, madeAvailable } }: View): Json => ({
  supportedModalities: madeAvailable?.modalities ?? [],
  supportedMessageFormats: madeAvailable?.messageFormats ?? ['Plain'],
  _links: { self: { href: hrefs.communication } },
  rel: 'communication',
})

/**
 * Source: UCWA reference, "policies". Assumed: photos are enabled, and what this server does not have is not.
 */
export const policiesResource = ({ application: { hrefs } }: View): Json => ({
  photos: 'Enabled',
  emoticons: 'Enabled',
  htmlMessaging: 'Disabled',
  logging: 'Enabled',
  messageArchiving: 'Disabled',
  saveMessagingHistory: 'Disabled',
  telephonyMode: 'None',
  _links: { self: { href: hrefs.policies } },
  rel: 'policies',
})

/** Source: UCWA reference, "contact"; the walkthroughs print links and properties in this spelling. */
export function contactResource({ world, application }: View, uri: Uri): Json {
  const { hrefs, user } = application
  const person = world.visiblePerson(uri, user.uri)
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
      self: { href: hrefs.contact(uri) },
      contactPhoto: { href: hrefs.photo(person.uri) },
      contactPresence: { href: hrefs.contactPresence(uri) },
      contactLocation: { href: hrefs.contactLocation(uri) },
      contactNote: { href: hrefs.contactNote(uri) },
      contactSupportedModalities: { href: hrefs.contactSupportedModalities(uri) },
      contactPrivacyRelationship: { href: hrefs.contactPrivacyRelationship(uri), revision: '2' },
    },
    rel: 'contact',
    etag: etagOf(JSON.stringify(own)),
  }
}

/** Contacts embedded, or as links when `expand=false` asks for that (UCWA reference, "myContacts", `expand`). */
export function contactsResource(
  view: View,
  rel: 'myContacts' | 'groupContacts',
  self: string,
  people: readonly Person[],
  isExpanded: boolean,
): Json {
  const { hrefs } = view.application
  return isExpanded
    ? {
        _links: { self: { href: self } },
        _embedded: { contact: people.map(({ uri }) => contactResource(view, uri)) },
        rel,
      }
    : {
        _links: { self: { href: self }, contact: people.map(({ uri }) => ({ href: hrefs.contact(uri) })) },
        rel,
      }
}

/** Source: UCWA reference, "group", "pinnedGroup", "defaultGroup"; `SubscribeToThePresenceOfAGroupOfContacts.md`. */
export const groupResource = ({ application: { hrefs } }: View, { id, name, kind }: Group): Json => ({
  id,
  name,
  _links: {
    self: { href: hrefs.group(id) },
    groupContacts: { href: hrefs.groupContacts(id) },
    subscribeToGroupPresence: { href: hrefs.subscribeToGroupPresence(id) },
  },
  rel: kind,
})

/**
 * `pinnedGroup` and `defaultGroup` single, `group` and `distributionGroup` arrays even when empty
 * (`SubscribeToThePresenceOfAGroupOfContacts.md`, step 2).
 */
export function myGroupsResource(view: View, isExpanded: boolean): Json {
  const { hrefs, user } = view.application
  const groups = view.world.groups(user.uri)
  const shape = (group: Group): Json =>
    isExpanded ? groupResource(view, group) : { href: hrefs.group(group.id) }
  const pinned = groups.find(({ kind }) => kind === 'pinnedGroup')
  const standard = groups.find(({ kind }) => kind === 'defaultGroup')
  const all: Json = {
    ...(pinned === undefined ? {} : { pinnedGroup: shape(pinned) }),
    ...(standard === undefined ? {} : { defaultGroup: shape(standard) }),
    group: groups.filter(({ kind }) => kind === 'group').map(shape),
    distributionGroup: [],
  }
  const self = { href: hrefs.myGroups }
  return isExpanded
    ? { _links: { self }, _embedded: all, rel: 'myGroups' }
    : { _links: { self, ...all }, rel: 'myGroups' }
}

/** Source: UCWA reference, "myGroupMembership". The link to the group is named for its kind. */
export const myGroupMembershipResource = (
  { application: { hrefs } }: View,
  group: Group,
  uri: Uri,
): Json => ({
  _links: {
    self: { href: hrefs.myGroupMembership(group.id, uri) },
    contact: { href: hrefs.contact(uri) },
    [group.kind]: { href: hrefs.group(group.id) },
  },
  rel: 'myGroupMembership',
})

/** Source: `GetPresenceDataOfAContact.md`. What the viewer's level hides, and what there is none of, is absent. */
export function contactPresenceResource({ world, application }: View, uri: Uri): Json {
  const presence = world.presence(uri, application.user.uri)
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

/** Assumed: messaging with everyone, telephone where a number is shown; so it never changes by itself. */
export function contactSupportedModalitiesResource({ world, application }: View, uri: Uri): Json {
  const person = world.visiblePerson(uri, application.user.uri)
  const hasPhone = person.workPhoneNumber !== null || person.mobilePhoneNumber !== null
  return {
    modalities: hasPhone ? ['PhoneAudio', 'Messaging'] : ['Messaging'],
    _links: { self: { href: application.hrefs.contactSupportedModalities(uri) } },
    rel: 'contactSupportedModalities',
  }
}

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

/** Source: UCWA reference, "myContactsAndGroupsSubscription": what stops is there when there is something to stop. */
export const contactsAndGroupsSubscriptionResource = ({
  application: { hrefs, contactsAndGroups },
}: View): Json => ({
  state: contactsAndGroups.state,
  _links: {
    self: { href: hrefs.myContactsAndGroupsSubscription },
    startOrRefreshSubscriptionToContactsAndGroups: { href: hrefs.startOrRefresh },
    ...(contactsAndGroups.state === 'Connected'
      ? { stopSubscriptionToContactsAndGroups: { href: hrefs.stop } }
      : {}),
  },
  rel: 'myContactsAndGroupsSubscription',
})

/** Numbers go out as `tel:` URIs (UCWA reference, "me", "contact", samples). */
const telOf = (number: string | null): string | null =>
  number === null || number.startsWith('tel:') ? number : `tel:${number}`

/** The properties that are known: UCWA leaves out what it does not have. */
const present = (properties: Readonly<Record<string, string | null>>): Json =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null))
