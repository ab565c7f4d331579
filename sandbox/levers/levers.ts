import * as v from 'valibot'
import { addressOf, keyOf, toUri } from '../server/hrefs.ts'
import { type Realm } from '../server/realm.ts'
import { type Sandbox } from '../server/sandbox-model.ts'
import { isLoopback } from '../wire/cors.ts'
import { ok, reply, type Ask, type Json, type Reply } from '../wire/http.ts'
import { isObject } from '../wire/is-object.ts'
import { type DistributionGroup, type Group, type Uri, type World } from '../world/world-model.ts'
import { DEFAULT_DOMAIN } from '../world/worlds.ts'
import { publish } from './control-publish.ts'
import {
  clockSchema,
  faultSchema,
  lurkSchema,
  nothingSchema,
  privacySchema,
  publicationSchema,
  rosterSchema,
  standingFault,
  stormSchema,
  type RosterChange,
} from './control-schemas.ts'
import { truth } from './truth.ts'

/**
 * The levers: the world seen and moved from outside UCWA. No part of the protocol; loopback callers only.
 * Acts on the world of `?domain=`, else on the ready line's where it knows whoever is named, else on that of their address.
 * (Longer than most files, so that every lever, and how it finds whom it names, is seen in one place.)
 */
export const CONTROL_PATH = '/_sandbox'

/** Thrown with the sentence that goes out as `{"error": …}`. Nothing has been changed. */
class BadControl extends Error {}

type ControlRequest = { readonly sandbox: Sandbox; readonly query: URLSearchParams; readonly body: unknown }
type Lever = (request: ControlRequest) => Json | Promise<Json>

const LEVERS: Readonly<Record<string, Lever>> = {
  'GET truth': (request) => {
    const named = request.query.get('viewer')
    if (named === null) throw new BadControl('viewer is required: truth?viewer=URI')
    const realm = realmOf(request, named)
    const viewer = personNamed(realm.world, named)
    const own = Array.from(realm.applicationsOf(viewer))
    const isAvailable = own.some((one) => one.madeAvailable !== null)
    const culture = own[0]?.registration.culture ?? null
    return { ...truth(realm.world, viewer, { madeAvailable: isAvailable, culture }) }
  },
  'POST publish': (request) => {
    const publication = read(publicationSchema, request.body)
    const { world } = realmOf(request, publication.user)
    publish(world, request.sandbox.clock, { ...publication, user: personNamed(world, publication.user) })
    return {}
  },
  'POST lurk': (request) => {
    const { user: named } = read(lurkSchema, request.body)
    const realm = realmOf(request, named)
    for (const application of realm.applicationsOf(personNamed(realm.world, named)))
      realm.makeLurk(application)
    return {}
  },
  'POST privacy': (request) => {
    const { owner: named, contact, level } = read(privacySchema, request.body)
    const { world } = realmOf(request, named)
    const owner = personNamed(world, named)
    world.setPrivacyRelationship(owner, addressNamed(world, contact), level)
    return {}
  },
  'POST storm': async (request) => {
    const { viewer, kinds, seed, ...rate } = read(stormSchema, request.body)
    const { world, storms } = realmOf(request, viewer ?? null)
    const changes = await storms.run({
      ...rate,
      ...(seed === undefined ? {} : { seed }),
      ...(kinds === undefined ? {} : { kinds }),
      ...(viewer === undefined ? {} : { viewer: personNamed(world, viewer) }),
    })
    return { changes }
  },
  'POST roster': (request) => {
    const change = read(rosterSchema, request.body)
    changeRoster(realmOf(request, change.viewer).world, change)
    return {}
  },
  'POST fault': (request) => {
    const { faults } = realmOf(request, null)
    const fault = standingFault(read(faultSchema, request.body))
    if (fault.effect.kind === 'roam' && request.sandbox.origins().pools.length < 2) {
      throw new BadControl('there is nowhere to roam to: start with --pools 2 or more')
    }
    faults.add(fault)
    return { ...faults.read() }
  },
  'GET fault': (request) => ({ ...realmOf(request, null).faults.read() }),
  'DELETE fault': (request) => {
    realmOf(request, null).faults.clear()
    return {}
  },
  'POST clock': ({ sandbox, body }) => {
    const { advanceSeconds } = read(clockSchema, body)
    sandbox.clock.advance(advanceSeconds * 1000)
    return { now: sandbox.clock.now() }
  },
  'GET requests': (request) => ({ ...realmOf(request, null).counts.read() }),
  'DELETE requests': (request) => {
    realmOf(request, null).counts.reset()
    return {}
  },
  'GET users': (request) => ({ users: usersOf(realmOf(request, null).world) }),
  'GET applications': (request) => ({
    applications: realmOf(request, null)
      .applications()
      .flatMap((application) =>
        Array.from(application.channels, ([instanceId, channel]) => ({
          id: application.id,
          user: application.user.uri,
          instanceId,
          ack: channel.firstUnacknowledged(),
          queued: channel.size,
          isAvailable: application.madeAvailable !== null,
          subscriptions: application.subscriptions.all().map(({ id, uris, expiresAtMs }) => ({
            id,
            contacts: uris.size,
            expiresAtMs,
          })),
          contactsAndGroups: application.contactsAndGroups.state,
        })),
      ),
  }),
  'POST reset': (request) => {
    read(nothingSchema, request.body ?? {})
    realmOf(request, null).reset()
    return {}
  },
}

/**
 * A web page from elsewhere is no loopback caller, though its browser be one: it may post text to any address (then
 * `Origin` names it), or give this address a name of its own (then `Host` does).
 * @param remoteAddress Of the caller.
 */
export async function answerControl(sandbox: Sandbox, ask: Ask, remoteAddress: string): Promise<Reply> {
  const origin = ask.headers.get('origin')
  const isLocal =
    /^(::1|(::ffff:)?127(\.\d+){3})$/.test(remoteAddress) &&
    (isLoopback(ask.url.origin) || ask.url.origin === sandbox.origins().autodiscover) &&
    (origin === null || isLoopback(origin))
  if (!isLocal) return reply(403, { error: 'the control interface answers loopback callers only' })
  const name = ask.url.pathname.slice(CONTROL_PATH.length + 1)
  const lever = LEVERS[`${ask.method} ${name}`]
  if (lever === undefined) return reply(404, { error: `there is no ${ask.method} ${name || '/'} here` })
  try {
    const query = queryOf(ask, name)
    return ok({ ...(await lever({ sandbox, query, body: bodyOf(ask) })) })
  } catch (error) {
    if (error instanceof BadControl) return reply(400, { error: error.message })
    throw error
  }
}

/** The people of a world who can sign in, as the ready line offers them. */
export const usersOf = (world: World): readonly Json[] =>
  world.users.flatMap(({ uri, name, credentials }) =>
    credentials === null ? [] : { uri, name, ...credentials },
  )

/** Every lever takes `domain`, and `truth` a viewer. */
function queryOf({ url }: Ask, lever: string): URLSearchParams {
  const known = new Set(lever === 'truth' ? ['domain', 'viewer'] : ['domain'])
  for (const [field, value] of url.searchParams) {
    if (!known.delete(field)) throw new BadControl(`unknown or repeated query field ${field}`)
    if (value === '') throw new BadControl(`${field} must not be empty`)
  }
  return url.searchParams
}

function bodyOf(ask: Ask): unknown {
  if (ask.body.byteLength === 0) return null
  if (ask.method !== 'POST') throw new BadControl(`${ask.method} takes no body`)
  try {
    return JSON.parse(new TextDecoder().decode(ask.body))
  } catch {
    throw new BadControl('the body is not JSON')
  }
}

function read<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body)
  if (result.success) return result.output
  const [issue] = result.issues
  const field = v.getDotPath(issue)
  if (field === null) throw new BadControl(isObject(body) ? issue.message : 'the body must be a JSON object')
  if (issue.expected === 'never') throw new BadControl(`unknown field ${field}`)
  const isMissing = issue.kind === 'schema' && issue.received === 'undefined'
  throw new BadControl(isMissing ? `${field} is required` : `${field} ${issue.message}`)
}

function realmOf({ sandbox, query }: ControlRequest, person: string | null): Realm {
  const asked =
    query.get('domain') ?? (person === null ? DEFAULT_DOMAIN : domainOf(sandbox, person)) ?? DEFAULT_DOMAIN
  if (!/^[\w-]+(\.[\w-]+)+$/.test(asked)) throw new BadControl(`${asked} is not a domain`)
  return sandbox.realm(asked)
}

/** A partner's people whom the ready line's world knows are meant as that world has them, and no namesake of theirs. */
function domainOf(sandbox: Sandbox, person: string): string | undefined {
  const isKnown = sandbox.realm(DEFAULT_DOMAIN).world.person(toUri(person))?.isKnown === true
  return isKnown ? DEFAULT_DOMAIN : addressOf(person).split('@')[1]
}

/** In the directory's spelling. */
function personNamed(world: World, named: string): Uri {
  const person = world.person(toUri(named))
  if (person === null || !person.isKnown) throw new BadControl(`nobody in ${world.domain} is ${named}`)
  return person.uri
}

/** Somebody who is on a list, or may be. */
function contactNamed(world: World, named: string): Uri {
  const person = world.person(toUri(named))
  if (person === null) throw new BadControl(`nobody in ${world.domain} is ${named}`)
  return person.uri
}

/** Anybody's, or one that leads to nobody. */
function addressNamed(world: World, named: string): Uri {
  const uri = toUri(named)
  if (!/^sips?:[^@\s]+@[^@\s]+$/i.test(uri)) throw new BadControl(`${named} is no SIP address`)
  return world.person(uri)?.uri ?? uri
}

function groupNamed(world: World, viewer: Uri, named: string): Group {
  const group = world.groups(viewer).find(({ id, name }) => id === named || name === named)
  if (group === undefined) throw new BadControl(`${viewer} has no group ${named}`)
  return group
}

/** One whose members are of the list, so that they can be put there. */
function groupOfContactsNamed(world: World, viewer: Uri, named: string): Group {
  const group = groupNamed(world, viewer, named)
  if (['distributionGroup', 'delegatorsGroup', 'myOrganizationGroup'].includes(group.kind))
    throw new BadControl(`who is in ${group.name} is not the list's to say`)
  return group
}

/** One that its owner may rename and remove. */
function personalGroupNamed(world: World, viewer: Uri, named: string): Group {
  const group = groupNamed(world, viewer, named)
  if (group.kind !== 'group') throw new BadControl(`${group.name} is the system's own group`)
  return group
}

function distributionGroupNamed(world: World, named: string): DistributionGroup {
  const group = world
    .distributionGroups()
    .find(({ id, name, uri }) => id === named || name === named || keyOf(uri) === keyOf(toUri(named)))
  if (group === undefined) throw new BadControl(`${world.domain} has no distribution group ${named}`)
  return group
}

/** Somebody in that group; without one, on the list. */
function memberNamed(world: World, viewer: Uri, named: string, group: Group | null): Uri {
  const uri = contactNamed(world, named)
  const members = group === null ? world.contacts(viewer) : world.members(viewer, group.id)
  if (members.some((one) => keyOf(one.uri) === keyOf(uri))) return uri
  throw new BadControl(group === null ? `${named} is not on the list` : `${named} is not in ${group.name}`)
}

/** As another client of the viewer's would. Everything named is looked up and allowed before anything is changed. */
function changeRoster(world: World, { viewer: named, add, remove, addGroup, ...change }: RosterChange): void {
  const viewer = personNamed(world, named)
  const group = (name: string): Group => groupOfContactsNamed(world, viewer, name)
  const acts: (() => void)[] = []

  if (addGroup !== undefined) acts.push(() => void world.addGroup(viewer, addGroup))
  if (add !== undefined) {
    const { contact, group: into } = typeof add === 'string' ? { contact: add, group: undefined } : add
    const [uri, id] = [addressNamed(world, contact), into === undefined ? undefined : group(into).id]
    acts.push(() => (id === undefined ? world.addContact(viewer, uri) : world.addMember(viewer, id, uri)))
  }
  if (remove !== undefined) {
    const { contact, from } =
      typeof remove === 'string'
        ? { contact: remove, from: null }
        : { contact: remove.contact, from: group(remove.group) }
    const uri = memberNamed(world, viewer, contact, from)
    acts.push(() =>
      from === null ? world.removeContact(viewer, uri) : world.removeMember(viewer, from.id, uri),
    )
  }
  if (change.renameGroup !== undefined) {
    const { group: which, name } = change.renameGroup
    const { id } = personalGroupNamed(world, viewer, which)
    acts.push(() => world.renameGroup(viewer, id, name))
  }
  if (change.move !== undefined) {
    const { contact, from, to } = change.move
    const [left, entered] = [group(from), group(to)]
    const uri = memberNamed(world, viewer, contact, left)
    acts.push(() => world.addMember(viewer, entered.id, uri))
    acts.push(() => world.removeMember(viewer, left.id, uri))
  }
  if (change.changeDistributionGroup !== undefined) {
    const { group: which, name: newName, add: joins, remove: leaves } = change.changeDistributionGroup
    const { id } = distributionGroupNamed(world, which)
    const changed = {
      ...(newName === undefined ? {} : { name: newName }),
      ...(joins === undefined ? {} : { add: personNamed(world, joins) }),
      ...(leaves === undefined ? {} : { remove: personNamed(world, leaves) }),
    }
    acts.push(() => world.changeDistributionGroup(id, changed))
  }
  if (change.addDistributionGroup !== undefined) {
    const { id } = distributionGroupNamed(world, change.addDistributionGroup)
    acts.push(() => world.addDistributionGroup(viewer, id))
  }
  if (change.removeDistributionGroup !== undefined) {
    const { id } = distributionGroupNamed(world, change.removeDistributionGroup)
    acts.push(() => world.removeDistributionGroup(viewer, id))
  }
  if (change.addDelegate !== undefined) {
    const uri = personNamed(world, change.addDelegate)
    acts.push(() => world.addDelegate(viewer, uri))
  }
  if (change.removeDelegate !== undefined) {
    const delegates = world.groups(viewer).find(({ kind }) => kind === 'delegatesGroup')
    if (delegates === undefined) throw new BadControl(`${viewer} has no delegates`)
    const uri = memberNamed(world, viewer, change.removeDelegate, delegates)
    acts.push(() => world.removeMember(viewer, delegates.id, uri))
  }
  if (change.removeGroup !== undefined) {
    const { id } = personalGroupNamed(world, viewer, change.removeGroup)
    acts.push(() => world.removeGroup(viewer, id))
  }
  for (const act of acts) act()
}
