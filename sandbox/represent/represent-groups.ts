import { etagOf } from '../wire/etag.ts'
import { type Json } from '../wire/http.ts'
import { type Group, type Person, type Uri } from '../world/world-model.ts'
import { contactResource, passThroughName } from './represent-contact.ts'
import { type View } from './represent-view.ts'

/** The lists: whom the user has on them, in which groups. */

/** Contacts embedded, or as links when `expand=false` asks for that (UCWA reference, "myContacts", `expand`). */
export function contactsResource(
  view: View,
  rel: 'myContacts' | 'groupContacts',
  self: string,
  people: readonly Person[],
  isExpanded: boolean,
): Json {
  const { hrefs } = view.application
  return isExpanded
    ? {
        _links: { self: { href: self } },
        _embedded: { contact: people.map(({ uri }) => contactResource(view, uri)) },
        rel,
      }
    : {
        _links: { self: { href: self }, contact: people.map(({ uri }) => ({ href: hrefs.contact(uri) })) },
        rel,
      }
}

/**
 * Source: UCWA reference, "group2", "pinnedGroup", "defaultGroup"; `SubscribeToThePresenceOfAGroupOfContacts.md`.
 * A personal group alone can be changed: it is of revision 2, with its ETag and the property of random name that a PUT
 * must play back (`PayloadFormat.md`).
 */
export function groupResource({ application: { hrefs, id: application } }: View, group: Group): Json {
  const { id, name, kind } = group
  const isPersonal = kind === 'group'
  const own: Json = {
    id,
    name,
    ...(isPersonal ? { [passThroughName(application)]: 'please pass this in a PUT request' } : {}),
  }
  return {
    ...own,
    _links: {
      self: { href: hrefs.group(id), ...(isPersonal ? REVISION_2 : {}) },
      groupContacts: { href: hrefs.groupContacts(id) },
      subscribeToGroupPresence: { href: hrefs.subscribeToGroupPresence(id) },
    },
    rel: kind,
    ...(isPersonal ? { etag: etagOf(JSON.stringify(own)) } : {}),
  }
}

/** At links to what has a second revision (`Versioning.md`). */
export const REVISION_2 = { revision: '2' } as const

/**
 * `pinnedGroup` and `defaultGroup` single, `group` and `distributionGroup` arrays even when empty
 * (`SubscribeToThePresenceOfAGroupOfContacts.md`, step 2).
 */
export function myGroupsResource(view: View, isExpanded: boolean): Json {
  const { hrefs, user } = view.application
  const groups = view.world.groups(user.uri)
  const shape = (group: Group): Json =>
    isExpanded ? groupResource(view, group) : { href: hrefs.group(group.id) }
  const pinned = groups.find(({ kind }) => kind === 'pinnedGroup')
  const standard = groups.find(({ kind }) => kind === 'defaultGroup')
  const all: Json = {
    ...(pinned === undefined ? {} : { pinnedGroup: shape(pinned) }),
    ...(standard === undefined ? {} : { defaultGroup: shape(standard) }),
    group: groups.filter(({ kind }) => kind === 'group').map(shape),
    distributionGroup: [],
  }
  const self = { href: hrefs.myGroups, ...REVISION_2 }
  return isExpanded
    ? { _links: { self }, _embedded: all, rel: 'myGroups' }
    : { _links: { self, ...all }, rel: 'myGroups' }
}

/**
 * All pairs of contact and group, or those of one group. Assumed: `removeContactFromAllGroups` is linked here, since its
 * address is below this one's and no page says where else it would be found.
 */
export const myGroupMembershipsResource = (
  view: View,
  self: string,
  pairs: readonly (readonly [Group, Person])[],
): Json => ({
  _links: {
    self: { href: self, ...REVISION_2 },
    removeContactFromAllGroups: { href: view.application.hrefs.removeContactFromAllGroups, ...REVISION_2 },
  },
  _embedded: {
    myGroupMembership: pairs.map(([group, { uri }]) => myGroupMembershipResource(view, group, uri)),
  },
  rel: 'myGroupMemberships',
})

/** Source: UCWA reference, "myGroupMembership2". The link to the group is named for its kind. */
export const myGroupMembershipResource = (
  { application: { hrefs } }: View,
  group: Group,
  uri: Uri,
): Json => ({
  _links: {
    self: { href: hrefs.myGroupMembership(group.id, uri), ...REVISION_2 },
    contact: { href: hrefs.contact(uri) },
    [group.kind]: { href: hrefs.group(group.id) },
  },
  rel: 'myGroupMembership',
})
