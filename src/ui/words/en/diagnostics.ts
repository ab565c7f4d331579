import type { Discovered, TransportKind, TransportReason, WayStep } from '../../../ucwa/discovered.ts'
import type { UcwaFailure } from '../../../ucwa/errors.ts'
import type { Grant } from '../../../ucwa/grants.ts'
import type { ChannelRecord, Happening, Interruption, TabRole } from '../../../session/diagnostics.ts'
import type { SignInFailure } from '../../../session/sign-in.ts'
import type { Lack } from '../../../session/this-page.ts'
import type { Hidden } from '../../diagnostics/causes.ts'
import type { Words } from '../words.ts'
import { enCustomStates } from './custom-states.ts'

// What only the diagnostics page says; in a file of its own, since it is loaded with that page.

const locale = 'en-GB' // 24 hours, day before month

const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
const number = new Intl.NumberFormat(locale)

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

const many = (count: number, one: string, several: string): string =>
  `${number.format(count)} ${count === 1 ? one : several}`

function duration(ms: number): string {
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`
  if (ms < 2 * MINUTE_MS) return many(Math.round(ms / SECOND_MS), 'second', 'seconds')
  if (ms < HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`
  return `${Math.floor(ms / HOUR_MS)} h ${Math.floor((ms % HOUR_MS) / MINUTE_MS)} min`
}

/** "503 ServiceUnavailable", "no answer" */
function brief(because: UcwaFailure): string {
  switch (because.kind) {
    case 'unreachable':
      return 'no answer'
    case 'serverFailed':
    case 'refused': {
      const { code, subcode, server } = because.reason
      const what = [because.status, code, subcode].filter((part) => part !== null).join(' ')
      return server === null ? what : `${what} from ${server}`
    }
    case 'signedOut':
      return 'the sign-in has ended'
    case 'applicationGone':
      return 'the server had let go of the application'
    case 'replaced':
      return 'somebody else polled the same channel'
    case 'malformed':
      return 'an answer that is not the server’s'
  }
}

const TRANSPORTS: Readonly<Record<TransportKind, string>> = { cors: 'CORS', xframe: 'XFrame' }
const TRANSPORT_REASONS: Readonly<Record<TransportReason, string>> = {
  configured: 'config.json says so',
  remembered: 'it was so before in this browser',
  rootReadable: 'CORS is offered here',
  rootUnreadable: 'CORS is not offered here',
  asBefore: 'as with the host that led there',
}
const GRANT_WORDS: Readonly<Record<Grant, string>> = {
  windows: 'Integrated Windows',
  password: 'Address and password',
  passive: 'The organisation’s own page (AD FS)',
  modern: 'Modern authentication (OpenID Connect)',
}
const STARTS: Readonly<Record<Discovered['from'], string>> = {
  'found before': 'The pool that was found before in this browser',
  'configured address': 'The address in config.json',
  'configured domain': 'The domain in config.json',
  'sign-in domain': 'The sign-in address',
}
const STEP_ANSWERS: Readonly<Record<Exclude<WayStep['answer'], number>, string>> = {
  noAnswer: 'no answer',
  notReadable: 'an answer that this page may not read',
  wrongOrigin: 'led to another address than it should',
  notTrusted: 'not trusted, so not asked',
  underWay: 'under way',
}
const LACKS: Readonly<Record<Lack, string>> = {
  secureContext: 'This page is not served over https, so the browser withholds what follows.',
  webLocks: 'Web Locks: tabs agree on who leads by messages instead, a little slower.',
  serviceWorker: 'Service worker: the page cannot be installed.',
  clipboard: 'Clipboard: texts are marked and copied by hand.',
  notifications: 'Notifications: alerts show on this page only.',
  broadcastChannel: 'BroadcastChannel: each tab keeps a connection of its own.',
  storage: 'Storage: settings, and what makes a reload quick, last as long as this page.',
}
const CHANNEL_STATES: ReadonlyMap<string | null, string> = new Map([
  [null, 'not opened'],
  ['opening', 'opening'],
  ['listening', 'open'],
  ['checking', 'checking'],
  ['locating', 'looking for the server'],
  ['paused', 'waiting for the next try'],
  ['elsewhere', 'in use somewhere else'],
  ['lockedOut', 'waiting for sign-in'],
  ['ended', 'ended'],
])

const CAUSES: Readonly<Record<Hidden['kind'], readonly string[]>> = {
  silent: [
    'The name is not known where you are: outside the office you may need the VPN.',
    'The connection is refused: the server is off, or a firewall stands between.',
    'The server’s certificate is not trusted by this browser, has expired, or is for another name.',
    'An https page may not call a server by plain http.',
  ],
  unreadable: [
    'This page’s address is missing on the server’s list of allowed origins.',
    'A proxy on the way answers in the place of the server.',
    'The server offers no CORS, and "transport" in config.json does not allow its frame.',
  ],
  frame: [
    'The certificate of that host is not trusted by this browser. Open the page below: it would warn you.',
    'A proxy, or a policy of the web server that this page lies on, forbids frames (X-Frame-Options, Content-Security-Policy).',
    'The server does not have the page: web services are not installed there, or the address is another.',
    'An extension of this browser blocks frames of other sites.',
  ],
}

const minutes = (ms: number): string => clock.format(ms).slice(0, 5)

export const enDiagnostics = {
  title: 'Diagnostics',
  back: 'Back',
  leftOut: 'Passwords, tokens, names and notes are left out',
  copy: 'Copy report',
  copied: 'Report copied',
  asText: 'The report as text',
  duration,
  clock: (atMs: number): string => clock.format(atMs),
  number: (count: number): string => number.format(count),

  verdict: {
    works: 'Everything works.',
    signedOut: 'Nobody is signed in.',
    underWay: 'Signing in.',
    notLive: 'The server is not heard now.',
    offline: 'This computer is offline.',
    signedInFor: (ms: number): string => `Signed in for ${duration(ms)}.`,
  },
  /** How signing in failed, for an administrator. */
  signInFailed(failure: SignInFailure, { signIn, failure: words }: Words): { title: string; text: string } {
    switch (failure.kind) {
      case 'serverNotFound':
        return { title: signIn.notFound(failure.domain), text: `No answer from ${failure.asked.join(', ')}.` }
      case 'originNotAllowed': {
        const said = failure.told === '' ? '' : ` It says: ${failure.told}`
        const missing = `${failure.origin} is missing on the list of ${failure.host}.`
        return { title: signIn.unknownPage.title, text: `${missing}${said}` }
      }
      case 'frameRefused':
        return { title: signIn.frameRefused, text: failure.url }
      case 'notTrusted':
        return { title: signIn.notTrusted(failure.origin), text: signIn.notTrustedHint(failure.namedBy) }
      case 'noGrant':
        return { title: signIn.noGrant, text: signIn.noGrantOffered(failure.offered) }
      case 'homedOnline':
        return { title: signIn.homedOnline, text: signIn.homedOnlineHint(failure.host) }
      case 'windowsRefused':
        return { title: signIn.windowsRefused, text: signIn.windowsRefusedHint }
      case 'windowsUnasked':
        return { title: signIn.windowsUnasked, text: '' }
      case 'passwordNeeded':
        return { title: signIn.passwordNeeded, text: '' }
      case 'wrongPassword':
        return { title: 'Address or password is not right.', text: '' }
      case 'badAddress':
        return { title: signIn.badAddress, text: '' }
      case 'other':
        return { title: signIn.other[failure.step], text: words(failure.because) }
    }
  },
  interruptions(all: readonly Interruption[], nowMs: number): string {
    const last = all.at(-1)
    if (last === undefined) return ''
    const { fromMs, toMs, because } = last
    const why = because === null ? '' : `: ${brief(because)}`
    const length = duration((toMs ?? nowMs) - fromMs)
    if (all.length === 1) return `One interruption, ${length} at ${minutes(fromMs)}${why}.`
    return `${number.format(all.length)} interruptions, the last ${length} at ${minutes(fromMs)}${why}.`
  },

  causes: {
    title: 'What it may be',
    lead: 'A browser does not tell a page why there was no answer. It is one of these:',
    of: (kind: Hidden['kind']): readonly string[] => CAUSES[kind],
    open: 'Open it in a tab of its own, where the browser says what is wrong:',
    opensNewTab: 'opens in a new tab',
  },

  discovery: {
    title: 'Discovery',
    none: 'Nothing was searched for yet.',
    domain: 'Domain',
    from: 'Started at',
    starts: (from: Discovered['from']): string => STARTS[from],
    asked: {
      root: 'Root',
      redirect: 'Redirect',
      user: 'User',
      applications: 'Applications',
      token: 'Token',
      page: 'Page',
    },
    step: ({ url, transport, answer, detail }: WayStep): string => {
      const by = transport === null ? '' : ` by ${TRANSPORTS[transport]}`
      const said = typeof answer === 'number' ? String(answer) : STEP_ANSWERS[answer]
      return `${new URL(url).host}${by}: ${said}${detail === null ? '' : `, ${detail}`}`
    },
    pool: 'Home pool',
    transport: 'Transport',
    why: (host: string, kind: TransportKind, because: TransportReason): string =>
      `${TRANSPORTS[kind]} to ${host} (${TRANSPORT_REASONS[because]})`,
    outcome: { underWay: 'under way', found: 'found', failed: 'failed' },
  },
  signIn: {
    title: 'Sign-in',
    way: 'Way',
    grant: (grant: Grant): string => GRANT_WORDS[grant],
    offered: 'Offered',
    token: 'Token',
    got: (atMs: number, renewals: number): string =>
      renewals === 0
        ? `got ${clock.format(atMs)}`
        : `renewed ${clock.format(atMs)}, ${many(renewals, 'time', 'times')} in all`,
    ends: 'Ends',
    renewedBefore: (expiresAtMs: number): string =>
      `${clock.format(expiresAtMs)}; renewed a minute before that, or when the server asks for it`,
    none: 'none',
  },
  application: {
    title: 'Application',
    none: 'There is none now.',
    created: 'Created',
    createdAt: (atMs: number, times: number): string =>
      times === 1
        ? `${clock.format(atMs)}, kept since`
        : `${clock.format(atMs)}, the ${number.format(times)}. of this sign-in`,
    culture: 'Culture',
    visible: 'Visible',
    isVisible: (onlyWatch: boolean): string => (onlyWatch ? 'no, it only watches' : 'yes, reports activity'),
    watched: 'Subscriptions',
    people: (count: number): string => many(count, 'person', 'people'),
    server: 'Server',
    version: 'Resource version',
  },
  customStates: enCustomStates,
  page: {
    title: 'This page',
    version: 'Version',
    browser: 'Browser',
    origin: 'Address',
    configured: 'Configuration',
    config: {
      url: (url: string): string => `starts at ${url}`,
      domain: (domain: string): string => `asks ${domain}`,
      byAddress: 'starts at the sign-in address',
      transport: (transport: string): string => `transport ${transport}`,
      trusted: (domains: readonly string[]): string => `trusts ${domains.join(', ')}`,
    },
    tabs: 'Shared by',
    tabsOf: ({ tabs, isLeader }: TabRole): string =>
      `${many(tabs, 'tab', 'tabs')}, ${isLeader ? 'this one leads' : 'another one leads'}`,
    lacking: 'Missing here',
    lack: (lack: Lack): string => LACKS[lack],
    complete: 'nothing',
  },
  channel: {
    title: 'Event channel',
    state: ({ state }: ChannelRecord): string => CHANNEL_STATES.get(state) ?? String(state),
    lastAnswer: 'Last answer',
    answered: (atMs: number, events: number): string =>
      `${clock.format(atMs)}, ${many(events, 'event', 'events')}`,
    noAnswer: 'none yet',
    due: 'Next due by',
    waiting: 'Waiting',
    waited: (passedMs: number, allMs: number): string =>
      `${Math.floor(passedMs / SECOND_MS)} s of ${Math.round(allMs / SECOND_MS)} s`,
  },
  trouble: {
    title: 'Last error',
    none: 'None in this sign-in.',
    solved: 'solved',
    open: 'not solved',
    when: 'When',
    solvedAfter: (atMs: number, ms: number): string => `${clock.format(atMs)}, solved after ${duration(ms)}`,
    what: 'What',
    noStatus: 'No answer',
    subcode: (subcode: string | null): string => `subcode ${subcode ?? 'none'}`,
    asked: 'Asked',
    said: 'Server said',
    diagnostics: 'Diagnostics',
    server: 'Server',
    correlation: 'Correlation',
  },
  requests: {
    title: 'Requests',
    aside: (inChart: number, chartMinutes: number, batches: number): string =>
      `${number.format(inChart)} in ${chartMinutes} min · ${many(batches, 'batch', 'batches')}`,
    chart: (most: number): string => `Requests a minute, ${number.format(most)} at most`,
    unit: 'requests a minute',
    byRel: 'By resource',
    count: (rel: string, count: number): string => `${rel} ${number.format(count)}`,
  },
  happened: {
    title: 'What happened',
    none: 'Nothing yet.',
    word: {
      signInBegan: 'Sign-in',
      signInFailed: 'Sign-in failed',
      signedOut: 'Signed out',
      token: 'Token',
      opened: 'Application',
      live: 'Live',
      events: 'Events',
      interrupted: 'Interrupted',
      liveAgain: 'Live again',
      elsewhere: 'Elsewhere',
      lockedOut: 'Locked out',
      ended: 'Ended',
    },
    text(happening: Happening): string {
      switch (happening.kind) {
        case 'signInBegan':
          return 'asked for'
        case 'signInFailed':
          return happening.because
        case 'signedOut':
          return 'token and application given up'
        case 'token':
          return happening.isRenewal ? 'renewed' : 'got'
        case 'opened':
          return `created in ${duration(happening.opened.tookMs)}`
        case 'live':
          return 'the channel is open'
        case 'events':
          return `${many(happening.events, 'event', 'events')}${happening.gap ? ', and something went unheard: all is read anew' : ''}`
        case 'interrupted':
          return happening.because === null ? '' : brief(happening.because)
        case 'liveAgain':
          return `after ${duration(happening.afterMs)}`
        case 'elsewhere':
          return 'somebody else polls the same channel'
        case 'lockedOut':
          return 'the token has ended, and only the person can get another'
        case 'ended':
          return brief(happening.because)
      }
    },
  },
}

export type DiagnosticsWords = typeof enDiagnostics
