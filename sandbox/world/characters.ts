/**
 * The people who are in every world: seven who can sign in, and those a first look should find.
 * Everybody else is generated around them (`people.ts`). (Long because it is a list.)
 */
import type { Look } from './portrait.ts'
import type { MachineState } from './presence-model.ts'
import type { DeviceType, PreferredAvailability, PrivacyLevel } from './world-model.ts'

/** How somebody is when a world begins. */
export type Opening = {
  /** The device they are signed in at; null: signed out. */
  readonly device: { readonly type: DeviceType; readonly machine: MachineState } | null
  /** How long that device, or the last one, has not been used; told where it is not active. */
  readonly unusedMinutes: number
  readonly call: 'on-the-phone' | 'in-a-conference' | null
  readonly isPresenting: boolean
  readonly isInMeeting: boolean
  readonly manual: { readonly availability: PreferredAvailability; readonly activity: string | null } | null
  readonly note: string
  readonly outOfOffice: string | null
  readonly location: string
}

export type Character = {
  readonly localPart: string
  readonly name: string
  readonly title: string
  readonly department: string
  readonly office: string
  /** Country and area code, from which phone numbers are made. */
  readonly dial: string
  /** Null: no photo. */
  readonly look: Look | null
  /** Null: of this world's own company. */
  readonly partner: { readonly company: string; readonly domain: string } | null
  /** The level granted to the first user, where it is not the automatic one. */
  readonly grantsFirstUser?: PrivacyLevel
  readonly opening: Opening
  /** What they write in their notes now and then; without it, what anybody might. */
  readonly phrases?: readonly string[]
}

export const SIGNED_OUT: Opening = {
  device: null,
  unusedMinutes: 0,
  call: null,
  isPresenting: false,
  isInMeeting: false,
  manual: null,
  note: '',
  outOfOffice: null,
  location: '',
}
/** At their desk, in use, with nothing else said. */
export const AT_DESK: Opening = { ...SIGNED_OUT, device: { type: 'PC', machine: 'active' } }
const ON_MOBILE: Opening = { ...SIGNED_OUT, device: { type: 'Mobile', machine: 'idle' } }

/**
 * Those who can sign in; the first is the one whose list has the size asked for.
 * She is signed out until she signs in, so that what her page publishes is all there is. The others are at a desk too,
 * but in nothing that would outweigh a choice of theirs (nobody presents).
 */
export const USERS: readonly Character[] = [
  {
    localPart: 'lenea',
    name: 'Lene Aaling',
    title: 'Product lead',
    department: 'Platform',
    office: 'Copenhagen, 4.12',
    dial: '+453',
    look: { hair: 'bob', skin: '#f3c5a5', hairColour: '#b98347', shirt: '#35507f', ground: '#d3e1f4' },
    partner: null,
    opening: { ...SIGNED_OUT, unusedMinutes: 55, location: 'Copenhagen, 4.12' },
  },
  {
    localPart: 'danab',
    name: 'Dana Birkby',
    title: 'Product designer',
    department: 'Design',
    office: 'Copenhagen, 4.12',
    dial: '+453',
    look: { hair: 'long', skin: '#e2ab80', hairColour: '#3b2a23', shirt: '#8a4459', ground: '#f3dfcb' },
    partner: null,
    opening: { ...AT_DESK, note: 'Happy to look at drafts before lunch.', location: 'Copenhagen, 4.12' },
  },
  {
    localPart: 'SaraD',
    name: 'Sara Davis',
    title: 'Engineering lead',
    department: 'Platform',
    office: 'Redmond, 25/1640',
    dial: '+1425',
    look: { hair: 'curls', skin: '#7d4f35', hairColour: '#1d1512', shirt: '#2c6e5f', ground: '#f8e3b9' },
    partner: null,
    opening: {
      ...AT_DESK,
      manual: { availability: 'DoNotDisturb', activity: null },
      note: 'Board review until noon. If it burns, ask Alex.',
      location: 'Redmond, 25/1640',
    },
  },
  {
    localPart: 'alexd',
    name: 'Alex Darrow',
    title: 'Service owner',
    department: 'Platform',
    office: 'Copenhagen, 4.07',
    dial: '+453',
    look: { hair: 'short', skin: '#f0c3a0', hairColour: '#4b3324', shirt: '#4b5565', ground: '#dbe8e3' },
    partner: null,
    opening: { ...AT_DESK, call: 'on-the-phone', location: 'Copenhagen, 4.07' },
  },
  {
    localPart: 'chrisb',
    name: 'Chris Barry',
    title: 'Account director',
    department: 'Sales',
    office: 'London, Paddington 3.40',
    dial: '+4420',
    look: { hair: 'beard', skin: '#e8b48d', hairColour: '#33251d', shirt: '#345d8c', ground: '#e2e2f0' },
    partner: null,
    opening: {
      ...AT_DESK,
      manual: { availability: 'Online', activity: 'Working from home' },
      note: 'Working from home. Door is open, just call.',
      location: 'Home',
    },
  },
  {
    localPart: 'PriyaR',
    name: 'Priya Raghunathan',
    title: 'Software engineer',
    department: 'Platform',
    office: 'Bengaluru, Tower 3',
    dial: '+9180',
    look: { hair: 'straight', skin: '#c88d5f', hairColour: '#18120f', shirt: '#a4532f', ground: '#dcebe4' },
    partner: null,
    opening: AT_DESK,
  },
  {
    localPart: 'kwamem',
    name: 'Kwame Mensah',
    title: 'Software engineer',
    department: 'Platform',
    office: 'Copenhagen, 4.07',
    dial: '+453',
    look: { hair: 'cropped', skin: '#5f3d2a', hairColour: '#15100d', shirt: '#7d6c2a', ground: '#dfe7f4' },
    partner: null,
    grantsFirstUser: 'Workgroup',
    opening: {
      ...AT_DESK,
      device: { type: 'PC', machine: 'idle' },
      unusedMinutes: 7,
      note: 'Pairing most of the day, ping me anyway',
      location: 'Copenhagen, 4.07',
    },
  },
]

/** First on the first user's list after those who can sign in. */
export const ACQUAINTANCES: readonly Character[] = [
  {
    localPart: 'misakit',
    name: '田中 美咲',
    title: 'Localisation manager',
    department: 'Localisation',
    office: '東京 丸の内',
    dial: '+813',
    look: { hair: 'bob', skin: '#f2cdb0', hairColour: '#1b1715', shirt: '#6a6f86', ground: '#f3e9ee' },
    partner: null,
    grantsFirstUser: 'FriendsAndFamily',
    opening: {
      ...AT_DESK,
      device: { type: 'PC', machine: 'away' },
      unusedMinutes: 88,
      manual: { availability: 'Offwork', activity: null },
      note: '本日は終業しました。急ぎの場合はメールをお願いします。',
      location: '東京 丸の内',
    },
  },
  {
    localPart: 'juergeng',
    name: 'Jürgen Groß',
    title: 'Release manager',
    department: 'Platform',
    office: 'München, Haus B',
    dial: '+4989',
    look: null,
    partner: null,
    opening: {
      ...AT_DESK,
      isInMeeting: true,
      note:
        'Heute bis 15 Uhr in der Freigaberunde, danach gern anrufen. ' +
        'Für Version 6.2 bitte bei Zofia melden; die Liste der offenen Punkte liegt im Teamordner.',
      location: 'München, Haus B',
    },
  },
  {
    localPart: 'LanN',
    name: 'Nguyễn Thị Lan',
    title: 'Solution architect',
    department: 'Platform',
    office: 'Singapore, L18',
    dial: '+65',
    look: { hair: 'long', skin: '#f0c6a3', hairColour: '#171312', shirt: '#33627e', ground: '#ede2f4' },
    partner: null,
    opening: {
      ...AT_DESK,
      device: { type: 'PC', machine: 'idle' },
      unusedMinutes: 6,
      isInMeeting: true,
      location: 'Singapore, L18',
    },
  },
  {
    localPart: 'ingrids',
    name: 'Ingrid Sørensen',
    title: 'Site reliability',
    department: 'Platform',
    office: 'Oslo, 7. etg.',
    dial: '+472',
    look: null,
    partner: null,
    grantsFirstUser: 'Workgroup',
    opening: {
      ...ON_MOBILE,
      unusedMinutes: 6,
      manual: { availability: 'BeRightBack', activity: null },
      note: 'Coffee ☕',
      location: 'Oslo',
    },
  },
  {
    localPart: 'laylam',
    name: 'ليلى منصور',
    title: 'Customer success manager',
    department: 'Customer success',
    office: 'دبي',
    dial: '+9714',
    look: { hair: 'scarf', skin: '#dba67c', hairColour: '#4a6a96', shirt: '#41536b', ground: '#f4e3d3' },
    partner: null,
    opening: { ...AT_DESK, note: 'متاحة حتى الساعة الرابعة، اتصلوا في أي وقت', location: 'دبي' },
  },
  {
    localPart: 'MatteoR',
    name: 'Matteo Ricci',
    title: 'Sales engineer',
    department: 'Sales',
    office: 'Milano, piano 3',
    dial: '+3902',
    look: { hair: 'short', skin: '#e9bb95', hairColour: '#5b4433', shirt: '#5c7166', ground: '#e4ecec' },
    partner: null,
    grantsFirstUser: 'Workgroup',
    opening: {
      ...ON_MOBILE,
      device: { type: 'Mobile', machine: 'away' },
      unusedMinutes: 35,
      note: 'At Contoso Milano all day, reachable on mobile',
      location: 'Milano',
    },
  },
  {
    localPart: 'chloel',
    name: 'Chloé Lefebvre',
    title: 'Partner manager',
    department: 'Partners',
    office: 'Paris, Tour Est, 2e étage',
    dial: '+331',
    look: { hair: 'bun', skin: '#f1c8a9', hairColour: '#7b4a2d', shirt: '#5f7f73', ground: '#f3e4dc' },
    partner: null,
    opening: {
      ...AT_DESK,
      device: { type: 'PC', machine: 'away' },
      unusedMinutes: 190,
      outOfOffice: 'De retour lundi 23. Pour les contrats, écrivez à Matteo.',
    },
  },
  {
    // Federated, and publishes nothing. UCWA has no word for "not known" among its eight availabilities, so he is
    // Offline with nothing else said, as somebody is who has no endpoint. (Our choice: what a real pool answers for
    // a partner who is silent is not documented.)
    localPart: 'marek.novak',
    name: 'Marek Novák',
    title: 'Buyer',
    department: 'Purchasing',
    office: 'Praha',
    dial: '+4202',
    look: null,
    partner: { company: 'Fabrikam', domain: 'fabrikam.com' },
    opening: SIGNED_OUT,
  },
  {
    // Blocks the first user: at his desk, and Offline to her.
    localPart: 'omarh',
    name: 'Omar Haddad',
    title: 'Bid manager',
    department: 'Sales',
    office: 'Amman, 2',
    dial: '+9626',
    look: { hair: 'beard', skin: '#d9a57d', hairColour: '#2a201b', shirt: '#6b5b4a', ground: '#e6ebe0' },
    partner: null,
    grantsFirstUser: 'Blocked',
    opening: { ...AT_DESK, note: 'In early, out at four', location: 'Amman' },
  },
]
