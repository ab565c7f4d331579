import { describe, expect, test } from 'vitest'
import type { Aggregate } from './presence-model.ts'
import {
  locationSeen,
  noteSeen,
  personSeen,
  presenceSeen,
  shownTo,
  type Shown,
  type Viewpoint,
} from './privacy.ts'
import type { Person, PresenceView, PrivacyLevel } from './world-model.ts'

const everything: Person = {
  uri: 'sip:ada@contoso.com',
  name: 'Ada Example',
  title: 'Engineer',
  department: 'Platform',
  company: 'Contoso',
  office: '4.12',
  emailAddresses: ['ada@contoso.com'],
  workPhoneNumber: '+1',
  mobilePhoneNumber: '+2',
  homePhoneNumber: '+3',
  otherPhoneNumber: '+4',
  sourceNetwork: 'SameEnterprise',
  credentials: { username: 'ada@contoso.com', password: 'secret' },
  hasPhoto: true,
  isKnown: true,
}
const idle: Aggregate = {
  number: 5000,
  availability: 'IdleOnline',
  activity: 'In the lab',
  deviceType: 'Mobile',
  lastActiveAtMs: 1000,
}
const busy: Aggregate = { ...idle, number: 6900, availability: 'Busy', activity: 'urgent-interruptions-only' }

describe('presence', () => {
  test.each<[Viewpoint, PresenceView]>([
    ['Blocked', { availability: 'Offline', activity: null, deviceType: 'Unknown', lastActive: null }],
    ['External', { availability: 'IdleOnline', activity: null, deviceType: 'Unknown', lastActive: null }],
    [
      'Colleagues',
      { availability: 'IdleOnline', activity: 'In the lab', deviceType: 'Mobile', lastActive: null },
    ],
    [
      'Workgroup',
      { availability: 'Busy', activity: 'urgent-interruptions-only', deviceType: 'Mobile', lastActive: 1000 },
    ],
    [
      'FriendsAndFamily',
      { availability: 'IdleOnline', activity: 'In the lab', deviceType: 'Mobile', lastActive: 1000 },
    ],
    ['self', { availability: 'IdleOnline', activity: 'In the lab', deviceType: 'Mobile', lastActive: 1000 }],
  ])('seen by %s', (to, seen) => {
    expect(presenceSeen(to, idle, busy)).toEqual(seen)
  })
})

test.each<[Viewpoint, boolean, boolean]>([
  ['Blocked', false, false],
  ['External', false, false],
  ['Colleagues', true, true],
  ['Workgroup', true, true],
  ['FriendsAndFamily', true, true],
  ['self', true, true],
])('%s sees the note: %s, the location: %s', (to, seesNote, seesLocation) => {
  const note = { message: 'Back at three', type: 'Personal' } as const
  expect(noteSeen(to, note)).toEqual(seesNote ? note : null)
  expect(locationSeen(to, 'Oslo')).toBe(seesLocation ? 'Oslo' : null)
})

test.each<[Viewpoint, readonly (keyof Person)[]]>([
  [
    'Blocked',
    [
      'company',
      'department',
      'homePhoneNumber',
      'mobilePhoneNumber',
      'office',
      'otherPhoneNumber',
      'title',
      'workPhoneNumber',
    ],
  ],
  ['External', ['homePhoneNumber', 'mobilePhoneNumber', 'office', 'otherPhoneNumber', 'workPhoneNumber']],
  ['Colleagues', ['homePhoneNumber', 'mobilePhoneNumber', 'otherPhoneNumber']],
  ['Workgroup', ['homePhoneNumber', 'otherPhoneNumber']],
  ['FriendsAndFamily', []],
  ['self', []],
])('of a person, %s is not shown %j, and nobody the password', (to, hidden) => {
  const seen = personSeen(to, everything)
  const absent = Object.entries(seen).flatMap(([field, value]) => (value === null ? [field] : []))
  expect(absent.sort()).toEqual(['credentials', ...hidden].sort())
  expect(seen.hasPhoto).toBe(to !== 'Blocked')
  expect(seen).toMatchObject({ name: everything.name, emailAddresses: everything.emailAddresses })
})

const all = {
  externalSeesActivity: true,
  externalSeesNote: true,
  colleaguesSeeLocation: true,
  friendsSeeMeetingTitle: true,
}
const none = {
  externalSeesActivity: false,
  externalSeesNote: false,
  colleaguesSeeLocation: false,
  friendsSeeMeetingTitle: false,
}
test.each<[string, Shown, PrivacyLevel]>([
  ['a', 'activity', 'External'],
  ['b', 'note', 'External'],
  ['c', 'location', 'Colleagues'],
  ['d', 'meetingTitle', 'FriendsAndFamily'],
])('doubt (%s) is a switch: %s to %s', (_, what, level) => {
  expect(shownTo(what, all)).toContain(level)
  expect(shownTo(what, none)).not.toContain(level)
})
