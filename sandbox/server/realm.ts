import { fallBackToLurking } from '../events/availability.ts'
import { hear } from '../events/hear.ts'
import { type EndedSubcode } from '../levers/fault-effects.ts'
import { createFaults, type Faults } from '../levers/faults.ts'
import { createRequestCounts, type RequestCounts } from '../levers/request-counts.ts'
import { createStorms, type Storms } from '../levers/storm.ts'
import { type PassiveSessions } from '../sign-in/passive.ts'
import { type Tokens } from '../sign-in/tokens.ts'
import { applicationExpired, applicationNotFound, type Refused } from '../wire/refusals.ts'
import { createChance } from '../world/chance.ts'
import { type Person, type SandboxClock, type Uri, type World } from '../world/world-model.ts'
import { channelOf, createApplication, type Application, type Registration } from './application.ts'
import { type Homes } from './homes.ts'
import { keyOf } from './hrefs.ts'

/**
 * One world as UCWA serves it: its applications, who among them must hear of whom, and, since parallel tests live in
 * worlds of their own, the faults and the counts of its requests.
 */
export type Realm = {
  readonly world: World
  readonly faults: Faults
  readonly counts: RequestCounts
  readonly storms: Storms
  applications(): readonly Application[]
  application(id: string): Application | null
  /** Why there is no application of that id. */
  refusalOf(id: string): Refused
  /** The applications of that user. */
  applicationsOf(user: Uri): Iterable<Application>
  /** The applications that subscribe to that contact's presence. */
  watchersOf(contact: Uri): Iterable<Application>
  /**
   * Source: `MultiTabSupport.md`: same culture, endpointId, type and userAgent are the same application; each
   * instanceId has its own channel.
   */
  register(user: Person, registration: Registration, instanceId: string): Registered
  /** The channel of an instance that there is ends, and with the last of them the application. */
  close(application: Application, instanceId: string): void
  end(application: Application, subcode?: EndedSubcode): void
  /** The server takes makeMeAvailable back: the application lurks again, and is no endpoint any more. */
  makeLurk(application: Application): void
  /** The numbers below `count` in some order, the same ones for the same requests to the same world. */
  shuffled(count: number): readonly number[]
  /** Back to the state after start. */
  reset(): void
  stop(): void
}

type Registered = {
  readonly application: Application
  /** True: a channel for this instance did not exist before. */
  readonly isNew: boolean
}

/**
 * Source: `MeDashboard.md`, "Reporting activity": "if the server does not receive a new event channel request 15
 * minutes after the previous request was released, it ... terminates the application".
 */
const QUIET_END_MS = 15 * 60_000
/**
 * Documented: after "a long time" without a request, subscriptions are shut down and the next answer says `resume`
 * (`EventsInUCWA.md`). Assumed: ten minutes.
 */
const QUIET_RESET_MS = 10 * 60_000
/**
 * Documented: "the application did not report user activity for too long (this only applies if 'MakeMeAvailable' was
 * previously invoked)" (`ApplicationDashboard.md`, "Application lifetime"). Assumed: four hours.
 */
const UNUSED_END_MS = 4 * 60 * 60_000
/** How often silence is looked for; so both ends come up to this much late. (Our choice.) */
const LOOK_EVERY_MS = 15_000

/** What a world's server shares with those of the other worlds. */
type Shared = {
  readonly clock: SandboxClock
  readonly tokens: Tokens
  readonly homes: Homes
  readonly passive: PassiveSessions
}

export function createRealm(world: World, { clock, tokens, homes, passive }: Shared): Realm {
  const byId = new Map<string, Application>()
  const byRegistration = new Map<string, Application>()
  const byUser = new Map<string, Set<Application>>()
  const byContact = new Map<string, Set<Application>>()
  let chance = createChance(world.seed, 'batches')
  const resetWhileQuiet = new WeakSet<Application>()
  /** Ids of those that ended by themselves. */
  const expired = new Set<string>()

  const listener = {
    watched: (application: Application, uri: Uri): void => addTo(byContact, keyOf(uri), application),
    unwatched: (application: Application, uri: Uri): void => removeFrom(byContact, keyOf(uri), application),
  }

  const isGoodToken = (token: string): boolean => tokens.read(token) !== null

  const end = (
    application: Application,
    subcode: EndedSubcode = 'ApplicationNotFound',
    how: 'told' | 'cut' = 'told',
  ): void => {
    if (!byId.delete(application.id)) return
    if (subcode === 'InactiveApplicationExpired') expired.add(application.id)
    byRegistration.delete(nameOf(application.user, application.registration))
    removeFrom(byUser, keyOf(application.user.uri), application)
    for (const channel of application.channels.values()) channel.end(how)
    application.interrupt()
    const { madeAvailable } = application
    application.madeAvailable = null
    if (madeAvailable !== null) world.removeEndpoint(application.user.uri, madeAvailable.endpoint)
  }

  const endAll = (subcode?: EndedSubcode, how?: 'told' | 'cut'): boolean => {
    const all = Array.from(byId.values())
    for (const application of all) end(application, subcode, how)
    return all.length > 0
  }

  /** Looks at the silence of every application; goes on for as long as there are any. */
  const look = (): void => {
    timer = null
    for (const application of Array.from(byId.values())) {
      for (const [instanceId, channel] of application.channels) {
        if (channel.quietMs() < QUIET_END_MS) continue
        channel.end()
        application.channels.delete(instanceId)
      }
      const usedAtMs = application.madeAvailable?.usedAtMs ?? clock.now()
      if (clock.now() - usedAtMs >= UNUSED_END_MS) {
        end(application, 'InactiveApplicationExpired')
        continue
      }
      const quietMs = Math.min(...Array.from(application.channels.values(), (channel) => channel.quietMs()))
      if (application.channels.size === 0) end(application, 'InactiveApplicationExpired')
      else if (quietMs < QUIET_RESET_MS) resetWhileQuiet.delete(application)
      else if (!resetWhileQuiet.has(application)) {
        resetWhileQuiet.add(application)
        application.interrupt()
      }
    }
    lookLater()
  }
  let timer: { cancel(): void } | null = null
  const lookLater = (): void => {
    if (timer === null && byId.size > 0) timer = clock.after(LOOK_EVERY_MS, look)
  }

  const realm: Realm = {
    world,
    faults: createFaults({
      expireToken: tokens.expire,
      expireTokens: () => tokens.forget(world.domain),
      endApplication: end,
      endApplications: endAll,
      roam: () => {
        homes.move(world.domain)
        endAll() // they were the old pool's
      },
      restart: () => {
        endAll('ApplicationNotFound', 'cut')
        expired.clear()
        tokens.forget(world.domain)
      },
    }),
    counts: createRequestCounts(),
    storms: createStorms(world),
    applications: () => Array.from(byId.values()),
    application: (id) => byId.get(id) ?? null,
    refusalOf: (id) => (expired.has(id) ? applicationExpired() : applicationNotFound()),
    applicationsOf: (user) => byUser.get(keyOf(user)) ?? [],
    watchersOf: (contact) => byContact.get(keyOf(contact)) ?? [],
    register: (user, registration, instanceId) => {
      const name = nameOf(user, registration)
      const existing = byRegistration.get(name)
      const application = existing ?? createApplication(user, registration, clock, listener, isGoodToken)
      if (existing === undefined) {
        byId.set(application.id, application)
        byRegistration.set(name, application)
        addTo(byUser, keyOf(user.uri), application)
      }
      const isNew = !application.channels.has(instanceId)
      channelOf(application, instanceId, clock)
      lookLater()
      return { application, isNew }
    },
    close: (application, instanceId) => {
      const channel = application.channels.get(instanceId)
      if (channel === undefined) throw new Error(`the application has no instance ${instanceId}`)
      if (application.channels.size === 1) return end(application)
      channel.end()
      application.channels.delete(instanceId)
    },
    end,
    makeLurk: (application) => {
      const { madeAvailable } = application
      if (madeAvailable === null) return
      fallBackToLurking(application)
      world.removeEndpoint(application.user.uri, madeAvailable.endpoint)
    },
    shuffled: (count) => {
      const order = Array.from({ length: count }, (_, index) => ({ index, rank: chance.fraction() }))
      return order.toSorted((one, other) => one.rank - other.rank).map(({ index }) => index)
    },
    reset: () => {
      realm.storms.end()
      endAll()
      expired.clear()
      chance = createChance(world.seed, 'batches')
      tokens.forget(world.domain)
      homes.forget(world.domain)
      passive.forget(world.domain)
      world.reset()
      realm.faults.clear()
      realm.counts.reset()
    },
    stop: () => {
      realm.storms.end()
      stopHearing()
      endAll()
      timer?.cancel()
      world.stop()
    },
  }
  const stopHearing = world.onChange((change) => hear(realm, change))
  return realm
}

const nameOf = (user: Person, { culture, endpointId, type, userAgent }: Registration): string =>
  JSON.stringify([keyOf(user.uri), culture.toLowerCase(), endpointId, type, userAgent])

function addTo(sets: Map<string, Set<Application>>, key: string, application: Application): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([application]))
  else set.add(application)
}

function removeFrom(sets: Map<string, Set<Application>>, key: string, application: Application): void {
  const set = sets.get(key)
  set?.delete(application)
  if (set?.size === 0) sets.delete(key)
}
