import type { Pending } from '../../../data/roster.ts'
import type { enManage } from '../en/manage.ts'
import { createMoments } from '../moments.ts'

const moments = createMoments('de-DE')
const people = (count: number): string => `${moments.number(count)} ${count === 1 ? 'Person' : 'Personen'}`

const PENDING: Readonly<Record<Pending, string>> = {
  adding: 'wird hinzugefügt…',
  removing: 'wird entfernt…',
  moving: 'wird verschoben…',
  renaming: 'wird umbenannt…',
}

const LIMITS: ReadonlyMap<string, string> = new Map([
  [
    'LimitExceeded',
    'Ihre Liste ist voll; der Server nimmt niemanden mehr auf. Entfernen Sie zuerst jemanden.',
  ],
  ['TooManyGroups', 'Der Server nimmt keine weitere Gruppe auf. Löschen Sie zuerst eine.'],
  [
    'MigrationInProgress',
    'Ihre Kontakte werden auf einen anderen Server verschoben. Bis dahin können Sie sie ansehen, aber nicht ändern.',
  ],
])

export const deManage: typeof enManage = {
  favouritesHere: 'Favoriten in diesem Browser',
  delegates: 'Meine Stellvertretungen',
  delegators: 'Ich vertrete',
  organization: 'Meine Organisation',
  distributionGroup: 'Verteilergruppe',
  tooBig: 'Diese Gruppe ist zu groß, als dass der Server sie öffnet. Suchen Sie stattdessen nach Namen.',
  mayNotOpen: 'Sie dürfen nicht sehen, wer in dieser Gruppe ist.',
  pending: (pending) => PENDING[pending],

  moreFor: (name) => `Mehr zu ${name}`,
  newGroup: 'Neue Gruppe…',
  addPeople: 'Personen hinzufügen…',
  rename: 'Umbenennen…',
  delete: 'Löschen…',
  groups: 'Gruppen…',
  changeGroups: 'Gruppen ändern…',
  removeFrom: (group) => `Aus ${group} entfernen`,
  removeFromList: 'Von meiner Liste entfernen',
  favourite: 'Favorit in diesem Browser',
  notFavourite: 'Kein Favorit mehr',
  favouriteHint: 'Ihre anderen Geräte wissen davon nichts',
  favouriteNow: (name) => `${name} ist jetzt Favorit in diesem Browser`,
  favouriteNoMore: (name) => `${name} ist kein Favorit mehr in diesem Browser`,
  isFavourite: 'Favorit in diesem Browser',
  whyNot: 'Nicht live: Die Liste lässt sich ändern, sobald das Board wieder verbunden ist.',

  cancel: 'Abbrechen',
  save: 'Speichern',
  close: 'Schließen',
  newGroupTitle: 'Neue Gruppe',
  renameTitle: (name) => `${name} umbenennen`,
  name: 'Name',
  create: 'Anlegen',
  nameMissing: 'Eine Gruppe braucht einen Namen.',
  nameTooLong: (length) => `Höchstens 256 Zeichen, jetzt ${moments.number(length)}.`,
  nameTaken: (name) => `Es gibt schon eine Gruppe namens ${name}.`,
  deleteTitle: (name, size) =>
    size === 0
      ? `${name} löschen?`
      : `${name} löschen? ${people(size)} daraus ${size === 1 ? 'bleibt' : 'bleiben'} auf Ihrer Liste.`,
  deleteIt: 'Löschen',
  groupsOf: (name) => `Gruppen von ${name}`,
  addTitle: (name) => `${name} auf Ihre Liste setzen`,
  add: 'Hinzufügen',
  inGroups: 'In diesen Gruppen',
  andNew: 'Und in einer neuen Gruppe',
  noneLeft: (name) => `In keiner Gruppe: ${name} verlässt Ihre Liste.`,
  addPeopleTitle: (group) => `Personen zu ${group} hinzufügen`,
  findInDirectory: 'Im Verzeichnis suchen',
  addTo: (name, group) => `${name} zu ${group} hinzufügen`,
  alreadyIn: 'in dieser Gruppe',

  yourPeople: 'Ihre Kontakte',
  directory: 'Verzeichnis',
  searching: 'Das Verzeichnis wird durchsucht…',
  more: (shown) => `${moments.number(shown)} gezeigt, es gibt mehr. Schreiben Sie weiter.`,
  directoryFailed: 'Das Verzeichnis antwortet nicht. Ihre eigenen Kontakte sind durchsucht.',
  nobodyInDirectory: (typed) => `Niemand im Verzeichnis zu „${typed}“.`,
  foundBoth: (own, directory) =>
    `${people(own)} auf Ihrer Liste gefunden, ${moments.number(directory)} im Verzeichnis`,
  addToList: (name) => `${name} auf Ihre Liste setzen`,
  onYourList: 'auf Ihrer Liste',
  findPeople: 'Personen finden',

  tryAgain: 'Erneut versuchen',
  changeIt: 'Ändern',
  dismiss: 'Verwerfen',
  done(change, group) {
    switch (change.kind) {
      case 'add':
        return `${change.contact.name} ist jetzt in ${group}.`
      case 'remove':
        return `${change.contact.name} ist nicht mehr in ${group}.`
      case 'removeFromList':
        return `${change.contact.name} ist nicht mehr auf Ihrer Liste.`
      case 'move':
        return `${change.contact.name} ist nach ${group} verschoben.`
      case 'createGroup':
      case 'addGroup':
        return `${group} ist jetzt auf Ihrer Liste.`
      case 'renameGroup':
        return `Die Gruppe heißt jetzt ${group}.`
      case 'deleteGroup':
      case 'removeGroup':
        return `${group} ist nicht mehr auf Ihrer Liste.`
    }
  },
  notDone(change, group) {
    switch (change.kind) {
      case 'add':
        return `${change.contact.name} wurde nicht zu ${group} hinzugefügt.`
      case 'remove':
        return `${change.contact.name} wurde nicht aus ${group} entfernt.`
      case 'removeFromList':
        return `${change.contact.name} wurde nicht von Ihrer Liste entfernt.`
      case 'move':
        return `${change.contact.name} wurde nicht nach ${group} verschoben.`
      case 'createGroup':
        return `${group} wurde nicht angelegt.`
      case 'addGroup':
        return `${group} wurde nicht auf Ihre Liste gesetzt.`
      case 'renameGroup':
        return `${change.group.name} wurde nicht in ${group} umbenannt.`
      case 'deleteGroup':
        return `${group} wurde nicht gelöscht.`
      case 'removeGroup':
        return `${group} wurde nicht von Ihrer Liste entfernt.`
    }
  },
  overdue: 'Der Server hat das noch nicht bestätigt.',
  whyRefused(change, because, group) {
    if (because.kind !== 'refused' && because.kind !== 'serverFailed')
      return 'Vom Server war nichts zu hören.'
    const { subcode } = because.reason
    if (subcode === 'AlreadyExists' && 'contact' in change) return `${change.contact.name} ist schon da.`
    if (subcode === 'AlreadyExists') return `Es gibt schon eine Gruppe namens ${group}.`
    const limit = LIMITS.get(subcode ?? '')
    if (limit !== undefined) return limit
    switch (because.status) {
      case 403:
        return 'Sie dürfen das nicht ändern.'
      case 404:
        return 'Es ist nicht mehr da: Ein anderes Programm war schneller.'
      case 412:
        return 'Jemand hat es zur selben Zeit geändert.'
      default:
        return null
    }
  },
}
