/**
 * What each privacy level shows of a person: the table of the desktop client, with its four doubts as switches.
 *
 * Sources: Lync documentation, "Controlling access to presence publications" and the container pages; the client's
 * own table as universities copied it. UCWA reference, "PrivacyRelationshipLevel".
 */
import type { Aggregate } from './presence-model.ts'
import type {
  Modality,
  NoteView,
  OwnText,
  Person,
  PhoneType,
  PresenceView,
  PrivacyLevel,
} from './world-model.ts'

export const PRIVACY_LEVELS = ['External', 'Colleagues', 'Workgroup', 'FriendsAndFamily', 'Blocked'] as const

/** Where the sources contradict each other, and which way this sandbox goes. */
const PRIVACY_READING = {
  /** (a) The container page gives External "only the availability number"; the client's table is silent. */
  externalSeesActivity: false,
  /** (b) One page shows External a personal note, another an empty category. */
  externalSeesNote: false,
  /** (c) The schema and one copy of the client's table give Colleagues the location, another copy does not. */
  colleaguesSeeLocation: true,
  /** (d) UCWA says that friends see meeting titles, the client's table says Workgroup alone. UCWA carries none. */
  friendsSeeMeetingTitle: false,
} as const

export type Shown =
  | 'availability'
  | 'activity'
  | 'businessCard' // title, department, company, picture
  | 'workPhone' // with the office
  | 'mobilePhone'
  | 'privatePhones' // home and other
  | 'note' // personal or out-of-office
  | 'location'
  | 'deviceType'
  | 'meetingTitle'
  | 'lastActive'

type PrivacyReading = { readonly [doubt in keyof typeof PRIVACY_READING]: boolean }

const external = (isShown: boolean): readonly PrivacyLevel[] => (isShown ? ['External'] : [])

/** Which levels are shown it. Name and e-mail are shown to all, Blocked included. */
export function shownTo(what: Shown, reading: PrivacyReading = PRIVACY_READING): readonly PrivacyLevel[] {
  switch (what) {
    case 'availability':
    case 'businessCard':
      return ['External', 'Colleagues', 'Workgroup', 'FriendsAndFamily']
    case 'activity':
      return [...external(reading.externalSeesActivity), 'Colleagues', 'Workgroup', 'FriendsAndFamily']
    case 'note':
      return [...external(reading.externalSeesNote), 'Colleagues', 'Workgroup', 'FriendsAndFamily']
    case 'workPhone':
    case 'deviceType':
      return ['Colleagues', 'Workgroup', 'FriendsAndFamily']
    case 'location':
      return reading.colleaguesSeeLocation
        ? ['Colleagues', 'Workgroup', 'FriendsAndFamily']
        : ['Workgroup', 'FriendsAndFamily']
    case 'mobilePhone':
    case 'lastActive':
      return ['Workgroup', 'FriendsAndFamily']
    case 'privatePhones':
      return ['FriendsAndFamily']
    case 'meetingTitle':
      return reading.friendsSeeMeetingTitle ? ['Workgroup', 'FriendsAndFamily'] : ['Workgroup']
  }
}

/** Somebody seen through a level, or by themselves. */
export type Viewpoint = PrivacyLevel | 'self'

const isShown = (what: Shown, to: Viewpoint): boolean => to === 'self' || SHOWN[what].has(to)

/** A presence before it is put in somebody's language. */
export type PresenceSeen = Omit<PresenceView, 'activity'> & { readonly activity: OwnText | null }

/** What Blocked sees, whatever is true. Source: "Aggregation containers": Blocked always gets 18500. */
const OFFLINE: PresenceSeen = {
  availability: 'Offline',
  activity: null,
  deviceType: 'Unknown',
  lastActive: null,
}

/** One run's aggregate as a viewpoint sees it; `workgroup` must be the second run's. */
export function presenceSeen(to: Viewpoint, general: Aggregate, workgroup: Aggregate): PresenceSeen {
  if (!isShown('availability', to)) return OFFLINE
  const seen = to === 'Workgroup' ? workgroup : general
  return {
    availability: seen.availability,
    activity: isShown('activity', to) ? seen.activity : null,
    deviceType: isShown('deviceType', to) ? seen.deviceType : 'Unknown',
    lastActive: isShown('lastActive', to) ? seen.lastActiveAtMs : null,
  }
}

export const noteSeen = (to: Viewpoint, note: NoteView | null): NoteView | null =>
  isShown('note', to) ? note : null

export const locationSeen = (to: Viewpoint, location: string | null): string | null =>
  isShown('location', to) ? location : null

/** Assumed: whoever sees that somebody is there, sees how to reach them. */
export const modalitiesSeen = (to: Viewpoint, modalities: readonly Modality[]): readonly Modality[] =>
  isShown('availability', to) ? modalities : []

/** Whether that number of somebody's is shown, if they share it at all. */
export const isPhoneShown = (type: PhoneType, to: Viewpoint): boolean =>
  isShown(type === 'Work' ? 'workPhone' : type === 'Mobile' ? 'mobilePhone' : 'privatePhones', to)

/** A person with only those fields that the viewpoint is shown, and never their password. */
export function personSeen(to: Viewpoint, person: Person): Person {
  const hasCard = isShown('businessCard', to)
  const hasWorkPhone = isShown('workPhone', to)
  const hasPrivatePhones = isShown('privatePhones', to)
  return {
    ...person,
    title: hasCard ? person.title : null,
    department: hasCard ? person.department : null,
    company: hasCard ? person.company : null,
    hasPhoto: hasCard && person.hasPhoto,
    office: hasWorkPhone ? person.office : null,
    workPhoneNumber: hasWorkPhone ? person.workPhoneNumber : null,
    mobilePhoneNumber: isShown('mobilePhone', to) ? person.mobilePhoneNumber : null,
    homePhoneNumber: hasPrivatePhones ? person.homePhoneNumber : null,
    otherPhoneNumber: hasPrivatePhones ? person.otherPhoneNumber : null,
    credentials: null,
  }
}

const SHOWN: { readonly [what in Shown]: ReadonlySet<PrivacyLevel> } = {
  availability: new Set(shownTo('availability')),
  activity: new Set(shownTo('activity')),
  businessCard: new Set(shownTo('businessCard')),
  workPhone: new Set(shownTo('workPhone')),
  mobilePhone: new Set(shownTo('mobilePhone')),
  privatePhones: new Set(shownTo('privatePhones')),
  note: new Set(shownTo('note')),
  location: new Set(shownTo('location')),
  deviceType: new Set(shownTo('deviceType')),
  meetingTitle: new Set(shownTo('meetingTitle')),
  lastActive: new Set(shownTo('lastActive')),
}
