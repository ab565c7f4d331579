import type { CardPart, GrantedLevel } from '../../../ucwa/privacy-level.ts'
import type { enPerson, enPrivacy } from '../en/person.ts'
import { createMoments } from '../moments.ts'
import { since } from './grammar.ts'
import { counted } from './counted.ts'

const moments = createMoments('fr-FR')
const people = (count: number): string => counted(count, 'personne', 'personnes')

const MODALITIES: ReadonlyMap<string, string> = new Map([
  ['Messaging', 'Conversation'],
  ['Audio', 'Appels'],
  ['Video', 'Vidéo'],
  ['PanoramicVideo', 'Vidéo panoramique'],
  ['PhoneAudio', 'Téléphone'],
])

const DEVICES: ReadonlyMap<string, string> = new Map([
  ['PC', 'sur un PC'],
  ['Mobile', 'sur un mobile'],
  ['DeskPhone', 'sur un téléphone de bureau'],
  ['Web', 'dans un navigateur'],
])

const DEVICE_WORDS: ReadonlyMap<string, string> = new Map([
  ['PC', 'PC'],
  ['Mobile', 'Mobile'],
  ['DeskPhone', 'Téléphone de bureau'],
  ['Web', 'Navigateur'],
])

const device = (type: string): string => DEVICES.get(type) ?? type

const LEVELS: Readonly<Record<GrantedLevel, string>> = {
  External: 'Contacts externes',
  Colleagues: 'Collègues',
  Workgroup: 'Groupe de travail',
  FriendsAndFamily: 'Amis et famille',
  Blocked: 'Contacts bloqués',
}
const AS_LEVEL: Readonly<Record<GrantedLevel, string>> = {
  External: 'comme un contact externe',
  Colleagues: 'comme un collègue',
  Workgroup: 'comme votre groupe de travail',
  FriendsAndFamily: 'comme vos amis et votre famille',
  Blocked: 'hors connexion, comme un contact bloqué',
}
const LEVEL_HINTS: Readonly<Record<GrantedLevel, string>> = {
  External: 'Les personnes d’autres entreprises, sauf choix contraire de votre part.',
  Colleagues: 'Tout le monde dans votre entreprise, sauf choix contraire de votre part.',
  Workgroup: 'Vos proches collaborateurs. Ils peuvent vous interrompre quand vous êtes en Ne pas déranger.',
  FriendsAndFamily: 'Les personnes qui peuvent voir tous vos numéros.',
  Blocked: 'Ils voient votre nom et votre adresse e-mail, rien d’autre, et ne peuvent pas vous joindre ici.',
}
const PARTS: Readonly<Record<CardPart, string>> = {
  availability: 'Disponibilité',
  activity: 'Activité',
  title: 'Fonction, entreprise, photo',
  workPhone: 'Bureau et téléphone professionnel',
  mobilePhone: 'Téléphone mobile',
  homePhone: 'Téléphone personnel et autre',
  note: 'Note',
  location: 'Emplacement',
  device: 'Appareil',
  lastActive: 'Dernière activité',
  meetingSubject: 'Objet de la réunion',
}

export const frPerson: typeof enPerson = {
  close: 'Fermer',
  back: 'Retour',
  since,
  sinceLong: (atMs, nowMs) => {
    const minutes = Math.floor((nowMs - atMs) / 60_000)
    if (minutes < 1) return ''
    return minutes < 60 ? `depuis ${moments.number(minutes)} min` : since(atMs, nowMs)
  },
  external: 'Contact externe',
  publicCloud: 'Contact extérieur à toute entreprise',
  notOnList: 'Absent de votre liste de contacts',
  blocked: 'Vous avez bloqué cette personne. Elle vous voit hors connexion.',
  ownState: (state) => `Son propre statut : ${state}`,
  actions: 'Joindre',
  chat: 'Conversation',
  call: 'Appel',
  mail: 'E-mail',
  details: 'Coordonnées',
  location: 'Emplacement',
  office: 'Bureau',
  lastActive: 'Dernière activité',
  device: 'Appareil',
  activeNow: 'maintenant',
  activeOn: (when, type) => `${when}, ${device(type)}`,
  deviceWord: (type) => DEVICE_WORDS.get(type) ?? type,
  reachableBy: 'Joignable par',
  modality: (type) => MODALITIES.get(type) ?? type,
  list: (texts) => texts.join(', '),
  email: 'E-mail',
  workPhone: 'Téléphone professionnel',
  mobilePhone: 'Téléphone mobile',
  homePhone: 'Téléphone personnel',
  otherPhone: 'Autre téléphone',
  callBy: 'Appeler par',
  skype: 'Skype Entreprise',
  extension: (number) => `poste ${number}`,
  address: 'Adresse de conversation',
  groups: 'Groupes',
  copy: (what) => `Copier : ${what}`,
  copied: (what) => `Copié : ${what}`,
  failed: 'Tout n’a pas pu être lu au sujet de cette personne.',
}

export const frPrivacy: typeof enPrivacy = {
  title: 'Qui voit quoi de moi',
  open: 'Qui voit quoi de moi',
  openHint: 'Confidentialité, mes téléphones',
  close: 'Fermer',
  seesYou: (name) => `${name} vous voit`,
  level: (level) => LEVELS[level],
  asLevel: (level) => AS_LEVEL[level],
  levelHint: (level) => LEVEL_HINTS[level],
  unknownLevel: 'selon la décision du serveur',
  count: people,
  levelName: (level, count) => `${level}, ${count}`,
  saving: 'enregistrement…',
  overdue: 'Le serveur ne l’a pas encore confirmé.',
  reset: 'Revenir au niveau automatique',
  preview: 'Aperçu de ma carte',
  shown: 'Est visible',
  parts: (shows, part) => (shows ? `${part} : visible` : `${part} : masqué`),
  mayBeShown: (part) => `${part} : peut être visible`,
  mayBe: 'Un point signifie que les documents de Microsoft se contredisent, et que votre serveur décide.',
  part: (part) => PARTS[part],
  set: (name, level) => `${name} vous voit désormais ${AS_LEVEL[level]}.`,
  wasReset: (name) => `Le serveur décide à nouveau de ce que voit ${name}.`,
  failed: 'Ce que cette personne peut voir n’a pas pu être lu.',
  block: {
    title: (name) => `Bloquer ${name} ?`,
    text: 'Cette personne vous verra hors connexion et ne pourra pas vous joindre ici. Elle n’en est pas avertie.',
    yes: 'Bloquer',
    no: 'Annuler',
  },
  trouble: {
    changed: (now) => `Quelqu’un a modifié cela en même temps. Maintenant : ${now}.`,
    storm: (now) =>
      `Le serveur indique chaque fois que quelqu’un vient de modifier cela, et n’a rien accepté. Toujours : ${now}.`,
    anyway: (level) => `Choisir ${level} quand même`,
    forbidden: 'Vous ne pouvez pas modifier cela pour cette personne.',
    refused: (now) => `Le serveur ne l’a pas accepté. Toujours : ${now}.`,
    lost: (now) => `Le serveur n’a pas répondu à ce sujet. Toujours : ${now}.`,
    tryAgain: 'Réessayer',
    dismiss: 'Ignorer',
  },
  card: {
    title: 'On vous voit ainsi',
    hint: 'D’après ce que Microsoft documente pour ce niveau, et ce que vous publiez maintenant.',
    nothing: 'Hors connexion, et rien d’autre',
    notPublished: 'Vous observez seulement : personne ne voit de statut de vous depuis ici.',
    name: (level) => `Ma carte pour le niveau ${level}`,
  },
  people: 'Personnes à ce niveau',
  nobody: 'Personne n’est placé à ce niveau.',
  noList: 'Votre serveur ne propose pas la liste des personnes de chaque niveau.',
  whoeverElse: 'Qui n’est placé à aucun niveau ici voit ce que votre serveur montre de lui-même.',
  phones: {
    title: 'Mes téléphones',
    hint: 'Les numéros de votre carte sont vus par les niveaux qui y ont droit.',
    none: 'Votre serveur n’indique aucun téléphone à vous.',
    type: (type) => PHONE_TYPES.get(type) ?? type,
    noNumber: 'Aucun numéro',
    onCard: 'Sur ma carte',
    isOnCard: 'Sur votre carte',
    isNotOnCard: 'Pas sur votre carte',
    onCardName: (type) => `${type} sur ma carte`,
    change: 'Modifier',
    changeName: (type) => `Modifier le numéro : ${type}`,
    number: (type) => `Numéro : ${type}`,
    save: 'Enregistrer',
    cancel: 'Annuler',
    tooLong: (most, now) =>
      `${moments.number(most)} caractères au plus, ${moments.number(now)} pour l’instant.`,
    notANumber: 'Selon le serveur, ce n’est pas un numéro de téléphone.',
    readOnly: 'Ce numéro est défini par l’annuaire de votre entreprise.',
    notAllowed: 'Votre compte ne peut pas modifier ses téléphones.',
    refused: 'Le serveur ne l’a pas accepté.',
    lost: 'Le serveur n’a pas répondu à ce sujet.',
  },
}

const PHONE_TYPES: ReadonlyMap<string, string> = new Map([
  ['Work', 'Téléphone professionnel'],
  ['Home', 'Téléphone personnel'],
  ['Mobile', 'Téléphone mobile'],
  ['Other', 'Autre téléphone'],
])
