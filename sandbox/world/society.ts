/** A world's people with their lists and the levels they grant, as they are in the beginning. */
import { createBeing, type Being } from './being.ts'
import { createChance } from './chance.ts'
import { fillRoster, openingContacts } from './opening-rosters.ts'
import { keyOf, type Population } from './people.ts'
import { createRoster, type Roster } from './roster.ts'
import type { Person, PrivacyLevel, SandboxClock, WorldChange } from './world-model.ts'

/** So often somebody on a user's list grants that user the Workgroup level. (Our choice.) */
const WORKGROUP_SHARE = 0.2

type Society = {
  /** By key of their URI. */
  readonly beings: ReadonlyMap<string, Being>
  /** A user's list as it began, and as it is since; anybody else's begins empty. */
  rosterOf(owner: Person): Roster
}

/** What of a world's options decides how it begins. */
type Beginning = {
  readonly domain: string
  readonly contacts: number
  readonly groups: number
  readonly seed: string | number
  readonly clock: SandboxClock
}

/** Everybody, with the users' lists; `emit` is told of what changes in those lists afterwards. */
export function settle(
  population: Population,
  options: Beginning,
  emit: (change: WorldChange) => void,
): Society {
  const nowMs = options.clock.now()
  const beings = new Map(
    population.all.map(
      (inhabitant) => [keyOf(inhabitant.person.uri), createBeing(inhabitant, nowMs)] as const,
    ),
  )
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

  // A list is made when it is first asked for: of seven with 5,000 people each, most runs look at one or two.
  const openRoster = (owner: Person): Roster => {
    let isOpen = false
    const roster = createRoster(owner.uri, (change) => isOpen && emit(change))
    const userAt = userKeys.indexOf(keyOf(owner.uri))
    if (userAt >= 0) {
      const people = openingContacts(population, userAt, options.contacts).map(({ person }) => person)
      fillRoster(roster, people, options.groups, createChance(options.seed, options.domain, 'roster', userAt))
    }
    isOpen = true
    return roster
  }
  return {
    beings,
    rosterOf(owner) {
      const key = keyOf(owner.uri)
      const roster = rosters.get(key) ?? openRoster(owner)
      rosters.set(key, roster)
      return roster
    },
  }
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
