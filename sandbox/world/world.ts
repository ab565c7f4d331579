/**
 * One world: its people, their states, and who is told of what.
 *
 * Every change of a person goes through `change`, which compares what each viewpoint saw before with what it sees
 * after, and tells the listeners only of what differs. Time is a change like any other: one timer a person at most,
 * for the next instant at which the model may turn by itself.
 * (Longer than most files, so that every way in which a world can change stands beside the one way it is told.)
 */
import {
  changedLevels,
  DESK,
  dropEndpoint,
  isSameView,
  personTo,
  place,
  stateOf,
  VIEW_KINDS,
  viewsOf,
  withMachineState,
  type Being,
  type ViewKind,
  type Views,
} from './being.ts'
import { createChance } from './chance.ts'
import { beginLife, type Doings, type LifeKind } from './life.ts'
import { createPopulation, keyOf, strangerAt } from './people.ts'
import { TAKEN_BY } from './modalities.ts'
import { textIn } from './own-text.ts'
import { PHONE_TYPES, withPhones } from './phones.ts'
import type { Photos } from './photos.ts'
import { machineState, nextTurnAtMs, type Endpoint } from './presence-model.ts'
import { type Viewpoint } from './privacy.ts'
import type { Roster } from './roster.ts'
import { levelOf, settle, statedLevel } from './society.ts'
import type { DistributionGroup, Person, SandboxClock, Uri, World, WorldChange } from './world-model.ts'

export type WorldOptions = {
  /** The SIP domain, in lower case. */
  readonly domain: string
  /** Size of the first user's contact list. */
  readonly contacts: number
  /** Personal groups a list begins with. */
  readonly groups: number
  readonly seed: string | number
  readonly clock: SandboxClock
  readonly life: LifeKind
  /** May be those of other worlds too. */
  readonly photos: Photos
}

type Timer = { readonly atMs: number; cancel(): void }

/**
 * The same options give the same world, and `reset` that world again, at the time it is then.
 * Its methods throw a RangeError for a person, group or endpoint that is not there; `person` and `authenticate` answer
 * null.
 */
export function createWorld(options: WorldOptions): World {
  const { clock, domain, seed, life, photos } = options
  const population = createPopulation({ domain, contacts: options.contacts, seed: String(seed) })
  const users = population.users.map(({ person }) => person)
  const directory = population.all.map(({ person }) => person)
  const listeners = new Set<(change: WorldChange) => void>()
  const emit = (change: WorldChange): void => {
    for (const listener of listeners) listener(change)
  }
  const timers = new Map<Being, Timer>()
  const inhabit = () =>
    settle(population, options, {
      emit,
      comesToLife: (being) => awaitTurn(being),
      stranger: (uri) => nameable(uri),
    })
  let society = inhabit()
  let endpointIds = 0
  /** Of the locations that were told: which came last. */
  let turns = 0
  /** On somebody's list, and nowhere else. */
  const strangers = new Map<string, Person>()

  const find = (uri: Uri): Being => {
    const being = society.being(keyOf(uri))
    if (being === null) throw new RangeError(`Nobody in ${domain} is ${uri}; see person(uri).`)
    return being
  }
  /** Whoever a list may name. */
  const nameable = (uri: Uri): Person => {
    const key = keyOf(uri)
    const person = society.being(key)?.person ?? strangers.get(key)
    if (person !== undefined) return person
    if (!/^sips?:[^@\s]+@[^@\s]+$/i.test(uri)) throw new RangeError(`${uri} is no SIP address.`)
    const stranger = strangerAt(uri, domain)
    strangers.set(key, stranger)
    return stranger
  }
  const listNamed = (groupId: string): DistributionGroup => {
    const group = society.distributionGroups.get(groupId)
    if (group === null) throw new RangeError(`${domain} has no distribution group ${groupId}.`)
    return group
  }
  const rosterOf = (owner: Uri): Roster => society.rosterOf(find(owner).person)
  const seen = (being: Being): Views => (being.views ??= viewsOf(being, clock.now()))
  const viewpoint = (subject: Being, viewer: Uri): Viewpoint =>
    keyOf(viewer) === keyOf(subject.person.uri) ? 'self' : levelOf(subject, find(viewer).person)

  const report = (kind: ViewKind, being: Being, before: Views, after: Views): void => {
    const levels = changedLevels(kind, before, after)
    const self = !isSameView(kind, before, 'self', after, 'self')
    if (levels.size > 0 || self) emit({ kind, subject: being.person.uri, levels, self })
  }
  const change = (being: Being, act: () => void): void => {
    const before = seen(being)
    act()
    const after = viewsOf(being, clock.now())
    being.views = after
    awaitTurn(being)
    for (const kind of VIEW_KINDS) report(kind, being, before, after)
  }
  const awaitTurn = (being: Being): void => {
    const atMs = nextTurnAtMs(stateOf(being), clock.now())
    const present = timers.get(being)
    if (atMs !== null && present !== undefined && present.atMs <= atMs) return // it looks again when it rings
    present?.cancel()
    timers.delete(being)
    if (atMs === null) return
    seen(being) // what it is compared with, once the time has come
    const turn = (): void => {
      timers.delete(being)
      change(being, () => {})
    }
    timers.set(being, { atMs, ...clock.after(atMs - clock.now(), turn) })
  }
  const changeEndpoint = (being: Being, id: string, to: (endpoint: Endpoint) => Endpoint): void => {
    const endpoint = being.endpoints.get(id)
    if (endpoint === undefined)
      throw new RangeError(`${being.person.uri} has no endpoint ${id}; addEndpoint first.`)
    change(being, () => void being.endpoints.set(id, to(endpoint)))
  }

  const doings: Doings = {
    desk(of) {
      const endpoint = find(of).endpoints.get(DESK)
      if (endpoint === undefined) return null
      const { call, isPresenting } = endpoint
      return { state: machineState(endpoint, clock.now()), call, isPresenting }
    },
    setDesk(of, desk) {
      const being = find(of)
      change(being, () => {
        if (desk === null) return dropEndpoint(being, DESK, clock.now())
        const { state, call, isPresenting } = desk
        const machine = { kind: 'told', state } as const
        const modalities = TAKEN_BY.PC
        const fresh = {
          location: null,
          deviceType: 'PC',
          lastUsedAtMs: clock.now(),
          machine,
          call,
          isPresenting,
          modalities,
        } as const
        const present: Endpoint = being.endpoints.get(DESK) ?? fresh
        being.endpoints.set(DESK, { ...withMachineState(present, state, clock.now()), call, isPresenting })
      })
    },
    isInMeeting: (of) => find(of).meetings.some(({ endAtMs }) => clock.now() < endAtMs),
    setInMeeting: (of, isInMeeting) => world.setMeeting(of, isInMeeting ? Infinity : null),
    manual: (of) => find(of).manual?.availability ?? null,
    isOutOfOffice: (of) => find(of).outOfOffice !== null,
    isElsewhere: (of) => [...find(of).endpoints.keys()].some((id) => id !== DESK),
    phrases: (of) => find(of).phrases,
  }

  const world: World = {
    domain,
    seed: String(seed),
    users,
    directory,
    everybody: () => society.everybody(),
    distributionGroups: () => society.distributionGroups.all(),
    expanded: (groupId) => ({
      people: society.distributionGroups.people(groupId),
      groups: society.distributionGroups.groups(groupId),
    }),
    person(uri) {
      const being = society.being(keyOf(uri))
      if (being === null) return strangers.get(keyOf(uri)) ?? null
      return withPhones(being.person, being.phones, 'self')
    },
    authenticate(username, password) {
      const asked = username.toLowerCase()
      const [netbiosDomain, account] = asked.split('\\')
      const upn = account === undefined ? asked : `${account}@${domain}`
      if (account !== undefined && netbiosDomain !== domain.split('.')[0]) return null
      const user = users.find(({ credentials }) => credentials?.username === upn)
      return user?.credentials?.password === password ? user : null
    },

    contacts: (owner) => rosterOf(owner).contacts(),
    groups: (owner) => rosterOf(owner).groups(),
    members: (owner, groupId) => rosterOf(owner).members(groupId),
    privacyRelationship: (owner, contact) => statedLevel(find(owner), nameable(contact)),
    grantedByHand: (owner) => Array.from(find(owner).granted.keys(), nameable),

    presence(subject, viewer, culture = null) {
      const { activity, ...view } = seen(find(subject)).presence[viewpoint(find(subject), viewer)]
      return { ...view, activity: activity === null ? null : textIn(culture, activity) }
    },
    note: (subject, viewer) => seen(find(subject)).note[viewpoint(find(subject), viewer)],
    location: (subject, viewer) => seen(find(subject)).location[viewpoint(find(subject), viewer)],
    modalities: (subject, viewer) => seen(find(subject)).modalities[viewpoint(find(subject), viewer)],
    visiblePerson(subject, viewer) {
      const stranger = strangers.get(keyOf(subject))
      if (stranger !== undefined) return stranger
      const being = find(subject)
      return personTo(viewpoint(being, viewer), being)
    },

    addEndpoint(of, { deviceType, inactiveTimeoutMs, id, modalities = TAKEN_BY[deviceType] }) {
      const being = find(of)
      endpointIds += id === undefined ? 1 : 0
      const own = id ?? `endpoint-${endpointIds}`
      const machine = { kind: 'timed', inactiveTimeoutMs } as const
      const { call = null, isPresenting = false, location = null } = being.endpoints.get(own) ?? {}
      const used = { deviceType, lastUsedAtMs: clock.now(), machine }
      const endpoint = { ...used, call, isPresenting, modalities, location }
      change(being, () => void being.endpoints.set(own, endpoint))
      return own
    },
    removeEndpoint(of, endpoint) {
      const being = find(of)
      change(being, () => dropEndpoint(being, endpoint, clock.now()))
    },
    reportActivity(of, endpoint) {
      changeEndpoint(find(of), endpoint, (present) => ({
        ...present,
        machine: activeMachine(present),
        lastUsedAtMs: clock.now(),
      }))
    },

    setEndpoint(of, endpoint, { machine, ...told }) {
      changeEndpoint(find(of), endpoint, (present) => ({
        ...(machine === undefined ? present : withMachineState(present, machine, clock.now())),
        ...told,
      }))
    },
    setMeeting(of, endAtMs) {
      const being = find(of)
      const meetings = endAtMs === null ? [] : [{ startAtMs: clock.now(), endAtMs }]
      change(being, () => (being.meetings = meetings))
    },

    setPresence(of, choice, activity = null) {
      const being = find(of)
      const manual = choice === null ? null : { availability: choice, activity, setAtMs: clock.now() }
      change(being, () => (being.manual = manual))
    },
    setNote(of, message) {
      const being = find(of)
      change(being, () => (being.note = message))
    },
    setOutOfOffice(of, message) {
      const being = find(of)
      change(being, () => (being.outOfOffice = message === '' ? null : message))
    },
    setLocation(of, location, endpoint = null) {
      const being = find(of)
      turns += 1
      change(being, () => place(being, location, endpoint, turns, clock.now()))
    },
    setPrivacyRelationship(owner, contact, level) {
      const [being, viewer] = [find(owner), nameable(contact)]
      const [before, statedBefore] = [levelOf(being, viewer), statedLevel(being, viewer)]
      if (level === null) being.granted.delete(keyOf(viewer.uri))
      else being.granted.set(keyOf(viewer.uri), level)
      if (statedLevel(being, viewer) === statedBefore) return
      const after = levelOf(being, viewer)
      emit({ kind: 'privacyRelationship', owner: being.person.uri, contact: viewer.uri })
      const views = seen(being)
      const subject = being.person.uri
      for (const kind of VIEW_KINDS) {
        if (isSameView(kind, views, before, views, after)) continue
        emit({ kind, subject, levels: new Set([after]), self: false, viewer: viewer.uri })
      }
    },

    phones: (of) => PHONE_TYPES.flatMap((type) => find(of).phones.get(type) ?? []),
    setPhone(of, { type, ...changed }) {
      const being = find(of)
      const present = being.phones.get(type)
      if (present === undefined) return
      change(being, () => void being.phones.set(type, { ...present, ...changed }))
    },

    addContact: (owner, contact, groupId) => rosterOf(owner).addContact(nameable(contact), groupId ?? null),
    removeContact: (owner, contact) => rosterOf(owner).removeContact(nameable(contact)),
    addGroup: (owner, name) => rosterOf(owner).addGroup(name),
    renameGroup: (owner, groupId, name) => rosterOf(owner).renameGroup(groupId, name),
    removeGroup: (owner, groupId) => rosterOf(owner).removeGroup(groupId),
    addMember: (owner, groupId, contact) => rosterOf(owner).addMember(groupId, nameable(contact)),
    removeMember: (owner, groupId, contact) => rosterOf(owner).removeMember(groupId, nameable(contact)),

    addDelegate: (owner, delegate) => rosterOf(owner).addDelegate(find(delegate).person),
    addDistributionGroup: (owner, groupId) => society.list(find(owner).person, listNamed(groupId)),
    removeDistributionGroup: (owner, groupId) => rosterOf(owner).hide(listNamed(groupId).id),
    changeDistributionGroup(groupId, { name, add, remove }) {
      const { distributionGroups } = society
      if (name !== undefined) distributionGroups.rename(groupId, name)
      if (add !== undefined) distributionGroups.addPerson(groupId, find(add).person)
      if (remove !== undefined) distributionGroups.removePerson(groupId, find(remove).person)
      const group = listNamed(groupId)
      for (const { uri } of users) {
        const isListed = rosterOf(uri)
          .groups()
          .some(({ id }) => id === groupId)
        if (isListed) emit({ kind: 'groupUpdated', owner: uri, group })
      }
    },

    async photo(of, size) {
      const { look } = find(of)
      return look === null ? null : photos.photo(look, size)
    },
    onChange(listener) {
      const own = (heard: WorldChange): void => listener(heard) // the same function may be handed in twice
      listeners.add(own)
      return () => void listeners.delete(own)
    },
    reset() {
      world.stop()
      strangers.clear()
      society = inhabit()
      begin()
    },
    stop() {
      endLife?.()
      for (const timer of timers.values()) timer.cancel()
      timers.clear()
    },
  }

  let endLife: (() => void) | null = null
  const begin = (): void => {
    for (const being of society.beings.values()) awaitTurn(being)
    const viewer = users[0]?.uri
    const chance = createChance(seed, domain, 'life')
    endLife = viewer === undefined ? null : beginLife(life, { world, doings, clock, chance, viewer })
  }
  begin()
  return world
}

/** A device that has just been used says that it is active, whichever way it tells. */
const activeMachine = ({ machine }: Endpoint): Endpoint['machine'] =>
  machine.kind === 'told' ? { kind: 'told', state: 'active' } : machine
