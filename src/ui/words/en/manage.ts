import type { ListChange } from '../../../data/list-change.ts'
import type { Pending } from '../../../data/roster.ts'
import type { UcwaFailure } from '../../../ucwa/errors.ts'
import { createMoments } from '../moments.ts'

const moments = createMoments('en-GB')
const plural = new Intl.PluralRules('en-GB')
const people = (count: number): string =>
  `${moments.number(count)} ${plural.select(count) === 'one' ? 'person' : 'people'}`

const PENDING: Readonly<Record<Pending, string>> = {
  adding: 'adding…',
  removing: 'removing…',
  moving: 'moving…',
  renaming: 'renaming…',
}

const LIMITS: ReadonlyMap<string, string> = new Map([
  ['LimitExceeded', 'Your list is full; the server takes no more people. Remove somebody first.'],
  ['TooManyGroups', 'The server takes no more groups. Delete one first.'],
  [
    'MigrationInProgress',
    'Your contacts are being moved to another server. You can look, but not change them until that is done.',
  ],
])

/** Somebody's own list: its groups, what is done to it, and what the directory finds. */
export const enManage = {
  favouritesHere: 'Favourites in this browser',
  delegates: 'My delegates',
  delegators: 'I am a delegate of',
  organization: 'My organisation',
  /** After the name of one that is closed, in place of how many are available. */
  distributionGroup: 'distribution group',
  tooBig: 'This group is too big for the server to open. Search in it by name instead.',
  mayNotOpen: 'You may not see who is in this group.',
  pending: (pending: Pending): string => PENDING[pending],

  moreFor: (name: string): string => `More for ${name}`,
  newGroup: 'New group…',
  addPeople: 'Add people…',
  rename: 'Rename…',
  delete: 'Delete…',
  groups: 'Groups…',
  changeGroups: 'Change groups…',
  removeFrom: (group: string): string => `Remove from ${group}`,
  removeFromList: 'Remove from my list',
  favourite: 'Favourite in this browser',
  notFavourite: 'No favourite any more',
  favouriteHint: 'Your other devices do not know of it',
  favouriteNow: (name: string): string => `${name} is a favourite in this browser`,
  favouriteNoMore: (name: string): string => `${name} is no longer a favourite in this browser`,
  isFavourite: 'favourite in this browser',
  whyNot: 'Not live: the list can be changed when the board is connected again.',

  cancel: 'Cancel',
  save: 'Save',
  close: 'Close',
  newGroupTitle: 'New group',
  renameTitle: (name: string): string => `Rename ${name}`,
  name: 'Name',
  create: 'Create',
  nameMissing: 'A group needs a name.',
  nameTooLong: (length: number): string => `256 characters at most, ${moments.number(length)} now.`,
  nameTaken: (name: string): string => `There is already a group called ${name}.`,
  deleteTitle: (name: string, size: number): string =>
    size === 0 ? `Delete ${name}?` : `Delete ${name}? Its ${people(size)} stay in your list.`,
  deleteIt: 'Delete',
  groupsOf: (name: string): string => `Groups of ${name}`,
  addTitle: (name: string): string => `Add ${name} to your list`,
  add: 'Add',
  inGroups: 'In these groups',
  andNew: 'And in a new group',
  noneLeft: (name: string): string => `In no group: ${name} leaves your list.`,
  addPeopleTitle: (group: string): string => `Add people to ${group}`,
  findInDirectory: 'Find in the directory',
  addTo: (name: string, group: string): string => `Add ${name} to ${group}`,
  alreadyIn: 'in this group',

  yourPeople: 'Your people',
  directory: 'Directory',
  searching: 'Searching the directory…',
  more: (shown: number): string => `${moments.number(shown)} shown, there are more. Type on.`,
  directoryFailed: 'The directory does not answer. Your own people are searched.',
  nobodyInDirectory: (typed: string): string => `Nobody in the directory for “${typed}”.`,
  foundBoth: (own: number, directory: number): string =>
    `${people(own)} found in your list, ${moments.number(directory)} in the directory`,
  addToList: (name: string): string => `Add ${name} to your list`,
  onYourList: 'on your list',
  findPeople: 'Find people',

  tryAgain: 'Try again',
  changeIt: 'Change it',
  dismiss: 'Dismiss',
  done(change: ListChange, group: string): string {
    switch (change.kind) {
      case 'add':
        return `${change.contact.name} is in ${group} now.`
      case 'remove':
        return `${change.contact.name} is not in ${group} any more.`
      case 'removeFromList':
        return `${change.contact.name} is not on your list any more.`
      case 'move':
        return `${change.contact.name} has moved to ${group}.`
      case 'createGroup':
      case 'addGroup':
        return `${group} is on your list now.`
      case 'renameGroup':
        return `The group is called ${group} now.`
      case 'deleteGroup':
      case 'removeGroup':
        return `${group} is not on your list any more.`
    }
  },
  notDone(change: ListChange, group: string): string {
    switch (change.kind) {
      case 'add':
        return `${change.contact.name} was not added to ${group}.`
      case 'remove':
        return `${change.contact.name} was not removed from ${group}.`
      case 'removeFromList':
        return `${change.contact.name} was not removed from your list.`
      case 'move':
        return `${change.contact.name} was not moved to ${group}.`
      case 'createGroup':
        return `The group ${group} was not made.`
      case 'addGroup':
        return `${group} was not added to your list.`
      case 'renameGroup':
        return `${change.group.name} was not renamed to ${group}.`
      case 'deleteGroup':
        return `${group} was not deleted.`
      case 'removeGroup':
        return `${group} was not removed from your list.`
    }
  },
  overdue: 'The server has not confirmed this yet.',
  /** Null: in no words of ours; the server's own follow. */
  whyRefused(change: ListChange, because: UcwaFailure, group: string): string | null {
    if (because.kind !== 'refused' && because.kind !== 'serverFailed') return 'The server was not heard.'
    const { subcode } = because.reason // MigrationInProgress comes with a 500, the others with a 409
    if (subcode === 'AlreadyExists' && 'contact' in change) return `${change.contact.name} is there already.`
    if (subcode === 'AlreadyExists') return `There is already a group called ${group}.`
    const limit = LIMITS.get(subcode ?? '')
    if (limit !== undefined) return limit
    switch (because.status) {
      case 403:
        return 'You may not change this.'
      case 404:
        return 'It is not there any more: another client was sooner.'
      case 412:
        return 'Somebody changed it at the same time.'
      default:
        return null
    }
  },
}
