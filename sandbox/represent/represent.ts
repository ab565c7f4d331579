import { etagOf } from '../wire/etag.ts'
import { type Json } from '../wire/http.ts'
import { REVISION_2, present, telOf, type View } from './represent-view.ts'

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
 * The link `callForwardingSettings` is left out, and so is its resource.
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
      phones: { href: hrefs.phones },
    },
    rel: 'me',
  }
}

/** Source: UCWA reference, "people". */
export const peopleResource = ({ application: { hrefs } }: View): Json => ({
  _links: {
    self: { href: hrefs.people },
    presenceSubscriptions: { href: hrefs.presenceSubscriptions },
    subscribedContacts: { href: hrefs.subscribedContacts },
    presenceSubscriptionMemberships: { href: hrefs.presenceSubscriptionMemberships },
    myGroups: { href: hrefs.myGroups, ...REVISION_2 },
    myGroupMemberships: { href: hrefs.myGroupMemberships, ...REVISION_2 },
    myContacts: { href: hrefs.myContacts },
    myContactsAndGroupsSubscription: { href: hrefs.myContactsAndGroupsSubscription },
    search: { href: hrefs.search, ...REVISION_2 },
    myPrivacyRelationships: { href: hrefs.myPrivacyRelationships },
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
