import type { Group } from './groups.ts'
import { hasLink, linkTo } from './hal.ts'
import type { Http } from './http.ts'

/** Both are about distribution groups alone, which come from the directory and are nobody's to change. */
export const canAddToList = (group: Group): boolean => hasLink(group, 'addToContactList')
export const canRemoveFromList = (group: Group): boolean => hasLink(group, 'removeFromContactList')

/**
 * Documented: the group is named by its mail address. Assumed: its `uri` without the scheme, since it has no other.
 * Source: UCWA reference, "addToContactList".
 */
export async function addToContactList(http: Http, group: Group, signal: AbortSignal): Promise<void> {
  const smtpAddress = (group.address ?? group.id).replace(/^(sip|smtp|mailto):/, '')
  await http.post(linkTo(group, 'addToContactList'), { displayName: group.name, smtpAddress }, signal)
}

/** Source: UCWA reference, "removeFromContactList". */
export async function removeFromContactList(http: Http, group: Group, signal: AbortSignal): Promise<void> {
  await http.post(linkTo(group, 'removeFromContactList'), { groupId: group.id }, signal)
}
