import { groupResource, myGroupsResource } from '../represent/represent-groups.ts'
import { route, type ApplicationContext, type Route } from '../server/route.ts'
import { noContent, ok, reply, type Reply } from '../wire/http.ts'
import { allOf } from '../wire/input.ts'
import { badParameter, refusal, Refused, resourceNotFound } from '../wire/refusals.ts'
import { type Group, type GroupKind } from '../world/world-model.ts'
import { isExpanded } from './expand.ts'
import { mustMatch, mustPlayBack } from './precondition.ts'

/** Assumed: no page says how many are TooManyGroups; 64 is what is told of the desktop client. */
const MOST_GROUPS = 64
/** Source: UCWA reference, "group2", `name`; "myGroups2", `displayName`. */
const LONGEST_NAME = 256

/** One of the user's, or a distribution group of the directory. @throws Refused 404 when there is no such group. */
export function groupNamed({ world, user }: ApplicationContext, id: string): Group {
  const group =
    world.groups(user.uri).find((one) => one.id === id) ??
    world.distributionGroups().find((one) => one.id === id)
  if (group === undefined) throw resourceNotFound()
  return group
}

const groupIn = (view: ApplicationContext): Group => groupNamed(view, view.param('group'))

/** Documented: 409 AlreadyExists, TooManyGroups ("myGroups2", "Synchronous errors"). */
const conflict = (subcode: 'AlreadyExists' | 'TooManyGroups'): Refused => new Refused(refusal(409, subcode))

/** Documented: all other kinds are read-only. Assumed: so a PUT or DELETE of one is 405, as for any verb. */
function mustBePersonal({ kind }: Group): void {
  if (kind !== 'group')
    throw new Refused(refusal(405, null, 'The requested HTTP method is not supported for this resource.'))
}

/** Whether the list takes no more groups. Assumed: personal and distribution groups count together. */
export const hasMostGroups = ({ world, user }: ApplicationContext): boolean =>
  world.groups(user.uri).filter(({ kind }) => kind === 'group' || kind === 'distributionGroup').length >=
  MOST_GROUPS

/** A name that was asked for. @throws BadParameters for none, an empty or a longer one. */
function nameIn({ input }: ApplicationContext, parameter: 'displayName' | 'name'): string {
  const name = input.text(parameter, { max: LONGEST_NAME })
  if (name === null || name.trim() === '') throw badParameter(parameter, 'is required')
  return name
}

/** @throws Refused 409 for the name of a group other than `except`. */
function mustBeFree(view: ApplicationContext, name: string, except: Group | null): void {
  const isTaken = personalGroups(view).some((one) => one.id !== except?.id && fold(one.name) === fold(name))
  if (isTaken) throw conflict('AlreadyExists')
}

const personalGroups = ({ world, user }: ApplicationContext): readonly Group[] =>
  world.groups(user.uri).filter(({ kind }) => kind === ('group' satisfies GroupKind))

/** Assumed: names that differ in case, or in blanks around them, are one name. */
const fold = (name: string): string => name.trim().toLowerCase()

/**
 * Documented: 200 without a body; `name` is required, `id` is not (UCWA reference, "group2", PUT). Then `group` `updated`.
 * Assumed: an `id` that is another's is 400; another group's name is AlreadyExists, which is in the tables of this
 * resource, though not in PUT's.
 */
function putGroup(view: ApplicationContext): Reply {
  const group = groupIn(view)
  mustBePersonal(group)
  mustMatch(view, groupResource(view, group))
  const { name } = allOf({
    passThrough: () => mustPlayBack(view),
    id: () => {
      const id = view.input.text('id', { max: 256 })
      if (id !== null && id !== group.id) throw badParameter('id', 'is not that of this group')
    },
    name: () => nameIn(view, 'name'),
  })
  mustBeFree(view, name, group)
  view.world.renameGroup(view.user.uri, group.id, name)
  return reply(200, null)
}

export const groupRoutes: readonly Route[] = [
  route('GET', 'people/groups', 'myGroups', (view) => ok(myGroupsResource(view, isExpanded(view))), {
    revision: 2,
  }),
  /**
   * Documented: 204; 409 AlreadyExists, TooManyGroups (UCWA reference, "myGroups2", POST). Then `group` `added` in
   * `myGroups`, which is all that tells of the new group.
   */
  route(
    'POST',
    'people/groups',
    'myGroups',
    (view) => {
      const name = nameIn(view, 'displayName')
      mustBeFree(view, name, null)
      if (hasMostGroups(view)) throw conflict('TooManyGroups')
      view.world.addGroup(view.user.uri, name)
      return noContent()
    },
    { revision: 2 },
  ),
  route(
    'GET',
    'people/groups/:group',
    'group',
    (view) => {
      const group = groupResource(view, groupIn(view))
      return ok(group, 'etag' in group ? [['ETag', `"${String(group['etag'])}"`]] : [])
    },
    { revision: 2 },
  ),
  route('PUT', 'people/groups/:group', 'group', putGroup, { revision: 2 }),
  /** Documented: 204 (UCWA reference, "group2", DELETE). Assumed: who was in no other group is in the default one then. */
  route(
    'DELETE',
    'people/groups/:group',
    'group',
    (view) => {
      const group = groupIn(view)
      mustBePersonal(group)
      view.world.removeGroup(view.user.uri, group.id)
      return noContent()
    },
    { revision: 2 },
  ),
]
