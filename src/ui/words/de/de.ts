import type { UcwaFailure } from '../../../ucwa/errors.ts'
import type { PreferredAvailability } from '../../../ucwa/availability.ts'
import type { Sign } from '../../parts/sign.ts'
import { createMoments } from '../moments.ts'
import { atTheMoment } from './grammar.ts'
import type { Words } from '../words.ts'
import { deInstalled } from './installed.ts'
import { deKeys } from './keys.ts'
import { deManage } from './manage.ts'
import { deMyPresence } from './my-presence.ts'
import { dePerson, dePrivacy } from './person.ts'
import { dePreferences } from './preferences.ts'
import { deView } from './view.ts'
import { deWall } from './wall.ts'
import { deWatching } from './watching.ts'

// Long on purpose, as the English is. The words for states are those of Skype for Business in German.

const locale = 'de-DE'

const moments = createMoments(locale)
const people = (count: number): string => `${moments.number(count)} ${count === 1 ? 'Person' : 'Personen'}`
const seconds = (count: number): string => `${moments.number(count)} ${count === 1 ? 'Sekunde' : 'Sekunden'}`

const SIGN_WORDS: Readonly<Record<Sign, string>> = {
  available: 'Verfügbar',
  availableIdle: 'Verfügbar, inaktiv',
  busy: 'Beschäftigt',
  busyIdle: 'Beschäftigt, inaktiv',
  doNotDisturb: 'Nicht stören',
  beRightBack: 'Bin gleich zurück',
  away: 'Abwesend',
  offline: 'Offline',
  outOfOffice: 'Außer Haus',
  unknown: 'Unbekannt',
  blocked: 'Blockiert',
}

const CHOICE_WORDS: Readonly<Record<PreferredAvailability, string>> = {
  Online: 'Verfügbar',
  Busy: 'Beschäftigt',
  DoNotDisturb: 'Nicht stören',
  BeRightBack: 'Bin gleich zurück',
  Away: 'Als abwesend anzeigen',
  Offwork: 'Nicht bei der Arbeit',
}

const ACTIVITY_WORDS: ReadonlyMap<string, string> = new Map([
  ['on-the-phone', 'Am Telefon'],
  ['in-a-call', 'Am Telefon'],
  ['in-a-conference', 'In einer Konferenz'],
  ['in-a-meeting', 'In einer Besprechung'],
  ['presenting', 'Präsentiert'],
  ['in-presentation', 'Präsentiert'],
  ['urgent-interruptions-only', 'Nur dringende Unterbrechungen'],
  ['off-work', 'Nicht bei der Arbeit'],
  ['out-of-office', 'Außer Haus'],
])

function trouble(because: UcwaFailure): string | null {
  if (because.kind !== 'serverFailed' && because.kind !== 'refused') return null
  return because.reason.server === null
    ? String(because.status)
    : `${because.status}, ${because.reason.server}`
}

const nextTry = (inSeconds: number | null): string =>
  inSeconds === null || inSeconds <= 0 ? 'Neuer Versuch läuft.' : `Nächster Versuch in ${seconds(inSeconds)}.`

export const de: Words = {
  language: 'de',
  locale,
  direction: 'ltr',
  product: 'Presence Board',
  moments,

  sign: (sign) => SIGN_WORDS[sign],
  wasSign: (sign) => `war ${SIGN_WORDS[sign]}`,
  choice: (wanted) => CHOICE_WORDS[wanted],
  activity: (activity) => ACTIVITY_WORDS.get(activity) ?? activity,
  lastActive: (atMs, nowMs) => `Zuletzt aktiv: ${moments.ago(atMs, nowMs) ?? 'gerade eben'}`,
  asOf: (atMs, nowMs) => `Stand ${moments.at(atMs, nowMs)}`,
  onMobile: 'Am Mobiltelefon',
  outOfOfficeTag: 'Außer Haus',
  outOfOfficeNote: (message) => `Abwesenheitsnotiz: ${message}`,
  unknownBecause: {
    none: 'Der Server kennt zu dieser Adresse keinen Status',
    notPublished: 'Für Sie nicht veröffentlicht',
    notRead: 'Noch nicht gelesen',
    notAnswered: 'Der Server hat es nicht mitgeteilt',
    beyondLimit: 'Der Server berichtet nicht von noch mehr Personen zugleich',
    unheardOf: (name) => `Der Server nennt einen Status, den dieses Board nicht kennt: ${name}`,
    otherCompany: 'Externer Kontakt, keine Antwort von dessen Unternehmen',
  },

  installed: deInstalled,

  tab: {
    own: (state, product) => `${state} · ${product}`,
    notLive: (product) => `Nicht live · ${product}`,
    signIn: (product) => `Anmelden · ${product}`,
    unseen: (count, title) => `(${moments.number(count)}) ${title}`,
  },

  connection: {
    live: 'Live',
    connecting: 'Wird verbunden…',
    reconnecting: 'Wird neu verbunden',
    offline: 'Kein Netzwerk',
    notLive: 'Nicht live',
  },
  band: {
    connecting: 'Wird verbunden…',
    checking: 'Es wird geprüft, was sich geändert hat…',
    notLive: (knownAtMs, nowMs) =>
      knownAtMs === null
        ? 'Nicht live.'
        : `Nicht live. Das ist, was ${atTheMoment(knownAtMs, nowMs)} bekannt war.`,
    pause: (inSeconds) =>
      inSeconds === null || inSeconds <= 0
        ? 'Der Server hat um eine Pause gebeten. Jetzt geht es weiter.'
        : `Der Server hat um eine Pause gebeten. Weiter in ${seconds(inSeconds)}.`,
    noAnswer(because, inSeconds) {
      const named = trouble(because)
      return `Der Server antwortet nicht${named === null ? '' : ` (${named})`}. ${nextTry(inSeconds)}`
    },
    tryNow: 'Jetzt versuchen',
    offline: (knownAtMs, nowMs) =>
      knownAtMs === null
        ? 'Dieser Computer ist offline. Das Board öffnet sich, sobald das Netzwerk wieder da ist.'
        : `Dieser Computer ist offline. Das ist, was ${atTheMoment(knownAtMs, nowMs)} bekannt war.`,
    offlineThen: 'Das Board macht weiter, sobald das Netzwerk wieder da ist.',
    elsewhere: 'Dieses Board läuft an anderer Stelle weiter.',
    useHere: 'Hier verwenden',
    signedOut: 'Sie sind abgemeldet.',
    signedOutThen:
      'Ihre Anmeldung ist abgelaufen. Melden Sie sich an, um weiterzumachen; Ihre angefangene Notiz bleibt.',
    signIn: 'Anmelden',
    failed: 'Das Board ist stehen geblieben.',
    startAgain: 'Neu beginnen',
    listMayAge: (because) => {
      const named = trouble(because)
      const told =
        because.kind === 'serverFailed' || because.kind === 'refused'
          ? (because.reason.subcode ?? because.reason.message ?? because.reason.code)
          : null
      const why = [named, told].filter((part) => part !== null).join(': ')
      return `Ihre Kontaktliste ist vielleicht veraltet${why === '' ? '' : ` (${why})`}. Ihr eigener Status läuft normal weiter.`
    },
    unread: (unread, all) =>
      `${moments.number(unread)} von ${people(all)} konnten nicht gelesen werden. Der Server hat für sie nicht geantwortet.`,
  },
  announce: {
    live: 'Wieder live',
    notLive: (inSeconds) =>
      inSeconds === null || inSeconds <= 0
        ? 'Nicht live'
        : `Nicht live, nächster Versuch in ${seconds(inSeconds)}`,
    presencePublished: (state) => `Ihr Status: ${state}.`,
    presenceReset: (state) =>
      `Wieder automatisch. Ihr Status: ${state}. Was aus dem Kalender kommt, kann etwas dauern.`,
    notePublished: 'Ihre Notiz ist veröffentlicht.',
    noteCleared: 'Ihre Notiz ist gelöscht.',
    found: (count) => `${people(count)} gefunden`,
  },
  failure(because) {
    switch (because.kind) {
      case 'unreachable':
        return 'Der Server war nicht zu erreichen.'
      case 'serverFailed':
      case 'refused': {
        const words = because.reason.message ?? because.reason.subcode ?? because.reason.code
        const named = trouble(because)
        return words === null
          ? `Der Server hat ${named} geantwortet.`
          : `Der Server hat ${named} geantwortet: ${words}`
      }
      case 'signedOut':
        return 'Ihre Anmeldung ist abgelaufen.'
      case 'applicationGone':
        return 'Der Server hat dieses Board losgelassen.'
      case 'replaced':
        return 'Das Board läuft an anderer Stelle weiter.'
      case 'malformed':
        return `Was geantwortet hat, spricht nicht wie Skype for Business Server: ${because.detail}`
    }
  },
  stopped: {
    title: 'Das Board ist stehen geblieben.',
    startAgain: 'Neu beginnen',
  },

  mine: deMyPresence,
  me: {
    region: 'Ich',
    menu: 'Sie und dieses Board',
    signedInAs: (address) => `Angemeldet als ${address}`,
    signOut: 'Abmelden',
    diagnostics: 'Diagnose',
    availability: (state) => `Meine Verfügbarkeit: ${state}. Ändern`,
    availabilityPending: (state) => `Meine Verfügbarkeit: ${state}, wird gespeichert. Ändern`,
    availabilityStale: (state) => `Meine Verfügbarkeit: ${state}`,
    saving: 'wird gespeichert…',
    automatic: 'Automatisch',
    showMeAs: 'Mich anzeigen als',
    reset: 'Auf automatisch zurücksetzen',
    resetHint: 'Folgt Kalender und Aktivität. Was aus dem Kalender kommt, kann etwas dauern.',
    showMe: 'Mich zeigen',
    showMeHint: 'Andere sehen, dass Sie da sind',
    watchOnly: 'Nur zusehen',
    watchOnlyHint: 'Andere sehen nicht, dass Sie da sind',
    onlyWatching: 'Sie sehen nur zu',
    onlyWatchingHint: 'Von hier veröffentlichen Sie nichts. Um gesehen zu werden, wählen Sie „Mich zeigen“.',
    whyNot: 'Nicht live: Das lässt sich ändern, sobald das Board wieder verbunden ist.',
    noNote: 'Notiz hinzufügen',
    noNoteReadOnly: 'Keine Notiz',
    note: 'Notiz',
    changeNote: 'Notiz ändern',
    editNote: 'Notiz für alle, die sie sehen dürfen',
    togetherWith: 'Zusammen mit',
    availabilityUnchanged: 'Verfügbarkeit unverändert',
    publish: 'Veröffentlichen',
    cancel: 'Abbrechen',
    clearNote: 'Notiz löschen',
    reported: 'Ihre Aktivität hier wird gemeldet',
    reportedMachine: 'Ihre Aktivität an diesem Computer wird gemeldet',
    askForMachine: 'Auch Arbeit außerhalb dieser Seite zählen',
    askForMachineHint: 'Ihr Browser bittet um Erlaubnis',
    notReported: 'Ihre Aktivität wird nicht gemeldet',
  },
  publish: {
    refused: (wanted, still) => `Der Server hat „${wanted}“ nicht angenommen. Weiterhin: ${still}.`,
    refusedUnknown: (wanted) => `Der Server hat „${wanted}“ nicht angenommen.`,
    forbidden: (still) => `Das dürfen Sie hier nicht setzen. Weiterhin: ${still}.`,
    onlyWatching: 'Sie sehen nur zu. Wählen Sie zuerst „Mich zeigen“.',
    lost: (wanted, still) => `Vom Server war zu „${wanted}“ nichts zu hören. Weiterhin: ${still}.`,
    overdue: 'Der Server hat das noch nicht bestätigt.',
    notTaken: (wanted, still) =>
      `Der Server hat „${wanted}“ angenommen, ${still === null ? 'zeigt es aber nicht' : `zeigt Sie aber als „${still}“`}.`,
    noteNotTaken: 'Der Server hat Ihre Notiz angenommen, zeigt sie aber nicht. Ihr Text ist hier aufgehoben.',
    noteRefused: 'Der Server hat diese Notiz nicht angenommen. Ihr Text ist hier aufgehoben.',
    noteTooLong: 'Der Server findet diese Notiz zu lang. Kürzen Sie sie und veröffentlichen Sie noch einmal.',
    noteLost: 'Vom Server war zu Ihrer Notiz nichts zu hören. Ihr Text ist hier aufgehoben.',
    tryAgain: 'Erneut versuchen',
    editAgain: 'Ändern',
    dismiss: 'Verwerfen',
  },

  manage: deManage,
  preferences: dePreferences,
  keys: deKeys,
  view: deView,
  watching: deWatching,
  wall: deWall,

  people: {
    region: 'Personen',
    skip: 'Zu den Personen',
    list: 'Kontakte',
    search: 'Personen finden',
    clearSearch: 'Suche leeren',
    filters: 'Zeigen',
    all: 'Alle',
    chip: {
      available: 'Verfügbar',
      busy: 'Beschäftigt',
      doNotDisturb: 'Nicht stören',
      away: 'Abwesend',
      offline: 'Offline',
      unknown: 'Unbekannt',
    },
    chipName: (state, count) => `${state}, ${people(count)}`,
    favourites: 'Favoriten',
    otherContacts: 'Andere Kontakte',
    availableOf: (available, all) => `${moments.number(available)} von ${moments.number(all)} verfügbar`,
    unread: (unread) => `${moments.number(unread)} nicht gelesen`,
    count: (all) => people(all),
    groupName: (title, summary) => `${title}, ${summary}`,
    read: (read, all) => `${moments.number(read)} von ${people(all)} gelesen`,
    emptyTitle: 'Noch niemand hier',
    emptyText:
      'Ihre Kontaktliste ist leer. Wen Sie in Skype for Business hinzufügen, erscheint hier von selbst.',
    emptyTextElsewhere:
      'Ihre Kontaktliste ist leer. Wen Sie in Skype for Business hinzufügen, erscheint hier von selbst.',
    emptyGroup: 'Diese Gruppe ist leer.',
    nobody: (state) => `Gerade ist niemand auf „${state}“.`,
    nobodyFound: (searched) => `Niemand gefunden zu „${searched}“.`,
    nobodyFoundIn: (searched, state) =>
      `Gerade ist niemand auf „${state}“, der zu „${searched}“ gefunden wurde.`,
    showAll: 'Alle zeigen',
    failed: 'Ihre Kontaktliste konnte nicht gelesen werden.',
    groupFailed: 'Diese Gruppe konnte nicht gelesen werden.',
    tryAgain: 'Erneut versuchen',
    loading: 'Ihre Kontakte werden gelesen',
  },
  person: dePerson,
  privacy: dePrivacy,

  signIn: {
    title: 'Sehen, wer da ist',
    goOnAs: (address) => `Weiter als ${address}, wie in Ihrem anderen Tab`,
    goOnUnanswered: (address) =>
      `Ihr anderer Tab antwortet nicht. Vielleicht ist er inzwischen geschlossen. Melden Sie sich hier als ${address} an.`,
    lead: (company) =>
      company === null
        ? 'Melden Sie sich mit Ihrem Geschäftskonto an.'
        : `Melden Sie sich mit Ihrem Konto bei ${company} an.`,
    address: 'Anmeldeadresse',
    password: 'Kennwort',
    onlyWatch: 'Nur zusehen',
    onlyWatchHint: 'Andere sehen nicht, dass ich da bin',
    submit: 'Anmelden',
    windows: 'Meine Windows-Anmeldung verwenden',
    noPassword: {
      title: 'Kein Kennwort auf dieser Seite.',
      text: 'Diese Seite kam über einfaches http, wo jeder im Netzwerk ein Kennwort lesen könnte.',
      instead: 'Öffnen Sie sie über https, oder verwenden Sie Ihre Windows-Anmeldung.',
    },
    page: {
      title: 'Melden Sie sich auf der Seite Ihres Unternehmens an',
      text: (host) => `Sie öffnet sich in einem eigenen Fenster, bei ${host}.`,
      again: 'Dort sind Sie noch nicht angemeldet.',
      open: 'Anmeldeseite öffnen',
      blocked:
        'Dieser Browser hat das Fenster nicht aufgehen lassen. Öffnen Sie die Seite über diesen Link, und kommen Sie dann zurück.',
      done: 'Ich habe mich dort angemeldet',
      waiting: 'Es wird gewartet, bis Sie sich dort angemeldet haben',
    },
    cameBack: 'Sie sind angemeldet. Dieses Fenster kann geschlossen werden.',
    sandbox: 'Sandkasten',
    sandboxHint: 'wählen Sie eine Person, das Kennwort wird ausgefüllt',
    steps: {
      finding: 'Ihr Server wird gesucht',
      signingIn: 'Sie werden angemeldet',
      opening: 'Ihr Board wird geöffnet',
    },
    stepsDone: {
      finding: 'Ihr Server ist gefunden',
      signingIn: 'Angemeldet',
      opening: 'Ihr Board ist geöffnet',
    },
    tryAgain: 'Erneut versuchen',
    back: 'Zurück',
    copy: 'Kopieren',
    copied: 'Kopiert',
    copyByHand: 'Markieren und von Hand kopieren',
    copyReport: 'Ganzen Bericht kopieren',
    reportCopied: 'Bericht kopiert',
    wrongPassword: 'Adresse oder Kennwort stimmt nicht. Prüfen Sie beides.',
    wrongPasswordOrWindows:
      'Adresse oder Kennwort stimmt nicht. Prüfen Sie beides, oder verwenden Sie Ihre Windows-Anmeldung.',
    passwordNeeded: 'Ihr Server verlangt Ihr Kennwort.',
    windowsUnasked:
      'Ihr Server kennt Sie durch Ihre Windows-Anmeldung. Verwenden Sie die Schaltfläche dafür.',
    windowsRefused: 'Ihr Server hat die Windows-Anmeldung dieses Computers nicht angenommen.',
    windowsRefusedHint:
      'Sie geht auf Computern der Domäne des Unternehmens, wenn der Browser sie bei diesem Server verwenden darf: in der Intranetzone, oder durch die Richtlinie AuthServerAllowlist. Ein Browser, der Cookies von Drittanbietern blockiert, hält auch diese Anmeldung zurück, es sei denn, diese Seite liegt unter der Domäne des Servers.',
    homedOnline: 'Ihr Konto ist in der Cloud von Microsoft.',
    homedOnlineHint: (host) =>
      `Der Server Ihres Unternehmens verweist auf ${host}. Presence Board spricht nur mit den eigenen Servern des Unternehmens; sehen Sie stattdessen in Teams nach.`,
    badAddress: 'Das ist keine Anmeldeadresse. Sie sieht aus wie eine E-Mail-Adresse: name@firma.de.',
    notFound: (domain) => `Kein Server für ${domain} gefunden.`,
    notFoundHint: 'Prüfen Sie die Adresse. Außerhalb des Büros brauchen Sie vielleicht das VPN.',
    notFoundAsked: 'Gefragt, ohne Antwort:',
    unknownPage: {
      title: 'Ihr Server kennt diese Seite noch nicht',
      lead: 'Skype for Business spricht nur mit Webadressen auf seiner Liste. Diese fehlt:',
      refused: 'Der Server hat diese Webadresse abgelehnt',
      told: (host, told) => `${host} hat 403 geantwortet, ${told}`,
      toldNothing: (host) => `${host} hat 403 geantwortet`,
      forAdministrator: 'Für Ihren Administrator',
      shell: 'In der Skype for Business Server-Verwaltungsshell:',
      effect: 'Das wirkt nach wenigen Minuten. An dieser Seite muss sich nichts ändern.',
    },
    frameRefused: 'Die Verbindungsseite des Servers konnte nicht geöffnet werden.',
    frameRefusedHint: (url) => `Öffnen Sie ${url} in einem Tab, und achten Sie auf eine Zertifikatswarnung.`,
    noGrant: 'Ihr Server bietet keine Art der Anmeldung, die diese Seite kennt.',
    noGrantOffered: (offered) =>
      offered.length === 0 ? 'Er bietet keine an.' : `Er bietet an: ${offered.join(', ')}.`,
    notTrusted: (origin) => `Ihr Server verweist auf ${origin}; dem vertraut diese Seite nicht.`,
    notTrustedHint: (namedBy) =>
      `Genannt von ${namedBy}. Wer diese Seite betreut, kann die Domäne in config.json unter trustedDomains eintragen.`,
    notEnabled: 'Dieses Konto ist nicht für Skype for Business freigeschaltet.',
    other: {
      finding: 'Die Suche nach Ihrem Server ist nicht gut ausgegangen.',
      signingIn: 'Die Anmeldung ist nicht gut ausgegangen.',
      opening: 'Ihr Board konnte nicht geöffnet werden.',
    },
    host: (host) => `Gefragt: ${host}`,
  },
  signInAgain: {
    title: 'Erneut anmelden',
    text: (address) =>
      `Die Anmeldung von ${address} ist abgelaufen. Das Board bleibt, wie es war, und macht weiter, sobald Sie zurück sind.`,
    failed: 'Damit wurden Sie nicht angemeldet. Prüfen Sie das Kennwort, und versuchen Sie es noch einmal.',
    openPage: 'Anmeldeseite öffnen',
    donePage: 'Ich habe mich dort angemeldet',
    later: 'Später',
    signOut: 'Abmelden',
  },
  configuration: {
    title: 'Die Konfiguration hat einen Fehler.',
    hint: 'Wer diese Seite betreut, kann ihn beheben. Laden Sie die Seite danach neu.',
  },
}
