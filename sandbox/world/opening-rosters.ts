/** The contact lists with which a world begins. */
import type { Chance } from './chance.ts'
import { GROUP_NAMES } from './names.ts'
import { keyOf, type Inhabitant, type Population } from './people.ts'
import type { Roster } from './roster.ts'
import type { Person } from './world-model.ts'

/** Which of the known characters are pinned, and in which personal groups they are, by number. */
const PLACES: {
  readonly [localPart: string]: { readonly isPinned?: true; readonly groups: readonly number[] }
} = {
  lenea: { isPinned: true, groups: [0] },
  danab: { isPinned: true, groups: [2] },
  sarad: { isPinned: true, groups: [0] },
  alexd: { isPinned: true, groups: [0] },
  chrisb: { isPinned: true, groups: [] },
  misakit: { isPinned: true, groups: [] },
  priyar: { groups: [0] },
  kwamem: { groups: [0] },
  juergeng: { groups: [0] },
  lann: { groups: [0] },
  ingrids: { groups: [0] },
  laylam: { groups: [1] },
  matteor: { groups: [1] },
  chloel: { groups: [1] },
  'marek.novak': { groups: [1] },
  omarh: { groups: [1] },
}

/** Who may act for whom, by local part. Not of the first user's, whose list is the plainest there is. */
const DELEGATES: Readonly<Record<string, readonly string[]>> = {
  sarad: ['alexd', 'chrisb'],
  priyar: ['chrisb'],
}

/** Which distribution groups somebody has on the list, by local part. */
const LISTED: Readonly<Record<string, readonly string[]>> = {
  priyar: ['product-council'],
  sarad: ['release-crew', 'everyone'],
  chrisb: ['product-council'],
}

/** Whose organization is shown: as with the first user, not everybody's. */
const WITH_ORGANIZATION: ReadonlySet<string> = new Set(['sarad', 'priyar', 'kwamem'])

/** Whose list has an address that leads to nobody any more, in the place of the last contact. */
const WITH_SOMEBODY_GONE: Readonly<Record<string, string>> = { sarad: 'gone.since.spring' }

/** What a list begins with beside its contacts. */
export type Extras = {
  readonly delegates: readonly string[]
  readonly distributionGroups: readonly string[]
  readonly hasOrganization: boolean
  /** The local part of an address that leads to nobody; null: there is none. */
  readonly gone: string | null
}

/** By local part, as all that is in it. */
export function extrasOf({ uri }: Person): Extras {
  const name = localPartOf(uri)
  return {
    delegates: DELEGATES[name] ?? [],
    distributionGroups: LISTED[name] ?? [],
    hasOrganization: WITH_ORGANIZATION.has(name),
    gone: WITH_SOMEBODY_GONE[name] ?? null,
  }
}

/** In lower case. */
const localPartOf = (uri: string): string => keyOf(uri).replace(/^sip:(.*)@.*$/, '$1')

/** How many generated contacts may be pinned beside the known ones. (Our choice.) */
const MOST_PINNED = 6

/**
 * Whom the user of that number has on their list. The first has exactly `contacts` people; the others too, but never
 * fewer than the other users, unless nobody has anybody.
 */
export function openingContacts(
  { users, all }: Population,
  userAt: number,
  contacts: number,
): readonly Inhabitant[] {
  if (contacts === 0) return []
  if (userAt === 0) return all.slice(1, contacts + 1)
  const others = users.filter((_, place) => place !== userAt)
  const strangers = all.slice(users.length)
  const wanted = Math.max(contacts - others.length, 0)
  const from = (17 * userAt) % Math.max(strangers.length, 1) // everybody knows other people
  return [...others, ...[...strangers.slice(from), ...strangers.slice(0, from)].slice(0, wanted)]
}

/** Spreads the contacts over the pinned, the personal and the default group. */
export function fillRoster(
  roster: Roster,
  contacts: readonly Person[],
  groupCount: number,
  chance: Chance,
): void {
  const names = Array.from({ length: groupCount }, (_, place) => GROUP_NAMES[place] ?? `Group ${place + 1}`)
  const personal = names.map((name) => roster.addGroup(name).id)
  const pinned = roster.groups()[0]?.id
  let pins = 0
  for (const contact of contacts) {
    const known = PLACES[localPartOf(contact.uri)]
    const groups = known?.groups.flatMap((place) => personal[place] ?? []) ?? drawnGroups(personal, chance)
    const isPinned = known?.isPinned ?? (known === undefined && pins < MOST_PINNED && chance.happens(0.03))
    if (isPinned && known === undefined) pins += 1
    const all = isPinned && pinned !== undefined ? [pinned, ...groups] : groups
    for (const group of all) roster.addMember(group, contact)
    if (all.length === 0) roster.addContact(contact, null)
  }
}

/** Most are in one group, a few in two, some in none. */
function drawnGroups(personal: readonly string[], chance: Chance): readonly string[] {
  if (personal.length === 0 || chance.happens(0.18)) return []
  const [first, second] = [chance.pick(personal), chance.pick(personal)]
  return chance.happens(0.1) && first !== second ? [first, second] : [first]
}
