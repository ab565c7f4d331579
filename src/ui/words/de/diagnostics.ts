import type { Discovered, TransportKind, TransportReason, WayStep } from '../../../ucwa/discovered.ts'
import type { UcwaFailure } from '../../../ucwa/errors.ts'
import type { Grant } from '../../../ucwa/grants.ts'
import type { ChannelRecord, Happening, Interruption, TabRole } from '../../../session/diagnostics.ts'
import type { SignInFailure } from '../../../session/sign-in.ts'
import type { Lack } from '../../../session/this-page.ts'
import type { Hidden } from '../../diagnostics/causes.ts'
import type { DiagnosticsWords } from '../en/diagnostics.ts'
import type { Words } from '../words.ts'
import { deCustomStates } from './custom-states.ts'

// As in English: loaded with the page of the diagnostics alone.

const locale = 'de-DE'

const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
const number = new Intl.NumberFormat(locale)

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

const many = (count: number, one: string, several: string): string =>
  `${number.format(count)} ${count === 1 ? one : several}`

function duration(ms: number): string {
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`
  if (ms < 2 * MINUTE_MS) return many(Math.round(ms / SECOND_MS), 'Sekunde', 'Sekunden')
  if (ms < HOUR_MS) return `${Math.round(ms / MINUTE_MS)} Min.`
  return `${Math.floor(ms / HOUR_MS)} Std. ${Math.floor((ms % HOUR_MS) / MINUTE_MS)} Min.`
}

/** „503 ServiceUnavailable“, „keine Antwort“ */
function brief(because: UcwaFailure): string {
  switch (because.kind) {
    case 'unreachable':
      return 'keine Antwort'
    case 'serverFailed':
    case 'refused': {
      const { code, subcode, server } = because.reason
      const what = [because.status, code, subcode].filter((part) => part !== null).join(' ')
      return server === null ? what : `${what} von ${server}`
    }
    case 'signedOut':
      return 'die Anmeldung ist abgelaufen'
    case 'applicationGone':
      return 'der Server hatte die Anwendung losgelassen'
    case 'replaced':
      return 'jemand anderes hat denselben Kanal abgefragt'
    case 'malformed':
      return 'eine Antwort, die nicht vom Server ist'
  }
}

const TRANSPORTS: Readonly<Record<TransportKind, string>> = { cors: 'CORS', xframe: 'XFrame' }
const TRANSPORT_REASONS: Readonly<Record<TransportReason, string>> = {
  configured: 'config.json sagt es',
  remembered: 'in diesem Browser war es zuvor so',
  rootReadable: 'hier wird CORS angeboten',
  rootUnreadable: 'hier wird kein CORS angeboten',
  asBefore: 'wie bei dem Host, der dorthin geführt hat',
}
const GRANT_WORDS: Readonly<Record<Grant, string>> = {
  windows: 'Integriertes Windows',
  password: 'Adresse und Kennwort',
  passive: 'Eigene Seite der Organisation (AD FS)',
  modern: 'Moderne Authentifizierung (OpenID Connect)',
}
const STARTS: Readonly<Record<Discovered['from'], string>> = {
  'found before': 'Der Pool, der zuvor in diesem Browser gefunden wurde',
  'configured address': 'Die Adresse in config.json',
  'configured domain': 'Die Domäne in config.json',
  'sign-in domain': 'Die Anmeldeadresse',
}
const STEP_ANSWERS: Readonly<Record<Exclude<WayStep['answer'], number>, string>> = {
  noAnswer: 'keine Antwort',
  notReadable: 'eine Antwort, die diese Seite nicht lesen darf',
  wrongOrigin: 'führte zu einer anderen Adresse, als sie sollte',
  notTrusted: 'nicht vertrauenswürdig, also nicht gefragt',
  underWay: 'läuft',
}
const LACKS: Readonly<Record<Lack, string>> = {
  secureContext: 'Diese Seite kommt nicht über https, darum hält der Browser zurück, was folgt.',
  webLocks: 'Web Locks: Tabs einigen sich stattdessen durch Nachrichten, wer führt, etwas langsamer.',
  serviceWorker: 'Service Worker: Die Seite kann nicht installiert werden.',
  clipboard: 'Zwischenablage: Texte werden markiert und von Hand kopiert.',
  notifications: 'Benachrichtigungen: Hinweise erscheinen nur auf dieser Seite.',
  broadcastChannel: 'BroadcastChannel: Jeder Tab hält eine eigene Verbindung.',
  storage:
    'Speicher: Einstellungen, und was ein Neuladen schnell macht, halten nur, solange diese Seite offen ist.',
}
const CHANNEL_STATES: ReadonlyMap<string | null, string> = new Map([
  [null, 'nicht geöffnet'],
  ['opening', 'wird geöffnet'],
  ['listening', 'offen'],
  ['checking', 'wird geprüft'],
  ['locating', 'Server wird gesucht'],
  ['paused', 'wartet auf den nächsten Versuch'],
  ['elsewhere', 'an anderer Stelle in Gebrauch'],
  ['lockedOut', 'wartet auf die Anmeldung'],
  ['ended', 'beendet'],
])

const CAUSES: Readonly<Record<Hidden['kind'], readonly string[]>> = {
  silent: [
    'Der Name ist dort, wo Sie sind, nicht bekannt: Außerhalb des Büros brauchen Sie vielleicht das VPN.',
    'Die Verbindung wird abgelehnt: Der Server ist aus, oder eine Firewall steht dazwischen.',
    'Dieser Browser vertraut dem Zertifikat des Servers nicht, es ist abgelaufen, oder es gilt für einen anderen Namen.',
    'Eine https-Seite darf einen Server nicht über einfaches http rufen.',
  ],
  unreadable: [
    'Die Adresse dieser Seite fehlt auf der Liste der erlaubten Ursprünge des Servers.',
    'Ein Proxy unterwegs antwortet anstelle des Servers.',
    'Der Server bietet kein CORS, und „transport“ in config.json erlaubt seinen Frame nicht.',
  ],
  frame: [
    'Dieser Browser vertraut dem Zertifikat jenes Hosts nicht. Öffnen Sie die Seite unten: Sie würde warnen.',
    'Ein Proxy, oder eine Richtlinie des Webservers, auf dem diese Seite liegt, verbietet Frames (X-Frame-Options, Content-Security-Policy).',
    'Der Server hat die Seite nicht: Die Webdienste sind dort nicht installiert, oder die Adresse ist eine andere.',
    'Eine Erweiterung dieses Browsers blockiert Frames anderer Seiten.',
  ],
}

const minutes = (ms: number): string => clock.format(ms).slice(0, 5)

export const deDiagnostics: DiagnosticsWords = {
  title: 'Diagnose',
  back: 'Zurück',
  leftOut: 'Kennwörter, Token, Namen und Notizen sind ausgelassen',
  copy: 'Bericht kopieren',
  copied: 'Bericht kopiert',
  asText: 'Der Bericht als Text',
  duration,
  clock: (atMs: number): string => clock.format(atMs),
  number: (count: number): string => number.format(count),

  verdict: {
    works: 'Alles funktioniert.',
    signedOut: 'Niemand ist angemeldet.',
    underWay: 'Anmeldung läuft.',
    notLive: 'Vom Server ist gerade nichts zu hören.',
    offline: 'Dieser Computer ist offline.',
    signedInFor: (ms: number): string => `Angemeldet seit ${duration(ms)}.`,
  },
  /** How signing in failed, for an administrator. */
  signInFailed(failure: SignInFailure, { signIn, failure: words }: Words): { title: string; text: string } {
    switch (failure.kind) {
      case 'serverNotFound':
        return {
          title: signIn.notFound(failure.domain),
          text: `Keine Antwort von ${failure.asked.join(', ')}.`,
        }
      case 'originNotAllowed': {
        const said = failure.told === '' ? '' : ` Er sagt: ${failure.told}`
        const missing = `${failure.origin} fehlt auf der Liste von ${failure.host}.`
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
        return { title: 'Adresse oder Kennwort stimmt nicht.', text: '' }
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
    if (all.length === 1) return `Eine Unterbrechung, ${length} um ${minutes(fromMs)}${why}.`
    return `${number.format(all.length)} Unterbrechungen, die letzte ${length} um ${minutes(fromMs)}${why}.`
  },

  causes: {
    title: 'Was es sein kann',
    lead: 'Ein Browser sagt einer Seite nicht, warum keine Antwort kam. Es ist eines von diesen:',
    of: (kind: Hidden['kind']): readonly string[] => CAUSES[kind],
    open: 'Öffnen Sie es in einem eigenen Tab, wo der Browser sagt, was nicht stimmt:',
    opensNewTab: 'öffnet sich in einem neuen Tab',
  },

  discovery: {
    title: 'Suche',
    none: 'Noch wurde nichts gesucht.',
    domain: 'Domäne',
    from: 'Begonnen bei',
    starts: (from: Discovered['from']): string => STARTS[from],
    asked: {
      root: 'Wurzel',
      redirect: 'Umleitung',
      user: 'Benutzer',
      applications: 'Anwendungen',
      token: 'Token',
      page: 'Seite',
    },
    step: ({ url, transport, answer, detail }: WayStep): string => {
      const by = transport === null ? '' : ` über ${TRANSPORTS[transport]}`
      const said = typeof answer === 'number' ? String(answer) : STEP_ANSWERS[answer]
      return `${new URL(url).host}${by}: ${said}${detail === null ? '' : `, ${detail}`}`
    },
    pool: 'Heimatpool',
    transport: 'Transport',
    why: (host: string, kind: TransportKind, because: TransportReason): string =>
      `${TRANSPORTS[kind]} zu ${host} (${TRANSPORT_REASONS[because]})`,
    outcome: { underWay: 'läuft', found: 'gefunden', failed: 'gescheitert' },
  },
  signIn: {
    title: 'Anmeldung',
    way: 'Weg',
    grant: (grant: Grant): string => GRANT_WORDS[grant],
    offered: 'Angeboten',
    token: 'Token',
    got: (atMs: number, renewals: number): string =>
      renewals === 0
        ? `erhalten ${clock.format(atMs)}`
        : `erneuert ${clock.format(atMs)}, ${many(renewals, 'Mal', 'Mal')} insgesamt`,
    ends: 'Endet',
    renewedBefore: (expiresAtMs: number): string =>
      `${clock.format(expiresAtMs)}; eine Minute davor erneuert, oder wenn der Server es verlangt`,
    none: 'keines',
  },
  application: {
    title: 'Anwendung',
    none: 'Es gibt jetzt keine.',
    created: 'Angelegt',
    createdAt: (atMs: number, times: number): string =>
      times === 1
        ? `${clock.format(atMs)}, seither behalten`
        : `${clock.format(atMs)}, die ${number.format(times)}. dieser Anmeldung`,
    culture: 'Kultur',
    visible: 'Sichtbar',
    isVisible: (onlyWatch: boolean): string =>
      onlyWatch ? 'nein, sie sieht nur zu' : 'ja, meldet Aktivität',
    watched: 'Abonnements',
    people: (count: number): string => many(count, 'Person', 'Personen'),
    server: 'Server',
    version: 'Ressourcenversion',
  },
  customStates: deCustomStates,
  page: {
    title: 'Diese Seite',
    version: 'Version',
    browser: 'Browser',
    origin: 'Adresse',
    configured: 'Konfiguration',
    config: {
      url: (url: string): string => `beginnt bei ${url}`,
      domain: (domain: string): string => `fragt ${domain}`,
      byAddress: 'beginnt bei der Anmeldeadresse',
      transport: (transport: string): string => `Transport ${transport}`,
      trusted: (domains: readonly string[]): string => `vertraut ${domains.join(', ')}`,
    },
    tabs: 'Geteilt von',
    tabsOf: ({ tabs, isLeader }: TabRole): string =>
      `${many(tabs, 'Tab', 'Tabs')}, ${isLeader ? 'dieser führt' : 'ein anderer führt'}`,
    lacking: 'Hier fehlt',
    lack: (lack: Lack): string => LACKS[lack],
    complete: 'nichts',
  },
  channel: {
    title: 'Ereigniskanal',
    state: ({ state }: ChannelRecord): string => CHANNEL_STATES.get(state) ?? String(state),
    lastAnswer: 'Letzte Antwort',
    answered: (atMs: number, events: number): string =>
      `${clock.format(atMs)}, ${many(events, 'Ereignis', 'Ereignisse')}`,
    noAnswer: 'noch keine',
    due: 'Nächste fällig bis',
    waiting: 'Wartet',
    waited: (passedMs: number, allMs: number): string =>
      `${Math.floor(passedMs / SECOND_MS)} s von ${Math.round(allMs / SECOND_MS)} s`,
  },
  trouble: {
    title: 'Letzter Fehler',
    none: 'Keiner in dieser Anmeldung.',
    solved: 'behoben',
    open: 'nicht behoben',
    when: 'Wann',
    solvedAfter: (atMs: number, ms: number): string => `${clock.format(atMs)}, behoben nach ${duration(ms)}`,
    what: 'Was',
    noStatus: 'Keine Antwort',
    subcode: (subcode: string | null): string => `Subcode ${subcode ?? 'keiner'}`,
    asked: 'Gefragt',
    said: 'Server sagte',
    diagnostics: 'Diagnose',
    server: 'Server',
    correlation: 'Korrelation',
  },
  requests: {
    title: 'Anfragen',
    aside: (inChart: number, chartMinutes: number, batches: number): string =>
      `${number.format(inChart)} in ${chartMinutes} Min. · ${many(batches, 'Batch', 'Batches')}`,
    chart: (most: number): string => `Anfragen pro Minute, höchstens ${number.format(most)}`,
    unit: 'Anfragen pro Minute',
    byRel: 'Nach Ressource',
    count: (rel: string, count: number): string => `${rel} ${number.format(count)}`,
  },
  happened: {
    title: 'Was geschah',
    none: 'Noch nichts.',
    word: {
      signInBegan: 'Anmeldung',
      signInFailed: 'Anmeldung gescheitert',
      signedOut: 'Abgemeldet',
      token: 'Token',
      opened: 'Anwendung',
      live: 'Live',
      events: 'Ereignisse',
      interrupted: 'Unterbrochen',
      liveAgain: 'Wieder live',
      elsewhere: 'Anderswo',
      lockedOut: 'Ausgesperrt',
      ended: 'Beendet',
    },
    text(happening: Happening): string {
      switch (happening.kind) {
        case 'signInBegan':
          return 'verlangt'
        case 'signInFailed':
          return happening.because
        case 'signedOut':
          return 'Token und Anwendung aufgegeben'
        case 'token':
          return happening.isRenewal ? 'erneuert' : 'erhalten'
        case 'opened':
          return `angelegt in ${duration(happening.opened.tookMs)}`
        case 'live':
          return 'der Kanal ist offen'
        case 'events':
          return `${many(happening.events, 'Ereignis', 'Ereignisse')}${happening.gap ? ', und etwas blieb ungehört: alles wird neu gelesen' : ''}`
        case 'interrupted':
          return happening.because === null ? '' : brief(happening.because)
        case 'liveAgain':
          return `nach ${duration(happening.afterMs)}`
        case 'elsewhere':
          return 'jemand anderes fragt denselben Kanal ab'
        case 'lockedOut':
          return 'das Token ist abgelaufen, und nur die Person kann ein neues bekommen'
        case 'ended':
          return brief(happening.because)
      }
    },
  },
}
