/**
 * The directory's distribution groups: mail-enabled groups of people, and of other such groups.
 *
 * They are the company's and not a person's: whoever has one on the list sees it as it is now. (Which there are is our
 * choice: small ones, one within another, one of each department, one that nobody is in, and one that is too large.)
 */
import { DEPARTMENTS } from './names.ts'
import { keyOf } from './people.ts'
import type { DistributionGroup, Person, Uri } from './world-model.ts'

type Definition = {
  readonly localPart: string
  readonly name: string
  readonly people: (everybody: readonly Person[]) => readonly Person[]
  /** Local parts of the groups within it. */
  readonly groups?: readonly string[]
}

/** Whoever is left out of a department's list has not subscribed to it. Well below what a server expands. */
const MOST_OF_A_DEPARTMENT = 60

const called =
  (...localParts: readonly string[]): Definition['people'] =>
  (everybody) =>
    localParts.flatMap((name) => everybody.find(({ uri }) => keyOf(uri).startsWith(`sip:${name}@`)) ?? [])

const departments: readonly Definition[] = DEPARTMENTS.map(({ name }) => ({
  localPart: `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-news`,
  name: `${name} news`,
  people: (everybody) =>
    everybody.filter(({ department }) => department === name).slice(0, MOST_OF_A_DEPARTMENT),
}))

const DEFINITIONS: readonly Definition[] = [
  {
    localPart: 'release-crew',
    name: 'Release crew',
    people: called('sarad', 'priyar', 'marek.novak', 'lann'),
    groups: ['on-call'],
  },
  { localPart: 'on-call', name: 'On call', people: called('alexd', 'kwamem', 'juergeng') },
  {
    localPart: 'product-council',
    name: 'Product council',
    people: called('lenea', 'danab', 'sarad', 'chrisb', 'misakit', 'chloel'),
  },
  ...departments,
  {
    localPart: 'all-news',
    name: 'News of every department',
    people: () => [],
    groups: departments.map(({ localPart }) => localPart),
  },
  { localPart: 'alumni', name: 'Alumni', people: () => [] },
  {
    localPart: 'everyone',
    name: 'Everyone',
    people: (everybody) => everybody.filter(({ sourceNetwork }) => sourceNetwork === 'SameEnterprise'),
  },
]

export type DistributionGroups = {
  all(): readonly DistributionGroup[]
  /** Null: there is none of that id. */
  get(id: string): DistributionGroup | null
  /** Null: none has that address. */
  at(uri: Uri): DistributionGroup | null
  /** People who are in it themselves, not by way of a group. @throws RangeError when there is no such group, as below. */
  people(id: string): readonly Person[]
  /** Groups that are in it themselves. */
  groups(id: string): readonly DistributionGroup[]
  rename(id: string, name: string): void
  addPerson(id: string, person: Person): void
  removePerson(id: string, person: Person): void
}

type Kept = {
  group: DistributionGroup
  readonly definition: Definition
  /** Null while nobody has asked: who is in the largest is the whole directory. */
  people: readonly Person[] | null
}

/** @param everybody Asked for when it is first looked who is in a group. */
export function createDistributionGroups(
  domain: string,
  everybody: () => readonly Person[],
): DistributionGroups {
  const kept = new Map<string, Kept>(
    DEFINITIONS.map((definition, place) => {
      const { localPart, name } = definition
      const id = Buffer.from(`list${String(place + 1).padStart(4, '0')}`).toString('base64')
      const group = { id, name, kind: 'distributionGroup', uri: `sip:${localPart}@${domain}` } as const
      return [id, { group, definition, people: null }]
    }),
  )
  const find = (id: string): Kept => {
    const found = kept.get(id)
    if (found === undefined) throw new RangeError(`${domain} has no distribution group ${id}.`)
    return found
  }
  const all = (): readonly DistributionGroup[] => [...kept.values()].map(({ group }) => group)
  const at = (uri: Uri): DistributionGroup | null =>
    all().find((group) => keyOf(group.uri) === keyOf(uri)) ?? null
  const people = (id: string): readonly Person[] => {
    const found = find(id)
    return (found.people ??= found.definition.people(everybody()))
  }
  return {
    all,
    at,
    people,
    get: (id) => kept.get(id)?.group ?? null,
    groups: (id) => (find(id).definition.groups ?? []).flatMap((name) => at(`sip:${name}@${domain}`) ?? []),
    rename(id, name) {
      const found = find(id)
      found.group = { ...found.group, name }
    },
    addPerson(id, person) {
      const others = people(id).filter(({ uri }) => keyOf(uri) !== keyOf(person.uri))
      find(id).people = [...others, person]
    },
    removePerson(id, person) {
      find(id).people = people(id).filter(({ uri }) => keyOf(uri) !== keyOf(person.uri))
    },
  }
}
