import type { UcwaFailure } from '../../../ucwa/errors.ts'
import type { Discovered, TransportKind, TransportReason, WayStep } from '../../../ucwa/discovered.ts'
import type { Grant } from '../../../ucwa/grants.ts'
import type { Lack } from '../../../session/this-page.ts'
import type { Hidden } from '../../diagnostics/causes.ts'
import type { DiagnosticsWords } from '../en/diagnostics.ts'
import { counted } from './counted.ts'
import { frCustomStates } from './custom-states.ts'

const locale = 'fr-FR'

const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
const number = new Intl.NumberFormat(locale)

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

function duration(ms: number): string {
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`
  if (ms < 2 * MINUTE_MS) return counted(Math.round(ms / SECOND_MS), 'seconde', 'secondes')
  if (ms < HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`
  return `${Math.floor(ms / HOUR_MS)} h ${Math.floor((ms % HOUR_MS) / MINUTE_MS)} min`
}

/** "503 ServiceUnavailable", "aucune réponse" */
function brief(because: UcwaFailure): string {
  switch (because.kind) {
    case 'unreachable':
      return 'aucune réponse'
    case 'serverFailed':
    case 'refused': {
      const { code, subcode, server } = because.reason
      const what = [because.status, code, subcode].filter((part) => part !== null).join(' ')
      return server === null ? what : `${what} de ${server}`
    }
    case 'signedOut':
      return 'la session est terminée'
    case 'applicationGone':
      return 'le serveur avait abandonné l’application'
    case 'replaced':
      return 'quelqu’un d’autre interrogeait le même canal'
    case 'malformed':
      return 'une réponse qui n’est pas celle du serveur'
  }
}

const TRANSPORTS: Readonly<Record<TransportKind, string>> = { cors: 'CORS', xframe: 'XFrame' }
const TRANSPORT_REASONS: Readonly<Record<TransportReason, string>> = {
  configured: 'config.json l’indique',
  remembered: 'c’était déjà le cas dans ce navigateur',
  rootReadable: 'CORS est proposé ici',
  rootUnreadable: 'CORS n’est pas proposé ici',
  asBefore: 'comme pour l’hôte qui y a mené',
}
const GRANT_WORDS: Readonly<Record<Grant, string>> = {
  windows: 'Authentification Windows intégrée',
  password: 'Adresse et mot de passe',
  passive: 'La page de l’organisation (AD FS)',
  modern: 'Authentification moderne (OpenID Connect)',
}
const STARTS: Readonly<Record<Discovered['from'], string>> = {
  'found before': 'Le pool déjà trouvé dans ce navigateur',
  'configured address': 'L’adresse dans config.json',
  'configured domain': 'Le domaine dans config.json',
  'sign-in domain': 'L’adresse de connexion',
}
const STEP_ANSWERS: Readonly<Record<Exclude<WayStep['answer'], number>, string>> = {
  noAnswer: 'aucune réponse',
  notReadable: 'une réponse que cette page ne peut pas lire',
  wrongOrigin: 'a mené à une autre adresse que prévu',
  notTrusted: 'non approuvé, donc non interrogé',
  underWay: 'en cours',
}
const LACKS: Readonly<Record<Lack, string>> = {
  secureContext: 'Cette page n’est pas servie en https : le navigateur refuse donc ce qui suit.',
  webLocks: 'Web Locks : les onglets choisissent leur meneur par messages, un peu plus lentement.',
  serviceWorker: 'Service worker : la page ne peut pas être installée.',
  clipboard: 'Presse-papiers : les textes se sélectionnent et se copient à la main.',
  notifications: 'Notifications : les alertes ne s’affichent que sur cette page.',
  broadcastChannel: 'BroadcastChannel : chaque onglet garde sa propre connexion.',
  storage:
    'Stockage : les réglages, et ce qui accélère un rechargement, ne durent que le temps de cette page.',
}
const CHANNEL_STATES: ReadonlyMap<string | null, string> = new Map([
  [null, 'non ouvert'],
  ['opening', 'ouverture'],
  ['listening', 'ouvert'],
  ['checking', 'vérification'],
  ['locating', 'recherche du serveur'],
  ['paused', 'en attente du prochain essai'],
  ['elsewhere', 'utilisé ailleurs'],
  ['lockedOut', 'en attente de connexion'],
  ['ended', 'terminé'],
])

const CAUSES: Readonly<Record<Hidden['kind'], readonly string[]>> = {
  silent: [
    'Le nom n’est pas connu là où vous êtes : hors du bureau, le VPN est peut-être nécessaire.',
    'La connexion est refusée : le serveur est arrêté, ou un pare-feu fait obstacle.',
    'Le certificat du serveur n’est pas approuvé par ce navigateur, a expiré, ou vaut pour un autre nom.',
    'Une page https ne peut pas appeler un serveur en http simple.',
  ],
  unreadable: [
    'L’adresse de cette page manque dans la liste des origines autorisées du serveur.',
    'Un proxy en chemin répond à la place du serveur.',
    'Le serveur ne propose pas CORS, et « transport » dans config.json n’autorise pas son cadre.',
  ],
  frame: [
    'Le certificat de cet hôte n’est pas approuvé par ce navigateur. Ouvrez la page ci-dessous : elle vous avertirait.',
    'Un proxy, ou une stratégie du serveur web qui héberge cette page, interdit les cadres (X-Frame-Options, Content-Security-Policy).',
    'Le serveur n’a pas cette page : les services web n’y sont pas installés, ou l’adresse est une autre.',
    'Une extension de ce navigateur bloque les cadres d’autres sites.',
  ],
}

const minutes = (ms: number): string => clock.format(ms).slice(0, 5)

export const frDiagnostics: DiagnosticsWords = {
  title: 'Diagnostic',
  back: 'Retour',
  leftOut: 'Les mots de passe, jetons, noms et notes sont exclus',
  copy: 'Copier le rapport',
  copied: 'Rapport copié',
  asText: 'Le rapport en texte',
  duration,
  clock: (atMs) => clock.format(atMs),
  number: (count) => number.format(count),

  verdict: {
    works: 'Tout fonctionne.',
    signedOut: 'Personne n’est connecté.',
    underWay: 'Connexion en cours.',
    notLive: 'Le serveur ne donne pas de nouvelles.',
    offline: 'Cet ordinateur est hors connexion.',
    signedInFor: (ms) => `Connexion établie depuis ${duration(ms)}.`,
  },
  signInFailed(failure, { signIn, failure: words }) {
    switch (failure.kind) {
      case 'serverNotFound':
        return {
          title: signIn.notFound(failure.domain),
          text: `Aucune réponse de ${failure.asked.join(', ')}.`,
        }
      case 'originNotAllowed': {
        const said = failure.told === '' ? '' : ` Il indique : ${failure.told}`
        const missing = `${failure.origin} manque dans la liste de ${failure.host}.`
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
        return { title: 'L’adresse ou le mot de passe n’est pas correct.', text: '' }
      case 'badAddress':
        return { title: signIn.badAddress, text: '' }
      case 'other':
        return { title: signIn.other[failure.step], text: words(failure.because) }
    }
  },
  interruptions(all, nowMs) {
    const last = all.at(-1)
    if (last === undefined) return ''
    const { fromMs, toMs, because } = last
    const why = because === null ? '' : ` : ${brief(because)}`
    const length = duration((toMs ?? nowMs) - fromMs)
    if (all.length === 1) return `Une interruption, ${length} à ${minutes(fromMs)}${why}.`
    return `${number.format(all.length)} interruptions, la dernière de ${length} à ${minutes(fromMs)}${why}.`
  },

  causes: {
    title: 'Causes possibles',
    lead: 'Un navigateur n’indique pas à une page pourquoi la réponse a manqué. C’est l’une de ces causes :',
    of: (kind) => CAUSES[kind],
    open: 'Ouvrez-la dans un onglet à part, où le navigateur dit ce qui ne va pas :',
    opensNewTab: 's’ouvre dans un nouvel onglet',
  },

  discovery: {
    title: 'Découverte',
    none: 'Rien n’a encore été cherché.',
    domain: 'Domaine',
    from: 'Point de départ',
    starts: (from) => STARTS[from],
    asked: {
      root: 'Racine',
      redirect: 'Redirection',
      user: 'Utilisateur',
      applications: 'Applications',
      token: 'Jeton',
      page: 'Page',
    },
    step: ({ url, transport, answer, detail }) => {
      const by = transport === null ? '' : ` par ${TRANSPORTS[transport]}`
      const said = typeof answer === 'number' ? String(answer) : STEP_ANSWERS[answer]
      return `${new URL(url).host}${by} : ${said}${detail === null ? '' : `, ${detail}`}`
    },
    pool: 'Pool d’accueil',
    transport: 'Transport',
    why: (host, kind, because) => `${TRANSPORTS[kind]} vers ${host} (${TRANSPORT_REASONS[because]})`,
    outcome: { underWay: 'en cours', found: 'trouvé', failed: 'échec' },
  },
  signIn: {
    title: 'Connexion',
    way: 'Mode',
    grant: (grant) => GRANT_WORDS[grant],
    offered: 'Proposés',
    token: 'Jeton',
    got: (atMs, renewals) =>
      renewals === 0
        ? `obtenu à ${clock.format(atMs)}`
        : `renouvelé à ${clock.format(atMs)}, ${counted(renewals, 'fois', 'fois')} en tout`,
    ends: 'Fin',
    renewedBefore: (expiresAtMs) =>
      `${clock.format(expiresAtMs)} ; renouvelé une minute avant, ou quand le serveur le demande`,
    none: 'aucun',
  },
  application: {
    title: 'Application',
    none: 'Il n’y en a aucune actuellement.',
    created: 'Créée',
    createdAt: (atMs, times) =>
      times === 1
        ? `${clock.format(atMs)}, conservée depuis`
        : `${clock.format(atMs)}, la ${number.format(times)}e de cette connexion`,
    culture: 'Culture',
    visible: 'Visible',
    isVisible: (onlyWatch) => (onlyWatch ? 'non, elle observe seulement' : 'oui, elle signale l’activité'),
    watched: 'Abonnements',
    people: (count) => counted(count, 'personne', 'personnes'),
    server: 'Serveur',
    version: 'Version des ressources',
  },
  customStates: frCustomStates,
  page: {
    title: 'Cette page',
    version: 'Version',
    browser: 'Navigateur',
    origin: 'Adresse',
    configured: 'Configuration',
    config: {
      url: (url) => `part de ${url}`,
      domain: (domain) => `interroge ${domain}`,
      byAddress: 'part de l’adresse de connexion',
      transport: (transport) => `par ${transport}`,
      trusted: (domains) => `approuve ${domains.join(', ')}`,
    },
    tabs: 'Partagée par',
    tabsOf: ({ tabs, isLeader }) =>
      `${counted(tabs, 'onglet', 'onglets')}, ${isLeader ? 'celui-ci mène' : 'un autre mène'}`,
    lacking: 'Manque ici',
    lack: (lack) => LACKS[lack],
    complete: 'rien',
  },
  channel: {
    title: 'Canal d’événements',
    state: ({ state }) => CHANNEL_STATES.get(state) ?? String(state),
    lastAnswer: 'Dernière réponse',
    answered: (atMs, events) => `${clock.format(atMs)}, ${counted(events, 'événement', 'événements')}`,
    noAnswer: 'aucune encore',
    due: 'Prochaine au plus tard',
    waiting: 'Attente',
    waited: (passedMs, allMs) =>
      `${Math.floor(passedMs / SECOND_MS)} s sur ${Math.round(allMs / SECOND_MS)} s`,
  },
  trouble: {
    title: 'Dernière erreur',
    none: 'Aucune pendant cette connexion.',
    solved: 'résolue',
    open: 'non résolue',
    when: 'Quand',
    solvedAfter: (atMs, ms) => `${clock.format(atMs)}, résolue après ${duration(ms)}`,
    what: 'Quoi',
    noStatus: 'Aucune réponse',
    subcode: (subcode) => `sous-code ${subcode ?? 'absent'}`,
    asked: 'Demandé',
    said: 'Réponse du serveur',
    diagnostics: 'Diagnostic',
    server: 'Serveur',
    correlation: 'Corrélation',
  },
  requests: {
    title: 'Requêtes',
    aside: (inChart, chartMinutes, batches) =>
      `${number.format(inChart)} en ${chartMinutes} min · ${counted(batches, 'lot', 'lots')}`,
    chart: (most) => `Requêtes par minute, ${number.format(most)} au plus`,
    unit: 'requêtes par minute',
    byRel: 'Par ressource',
    count: (rel, count) => `${rel} : ${number.format(count)}`,
  },
  happened: {
    title: 'Ce qui s’est passé',
    none: 'Rien pour l’instant.',
    word: {
      signInBegan: 'Connexion',
      signInFailed: 'Échec de la connexion',
      signedOut: 'Déconnexion',
      token: 'Jeton',
      opened: 'Application',
      live: 'En direct',
      events: 'Événements',
      interrupted: 'Interruption',
      liveAgain: 'De nouveau en direct',
      elsewhere: 'Ailleurs',
      lockedOut: 'Accès perdu',
      ended: 'Fin',
    },
    text(happening) {
      switch (happening.kind) {
        case 'signInBegan':
          return 'demandée'
        case 'signInFailed':
          return happening.because
        case 'signedOut':
          return 'jeton et application abandonnés'
        case 'token':
          return happening.isRenewal ? 'renouvelé' : 'obtenu'
        case 'opened':
          return `créée en ${duration(happening.opened.tookMs)}`
        case 'live':
          return 'le canal est ouvert'
        case 'events':
          return `${counted(happening.events, 'événement', 'événements')}${happening.gap ? ', et quelque chose a échappé : tout est relu' : ''}`
        case 'interrupted':
          return happening.because === null ? '' : brief(happening.because)
        case 'liveAgain':
          return `après ${duration(happening.afterMs)}`
        case 'elsewhere':
          return 'quelqu’un d’autre interroge le même canal'
        case 'lockedOut':
          return 'le jeton a expiré, et seule la personne peut en obtenir un autre'
        case 'ended':
          return brief(happening.because)
      }
    },
  },
}
