import { FAVOURITES_HERE } from '../../data/roster.ts'
import type { Group, GroupKind } from '../../ucwa/groups.ts'
import type { Words } from '../words/words.ts'

/** The groups that the server keeps by itself have names of ours; its own for them is in its language, or "~". */
export function groupTitle({ id, kind, name }: Group, words: Words): string {
  if (id === FAVOURITES_HERE) return words.manage.favouritesHere
  return ownNames(words)[kind] ?? name
}

const ownNames = ({ people, manage }: Words): Partial<Record<GroupKind, string>> => ({
  pinnedGroup: people.favourites,
  defaultGroup: people.otherContacts,
  delegatesGroup: manage.delegates,
  delegatorsGroup: manage.delegators,
  myOrganizationGroup: manage.organization,
})
