/**
 * What the screen must say for what the server knows: written from the design language, not from the product, so that
 * the two check each other.
 */

const AVAILABILITY: ReadonlyMap<string, string> = new Map([
  ['Online', 'Available'],
  ['IdleOnline', 'Available, idle'],
  ['Busy', 'Busy'],
  ['IdleBusy', 'Busy, idle'],
  ['DoNotDisturb', 'Do not disturb'],
  ['BeRightBack', 'Be right back'],
  ['Away', 'Away'],
  ['Offline', 'Offline'],
])

const ACTIVITY: ReadonlyMap<string, string> = new Map([
  ['on-the-phone', 'On the phone'],
  ['in-a-conference', 'In a conference'],
  ['in-a-meeting', 'In a meeting'],
  ['presenting', 'Presenting'],
  ['urgent-interruptions-only', 'Urgent interruptions only'],
  ['off-work', 'Off work'],
  ['out-of-office', 'Out of office'],
])

/** The word beside a person; an availability that is not in UCWA's reference is unknown to everybody. */
/** Of a contact who has no presence, null, it is the same as of one whose presence nobody knows. */
export const wordFor = (availability: string | null, activity: string | null): string =>
  activity === 'out-of-office' ? 'Out of office' : (AVAILABILITY.get(availability ?? '') ?? 'Unknown')

/** A known token is said in words; any other text stands as it came. */
export const activityWords = (activity: string): string => ACTIVITY.get(activity) ?? activity

/** The groups that the server keeps by itself have names of the board's own. */
const GROUP: Readonly<Record<string, string>> = {
  pinnedGroup: 'Favourites',
  defaultGroup: 'Other contacts',
  delegatesGroup: 'My delegates',
  delegatorsGroup: 'I am a delegate of',
  myOrganizationGroup: 'My organisation',
}
export const groupTitle = ({ name, rel }: { readonly name: string; readonly rel: string }): string =>
  GROUP[rel] ?? name

/** A name in a sentence, which may be of the other direction: set apart, so that each keeps its place. */
export const apart = (name: string): string => `\u2068${name}\u2069`

/** As part of a regular expression, standing for itself. */
export const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')
