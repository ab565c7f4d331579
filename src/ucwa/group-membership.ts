import {
  embeddedIn,
  findLink,
  linkTo,
  withQuery,
  type Href,
  type Linked,
  type Resource,
  type SipUri,
} from './hal.ts'
import type { Http } from './http.ts'
import { GROUP_KINDS, type GroupKind } from './groups.ts'

/** One person in one group. Source: UCWA reference, "myGroupMembership2". */
export type GroupMembership = {
  readonly href: Href
  /** Null: the server does not say. */
  readonly contact: Href | null
  readonly group: Href | null
  readonly kind: GroupKind | null
}

/** The version of `myGroupMemberships` that can be written. Source: "myGroupMemberships2". */
const WRITABLE = 2

/** Whether people may be put into groups and taken out of them. */
export const canChangeMembers = (people: Linked): boolean =>
  (findLink(people, 'myGroupMemberships')?.revision ?? 0) >= WRITABLE

/** Skips what has no address of its own, and so cannot be written. */
export const membershipsIn = (collection: Resource): readonly GroupMembership[] =>
  embeddedIn(collection, 'myGroupMembership').flatMap((membership) => {
    const self = findLink(membership, 'self')
    if (self === null) return []
    const kind = GROUP_KINDS.find((one) => findLink(membership, one) !== null) ?? null
    const group = kind === null ? null : findLink(membership, kind)
    const contact = findLink(membership, 'contact')?.href ?? null
    return [{ href: self.href, contact, group: group?.href ?? null, kind }]
  })

/** Where memberships are: all of them, or those of one group. */
export const membershipsHref = (people: Linked, groupId: string | null): Href => {
  const href = linkTo(people, 'myGroupMemberships')
  return groupId === null ? href : withQuery(href, { groupId })
}

/** Read with the version whose memberships can be removed. */
export const readMemberships = (http: Http, href: Href, signal: AbortSignal) =>
  http.send({ method: 'GET', href, minResourceVersion: WRITABLE }, signal)

/**
 * Null puts them where the server puts people by default. Refused with 409 AlreadyExists or LimitExceeded.
 * Source: UCWA reference, "myGroupMemberships2", POST.
 */
export async function addToGroup(
  http: Http,
  people: Linked,
  contactUri: SipUri,
  groupId: string | null,
  signal: AbortSignal,
): Promise<void> {
  const href = linkTo(people, 'myGroupMemberships')
  const json = { contactUri, ...(groupId === null ? {} : { groupId }) }
  await http.send({ method: 'POST', href, json, minResourceVersion: WRITABLE }, signal)
}

/** Refused with 404 when they are not in that group any more. Source: UCWA reference, "myGroupMembership2", DELETE. */
export async function removeMembership(
  http: Http,
  { href }: GroupMembership,
  signal: AbortSignal,
): Promise<void> {
  await http.send({ method: 'DELETE', href, minResourceVersion: WRITABLE }, signal)
}

/**
 * Takes somebody off the list, out of every group of the person's own.
 * Documented: the operation; which resource links to it is not. Assumed: `myGroupMemberships`, below which the sample
 * has it. Source: UCWA reference, "removeContactFromAllGroups2".
 */
export async function removeFromAllGroups(
  http: Http,
  memberships: Linked,
  contactUri: SipUri,
  signal: AbortSignal,
): Promise<void> {
  const href = linkTo(memberships, 'removeContactFromAllGroups')
  await http.send({ method: 'POST', href, json: { contactUri }, minResourceVersion: WRITABLE }, signal)
}
