import * as v from 'valibot'
import { embeddedIn, parseWith, type Linked, type Resource } from './hal.ts'

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
}

const wire = v.object({ id: v.pipe(v.string(), v.nonEmpty()), name: v.nullish(v.string()) })

/** Throws `malformed`. */
export function parseGroup(resource: Resource, kind: GroupKind): Group {
  const { id, name } = parseWith(wire, resource.properties, kind)
  return { links: resource.links, id, kind, name: name ?? '' }
}

/** The groups embedded in `myGroups`, kind by kind, and within a kind as the server orders them. */
export const groupsIn = (myGroups: Resource): readonly Group[] =>
  GROUP_KINDS.flatMap((kind) => embeddedIn(myGroups, kind).map((resource) => parseGroup(resource, kind)))

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
