import * as v from 'valibot'
import { malformed, NO_REASON, UcwaError, type UcwaFailure } from './errors.ts'
import {
  embeddedIn,
  findLink,
  linkTo,
  parseWith,
  toSipUri,
  type Linked,
  type Resource,
  type SipUri,
} from './hal.ts'
import type { Http } from './http.ts'
import { resourceIn } from './reply.ts'

/** In the order in which they are listed. Source: UCWA reference, "myGroups" and the page of each kind. */
export const GROUP_KINDS = [
  'pinnedGroup',
  'group',
  'distributionGroup',
  'delegatesGroup',
  'delegatorsGroup',
  'myOrganizationGroup',
  'defaultGroup',
] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

export type Group = Linked & {
  /** Stable over applications, unlike the href. */
  readonly id: string
  readonly kind: GroupKind
  readonly name: string
  /** Of a distribution group: where it is written to. Null: the server does not say. */
  readonly address: SipUri | null
  /** The version that its link leads to; from the second on it can be written. Source: "Versioning"; "group2". */
  readonly revision: number
}

const wire = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.nullish(v.string()),
  uri: v.nullish(v.string()),
})

/** Throws `malformed`. */
export function parseGroup(resource: Resource, kind: GroupKind): Group {
  const { id, name, uri } = parseWith(wire, resource.properties, kind)
  return {
    links: resource.links,
    id,
    kind,
    name: name ?? '',
    address: uri ? toSipUri(uri) : null,
    revision: findLink(resource, 'self')?.revision ?? 1,
  }
}

/**
 * The groups embedded in a resource, kind by kind, and within a kind as the server orders them: all in `myGroups`, and
 * distribution groups in `search` and in one another.
 * The version stands at the link that leads to a resource, so at `myGroups`' own link as well as at the group's `self`.
 */
export const groupsIn = (resource: Resource): readonly Group[] =>
  GROUP_KINDS.flatMap((kind) => {
    const linked = resource.links.get(kind) ?? []
    return embeddedIn(resource, kind).map((embedded) => {
      const group = parseGroup(embedded, kind)
      const self = findLink(embedded, 'self')?.href
      const revisions = linked.filter(({ href }) => href === self).map(({ revision }) => revision)
      return { ...group, revision: Math.max(group.revision, ...revisions) }
    })
  })

/**
 * Groups that `myGroups` links and does not embed: they have to be read one by one.
 * Documented both ways; the samples of the walkthroughs embed them all.
 */
export const groupsLinkedIn = (
  myGroups: Resource,
): readonly { readonly kind: GroupKind; readonly link: Linked }[] =>
  GROUP_KINDS.flatMap((kind) => {
    if (embeddedIn(myGroups, kind).length > 0) return []
    return (myGroups.links.get(kind) ?? []).map((link) => ({
      kind,
      link: { links: new Map([['self', [link]]]) },
    }))
  })

/** The version of `myGroups` and of `group` that can be written. Source: "myGroups2", "group2". */
const WRITABLE = 2

/** Source: UCWA reference, "group2" and "myGroups2". */
export const LONGEST_GROUP_NAME = 256

/** Whether one may make groups here. */
export const canCreateGroup = (people: Linked): boolean =>
  (findLink(people, 'myGroups')?.revision ?? 0) >= WRITABLE

/** Whether it may be renamed and deleted: personal groups alone have a version that can. */
export const canChangeGroup = ({ kind, revision }: Group): boolean => kind === 'group' && revision >= WRITABLE

/**
 * 204: an event `group` `added` in `myGroups` follows. Refused with 409 TooManyGroups or AlreadyExists.
 * Source: UCWA reference, "myGroups2", POST.
 */
export async function createGroup(
  http: Http,
  people: Linked,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const href = linkTo(people, 'myGroups')
  await http.send({ method: 'POST', href, json: { displayName: name }, minResourceVersion: WRITABLE }, signal)
}

/**
 * Reads the group first: a PUT plays back every property that came, understood or not, and the ETag as `If-Match`.
 * `from`: what the person who renames it saw it called; refused with 412 when it is called otherwise by now, as when
 * somebody changes it between the two requests: nobody's change is overwritten unseen. Throws `malformed` where it comes
 * without an ETag, on which no PUT could stand. Source: UCWA reference, "group2", PUT; "HTTP".
 */
export async function renameGroup(
  http: Http,
  group: Linked,
  from: string,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const href = linkTo(group, 'self')
  const now = resourceIn(await http.send({ method: 'GET', href, minResourceVersion: WRITABLE }, signal))
  if (now.etag === null) throw malformed('a group without an ETag cannot be written')
  if ((now.properties['name'] ?? '') !== from) throw new UcwaError(CHANGED_SINCE)
  const json = { ...now.properties, name }
  await http.send({ method: 'PUT', href, json, minResourceVersion: WRITABLE, ifMatch: now.etag }, signal)
}

/** As the server would say it. */
const CHANGED_SINCE: UcwaFailure = {
  kind: 'refused',
  status: 412,
  reason: { ...NO_REASON, code: 'PreconditionFailed' },
}

/** Its people stay in the list. Source: UCWA reference, "group2", DELETE. */
export async function deleteGroup(http: Http, group: Linked, signal: AbortSignal): Promise<void> {
  await http.send({ method: 'DELETE', href: linkTo(group, 'self'), minResourceVersion: WRITABLE }, signal)
}
