import { etagOf } from '../wire/etag.ts'
import { type Json } from '../wire/http.ts'
import {
  isTooLarge,
  type DistributionGroup,
  type Group,
  type GroupKind,
  type Person,
  type Uri,
} from '../world/world-model.ts'
import { contactResource, passThroughName } from './represent-contact.ts'
import { REVISION_2, type View } from './represent-view.ts'

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
 * Source: UCWA reference, "group2" and the pages of the other kinds; `SubscribeToThePresenceOfAGroupOfContacts.md`.
 * A personal group alone can be changed: it is of revision 2, with its ETag and the property of random name that a PUT
 * must play back (`PayloadFormat.md`).
 */
export function groupResource(view: View, group: Group): Json {
  const { hrefs, id: application } = view.application
  const { id, name, kind } = group
  const listed = view.world.distributionGroups().find((one) => one.id === id)
  if (listed !== undefined) return distributionGroupResource(view, listed, 'alone')
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

/**
 * Source: UCWA reference, "distributionGroup", "expandDistributionGroup" (whose body has the `rel` of the group). Assumed:
 * who is in it comes with the expansion alone; the groups within it come as themselves; there is a link to add it where
 * it is not on the list, else one to remove it; and none to subscribe to more contacts than can be expanded.
 */
export function distributionGroupResource(
  view: View,
  group: DistributionGroup,
  form: 'alone' | 'expanded',
): Json {
  const { world, application } = view
  const { hrefs, user } = application
  const { id, name, uri } = group
  const isListed = world.groups(user.uri).some((one) => one.id === id)
  const { people, groups } = form === 'expanded' ? world.expanded(id) : NOBODY
  return {
    uri,
    id,
    name,
    _links: {
      self: { href: hrefs.group(id) },
      ...(isListed
        ? { removeFromContactList: { href: hrefs.removeFromContactList } }
        : { addToContactList: { href: hrefs.addToContactList } }),
      expandDistributionGroup: { href: hrefs.expandDistributionGroup(id) },
      ...(isTooLarge(world, group)
        ? {}
        : { subscribeToGroupPresence: { href: hrefs.subscribeToGroupPresence(id) } }),
    },
    ...(form === 'expanded'
      ? {
          _embedded: {
            contact: people.map((person) => contactResource(view, person.uri)),
            distributionGroup: groups.map((one) => distributionGroupResource(view, one, 'alone')),
          },
        }
      : {}),
    rel: 'distributionGroup',
  }
}

const NOBODY = { people: [], groups: [] } as const

/**
 * `group` and `distributionGroup` arrays even when empty, all others single
 * (`SubscribeToThePresenceOfAGroupOfContacts.md`, step 2; UCWA reference, "myGroups2", sample).
 */
export function myGroupsResource(view: View, isExpanded: boolean): Json {
  const { hrefs, user } = view.application
  const groups = view.world.groups(user.uri)
  const shape = (group: Group): Json =>
    isExpanded ? groupResource(view, group) : { href: hrefs.group(group.id) }
  const several = (kind: GroupKind): readonly Json[] => groups.filter((one) => one.kind === kind).map(shape)
  const single = (kind: GroupKind): Json => {
    const [only] = several(kind)
    return only === undefined ? {} : { [kind]: only }
  }
  const all: Json = {
    ...single('pinnedGroup'),
    ...single('defaultGroup'),
    ...single('delegatesGroup'),
    ...single('delegatorsGroup'),
    ...single('myOrganizationGroup'),
    group: several('group'),
    distributionGroup: several('distributionGroup'),
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
