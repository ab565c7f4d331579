import { distributionGroupResource } from '../represent/represent-groups.ts'
import { keyOf, toUri } from '../server/hrefs.ts'
import { route, type ApplicationContext, type Route } from '../server/route.ts'
import { noContent, ok, type Reply } from '../wire/http.ts'
import { allOf } from '../wire/input.ts'
import { badParameter, refusal, resourceNotFound } from '../wire/refusals.ts'
import { isTooLarge, type DistributionGroup } from '../world/world-model.ts'
import { hasMostGroups } from './groups.ts'

/** @throws Refused 404 when the directory has no such group. */
function distributionGroupIn({ world, param }: ApplicationContext): DistributionGroup {
  const id = param('group')
  const group = world.distributionGroups().find((one) => one.id === id)
  if (group === undefined) throw resourceNotFound()
  return group
}

/**
 * Documented: `displayName` and `smtpAddress` are required, 204; 409 AlreadyExists, TooManyGroups ("addToContactList").
 * Then `distributionGroup` `added` in `myGroups`. Assumed: `smtpAddress` is the address in the group's `uri`; one that is
 * no group's is 404; the group goes by its name in the directory, whatever `displayName` says.
 */
function addToContactList(view: ApplicationContext): Reply {
  const { input, world, user } = view
  const required = (name: string): string => {
    const text = input.text(name, { max: 256 })
    if (text === null || text.trim() === '') throw badParameter(name, 'is required')
    return text
  }
  const { address } = allOf({
    name: () => required('displayName'),
    address: () => {
      const named = required('smtpAddress')
      if (!/^[^@\s:]+@[^@\s]+$/.test(named)) throw badParameter('smtpAddress', 'must be an SMTP address')
      return named
    },
  })
  const group = world.distributionGroups().find(({ uri }) => keyOf(uri) === keyOf(toUri(address)))
  if (group === undefined) throw resourceNotFound()
  if (world.groups(user.uri).some(({ id }) => id === group.id)) return refusal(409, 'AlreadyExists')
  if (hasMostGroups(view)) return refusal(409, 'TooManyGroups')
  world.addDistributionGroup(user.uri, group.id)
  return noContent()
}

/** Documented: `groupId` is required, 204 ("removeFromContactList"). Assumed: 404 for a group that is not on the list. */
function removeFromContactList({ input, world, user }: ApplicationContext): Reply {
  const groupId = input.text('groupId', { max: 256 })
  if (groupId === null || groupId === '') throw badParameter('groupId', 'is required')
  const group = world.groups(user.uri).find(({ id }) => id === groupId)
  if (group?.kind !== 'distributionGroup') throw resourceNotFound()
  world.removeDistributionGroup(user.uri, groupId)
  return noContent()
}

/** Names before parameters, and all of them before the groups' own routes. */
export const distributionGroupRoutes: readonly Route[] = [
  route('POST', 'people/groups/addToContactList', 'addToContactList', addToContactList),
  route('POST', 'people/groups/removeFromContactList', 'removeFromContactList', removeFromContactList),
  /**
   * Documented: the group with the `contact` and `distributionGroup` it holds; 403 TooManyContacts for too many
   * ("expandDistributionGroup"). Assumed: more than 100 contacts; groups within it count for nothing.
   */
  route('GET', 'people/groups/:group/expandDistributionGroup', 'expandDistributionGroup', (view) => {
    const group = distributionGroupIn(view)
    if (isTooLarge(view.world, group)) return refusal(403, 'TooManyContacts')
    return ok(distributionGroupResource(view, group, 'expanded'))
  }),
]
