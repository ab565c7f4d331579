import type { QueryKey } from '@tanstack/react-query'
import type { UcwaEvent } from '../ucwa/events.ts'
import { GROUP_KINDS } from '../ucwa/groups.ts'
import type { Href } from '../ucwa/hal.ts'

type OwnerOf = (href: Href) => string | null

/** A group's own name is told by `myGroups`; who is in it is a resource of its own. UCWA reference, "group", Links. */
const OF_A_GROUP = ['myGroups', 'groupContacts']

/** Which families show what a rel stands for, where that is not the family of its own name. One line, one source. */
const SHOWN_BY: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['me', ['me', 'presence', 'note', 'location']], // out of lurker mode, these come into being. "me", Events.
  ['contact', ['groupContacts', 'contact']], // names and titles come embedded there. "groupContacts", Links.
  ['myContacts', ['groupContacts']], // who leaves the list leaves every group. "myContacts", Events.
  ['contactPrivacyRelationship', ['contactPrivacyRelationship', 'myPrivacyRelationships']], // the list by level
  ['myPrivacyRelationship', ['myPrivacyRelationships']], // is embedded there. "myPrivacyRelationships", Links.
  ['phone', ['phones']], // embedded. "phones", Links.
  ...GROUP_KINDS.map((kind) => [kind, OF_A_GROUP] as const),
  ['distributionGroup', [...OF_A_GROUP, 'groupsWithin']],
])

/** Kept for each, by whose it is. All other families are one's own, and single. */
const OWNED = new Set([
  'groupContacts',
  'contactPresence',
  'contactNote',
  'contactLocation',
  'contactSupportedModalities',
  'contactPrivacyRelationship',
])

/**
 * What an event makes stale: `[family]` for all of a family, `[family, whose]` for one of it.
 * Total: a rel we do not cache matches nothing, and an owner we cannot name costs a wider read, never a missed one.
 */
export function staleAfter(event: UcwaEvent, ownerOf: OwnerOf): QueryKey[] {
  const { target, type } = event
  if (target.rel === 'photo' || target.rel === 'contactPhoto') return [['photo', target.href]]
  // Into lurker mode, or out of it: the links of `me` say so. "presence", Events.
  if (target.rel === 'presence' && type !== 'updated') return [['me'], ['presence'], ['note'], ['location']]
  // What joins or leaves changes the collection; what is merely updated does not ("Events in UCWA", `in`).
  const collection =
    type === 'updated' || event.in === null ? [] : staleThrough(event.in.rel, event.in.href, ownerOf)
  const isMember = target.rel === 'contact' && collection.length > 0 // the collection says it better
  return [...(isMember ? [] : staleThrough(target.rel, target.href, ownerOf)), ...collection]
}

function staleThrough(rel: string, href: Href, ownerOf: OwnerOf): QueryKey[] {
  const isPerson = rel === 'contact' // whose SIP URI names no group
  const owner = isPerson ? null : ownerOf(href)
  return (SHOWN_BY.get(rel) ?? [rel]).map((family) =>
    OWNED.has(family) && owner !== null ? [family, owner] : [family],
  )
}
