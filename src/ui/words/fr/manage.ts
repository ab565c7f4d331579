import type { Pending } from '../../../data/roster.ts'
import type { enManage } from '../en/manage.ts'
import { createMoments } from '../moments.ts'
import { counted } from './counted.ts'

const moments = createMoments('fr-FR')
const people = (count: number): string => counted(count, 'personne', 'personnes')

const PENDING: Readonly<Record<Pending, string>> = {
  adding: 'ajout…',
  removing: 'retrait…',
  moving: 'déplacement…',
  renaming: 'changement de nom…',
}

const LIMITS: ReadonlyMap<string, string> = new Map([
  [
    'LimitExceeded',
    'Votre liste est pleine ; le serveur n’accepte plus personne. Retirez d’abord quelqu’un.',
  ],
  ['TooManyGroups', 'Le serveur n’accepte plus de groupe. Supprimez-en d’abord un.'],
  [
    'MigrationInProgress',
    'Vos contacts sont en cours de transfert vers un autre serveur. D’ici là, vous pouvez les voir, mais pas les modifier.',
  ],
])

export const frManage: typeof enManage = {
  favouritesHere: 'Favoris de ce navigateur',
  delegates: 'Mes délégués',
  delegators: 'Je suis délégué(e) de',
  organization: 'Mon organisation',
  distributionGroup: 'groupe de distribution',
  tooBig: 'Ce groupe est trop grand pour que le serveur l’ouvre. Cherchez-y plutôt par nom.',
  mayNotOpen: 'Vous ne pouvez pas voir qui fait partie de ce groupe.',
  pending: (pending) => PENDING[pending],

  moreFor: (name) => `Autres actions pour ${name}`,
  newGroup: 'Nouveau groupe…',
  addPeople: 'Ajouter des personnes…',
  rename: 'Renommer…',
  delete: 'Supprimer…',
  groups: 'Groupes…',
  changeGroups: 'Changer de groupes…',
  removeFrom: (group) => `Retirer du groupe ${group}`,
  removeFromList: 'Retirer de ma liste',
  favourite: 'Favori dans ce navigateur',
  notFavourite: 'Ne plus être un favori',
  favouriteHint: 'Vos autres appareils n’en savent rien',
  favouriteNow: (name) => `${name} fait partie de vos favoris dans ce navigateur`,
  favouriteNoMore: (name) => `${name} ne fait plus partie de vos favoris dans ce navigateur`,
  isFavourite: 'favori dans ce navigateur',
  whyNot: 'Pas en direct : la liste pourra être modifiée quand le tableau sera reconnecté.',

  cancel: 'Annuler',
  save: 'Enregistrer',
  close: 'Fermer',
  newGroupTitle: 'Nouveau groupe',
  renameTitle: (name) => `Renommer ${name}`,
  name: 'Nom',
  create: 'Créer',
  nameMissing: 'Un groupe a besoin d’un nom.',
  nameTooLong: (length) => `256 caractères au plus, ${moments.number(length)} pour l’instant.`,
  nameTaken: (name) => `Il existe déjà un groupe nommé ${name}.`,
  deleteTitle: (name, size) =>
    size === 0
      ? `Supprimer ${name} ?`
      : `Supprimer ${name} ? ${people(size)} de ce groupe ${size === 1 ? 'reste' : 'restent'} dans votre liste.`,
  deleteIt: 'Supprimer',
  groupsOf: (name) => `Groupes où se trouve ${name}`,
  addTitle: (name) => `Ajouter ${name} à votre liste`,
  add: 'Ajouter',
  inGroups: 'Dans ces groupes',
  andNew: 'Et dans un nouveau groupe',
  noneLeft: (name) => `Dans aucun groupe : ${name} quitte votre liste.`,
  addPeopleTitle: (group) => `Ajouter des personnes au groupe ${group}`,
  findInDirectory: 'Chercher dans l’annuaire',
  addTo: (name, group) => `Ajouter ${name} au groupe ${group}`,
  alreadyIn: 'dans ce groupe',

  yourPeople: 'Vos contacts',
  directory: 'Annuaire',
  searching: 'Recherche dans l’annuaire…',
  more: (shown) =>
    `${counted(shown, 'personne affichée', 'personnes affichées')}, il y en a d’autres. Continuez à taper.`,
  directoryFailed: 'L’annuaire ne répond pas. La recherche porte sur vos propres contacts.',
  nobodyInDirectory: (typed) => `Personne dans l’annuaire pour « ${typed} ».`,
  foundBoth: (own, directory) =>
    `${counted(own, 'personne trouvée', 'personnes trouvées')} dans votre liste, ${moments.number(directory)} dans l’annuaire`,
  addToList: (name) => `Ajouter ${name} à votre liste`,
  onYourList: 'dans votre liste',
  findPeople: 'Trouver des personnes',

  tryAgain: 'Réessayer',
  changeIt: 'Modifier',
  dismiss: 'Ignorer',
  done(change, group) {
    switch (change.kind) {
      case 'add':
        return `${change.contact.name} est maintenant dans ${group}.`
      case 'remove':
        return `${change.contact.name} n’est plus dans ${group}.`
      case 'removeFromList':
        return `${change.contact.name} n’est plus dans votre liste.`
      case 'move':
        return `${change.contact.name} est passé(e) dans ${group}.`
      case 'createGroup':
      case 'addGroup':
        return `${group} est maintenant dans votre liste.`
      case 'renameGroup':
        return `Le groupe s’appelle maintenant ${group}.`
      case 'deleteGroup':
      case 'removeGroup':
        return `${group} n’est plus dans votre liste.`
    }
  },
  notDone(change, group) {
    switch (change.kind) {
      case 'add':
        return `${change.contact.name} n’a pas été ajouté(e) à ${group}.`
      case 'remove':
        return `${change.contact.name} n’a pas été retiré(e) du groupe ${group}.`
      case 'removeFromList':
        return `${change.contact.name} n’a pas été retiré(e) de votre liste.`
      case 'move':
        return `${change.contact.name} n’a pas été déplacé(e) vers ${group}.`
      case 'createGroup':
        return `Le groupe ${group} n’a pas été créé.`
      case 'addGroup':
        return `Le groupe ${group} n’a pas été ajouté à votre liste.`
      case 'renameGroup':
        return `Le groupe ${change.group.name} n’a pas été renommé en ${group}.`
      case 'deleteGroup':
        return `Le groupe ${group} n’a pas été supprimé.`
      case 'removeGroup':
        return `Le groupe ${group} n’a pas été retiré de votre liste.`
    }
  },
  overdue: 'Le serveur ne l’a pas encore confirmé.',
  whyRefused(change, because, group) {
    if (because.kind !== 'refused' && because.kind !== 'serverFailed') return 'Le serveur n’a pas répondu.'
    const { subcode } = because.reason
    if (subcode === 'AlreadyExists' && 'contact' in change) return `${change.contact.name} s’y trouve déjà.`
    if (subcode === 'AlreadyExists') return `Il existe déjà un groupe nommé ${group}.`
    const limit = LIMITS.get(subcode ?? '')
    if (limit !== undefined) return limit
    switch (because.status) {
      case 403:
        return 'Vous ne pouvez pas modifier cela.'
      case 404:
        return 'Ce n’est plus là : une autre application a été plus rapide.'
      case 412:
        return 'Quelqu’un l’a modifié en même temps.'
      default:
        return null
    }
  },
}
