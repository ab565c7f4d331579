/** A world's people with their lists and the levels they grant, as they are in the beginning. */
import { createBeing, type Being } from './being.ts'
import { createChance } from './chance.ts'
import { createDistributionGroups, type DistributionGroups } from './distribution-groups.ts'
import { extrasOf, fillRoster, openingContacts } from './opening-rosters.ts'
import { keyOf, type Population } from './people.ts'
import { createRoster, type Roster } from './roster.ts'
import type {
  DistributionGroup,
  Group,
  Person,
  PrivacyLevel,
  SandboxClock,
  StatedLevel,
  Uri,
  WorldChange,
} from './world-model.ts'

/** So often somebody on a user's list grants that user the Workgroup level. (Our choice.) */
const WORKGROUP_SHARE = 0.2

type Society = {
  /** Those who live here, by key of their URI. */
  readonly beings: ReadonlyMap<string, Being>
  /** One of them, or one of the further people of the directory, who come to life when they are asked for. */
  being(key: string): Being | null
  /** By name. */
  everybody(): readonly Person[]
  readonly distributionGroups: DistributionGroups
  /** A user's list as it began, and as it is since; anybody else's begins empty. */
  rosterOf(owner: Person): Roster
  /** Shows the distribution group on that list. */
  list(owner: Person, group: DistributionGroup): void
}

/** What of a world's options decides how it begins. */
type Beginning = {
  readonly domain: string
  readonly contacts: number
  readonly groups: number
  readonly seed: string | number
  readonly clock: SandboxClock
}

/** So many of the same department are shown as the organization. (Our choice.) */
const MOST_OF_THE_ORGANIZATION = 12
/** Ours, after the desktop client's. Ids as those of the list's own groups: in base64, with its `=`. */
const DELEGATORS: Group = {
  id: Buffer.from('delegtrs').toString('base64'),
  name: 'People I act for',
  kind: 'delegatorsGroup',
}
const ORGANIZATION: Group = {
  id: Buffer.from('organztn').toString('base64'),
  name: 'My organization',
  kind: 'myOrganizationGroup',
}

type Listener = {
  /** Something in a list has changed. */
  emit(change: WorldChange): void
  /** One of the further people lives here from now on. */
  comesToLife(being: Being): void
  /** Somebody of whom there is nothing but an address on a list. */
  stranger(uri: Uri): Person
}

/** Everybody, with the users' lists. */
export function settle(
  population: Population,
  options: Beginning,
  { emit, comesToLife, stranger }: Listener,
): Society {
  const nowMs = options.clock.now()
  const beings = new Map(
    population.all.map(
      (inhabitant) => [keyOf(inhabitant.person.uri), createBeing(inhabitant, nowMs)] as const,
    ),
  )
  const further = lazily(
    () => new Map(population.further().map((one) => [keyOf(one.person.uri), one] as const)),
  )
  const cameLater = new Map<string, Being>()
  const everybody = lazily(() =>
    [...population.all, ...population.further()].map(({ person }) => person).sort(byName),
  )
  const being = (key: string): Being | null => {
    const known = beings.get(key) ?? cameLater.get(key)
    if (known !== undefined || !key.endsWith(`@${options.domain}`)) return known ?? null
    const inhabitant = further().get(key)
    if (inhabitant === undefined) return null
    const later = createBeing(inhabitant, options.clock.now())
    cameLater.set(key, later)
    comesToLife(later)
    return later
  }

  const distributionGroups = createDistributionGroups(options.domain, everybody)
  const rosters = new Map<string, Roster>()
  const userKeys = population.users.map(({ person }) => keyOf(person.uri))

  for (const [userAt, userKey] of userKeys.entries()) {
    const chance = createChance(options.seed, options.domain, 'grants', userAt)
    for (const { person, grantsFirstUser } of openingContacts(population, userAt, options.contacts)) {
      const drawn = chance.happens(WORKGROUP_SHARE) && person.credentials === null ? 'Workgroup' : null
      const level = userAt === 0 ? grantsFirstUser : drawn
      if (level !== null) beings.get(keyOf(person.uri))?.granted.set(userKey, level)
    }
  }

  /** Whom somebody may act for, by the key of who acts. */
  const delegators = new Map<string, readonly Person[]>()
  const delegatorsOf = (delegate: Uri): readonly Person[] => delegators.get(keyOf(delegate)) ?? []
  const personHere = (localPart: string): readonly Person[] => {
    const found = beings.get(`sip:${localPart}@${options.domain}`)
    return found === undefined ? [] : [found.person]
  }
  for (const { person } of options.contacts === 0 ? [] : population.users) {
    for (const { uri } of extrasOf(person).delegates.flatMap(personHere)) {
      delegators.set(keyOf(uri), [...delegatorsOf(uri), person])
    }
  }

  /** Who acts for somebody hears of it in a list of their own. */
  const told = (change: WorldChange): void => {
    emit(change)
    if (change.kind !== 'memberAdded' && change.kind !== 'memberRemoved') return
    if (change.group.kind !== 'delegatesGroup') return
    const { owner, contact } = change
    const [principal, delegate] = [beings.get(keyOf(owner))?.person, being(keyOf(contact))?.person]
    if (principal === undefined || delegate === undefined) return
    const roster = rosterOf(delegate)
    const others = delegatorsOf(contact).filter(({ uri }) => keyOf(uri) !== keyOf(owner))
    const after = change.kind === 'memberAdded' ? [...others, principal] : others
    delegators.set(keyOf(contact), after)
    const member = { kind: change.kind, owner: delegate.uri, group: DELEGATORS, contact: owner } as const
    if (change.kind === 'memberAdded' && others.length === 0) showDelegators(roster, delegate)
    emit(member)
    if (others.length > 0) emit({ kind: 'groupUpdated', owner: delegate.uri, group: DELEGATORS })
    if (after.length === 0) roster.hide(DELEGATORS.id)
  }
  const showDelegators = (roster: Roster, { uri }: Person): void =>
    roster.show({ group: () => DELEGATORS, people: () => delegatorsOf(uri) })

  const listIn = (roster: Roster, group: DistributionGroup): void =>
    roster.show({
      group: () => distributionGroups.get(group.id) ?? group,
      people: () => distributionGroups.people(group.id),
    })

  /** Source: UCWA reference, "myOrganizationGroup": "manager, peers and direct reports". Our choice: the department. */
  const organizationOf = (owner: Person): readonly Person[] =>
    population.all
      .map(({ person }) => person)
      .filter(({ department, uri }) => department === owner.department && uri !== owner.uri)
      .slice(0, MOST_OF_THE_ORGANIZATION)

  // A list is made when it is first asked for: of seven with 5,000 people each, most runs look at one or two.
  const openRoster = (owner: Person): Roster => {
    let isOpen = false
    const roster = createRoster(owner.uri, (change) => isOpen && told(change))
    const userAt = userKeys.indexOf(keyOf(owner.uri))
    if (userAt >= 0) {
      const people = openingContacts(population, userAt, options.contacts).map(({ person }) => person)
      fillRoster(roster, people, options.groups, createChance(options.seed, options.domain, 'roster', userAt))
    }
    if (userAt >= 0 && options.contacts > 0) {
      const extras = extrasOf(owner)
      const last = roster.contacts().at(-1)
      if (extras.gone !== null && last !== undefined && last.credentials === null) {
        roster.removeContact(last)
        roster.addContact(stranger(`sip:${extras.gone}@${options.domain}`), null)
      }
      for (const delegate of extras.delegates.flatMap(personHere)) roster.addDelegate(delegate)
      for (const name of extras.distributionGroups) {
        const group = distributionGroups.at(`sip:${name}@${options.domain}`)
        if (group !== null) listIn(roster, group)
      }
      const organization = extras.hasOrganization ? organizationOf(owner) : []
      if (organization.length > 0) roster.show({ group: () => ORGANIZATION, people: () => organization })
    }
    if (delegatorsOf(owner.uri).length > 0) showDelegators(roster, owner)
    isOpen = true
    return roster
  }
  const rosterOf = (owner: Person): Roster => {
    const key = keyOf(owner.uri)
    const roster = rosters.get(key) ?? openRoster(owner)
    rosters.set(key, roster)
    return roster
  }
  return {
    beings,
    being,
    everybody,
    distributionGroups,
    rosterOf,
    list: (owner, group) => listIn(rosterOf(owner), group),
  }
}

const { compare } = new Intl.Collator('en')
const byName = (one: Person, other: Person): number => compare(one.name, other.name)

/** What is made when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/**
 * The level that `owner` grants: by hand, or the automatic one.
 * Source: "Controlling access to presence publications", default members.
 */
export function levelOf(owner: Being, contact: Person): PrivacyLevel {
  const granted = owner.granted.get(keyOf(contact.uri))
  if (granted !== undefined) return granted
  const networks = [owner.person.sourceNetwork, contact.sourceNetwork]
  if (networks.includes('PublicCloud')) return 'Blocked'
  return networks.includes('Federated') ? 'External' : 'Colleagues'
}

/** The level as its owner is told it. Assumed: of an address that leads to nobody none is known, unless set by hand. */
export const statedLevel = (owner: Being, contact: Person): StatedLevel =>
  contact.isKnown || owner.granted.has(keyOf(contact.uri)) ? levelOf(owner, contact) : 'Unknown'
