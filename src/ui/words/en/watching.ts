import type { AlertWhen } from '../../../session/alerts.ts'
import type { Resource } from '../../../session/publication.ts'
import type { Sign } from '../../parts/sign.ts'
import { apart } from '../apart.ts'

const WHEN_WORDS: Readonly<Record<AlertWhen, string>> = {
  availableOnce: 'is available, once',
  available: 'is available, every time',
  changeOnce: 'changes in any way, once',
  change: 'changes in any way, every time',
}

const BECAME: Readonly<Record<Sign, string>> = {
  available: 'is available',
  availableIdle: 'is available, idle',
  busy: 'is busy',
  busyIdle: 'is busy, idle',
  doNotDisturb: 'does not want to be disturbed',
  beRightBack: 'will be right back',
  away: 'is away',
  offline: 'is offline',
  outOfOffice: 'is out of office',
  unknown: 'is unknown',
  blocked: 'is blocked',
}

/** What stands for the state where it tells more. Source: UCWA reference, "contactPresence", activity. */
const BECAME_BY_ACTIVITY: ReadonlyMap<string, string> = new Map([
  ['on-the-phone', 'is on the phone'],
  ['in-a-call', 'is on the phone'],
  ['in-a-conference', 'is in a conference'],
  ['in-a-meeting', 'is in a meeting'],
  ['presenting', 'is presenting'],
  ['in-presentation', 'is presenting'],
  ['off-work', 'is off work'],
])

const MINE: Readonly<Record<Resource, string>> = {
  presence: 'from another device',
  note: 'from another device: your note',
  location: 'from another device: your location',
}

const number = new Intl.NumberFormat('en-GB')
const plural = new Intl.PluralRules('en')

/** People one wants to be told of, what is told, and what has changed lately. */
export const enWatching = {
  title: 'Watching',
  watch: 'Watch',
  watching: 'Watching',
  watchName: (name: string): string => `Watch ${name}`,
  stopName: (name: string): string => `Stop watching ${name}`,
  stop: 'Stop watching',
  watchedNow: (name: string): string => `Watching ${name}`,
  watchedNoMore: (name: string): string => `No longer watching ${name}`,
  isWatched: 'watched',
  tellMeWhen: (name: string): string => `Tell me when ${name}`,
  when: (when: AlertWhen): string => WHEN_WORDS[when],
  withSound: 'With a sound',
  blocked: 'This browser blocks notifications. You are told on this page only.',
  notOffered: 'This browser offers this page no notifications. You are told on this page only.',
  notAsked: 'Your browser asks you whether it may notify you.',
  isOff: 'Notifications are off in your preferences. You are told on this page only.',

  recent: 'Recent changes',
  recentKept: 'kept until you close',
  nothingRecent: 'Nothing has changed since you opened this page.',
  /** After the person's name. `activity`: a token, or any text, which then stays as it came. */
  became(sign: Sign, activity: string | null): string {
    const known = activity === null ? undefined : BECAME_BY_ACTIVITY.get(activity)
    const stands = sign === 'outOfOffice' || activity === null
    return stands ? BECAME[sign] : (known ?? `${BECAME[sign]}, ${activity}`)
  },
  /** Whole, and as it is told where there is no markup: by the browser, and to those who listen. */
  sentence: (name: string, became: string): string => `${apart(name)} ${became}`,
  you: 'You',
  mine: (resource: Resource): string => MINE[resource],

  alerts: 'Alerts',
  alertsName: (unseen: number): string =>
    unseen === 0
      ? 'Alerts'
      : `Alerts, ${number.format(unseen)} ${plural.select(unseen) === 'one' ? 'is' : 'are'} new`,
  nobody:
    'You watch nobody. Choose “Watch” in somebody’s row or panel, and you are told when they are available.',
  askedOnce: (clock: string): string => `You asked to be told once. ${clock}`,
  asked: (clock: string): string => `You asked to be told. ${clock}`,
  keepWatching: 'Keep watching',
  dismiss: (name: string): string => `Dismiss: ${name}`,
  close: 'Close',
}
