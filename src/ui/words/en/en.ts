import type { UcwaFailure } from '../../../ucwa/errors.ts'
import type { PreferredAvailability } from '../../../ucwa/availability.ts'
import type { Sign } from '../../parts/sign.ts'
import { createMoments } from '../moments.ts'
import { atTheMoment } from './grammar.ts'
import { enMyPresence } from './my-presence.ts'
import { enInstalled } from './installed.ts'
import { enPerson, enPrivacy } from './person.ts'
import { enManage } from './manage.ts'
import { enView } from './view.ts'
import { enPreferences } from './preferences.ts'
import { enKeys } from './keys.ts'
import { enWatching } from './watching.ts'
import { enWall } from './wall.ts'

// Long on purpose: one language is one file. Sentence case, no exclamation marks. Say what is, then what to do. "The server" is the company's.

const locale = 'en-GB' // 24 hours, day before month

const moments = createMoments(locale)
const plural = new Intl.PluralRules(locale)
const people = (count: number): string =>
  `${moments.number(count)} ${plural.select(count) === 'one' ? 'person' : 'people'}`
const seconds = (count: number): string =>
  `${moments.number(count)} ${plural.select(count) === 'one' ? 'second' : 'seconds'}`

const SIGN_WORDS: Readonly<Record<Sign, string>> = {
  available: 'Available',
  availableIdle: 'Available, idle',
  busy: 'Busy',
  busyIdle: 'Busy, idle',
  doNotDisturb: 'Do not disturb',
  beRightBack: 'Be right back',
  away: 'Away',
  offline: 'Offline',
  outOfOffice: 'Out of office',
  unknown: 'Unknown',
  blocked: 'Blocked',
}

const CHOICE_WORDS: Readonly<Record<PreferredAvailability, string>> = {
  Online: 'Available',
  Busy: 'Busy',
  DoNotDisturb: 'Do not disturb',
  BeRightBack: 'Be right back',
  Away: 'Appear away',
  Offwork: 'Off work',
}

/** The tokens UCWA lists, and those seen beside them. Source: UCWA reference, "contactPresence", activity. */
const ACTIVITY_WORDS: ReadonlyMap<string, string> = new Map([
  ['on-the-phone', 'On the phone'],
  ['in-a-call', 'On the phone'],
  ['in-a-conference', 'In a conference'],
  ['in-a-meeting', 'In a meeting'],
  ['presenting', 'Presenting'],
  ['in-presentation', 'Presenting'],
  ['urgent-interruptions-only', 'Urgent interruptions only'],
  ['off-work', 'Off work'],
  ['out-of-office', 'Out of office'],
])

/** "503, lync-fe02", for the brackets after a sentence; null when there is nothing to name. */
function trouble(because: UcwaFailure): string | null {
  if (because.kind !== 'serverFailed' && because.kind !== 'refused') return null
  return because.reason.server === null
    ? String(because.status)
    : `${because.status}, ${because.reason.server}`
}

const nextTry = (inSeconds: number | null): string =>
  inSeconds === null || inSeconds <= 0 ? 'Trying now.' : `Next try in ${seconds(inSeconds)}.`

export const en = {
  language: 'en' as const,
  locale,
  direction: 'ltr' as const,
  product: 'Presence Board',
  moments,

  sign: (sign: Sign): string => SIGN_WORDS[sign],
  wasSign: (sign: Sign): string => `was ${SIGN_WORDS[sign]}`,
  choice: (wanted: PreferredAvailability): string => CHOICE_WORDS[wanted],
  /** Any text we do not know stays as it came: it is the publisher's own. */
  activity: (activity: string): string => ACTIVITY_WORDS.get(activity) ?? activity,
  lastActive: (atMs: number, nowMs: number): string =>
    `Last active ${moments.ago(atMs, nowMs) ?? 'just now'}`,
  asOf: (atMs: number, nowMs: number): string => `as of ${moments.at(atMs, nowMs)}`,
  onMobile: 'On a mobile',
  outOfOfficeTag: 'Out of office',
  outOfOfficeNote: (message: string): string => `out-of-office note: ${message}`,
  unknownBecause: {
    none: 'The server knows no presence for this address',
    notPublished: 'Not published to you',
    notRead: 'Not read yet',
    notAnswered: 'The server did not tell',
    beyondLimit: 'The server tells of no more people at once',
    unheardOf: (name: string): string => `The server names a state this board does not know: ${name}`,
    otherCompany: 'External contact, no answer from their company',
  },

  installed: enInstalled,

  tab: {
    own: (state: string, product: string): string => `${state} · ${product}`,
    notLive: (product: string): string => `Not live · ${product}`,
    signIn: (product: string): string => `Sign in · ${product}`,
    unseen: (count: number, title: string): string => `(${moments.number(count)}) ${title}`,
  },

  connection: {
    live: 'Live',
    connecting: 'Connecting…',
    reconnecting: 'Reconnecting',
    offline: 'No network',
    notLive: 'Not live',
  },
  band: {
    connecting: 'Connecting…',
    checking: 'Checking what changed…',
    notLive: (knownAtMs: number | null, nowMs: number): string =>
      knownAtMs === null ? 'Not live.' : `Not live. This is what was known ${atTheMoment(knownAtMs, nowMs)}.`,
    pause: (inSeconds: number | null): string =>
      inSeconds === null || inSeconds <= 0
        ? 'The server asked for a pause. Going on now.'
        : `The server asked for a pause. Going on in ${seconds(inSeconds)}.`,
    noAnswer(because: UcwaFailure, inSeconds: number | null): string {
      const named = trouble(because)
      return `The server does not answer${named === null ? '' : ` (${named})`}. ${nextTry(inSeconds)}`
    },
    tryNow: 'Try now',
    offline: (knownAtMs: number | null, nowMs: number): string =>
      knownAtMs === null
        ? 'This computer is offline. The board opens when the network is back.'
        : `This computer is offline. This is what was known ${atTheMoment(knownAtMs, nowMs)}.`,
    offlineThen: 'The board goes on when the network is back.',
    elsewhere: 'This board goes on somewhere else.',
    useHere: 'Use it here',
    signedOut: 'You are signed out.',
    signedOutThen: 'Your sign-in has ended. Sign in to go on; your half-written note is kept.',
    signIn: 'Sign in',
    failed: 'The board stopped.',
    startAgain: 'Start again',
    listMayAge: (because: UcwaFailure): string => {
      const named = trouble(because)
      const told =
        because.kind === 'serverFailed' || because.kind === 'refused'
          ? (because.reason.subcode ?? because.reason.message ?? because.reason.code)
          : null
      const why = [named, told].filter((part) => part !== null).join(': ')
      return `Your contact list may be out of date${why === '' ? '' : ` (${why})`}. Your own status goes on as usual.`
    },
    unread: (unread: number, all: number): string =>
      `${moments.number(unread)} of ${people(all)} could not be read. The server did not answer for them.`,
  },
  announce: {
    live: 'Live again',
    notLive: (inSeconds: number | null): string =>
      inSeconds === null || inSeconds <= 0 ? 'Not live' : `Not live, next try in ${seconds(inSeconds)}`,
    presencePublished: (state: string): string => `You are ${state}.`,
    presenceReset: (state: string): string =>
      `Automatic again. You are ${state}. Calendar states can take a while.`,
    notePublished: 'Your note is published.',
    noteCleared: 'Your note is cleared.',
    found: (count: number): string => `${people(count)} found`,
  },
  /** Why something ended for good, in one sentence. */
  failure(because: UcwaFailure): string {
    switch (because.kind) {
      case 'unreachable':
        return 'The server could not be reached.'
      case 'serverFailed':
      case 'refused': {
        const words = because.reason.message ?? because.reason.subcode ?? because.reason.code
        const named = trouble(because)
        return words === null ? `The server answered ${named}.` : `The server answered ${named}: ${words}`
      }
      case 'signedOut':
        return 'Your sign-in has ended.'
      case 'applicationGone':
        return 'The server has let go of this board.'
      case 'replaced':
        return 'The board went on somewhere else.'
      case 'malformed':
        return `What answered does not speak as Skype for Business Server does: ${because.detail}`
    }
  },
  stopped: {
    title: 'The board stopped.',
    startAgain: 'Start again',
  },

  mine: enMyPresence,
  me: {
    region: 'Me',
    menu: 'You and this board',
    signedInAs: (address: string): string => `Signed in as ${address}`,
    signOut: 'Sign out',
    diagnostics: 'Diagnostics',
    availability: (state: string): string => `My availability: ${state}. Change`,
    availabilityPending: (state: string): string => `My availability: ${state}, saving. Change`,
    availabilityStale: (state: string): string => `My availability: ${state}`,
    saving: 'saving…',
    automatic: 'Automatic',
    showMeAs: 'Show me as',
    reset: 'Reset to automatic',
    resetHint: 'Follow my calendar and activity. Calendar states can take a while.',
    showMe: 'Show me',
    showMeHint: 'Others see that you are here',
    watchOnly: 'Only watch',
    watchOnlyHint: 'Others do not see that you are here',
    onlyWatching: 'Only watching',
    onlyWatchingHint: 'You publish nothing from here. To be seen, choose “Show me”.',
    whyNot: 'Not live: this can be changed when the board is connected again.',
    noNote: 'Add a note',
    noNoteReadOnly: 'No note',
    note: 'Note',
    changeNote: 'Change note',
    editNote: 'Note for everybody who may see it',
    togetherWith: 'Together with',
    availabilityUnchanged: 'availability unchanged',
    publish: 'Publish',
    cancel: 'Cancel',
    clearNote: 'Clear note',
    reported: 'Your activity here is reported',
    reportedMachine: 'Your activity on this computer is reported',
    askForMachine: 'Count my work outside this page',
    askForMachineHint: 'Your browser asks you to allow it',
    notReported: 'Your activity is not reported',
  },
  publish: {
    refused: (wanted: string, still: string): string =>
      `The server did not accept ${wanted}. You are still ${still}.`,
    refusedUnknown: (wanted: string): string => `The server did not accept ${wanted}.`,
    forbidden: (still: string): string => `You may not set this here. You are still ${still}.`,
    onlyWatching: 'You only watch. Choose “Show me” first.',
    lost: (wanted: string, still: string): string =>
      `The server was not heard about ${wanted}. You are still ${still}.`,
    overdue: 'The server has not confirmed this yet.',
    notTaken: (wanted: string, still: string | null): string =>
      `The server took ${wanted}, but ${still === null ? 'does not show it' : `shows you as ${still}`}.`,
    noteNotTaken: 'The server took your note, but does not show it. Your text is kept here.',
    noteRefused: 'The server did not accept this note. Your text is kept here.',
    noteTooLong: 'The server finds this note too long. Shorten it and publish again.',
    noteLost: 'The server was not heard about your note. Your text is kept here.',
    tryAgain: 'Try again',
    editAgain: 'Change it',
    dismiss: 'Dismiss',
  },

  manage: enManage,
  preferences: enPreferences,
  keys: enKeys,
  view: enView,
  watching: enWatching,
  wall: enWall,

  people: {
    region: 'People',
    skip: 'To the people',
    list: 'Contacts',
    search: 'Find people',
    clearSearch: 'Clear search',
    filters: 'Show',
    all: 'All',
    chip: {
      available: 'Available',
      busy: 'Busy',
      doNotDisturb: 'Do not disturb',
      away: 'Away',
      offline: 'Offline',
      unknown: 'Unknown',
    },
    chipName: (state: string, count: number): string => `${state}, ${people(count)}`,
    favourites: 'Favourites',
    otherContacts: 'Other contacts',
    availableOf: (available: number, all: number): string =>
      `${moments.number(available)} of ${moments.number(all)} available`,
    unread: (unread: number): string => `${moments.number(unread)} not read`,
    count: (all: number): string => people(all),
    groupName: (title: string, summary: string): string => (summary === '' ? title : `${title}, ${summary}`),
    read: (read: number, all: number): string => `${moments.number(read)} of ${people(all)} read`,
    emptyTitle: 'Nobody here yet',
    emptyText:
      'Your contact list is empty. Find a colleague and add them; Skype for Business will show them too.',
    /** Where people are neither found nor added here. */
    emptyTextElsewhere: 'Your contact list is empty. Whoever you add in Skype for Business appears here.',
    emptyGroup: 'This group is empty.',
    nobody: (state: string): string => `Nobody is ${state} right now.`,
    nobodyFound: (searched: string): string => `Nobody found for “${searched}”.`,
    nobodyFoundIn: (searched: string, state: string): string =>
      `Nobody found for “${searched}” is ${state} right now.`,
    showAll: 'Show all',
    failed: 'Your contact list could not be read.',
    groupFailed: 'This group could not be read.',
    tryAgain: 'Try again',
    loading: 'Reading your contacts',
  },

  person: enPerson,
  privacy: enPrivacy,

  signIn: {
    title: 'See who is there',
    goOnAs: (address: string): string => `Go on as ${address}, as in your other tab`,
    goOnUnanswered: (address: string): string =>
      `Your other tab does not answer. It may be closed by now. Sign in here as ${address}.`,
    lead: (company: string | null): string =>
      company === null ? 'Sign in with your work account.' : `Sign in with your ${company} account.`,
    address: 'Sign-in address',
    password: 'Password',
    onlyWatch: 'Only watch',
    onlyWatchHint: 'Others do not see that I am here',
    submit: 'Sign in',
    windows: 'Use my Windows sign-in',
    noPassword: {
      title: 'No password on this page.',
      text: 'This page came over plain http, where anybody on the network could read a password.',
      instead: 'Open it by https, or use your Windows sign-in.',
    },
    page: {
      title: 'Sign in on your company’s page',
      text: (host: string): string => `It opens in a window of its own, at ${host}.`,
      again: 'You are not signed in there yet.',
      open: 'Open the sign-in page',
      blocked: 'This browser did not let the window open. Open the page by this link, then come back.',
      done: 'I have signed in there',
      waiting: 'Waiting for you to sign in there',
    },
    cameBack: 'You have signed in. This window can be closed.',
    sandbox: 'Sandbox',
    sandboxHint: 'pick a person, the password is filled in',
    steps: {
      finding: 'Finding your server',
      signingIn: 'Signing in',
      opening: 'Opening your board',
    },
    stepsDone: {
      finding: 'Found your server',
      signingIn: 'Signed in',
      opening: 'Opened your board',
    },
    tryAgain: 'Try again',
    back: 'Back',
    copy: 'Copy',
    copied: 'Copied',
    copyByHand: 'Mark and copy by hand',
    copyReport: 'Copy full report',
    reportCopied: 'Report copied',
    wrongPassword: 'Address or password is not right. Check both.',
    wrongPasswordOrWindows: 'Address or password is not right. Check both, or use your Windows sign-in.',
    passwordNeeded: 'Your server asks for your password.',
    windowsUnasked: 'Your server knows you by your Windows sign-in. Use that button.',
    windowsRefused: 'Your server did not take the Windows sign-in of this computer.',
    windowsRefusedHint:
      'It works on computers of the company’s domain, when the browser is told to use it with this server: in the Intranet zone, or by the policy AuthServerAllowlist. A browser that blocks third-party cookies keeps it back as well, unless this page is below the same domain as the server.',
    homedOnline: 'Your account is in Microsoft’s cloud.',
    homedOnlineHint: (host: string): string =>
      `Your company’s server leads on to ${host}. Presence Board speaks to the company’s own servers only; look in Teams instead.`,
    badAddress: 'This is not a sign-in address. It looks like an e-mail address: name@company.com.',
    notFound: (domain: string): string => `No server found for ${domain}.`,
    notFoundHint: 'Check the address. Outside the office you may need the VPN.',
    notFoundAsked: 'Asked, without an answer:',
    unknownPage: {
      title: 'Your server does not know this page yet',
      lead: 'Skype for Business only talks to web addresses on its list. This one is missing:',
      refused: 'Server refused this web address',
      told: (host: string, told: string): string => `${host} answered 403, ${told}`,
      toldNothing: (host: string): string => `${host} answered 403`,
      forAdministrator: 'For your administrator',
      shell: 'In the Skype for Business Server Management Shell:',
      effect: 'Takes effect within a few minutes. Nothing on this page needs to change.',
    },
    frameRefused: 'The server’s connection page could not be opened.',
    frameRefusedHint: (url: string): string => `Open ${url} in a tab and look for a certificate warning.`,
    noGrant: 'Your server offers no way to sign in that this page knows.',
    noGrantOffered: (offered: readonly string[]): string =>
      offered.length === 0 ? 'It offers none.' : `It offers: ${offered.join(', ')}.`,
    notTrusted: (origin: string): string =>
      `Your server leads on to ${origin}, which this page does not trust.`,
    notTrustedHint: (namedBy: string): string =>
      `It was named by ${namedBy}. Whoever looks after this page can add the domain to trustedDomains in config.json.`,
    notEnabled: 'This account is not enabled for Skype for Business.',
    other: {
      finding: 'The search for your server did not end well.',
      signingIn: 'Signing in did not end well.',
      opening: 'Your board could not be opened.',
    },
    host: (host: string): string => `Asked: ${host}`,
  },
  signInAgain: {
    title: 'Sign in again',
    text: (address: string): string =>
      `The sign-in of ${address} has ended. The board stays as it was, and goes on when you are back.`,
    failed: 'That did not sign you in. Check the password and try again.',
    openPage: 'Open the sign-in page',
    donePage: 'I have signed in there',
    later: 'Later',
    signOut: 'Sign out',
  },
  configuration: {
    title: 'The configuration has a mistake.',
    hint: 'Whoever looks after this page can put it right. Load the page again afterwards.',
  },
}
