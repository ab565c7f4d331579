import { createMoments } from '../moments.ts'
import { atTheMoment } from './grammar.ts'

// What is said of one's own: until when, by which device, where, and with which of the company's states.

const moments = createMoments('en-GB')

export const enMyPresence = {
  hint: {
    doNotDisturb: 'Your workgroup sees Busy, urgent interruptions only',
    away: 'Others see Away',
    offWork: 'Others see Away, off work',
  },
  until: {
    /** Beside the state. */
    short: (atMs: number, nowMs: number): string => `until ${moments.at(atMs, nowMs)}`,
    /** In the button's name: "Busy, until 15:00" */
    state: (state: string, atMs: number, nowMs: number): string =>
      `${state}, until ${moments.at(atMs, nowMs)}`,
    of: (state: string): string => `${state} until`,
    open: (state: string): string => `${state} until a time`,
    minutes: (count: number): string => `${moments.number(count)} minutes`,
    hours: (count: number): string => (count === 1 ? '1 hour' : `${moments.number(count)} hours`),
    endOfDay: 'End of my day',
    iChangeIt: 'I change it',
    chooseTime: 'Choose a time',
    time: 'Time',
    set: 'Set',
    past: 'That time is past: choose a later one.',
    hint: 'This page resets it then, if it is still open.',
    hintBusy: 'This page resets it then, if it is still open. The server drops it by itself after a day.',
  },
  late: {
    presence: (state: string, atMs: number, nowMs: number): string =>
      `${state} was to end ${atTheMoment(atMs, nowMs)}, but this page was closed or not connected then. It is reset now.`,
    note: (atMs: number, nowMs: number): string =>
      `Your note was to be cleared ${atTheMoment(atMs, nowMs)}, but this page was closed or not connected then. It is cleared now.`,
    dismiss: 'Dismiss',
  },
  elsewhere: (atMs: number | null, nowMs: number): string =>
    atMs === null ? 'Set on another device' : `Set on another device ${atTheMoment(atMs, nowMs)}`,
  onlyWatch: 'Only watch',
  onlyWatchHint: 'See others, publish nothing from here',

  note: {
    outOfOffice:
      'People see your out-of-office message while it is on in Exchange. Your own note follows after that.',
    clearIt: 'Clear it',
    never: 'Never',
    inOneHour: 'In 1 hour',
    at: (atMs: number, nowMs: number): string => {
      const text = moments.at(atMs, nowMs)
      return text.includes(' ') ? text : `Today, ${text}`
    },
    choose: 'Choose',
    clearAt: 'Clear at',
    clearHint: 'This page clears it, if it is still open.',
    endBothHint: 'This page clears it and resets your availability, if it is still open.',
    endBothHintBusy:
      'This page clears it and resets your availability, if it is still open. The server drops the availability by itself after a day.',
    clears: (atMs: number, nowMs: number): string => `clears ${atTheMoment(atMs, nowMs)}`,
    published: (atMs: number, nowMs: number): string => `published ${moments.at(atMs, nowMs)}`,
    recent: 'Used before, in this browser',
    use: (text: string): string => `Use “${text}”`,
    forget: (text: string): string => `Forget “${text}”`,
    forgetAll: 'Forget all',
  },

  location: {
    title: 'Location',
    edit: 'Your location, for everybody who may see it',
    set: 'Set a location',
    change: (location: string): string => `Change location: ${location}`,
    none: 'No location',
    reset: 'Reset',
    resetHint: 'After a reset it is that of the device you use most.',
    tooLong: (length: number): string => `60 characters at most, ${moments.number(length)} now.`,
    refused: 'The server did not accept this location.',
    notTaken: 'The server took your location, but does not show it.',
    lost: 'The server was not heard about your location.',
    published: 'Your location is published.',
    cleared: 'Your location is reset.',
  },

  custom: {
    heading: (company: string | null): string =>
      company === null
        ? 'From your company · sets availability and note'
        : `From ${company} · sets availability and note`,
    hint: (state: string): string => `Others see ${state} and your note`,
    mistaken: 'Your company’s own states cannot be shown: their file has a mistake.',
    unreachable: 'Your company’s own states could not be loaded.',
  },

  /** Why the server says no, by the subcodes that UCWA documents for one's own presence, note and place. */
  because: new Map([
    ['CallbackChannelError', 'Its event channel cannot be reached.'],
    [
      'InvalidExchangeServerVersion',
      'Your mailbox has moved to a version of Exchange that does not support this.',
    ],
    ['AlreadyExists', 'It says that this exists already.'],
    ['TooManyGroups', 'It says that there are too many groups.'],
    ['CannotRedirect', 'Your pool is out of order, and no other stands in for it.'],
    ['None', 'It does not offer this.'],
  ]),
  failedToRead: (why: string | null): string =>
    why === null ? 'The server did not answer.' : `The server did not tell this. ${why}`,
}
