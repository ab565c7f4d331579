import type { PreferredAvailability } from '../../../ucwa/availability.ts'
import type { UcwaFailure } from '../../../ucwa/errors.ts'
import type { Sign } from '../../parts/sign.ts'
import { createMoments } from '../moments.ts'
import { on } from './grammar.ts'
import type { Words } from '../words.ts'
import { counted } from './counted.ts'
import { frInstalled } from './installed.ts'
import { frKeys } from './keys.ts'
import { frManage } from './manage.ts'
import { frMyPresence } from './my-presence.ts'
import { frPerson, frPrivacy } from './person.ts'
import { frPreferences } from './preferences.ts'
import { frView } from './view.ts'
import { frWall } from './wall.ts'
import { frWatching } from './watching.ts'

// Long on purpose: one language is one file. States, levels and activities are called as Skype Entreprise calls them;
// a space that stays on its line stands inside « » and before : ; and ?

const locale = 'fr-FR'

const moments = createMoments(locale)
const people = (count: number): string => counted(count, 'personne', 'personnes')
const seconds = (count: number): string => counted(count, 'seconde', 'secondes')

const SIGN_WORDS: Readonly<Record<Sign, string>> = {
  available: 'Disponible',
  availableIdle: 'Disponible, sans activité',
  busy: 'Occupé(e)',
  busyIdle: 'Occupé(e), sans activité',
  doNotDisturb: 'Ne pas déranger',
  beRightBack: 'De retour dans quelques minutes',
  away: 'Absent(e)',
  offline: 'Hors connexion',
  outOfOffice: 'Hors du bureau',
  unknown: 'Inconnu',
  blocked: 'Bloqué(e)',
}

const CHOICE_WORDS: Readonly<Record<PreferredAvailability, string>> = {
  Online: 'Disponible',
  Busy: 'Occupé(e)',
  DoNotDisturb: 'Ne pas déranger',
  BeRightBack: 'De retour dans quelques minutes',
  Away: 'Apparaître absent(e)',
  Offwork: 'Absent(e) du bureau',
}

const ACTIVITY_WORDS: ReadonlyMap<string, string> = new Map([
  ['on-the-phone', 'En communication'],
  ['in-a-call', 'En communication'],
  ['in-a-conference', 'En conférence'],
  ['in-a-meeting', 'En réunion'],
  ['presenting', 'En présentation'],
  ['in-presentation', 'En présentation'],
  ['urgent-interruptions-only', 'Interruptions urgentes uniquement'],
  ['off-work', 'Absent(e) du bureau'],
  ['out-of-office', 'Hors du bureau'],
])

/** "503, lync-fe02", for the brackets after a sentence; null when there is nothing to name. */
function trouble(because: UcwaFailure): string | null {
  if (because.kind !== 'serverFailed' && because.kind !== 'refused') return null
  return because.reason.server === null
    ? String(because.status)
    : `${because.status}, ${because.reason.server}`
}

const nextTry = (inSeconds: number | null): string =>
  inSeconds === null || inSeconds <= 0
    ? 'Nouvel essai en cours.'
    : `Prochain essai dans ${seconds(inSeconds)}.`

export const fr: Words = {
  language: 'fr',
  locale,
  direction: 'ltr',
  product: 'Presence Board',
  moments,

  sign: (sign) => SIGN_WORDS[sign],
  wasSign: (sign) => `avant : ${SIGN_WORDS[sign]}`,
  choice: (wanted) => CHOICE_WORDS[wanted],
  activity: (activity) => ACTIVITY_WORDS.get(activity) ?? activity,
  lastActive: (atMs, nowMs) => `Activité : ${moments.ago(atMs, nowMs) ?? 'à l’instant'}`,
  asOf: on,
  onMobile: 'Sur un mobile',
  outOfOfficeTag: 'Message d’absence',
  outOfOfficeNote: (message) => `message d’absence : ${message}`,
  unknownBecause: {
    none: 'Le serveur ne connaît aucune présence pour cette adresse',
    notPublished: 'Non publié pour vous',
    notRead: 'Pas encore lu',
    notAnswered: 'Le serveur ne l’a pas indiqué',
    beyondLimit: 'Le serveur n’indique pas plus de personnes à la fois',
    unheardOf: (name) => `Le serveur nomme un statut que ce tableau ne connaît pas : ${name}`,
    otherCompany: 'Contact externe, son entreprise ne répond pas',
  },

  installed: frInstalled,

  tab: {
    own: (state, product) => `${state} · ${product}`,
    notLive: (product) => `Pas en direct · ${product}`,
    signIn: (product) => `Connexion · ${product}`,
    unseen: (count, title) => `(${moments.number(count)}) ${title}`,
  },

  connection: {
    live: 'En direct',
    connecting: 'Connexion…',
    reconnecting: 'Reconnexion',
    offline: 'Pas de réseau',
    notLive: 'Pas en direct',
  },
  band: {
    connecting: 'Connexion…',
    checking: 'Vérification des changements…',
    notLive: (knownAtMs, nowMs) =>
      knownAtMs === null
        ? 'Pas en direct.'
        : `Pas en direct. Voici ce que l’on savait ${on(knownAtMs, nowMs)}.`,
    pause: (inSeconds) =>
      inSeconds === null || inSeconds <= 0
        ? 'Le serveur a demandé une pause. Reprise en cours.'
        : `Le serveur a demandé une pause. Reprise dans ${seconds(inSeconds)}.`,
    noAnswer(because, inSeconds) {
      const named = trouble(because)
      return `Le serveur ne répond pas${named === null ? '' : ` (${named})`}. ${nextTry(inSeconds)}`
    },
    tryNow: 'Réessayer maintenant',
    offline: (knownAtMs, nowMs) =>
      knownAtMs === null
        ? 'Cet ordinateur est hors connexion. Le tableau s’ouvrira dès que le réseau sera de retour.'
        : `Cet ordinateur est hors connexion. Voici ce que l’on savait ${on(knownAtMs, nowMs)}.`,
    offlineThen: 'Le tableau reprendra dès que le réseau sera de retour.',
    elsewhere: 'Ce tableau continue ailleurs.',
    useHere: 'L’utiliser ici',
    signedOut: 'Vous êtes déconnecté(e).',
    signedOutThen:
      'Votre session est terminée. Connectez-vous pour continuer ; votre note commencée est conservée.',
    signIn: 'Se connecter',
    failed: 'Le tableau s’est arrêté.',
    startAgain: 'Redémarrer',
    listMayAge: (because) => {
      const named = trouble(because)
      const told =
        because.kind === 'serverFailed' || because.kind === 'refused'
          ? (because.reason.subcode ?? because.reason.message ?? because.reason.code)
          : null
      const why = [named, told].filter((part) => part !== null).join(' : ')
      return `Votre liste de contacts n’est peut-être plus à jour${why === '' ? '' : ` (${why})`}. Votre propre statut continue comme d’habitude.`
    },
    unread: (unread, all) =>
      unread === 1
        ? `1 sur ${people(all)} n’a pas pu être lue. Le serveur n’a pas répondu pour elle.`
        : `${moments.number(unread)} sur ${people(all)} n’ont pas pu être lues. Le serveur n’a pas répondu pour elles.`,
  },
  announce: {
    live: 'De nouveau en direct',
    notLive: (inSeconds) =>
      inSeconds === null || inSeconds <= 0
        ? 'Pas en direct'
        : `Pas en direct, prochain essai dans ${seconds(inSeconds)}`,
    presencePublished: (state) => `Votre statut : ${state}.`,
    presenceReset: (state) =>
      `De nouveau automatique. Votre statut : ${state}. Les statuts du calendrier peuvent prendre un moment.`,
    notePublished: 'Votre note est publiée.',
    noteCleared: 'Votre note est effacée.',
    found: (count) => counted(count, 'personne trouvée', 'personnes trouvées'),
  },
  failure(because) {
    switch (because.kind) {
      case 'unreachable':
        return 'Le serveur n’a pas pu être joint.'
      case 'serverFailed':
      case 'refused': {
        const words = because.reason.message ?? because.reason.subcode ?? because.reason.code
        const named = trouble(because)
        return words === null ? `Le serveur a répondu ${named}.` : `Le serveur a répondu ${named} : ${words}`
      }
      case 'signedOut':
        return 'Votre session est terminée.'
      case 'applicationGone':
        return 'Le serveur a abandonné ce tableau.'
      case 'replaced':
        return 'Le tableau a continué ailleurs.'
      case 'malformed':
        return `Ce qui a répondu ne parle pas comme Skype for Business Server : ${because.detail}`
    }
  },
  stopped: {
    title: 'Le tableau s’est arrêté.',
    startAgain: 'Redémarrer',
  },

  mine: frMyPresence,
  me: {
    region: 'Moi',
    menu: 'Vous et ce tableau',
    signedInAs: (address) => `Connecté(e) en tant que ${address}`,
    signOut: 'Se déconnecter',
    diagnostics: 'Diagnostic',
    availability: (state) => `Ma disponibilité : ${state}. Modifier`,
    availabilityPending: (state) => `Ma disponibilité : ${state}, enregistrement. Modifier`,
    availabilityStale: (state) => `Ma disponibilité : ${state}`,
    saving: 'enregistrement…',
    automatic: 'Automatique',
    showMeAs: 'Me montrer comme',
    reset: 'Rétablir le statut automatique',
    resetHint: 'Suivre mon calendrier et mon activité. Les statuts du calendrier peuvent prendre un moment.',
    showMe: 'Me montrer',
    showMeHint: 'Les autres voient que vous êtes là',
    watchOnly: 'Observer seulement',
    watchOnlyHint: 'Les autres ne voient pas que vous êtes là',
    onlyWatching: 'Observation seule',
    onlyWatchingHint: 'Vous ne publiez rien d’ici. Pour être visible, choisissez « Me montrer ».',
    whyNot: 'Pas en direct : cela pourra être modifié quand le tableau sera reconnecté.',
    noNote: 'Ajouter une note',
    noNoteReadOnly: 'Aucune note',
    note: 'Note',
    changeNote: 'Modifier la note',
    editNote: 'Note pour tous ceux qui peuvent la voir',
    togetherWith: 'En même temps',
    availabilityUnchanged: 'disponibilité inchangée',
    publish: 'Publier',
    cancel: 'Annuler',
    clearNote: 'Effacer la note',
    reported: 'Votre activité ici est signalée',
    reportedMachine: 'Votre activité sur cet ordinateur est signalée',
    askForMachine: 'Compter mon travail hors de cette page',
    askForMachineHint: 'Votre navigateur vous demande de l’autoriser',
    notReported: 'Votre activité n’est pas signalée',
  },
  publish: {
    refused: (wanted, still) =>
      `Le serveur n’a pas accepté « ${wanted} ». Votre statut est toujours « ${still} ».`,
    refusedUnknown: (wanted) => `Le serveur n’a pas accepté « ${wanted} ».`,
    forbidden: (still) => `Vous ne pouvez pas définir cela ici. Votre statut est toujours « ${still} ».`,
    onlyWatching: 'Vous observez seulement. Choisissez d’abord « Me montrer ».',
    lost: (wanted, still) =>
      `Le serveur n’a pas répondu pour « ${wanted} ». Votre statut est toujours « ${still} ».`,
    overdue: 'Le serveur ne l’a pas encore confirmé.',
    notTaken: (wanted, still) =>
      `Le serveur a pris « ${wanted} », mais ${still === null ? 'ne l’affiche pas' : `vous montre comme « ${still} »`}.`,
    noteNotTaken: 'Le serveur a pris votre note, mais ne l’affiche pas. Votre texte est conservé ici.',
    noteRefused: 'Le serveur n’a pas accepté cette note. Votre texte est conservé ici.',
    noteTooLong: 'Le serveur trouve cette note trop longue. Raccourcissez-la et publiez à nouveau.',
    noteLost: 'Le serveur n’a pas répondu pour votre note. Votre texte est conservé ici.',
    tryAgain: 'Réessayer',
    editAgain: 'La modifier',
    dismiss: 'Ignorer',
  },

  manage: frManage,
  preferences: frPreferences,
  keys: frKeys,
  view: frView,
  watching: frWatching,
  wall: frWall,

  people: {
    region: 'Personnes',
    skip: 'Aller aux personnes',
    list: 'Contacts',
    search: 'Trouver des personnes',
    clearSearch: 'Effacer la recherche',
    filters: 'Afficher',
    all: 'Tous',
    chip: {
      available: 'Disponible',
      busy: 'Occupé(e)',
      doNotDisturb: 'Ne pas déranger',
      away: 'Absent(e)',
      offline: 'Hors connexion',
      unknown: 'Inconnu',
    },
    chipName: (state, count) => `${state}, ${people(count)}`,
    favourites: 'Favoris',
    otherContacts: 'Autres contacts',
    availableOf: (available, all) =>
      `${moments.number(available)} sur ${counted(all, 'disponible', 'disponibles')}`,
    unread: (unread) => counted(unread, 'non lue', 'non lues'),
    count: people,
    groupName: (title, summary) => (summary === '' ? title : `${title}, ${summary}`),
    read: (read, all) => `Personnes lues : ${moments.number(read)} sur ${moments.number(all)}`,
    emptyTitle: 'Personne ici pour l’instant',
    emptyText:
      'Votre liste de contacts est vide. Trouvez un collègue et ajoutez-le ; Skype Entreprise l’affichera aussi.',
    emptyTextElsewhere:
      'Votre liste de contacts est vide. Les personnes que vous ajoutez dans Skype Entreprise apparaissent ici.',
    emptyGroup: 'Ce groupe est vide.',
    nobody: (state) => `Personne n’a le statut « ${state} » en ce moment.`,
    nobodyFound: (searched) => `Personne n’a été trouvé pour « ${searched} ».`,
    nobodyFoundIn: (searched, state) =>
      `Parmi les personnes trouvées pour « ${searched} », aucune n’a le statut « ${state} » en ce moment.`,
    showAll: 'Tout afficher',
    failed: 'Votre liste de contacts n’a pas pu être lue.',
    groupFailed: 'Ce groupe n’a pas pu être lu.',
    tryAgain: 'Réessayer',
    loading: 'Lecture de vos contacts',
  },

  person: frPerson,
  privacy: frPrivacy,

  signIn: {
    title: 'Voir qui est là',
    goOnAs: (address) => `Continuer en tant que ${address}, comme dans votre autre onglet`,
    goOnUnanswered: (address) =>
      `Votre autre onglet ne répond pas. Il a peut-être été fermé. Connectez-vous ici en tant que ${address}.`,
    lead: (company) =>
      company === null
        ? 'Connectez-vous avec votre compte professionnel.'
        : `Connectez-vous avec votre compte ${company}.`,
    address: 'Adresse de connexion',
    password: 'Mot de passe',
    onlyWatch: 'Observer seulement',
    onlyWatchHint: 'Les autres ne voient pas que je suis là',
    submit: 'Se connecter',
    windows: 'Utiliser ma session Windows',
    noPassword: {
      title: 'Pas de mot de passe sur cette page.',
      text: 'Cette page est arrivée en http simple : n’importe qui sur le réseau pourrait y lire un mot de passe.',
      instead: 'Ouvrez-la en https, ou utilisez votre session Windows.',
    },
    page: {
      title: 'Connectez-vous sur la page de votre entreprise',
      text: (host) => `Elle s’ouvre dans une fenêtre à part, sur ${host}.`,
      again: 'Vous n’y êtes pas encore connecté(e).',
      open: 'Ouvrir la page de connexion',
      blocked: 'Ce navigateur n’a pas laissé la fenêtre s’ouvrir. Ouvrez la page par ce lien, puis revenez.',
      done: 'Je m’y suis connecté(e)',
      waiting: 'En attente de votre connexion là-bas',
    },
    cameBack: 'Vous êtes connecté(e). Cette fenêtre peut être fermée.',
    sandbox: 'Bac à sable',
    sandboxHint: 'choisissez une personne, le mot de passe est rempli',
    steps: {
      finding: 'Recherche de votre serveur',
      signingIn: 'Connexion',
      opening: 'Ouverture de votre tableau',
    },
    stepsDone: {
      finding: 'Serveur trouvé',
      signingIn: 'Connexion établie',
      opening: 'Tableau ouvert',
    },
    tryAgain: 'Réessayer',
    back: 'Retour',
    copy: 'Copier',
    copied: 'Copié',
    copyByHand: 'Sélectionner et copier à la main',
    copyReport: 'Copier le rapport complet',
    reportCopied: 'Rapport copié',
    wrongPassword: 'L’adresse ou le mot de passe n’est pas correct. Vérifiez les deux.',
    wrongPasswordOrWindows:
      'L’adresse ou le mot de passe n’est pas correct. Vérifiez les deux, ou utilisez votre session Windows.',
    passwordNeeded: 'Votre serveur demande votre mot de passe.',
    windowsUnasked: 'Votre serveur vous reconnaît par votre session Windows. Utilisez ce bouton.',
    windowsRefused: 'Votre serveur n’a pas accepté la session Windows de cet ordinateur.',
    windowsRefusedHint:
      'Elle fonctionne sur les ordinateurs du domaine de l’entreprise, quand le navigateur est configuré pour l’utiliser avec ce serveur : dans la zone Intranet, ou par la stratégie AuthServerAllowlist. Un navigateur qui bloque les cookies tiers la retient aussi, sauf si cette page se trouve sous le même domaine que le serveur.',
    homedOnline: 'Votre compte est dans le cloud de Microsoft.',
    homedOnlineHint: (host) =>
      `Le serveur de votre entreprise renvoie vers ${host}. Presence Board ne parle qu’aux serveurs de l’entreprise ; regardez plutôt dans Teams.`,
    badAddress:
      'Ce n’est pas une adresse de connexion. Elle ressemble à une adresse e-mail : nom@entreprise.com.',
    notFound: (domain) => `Aucun serveur trouvé pour ${domain}.`,
    notFoundHint: 'Vérifiez l’adresse. Hors du bureau, le VPN est peut-être nécessaire.',
    notFoundAsked: 'Interrogés, sans réponse :',
    unknownPage: {
      title: 'Votre serveur ne connaît pas encore cette page',
      lead: 'Skype Entreprise ne parle qu’aux adresses web de sa liste. Celle-ci manque :',
      refused: 'Le serveur a refusé cette adresse web',
      told: (host, told) => `${host} a répondu 403, ${told}`,
      toldNothing: (host) => `${host} a répondu 403`,
      forAdministrator: 'Pour votre administrateur',
      shell: 'Dans Skype for Business Server Management Shell :',
      effect: 'Prend effet en quelques minutes. Rien n’est à modifier sur cette page.',
    },
    frameRefused: 'La page de connexion du serveur n’a pas pu être ouverte.',
    frameRefusedHint: (url) => `Ouvrez ${url} dans un onglet et cherchez un avertissement de certificat.`,
    noGrant: 'Votre serveur ne propose aucun mode de connexion que cette page connaisse.',
    noGrantOffered: (offered) =>
      offered.length === 0 ? 'Il n’en propose aucun.' : `Il propose : ${offered.join(', ')}.`,
    notTrusted: (origin) => `Votre serveur renvoie vers ${origin}, que cette page ne tient pas pour fiable.`,
    notTrustedHint: (namedBy) =>
      `Cette adresse a été indiquée par ${namedBy}. La personne chargée de cette page peut ajouter le domaine à trustedDomains dans config.json.`,
    notEnabled: 'Ce compte n’est pas activé pour Skype Entreprise.',
    other: {
      finding: 'La recherche de votre serveur n’a pas abouti.',
      signingIn: 'La connexion n’a pas abouti.',
      opening: 'Votre tableau n’a pas pu être ouvert.',
    },
    host: (host) => `Interrogé : ${host}`,
  },
  signInAgain: {
    title: 'Se reconnecter',
    text: (address) =>
      `La session de ${address} est terminée. Le tableau est resté tel quel, et reprendra à votre retour.`,
    failed: 'La connexion n’a pas réussi. Vérifiez le mot de passe et réessayez.',
    openPage: 'Ouvrir la page de connexion',
    donePage: 'Je m’y suis connecté(e)',
    later: 'Plus tard',
    signOut: 'Se déconnecter',
  },
  configuration: {
    title: 'La configuration contient une erreur.',
    hint: 'La personne chargée de cette page peut la corriger. Rechargez ensuite la page.',
  },
}
