import type { GrantedLevel, CardPart } from '../../../ucwa/privacy-level.ts'
import { createMoments } from '../moments.ts'

// What the panel of one person says, and the page on who sees what.

const moments = createMoments('en-GB')
const plural = new Intl.PluralRules('en-GB')
const people = (count: number): string =>
  `${moments.number(count)} ${plural.select(count) === 'one' ? 'person' : 'people'}`

/** Source: UCWA reference, "ModalityType". */
const MODALITIES: ReadonlyMap<string, string> = new Map([
  ['Messaging', 'Chat'],
  ['Audio', 'Calls'],
  ['Video', 'Video'],
  ['PanoramicVideo', 'Panoramic video'],
  ['PhoneAudio', 'Phone'],
])

/** Source: UCWA reference, "ContactDeviceType". */
const DEVICES: ReadonlyMap<string, string> = new Map([
  ['PC', 'on a PC'],
  ['Mobile', 'on a mobile'],
  ['DeskPhone', 'on a desk phone'],
  ['Web', 'in a browser'],
])

const DEVICE_WORDS: ReadonlyMap<string, string> = new Map([
  ['PC', 'PC'],
  ['Mobile', 'Mobile'],
  ['DeskPhone', 'Desk phone'],
  ['Web', 'Browser'],
])

const device = (type: string): string => DEVICES.get(type) ?? type

const LEVELS: Readonly<Record<GrantedLevel, string>> = {
  External: 'External contacts',
  Colleagues: 'Colleagues',
  Workgroup: 'Workgroup',
  FriendsAndFamily: 'Friends and family',
  Blocked: 'Blocked contacts',
}
const AS_LEVEL: Readonly<Record<GrantedLevel, string>> = {
  External: 'as an external contact',
  Colleagues: 'as a colleague',
  Workgroup: 'as one of the workgroup',
  FriendsAndFamily: 'as friends and family',
  Blocked: 'not at all, blocked',
}
const LEVEL_HINTS: Readonly<Record<GrantedLevel, string>> = {
  External: 'People of other companies, unless you say otherwise.',
  Colleagues: 'Everybody in your company, unless you say otherwise.',
  Workgroup: 'People you work with closely. They may interrupt you when you are in Do not disturb.',
  FriendsAndFamily: 'People who may see every number of yours.',
  Blocked: 'They see your name and e-mail address and nothing else, and cannot reach you here.',
}
const PARTS: Readonly<Record<CardPart, string>> = {
  availability: 'Availability',
  activity: 'Activity',
  title: 'Title, company, photo',
  workPhone: 'Office and work phone',
  mobilePhone: 'Mobile phone',
  homePhone: 'Home and other phone',
  note: 'Note',
  location: 'Location',
  device: 'Device',
  lastActive: 'Last active',
  meetingSubject: 'Meeting subject',
}

export const enPerson = {
  close: 'Close',
  back: 'Back',
  since: (atMs: number, nowMs: number): string => `since ${moments.at(atMs, nowMs)}`,
  sinceLong: (atMs: number, nowMs: number): string => {
    const minutes = Math.floor((nowMs - atMs) / 60_000)
    if (minutes < 1) return ''
    return minutes < 60 ? `for ${moments.number(minutes)} min` : `since ${moments.at(atMs, nowMs)}`
  },
  external: 'External contact',
  publicCloud: 'Contact outside of any company',
  notOnList: 'Not on your contact list',
  blocked: 'You have blocked this person. They see you as Offline.',
  ownState: (state: string): string => `Their own state: ${state}`,
  actions: 'Reach',
  chat: 'Chat',
  call: 'Call',
  mail: 'Mail',
  details: 'Contact details',
  location: 'Location',
  office: 'Office',
  lastActive: 'Last active',
  device: 'Device',
  activeNow: 'now',
  activeOn: (when: string, type: string): string => `${when}, ${device(type)}`,
  deviceWord: (type: string): string => DEVICE_WORDS.get(type) ?? type,
  reachableBy: 'Reachable by',
  modality: (type: string): string => MODALITIES.get(type) ?? type,
  list: (texts: readonly string[]): string => texts.join(', '),
  email: 'Email',
  workPhone: 'Work phone',
  mobilePhone: 'Mobile phone',
  homePhone: 'Home phone',
  otherPhone: 'Other phone',
  /** Besides the telephone. */
  callBy: 'Call by',
  skype: 'Skype for Business',
  extension: (number: string): string => `ext. ${number}`,
  address: 'Chat address',
  groups: 'Groups',
  copy: (what: string): string => `Copy ${what}`,
  copied: (what: string): string => `${what} copied`,
  failed: 'Not everything about this person could be read.',
}

export const enPrivacy = {
  title: 'Who sees what of me',
  open: 'Who sees what of me',
  openHint: 'Privacy, my phones',
  close: 'Close',
  seesYou: (name: string): string => `${name} sees you`,
  level: (level: GrantedLevel): string => LEVELS[level],
  asLevel: (level: GrantedLevel): string => AS_LEVEL[level],
  levelHint: (level: GrantedLevel): string => LEVEL_HINTS[level],
  unknownLevel: 'as the server decides',
  count: people,
  levelName: (level: string, count: string): string => `${level}, ${count}`,
  saving: 'saving…',
  overdue: 'The server has not confirmed this yet.',
  reset: 'Reset to automatic',
  preview: 'Preview my card',
  shown: 'They see',
  parts: (shows: boolean, part: string): string => (shows ? `${part}: shown` : `${part}: hidden`),
  mayBeShown: (part: string): string => `${part}: may be shown`,
  mayBe: 'A dot means that Microsoft’s documents contradict each other, and your server decides.',
  part: (part: CardPart): string => PARTS[part],
  set: (name: string, level: GrantedLevel): string => `${name} sees you ${AS_LEVEL[level]} now.`,
  wasReset: (name: string): string => `The server decides again what ${name} sees.`,
  failed: 'What this person may see could not be read.',
  block: {
    title: (name: string): string => `Block ${name}?`,
    text: 'They will see you as Offline and cannot reach you here. They are not told.',
    yes: 'Block',
    no: 'Cancel',
  },
  trouble: {
    changed: (now: string): string => `Somebody changed this at the same time. Now: ${now}.`,
    storm: (now: string): string =>
      `The server says each time that somebody has just changed this, and took nothing. Still: ${now}.`,
    anyway: (level: string): string => `Set ${level} anyway`,
    forbidden: 'You may not change this for this person.',
    refused: (now: string): string => `The server did not accept this. Still: ${now}.`,
    lost: (now: string): string => `The server was not heard about this. Still: ${now}.`,
    tryAgain: 'Try again',
    dismiss: 'Dismiss',
  },
  card: {
    title: 'So they see you',
    hint: 'By what Microsoft documents of this level, and what you publish now.',
    nothing: 'Offline, and nothing else',
    notPublished: 'You only watch: nobody sees a state of yours from here.',
    name: (level: string): string => `My card for ${level}`,
  },
  people: 'People at this level',
  nobody: 'Nobody is set to this level.',
  noList: 'Your server offers no list of who is at which level.',
  whoeverElse: 'Whoever stands at no level here is shown what your server gives by itself.',
  phones: {
    title: 'My phones',
    hint: 'Numbers on your card are seen by the levels that may see such a number.',
    none: 'Your server names no phones of yours.',
    type: (type: string): string => PHONE_TYPES.get(type) ?? type,
    noNumber: 'No number',
    onCard: 'On my card',
    isOnCard: 'On your card',
    isNotOnCard: 'Not on your card',
    onCardName: (type: string): string => `${type} on my card`,
    change: 'Change',
    changeName: (type: string): string => `Change ${type} number`,
    number: (type: string): string => `${type} number`,
    save: 'Save',
    cancel: 'Cancel',
    tooLong: (most: number, now: number): string =>
      `${moments.number(most)} characters at most, ${moments.number(now)} now.`,
    notANumber: 'The server finds that this is no phone number.',
    readOnly: 'This number is set by your company’s directory.',
    notAllowed: 'Your account may not change its phones.',
    refused: 'The server did not accept this.',
    lost: 'The server was not heard about this.',
  },
}

/** Source: UCWA reference, "phone", type. */
const PHONE_TYPES: ReadonlyMap<string, string> = new Map([
  ['Work', 'Work phone'],
  ['Home', 'Home phone'],
  ['Mobile', 'Mobile phone'],
  ['Other', 'Other phone'],
])
