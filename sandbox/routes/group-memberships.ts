import { myGroupMembershipResource, myGroupMembershipsResource } from '../represent/represent-groups.ts'
import { isSipAddress, keyOf, toUri } from '../server/hrefs.ts'
import { route, type ApplicationContext, type Route } from '../server/route.ts'
import { created, noContent, ok, type Reply } from '../wire/http.ts'
import { allOf } from '../wire/input.ts'
import { badParameter, refusal, Refused, resourceNotFound } from '../wire/refusals.ts'
import { type Group, type GroupKind, type Person, type Uri } from '../world/world-model.ts'
import { groupNamed } from './groups.ts'

/**
 * Documented: 409 LimitExceeded, "default is 250" (UCWA reference, "myGroupMemberships2", POST). Assumed: 1,000, as
 * servers of later years have it. A list may begin with more (`--contacts`); then nobody is added to it here.
 */
const MOST_CONTACTS = 1000

/**
 * The contact that is meant, in the directory's spelling; one whom nobody knows as it was written. Assumed: what is no SIP
 * address is 400.
 */
function contactIn({ input, world }: ApplicationContext): Uri {
  const text = input.text('contactUri', { max: 250 })
  if (text === null || text === '') throw badParameter('contactUri', 'is required')
  if (!isSipAddress(text)) throw badParameter('contactUri', 'must be a SIP URI')
  return world.person(toUri(text))?.uri ?? toUri(text)
}

const isAmong = (people: readonly Person[], contact: Uri): boolean =>
  people.some(({ uri }) => keyOf(uri) === keyOf(contact))

/** Documented: 403 LimitExceeded, "the maximum number of delegates limit (25)" (the same page). */
const MOST_DELEGATES = 25

/** Documented: 403 OperationNotSupported for some groups that are not managed here. */
const notSupported = (): Refused => new Refused(refusal(403, 'OperationNotSupported'))

/**
 * Documented: 403 for distribution groups, OperationNotSupported for delegators and organization; pinnedGroup "can be
 * managed by other endpoints". Assumed: so its memberships are not changed here either.
 */
function mustBeManaged({ kind }: Group): void {
  if (kind === 'distributionGroup') throw new Refused(refusal(403, null))
  if (kind === 'pinnedGroup' || !HAS_MEMBERSHIPS[kind]) throw notSupported()
}

/** Whose members are contacts of the list, in pairs that are resources (links of "myGroupMembership2"). */
const HAS_MEMBERSHIPS: { readonly [kind in GroupKind]: boolean } = {
  pinnedGroup: true,
  defaultGroup: true,
  group: true,
  delegatesGroup: true,
  delegatorsGroup: false,
  myOrganizationGroup: false,
  distributionGroup: false,
}

/** The group that is asked for. @throws Refused 403 OperationNotSupported (Assumed for distribution groups). */
function groupWithMemberships(view: ApplicationContext, id: string): Group {
  const group = groupNamed(view, id)
  if (!HAS_MEMBERSHIPS[group.kind]) throw notSupported()
  return group
}

/**
 * Documented: 201 with the membership; 409 AlreadyExists for one who is in the group, 409 LimitExceeded for one contact
 * more than a list may have (UCWA reference, "myGroupMemberships2", POST). Assumed: without `groupId` the default group,
 * and then AlreadyExists for whoever is on the list at all.
 */
function postMembership(view: ApplicationContext): Reply {
  const { input, world, user } = view
  const { contact, groupId } = allOf({
    contact: () => contactIn(view),
    groupId: () => input.text('groupId', { max: 256 }),
  })
  const group = groupId === null ? defaultGroup(view) : groupNamed(view, groupId)
  mustBeManaged(group)
  const contacts = world.contacts(user.uri)
  const isListed = isAmong(contacts, contact)
  const isThere = groupId === null ? isListed : isAmong(world.members(user.uri, group.id), contact)
  if (isThere) return refusal(409, 'AlreadyExists')
  if (!isListed && contacts.length >= MOST_CONTACTS) return refusal(409, 'LimitExceeded')
  if (group.kind === 'delegatesGroup') {
    // Assumed: somebody of another company may not be set as a delegate, which is 403 without a subcode.
    const person = world.person(contact)
    if (person?.isKnown !== true || person.sourceNetwork !== 'SameEnterprise') return refusal(403, null)
    if (world.members(user.uri, group.id).length >= MOST_DELEGATES) return refusal(403, 'LimitExceeded')
  }
  world.addMember(user.uri, group.id, contact)
  return created(myGroupMembershipResource(view, group, contact))
}

function defaultGroup({ world, user }: ApplicationContext): Group {
  const group = world.groups(user.uri).find(({ kind }) => kind === 'defaultGroup')
  if (group === undefined) throw new Error(`${user.uri} has no default group`)
  return group
}

/** `<group id>,<address>`; group ids have no comma, addresses may. @throws Refused 404. */
function membershipIn(view: ApplicationContext): { readonly group: Group; readonly contact: Uri } {
  const name = view.param('membership')
  const comma = name.indexOf(',')
  const group = groupWithMemberships(view, name.slice(0, comma))
  const key = keyOf(toUri(name.slice(comma + 1)))
  const member = view.world.members(view.user.uri, group.id).find(({ uri }) => keyOf(uri) === key)
  if (member === undefined) throw resourceNotFound()
  return { group, contact: member.uri }
}

/** Names before parameters: `removeContactFromAllGroups` is no membership. */
export const groupMembershipRoutes: readonly Route[] = [
  /** Documented: pairs of contact and group; `groupId` for one group's (UCWA reference, "myGroupMemberships2"). */
  route(
    'GET',
    'people/groupMemberships',
    'myGroupMemberships',
    (view) => {
      const { ask, world, user, application } = view
      const groupId = ask.url.searchParams.get('groupId')
      const groups =
        groupId === null
          ? world.groups(user.uri).filter(({ kind }) => HAS_MEMBERSHIPS[kind])
          : [groupWithMemberships(view, groupId)]
      const pairs = groups.flatMap((group) =>
        world.members(user.uri, group.id).map((person) => [group, person] as const),
      )
      const { hrefs } = application
      const self = groupId === null ? hrefs.myGroupMemberships : hrefs.groupMemberships(groupId)
      return ok(myGroupMembershipsResource(view, self, pairs))
    },
    { revision: 2 },
  ),
  route('POST', 'people/groupMemberships', 'myGroupMemberships', postMembership, { revision: 2 }),
  /**
   * Documented: 204, and the contact is in no group and not on the list (UCWA reference, "removeContactFromAllGroups2").
   * Assumed: 404 for one who is not on it.
   */
  route(
    'POST',
    'people/groupMemberships/removeContactFromAllGroups',
    'removeContactFromAllGroups',
    (view) => {
      const contact = contactIn(view)
      if (!isAmong(view.world.contacts(view.user.uri), contact)) throw resourceNotFound()
      view.world.removeContact(view.user.uri, contact)
      return noContent()
    },
    { revision: 2 },
  ),
  route(
    'GET',
    'people/groupMemberships/:membership',
    'myGroupMembership',
    (view) => {
      const { group, contact } = membershipIn(view)
      return ok(myGroupMembershipResource(view, group, contact))
    },
    { revision: 2 },
  ),
  /**
   * Documented: 204; 404 when the contact is not in the group (UCWA reference, "myGroupMembership2", DELETE). Assumed: one
   * who was in no other group is in the default one then, and one who was in that is off the list.
   */
  route(
    'DELETE',
    'people/groupMemberships/:membership',
    'myGroupMembership',
    (view) => {
      const { group, contact } = membershipIn(view)
      mustBeManaged(group)
      view.world.removeMember(view.user.uri, group.id, contact)
      return noContent()
    },
    { revision: 2 },
  ),
]
