import * as v from 'valibot'

/** How much somebody lets another see. Source: UCWA reference, "PrivacyRelationshipLevel". */
export const privacyLevel = v.picklist([
  'Unknown',
  'External',
  'Colleagues',
  'Workgroup',
  'FriendsAndFamily',
  'Blocked',
])
export type PrivacyLevel = v.InferOutput<typeof privacyLevel>

/** A level that can be given: `Unknown` only says that the server cannot tell. */
export type GrantedLevel = Exclude<PrivacyLevel, 'Unknown'>

/** What of a person a level may show or hide. The name and the e-mail address are shown to everybody. */
export type CardPart =
  | 'availability'
  | 'activity'
  | 'title'
  | 'workPhone'
  | 'mobilePhone'
  | 'homePhone'
  | 'note'
  | 'location'
  | 'device'
  | 'lastActive'
  | 'meetingSubject'

/** `perhaps`: the documents contradict each other, so that nothing can be promised. */
export type Shown = 'yes' | 'no' | 'perhaps'

/**
 * Blocked, External, Colleagues, Workgroup, FriendsAndFamily. Sources: Lync schema reference, the page of each
 * container; Lync SDK, "Controlling access to presence publications". `perhaps` stands where these differ from one
 * another or from UCWA reference, "contactPrivacyRelationship2".
 */
const SHOWN: Readonly<Record<CardPart, readonly [Shown, Shown, Shown, Shown, Shown]>> = {
  availability: ['no', 'yes', 'yes', 'yes', 'yes'],
  activity: ['no', 'perhaps', 'yes', 'yes', 'yes'],
  title: ['no', 'yes', 'yes', 'yes', 'yes'],
  workPhone: ['no', 'no', 'yes', 'yes', 'yes'],
  mobilePhone: ['no', 'no', 'no', 'yes', 'yes'],
  homePhone: ['no', 'no', 'no', 'no', 'yes'],
  note: ['no', 'perhaps', 'yes', 'yes', 'yes'],
  location: ['no', 'no', 'perhaps', 'yes', 'yes'],
  device: ['no', 'no', 'yes', 'yes', 'yes'],
  lastActive: ['no', 'no', 'no', 'yes', 'yes'],
  meetingSubject: ['no', 'no', 'no', 'yes', 'perhaps'],
}

const PLACE: Readonly<Record<GrantedLevel, 0 | 1 | 2 | 3 | 4>> = {
  Blocked: 0,
  External: 1,
  Colleagues: 2,
  Workgroup: 3,
  FriendsAndFamily: 4,
}

/** Whether people at that level see that part of a person's card. Documented, not measured: the server has the last word. */
export const canSee = (level: GrantedLevel, part: CardPart): Shown => SHOWN[part][PLACE[level]]
