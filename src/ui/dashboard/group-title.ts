import type { Group } from '../../ucwa/groups.ts'
import type { Words } from '../words/words.ts'

/** The two groups that the server keeps by itself have names of ours. */
export function groupTitle(group: Group, words: Words): string {
  if (group.kind === 'pinnedGroup') return words.people.favourites
  return group.kind === 'defaultGroup' ? words.people.otherContacts : group.name
}
