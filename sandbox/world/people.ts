/** Who is in a world: the known characters, and as many generated people around them as were asked for. */
import { createChance, type Chance } from './chance.ts'
import { ACQUAINTANCES, AT_DESK, SIGNED_OUT, USERS, type Character, type Opening } from './characters.ts'
import { CUSTOM_ACTIVITIES, DEPARTMENTS, PARTNERS, REGIONS, type Region } from './names.ts'
import { lookOf, type Look } from './portrait.ts'
import type { Person, PrivacyLevel, Uri } from './world-model.ts'

export type Inhabitant = {
  readonly person: Person
  /** Null: no photo. */
  readonly look: Look | null
  readonly opening: Opening
  /** What they grant the first user, where it is not the automatic level. */
  readonly grantsFirstUser: PrivacyLevel | null
  /** What they write in their notes now and then. */
  readonly phrases: readonly string[]
}

type PeopleOptions = {
  /** The SIP domain, in lower case. */
  readonly domain: string
  /** How many people the first user's list needs beside herself. */
  readonly contacts: number
  readonly seed: string
}

/** URIs are compared in lower case and kept as the directory writes them. */
export const keyOf = (uri: Uri): string => uri.toLowerCase()

/** A directory, first those who can sign in, then the first user's further contacts, then the others. */
export type Population = {
  readonly users: readonly Inhabitant[]
  /** Users included. At least twice as many as the contacts asked for; federated people only among the contacts. */
  readonly all: readonly Inhabitant[]
  /**
   * The rest of a company of some thousands, whom nobody knows. They are made when they are first asked for, since most
   * worlds never search.
   */
  further(): readonly Inhabitant[]
}

/** The directory has at least so many people. (Our choice: "thousands", for a search to go over.) */
const COMPANY_SIZE = 3000

/** Everybody of a world. The same options give the same people. */
export function createPopulation({ domain, contacts, seed }: PeopleOptions): Population {
  const chance = createChance(seed, 'people')
  const taken = new Set<string>()
  const names = new Set<string>()
  const known = [...USERS, ...ACQUAINTANCES].map((character) => {
    taken.add(character.localPart.toLowerCase())
    names.add(character.name)
    return settle(character, domain, USERS.includes(character), chance)
  })
  const users = known.slice(0, USERS.length)
  const size = Math.max(2 * contacts, known.length)
  const others = Array.from({ length: size - known.length }, (_, place) => {
    const isContact = known.length + place <= contacts
    return settle(generate(chance, taken, names, isContact), domain, false, chance)
  })
  const all = [...known, ...others]
  let rest: readonly Inhabitant[] | null = null
  const furtherOnes = (): readonly Inhabitant[] => {
    const ownChance = createChance(seed, 'further people')
    return Array.from({ length: Math.max(COMPANY_SIZE - all.length, 0) }, () =>
      settle(generate(ownChance, taken, names, false), domain, false, ownChance),
    )
  }
  return { users, all, further: () => (rest ??= furtherOnes()) }
}

/** A character, as the directory of one domain has them. */
function settle(character: Character, domain: string, canSignIn: boolean, chance: Chance): Inhabitant {
  const { localPart, name, partner, opening, look } = character
  const address = `${localPart}@${partner?.domain ?? domain}`
  const phone = (probability: number): string | null =>
    chance.happens(probability) ? `${character.dial}${String(1_000_000 + chance.below(9_000_000))}` : null
  const isKnownOf = partner === null // a partner's people are known by little more than their name
  const isComplete = isKnownOf && (canSignIn || chance.happens(0.94))
  return {
    person: {
      uri: `sip:${address}`,
      name,
      title: isComplete ? character.title : null,
      department: isComplete ? character.department : null,
      company: partner?.company ?? companyOf(domain),
      office: isKnownOf ? character.office : null,
      emailAddresses: [address.toLowerCase()],
      workPhoneNumber: isKnownOf ? phone(canSignIn ? 1 : 0.9) : null,
      mobilePhoneNumber: isKnownOf ? phone(canSignIn ? 1 : 0.7) : null,
      homePhoneNumber: isKnownOf ? phone(0.2) : null,
      otherPhoneNumber: isKnownOf ? phone(0.05) : null,
      sourceNetwork: isKnownOf ? 'SameEnterprise' : 'Federated',
      credentials: canSignIn ? credentialsOf(character, domain) : null,
      hasPhoto: look !== null,
      isKnown: true,
    },
    look,
    opening,
    grantsFirstUser: character.grantsFirstUser ?? null,
    phrases: character.phrases ?? REGIONS[0]?.notes ?? [],
  }
}

/** Somebody of whom nothing is known but the address that another wrote down. */
export const strangerAt = (uri: Uri, domain: string): Person => ({
  uri,
  name: localPartIn(uri),
  title: null,
  department: null,
  company: null,
  office: null,
  emailAddresses: [],
  workPhoneNumber: null,
  mobilePhoneNumber: null,
  homePhoneNumber: null,
  otherPhoneNumber: null,
  sourceNetwork: uri.toLowerCase().endsWith(`@${domain}`) ? 'SameEnterprise' : 'Federated',
  credentials: null,
  hasPhoto: false,
  isKnown: false,
})

/** What stands before the @. */
const localPartIn = (uri: Uri): string => uri.replace(/^sips?:/i, '').replace(/@.*$/, '')

/** They do not follow from the seed: a test signs in to any world knowing no more than its domain. */
const credentialsOf = ({ name, localPart }: Character, domain: string): Person['credentials'] => ({
  username: `${localPart.toLowerCase()}@${domain}`,
  password: `Welcome-${name.split(' ')[0] ?? name}`,
})

/** contoso.com is Contoso. */
function companyOf(domain: string): string {
  const label = domain.split('.')[0] ?? domain
  return label.slice(0, 1).toUpperCase() + label.slice(1)
}

/** One more person, under a local part that nobody has yet and, while there are any left, a name too. */
function generate(chance: Chance, taken: Set<string>, names: Set<string>, isContact: boolean): Character {
  const region = chance.pick(REGIONS)
  const isWoman = chance.happens(0.5)
  const given = () => chance.pick(isWoman ? region.women : region.men)
  const family = (tries: number) =>
    chance.pick(tries > 2 && !region.isFamilyFirst ? LATIN_FAMILIES : region.families)
  let name = fullName(region, given(), family(0))
  for (let tries = 0; names.has(name.display) && tries < 12; tries += 1) {
    name = fullName(region, given(), family(tries))
  }
  names.add(name.display)

  const city = chance.pick(region.cities)
  const office = chance.pick(city.rooms).replaceAll('#', () => String(1 + chance.below(8)))
  const department = chance.pick(DEPARTMENTS)
  return {
    localPart: localPartOf(name.given, name.family, taken, chance),
    name: name.display,
    title: chance.pick(department.titles),
    department: department.name,
    office,
    dial: city.dial,
    look: chance.happens(0.15) ? null : lookOf(chance, isWoman, region.complexion),
    partner: isContact && chance.happens(0.04) ? chance.pick(PARTNERS) : null,
    ...(isContact ? grantOf(chance) : {}),
    opening: openingOf(region, city.name, office, chance),
    phrases: region.notes,
  }
}

/** Most leave it at the automatic level. */
function grantOf(chance: Chance): { readonly grantsFirstUser?: PrivacyLevel } {
  const drawn = chance.fraction()
  if (drawn < 0.22) return { grantsFirstUser: 'Workgroup' }
  if (drawn < 0.3) return { grantsFirstUser: 'FriendsAndFamily' }
  if (drawn < 0.33) return { grantsFirstUser: 'External' }
  return drawn < 0.35 ? { grantsFirstUser: 'Blocked' } : {}
}

/** How somebody is at the beginning of a world: an ordinary morning. */
function openingOf(region: Region, cityName: string, office: string, chance: Chance): Opening {
  const written = {
    note: chance.happens(0.4) ? chance.pick(region.notes) : '',
    location: chance.happens(0.75) ? (chance.happens(0.8) ? office : cityName) : '',
  }
  const desk: Opening = { ...AT_DESK, ...written }
  const idle = { device: { type: 'PC', machine: 'idle' }, unusedMinutes: 5 + chance.below(5) } as const
  const away = { device: { type: 'PC', machine: 'away' }, unusedMinutes: 10 + chance.below(110) } as const
  const onMobile = {
    device: { type: 'Mobile', machine: 'idle' },
    unusedMinutes: 5 + chance.below(5),
  } as const
  const state = chance.below(100)
  if (state < 30) return desk
  if (state < 36)
    return { ...desk, manual: { availability: 'Online', activity: chance.pick(CUSTOM_ACTIVITIES) } }
  if (state < 44) return { ...desk, ...idle }
  if (state < 56) return { ...desk, isInMeeting: true }
  if (state < 63) return { ...desk, call: 'on-the-phone' }
  if (state < 66) return { ...desk, call: 'in-a-conference' }
  if (state < 69) return { ...desk, ...idle, isInMeeting: true }
  if (state < 73) return { ...desk, manual: { availability: 'Busy', activity: null } }
  if (state < 75) return { ...desk, isPresenting: true }
  if (state < 77) return { ...desk, manual: { availability: 'DoNotDisturb', activity: null } }
  if (state < 80) return { ...desk, manual: { availability: 'BeRightBack', activity: null } }
  if (state < 84) return { ...desk, ...away }
  if (state < 86) return { ...desk, ...onMobile }
  if (state < 89) return { ...desk, ...away, manual: { availability: 'Offwork', activity: null } }
  if (state < 92) return { ...desk, ...away, note: '', outOfOffice: chance.pick(region.awayNotes) }
  const unusedMinutes = 20 + chance.below(6000)
  return { ...SIGNED_OUT, unusedMinutes, note: written.note, location: written.location }
}

type Name = { readonly display: string; readonly latin: string }
type FullName = { readonly display: string; readonly given: string; readonly family: string }

const parsedNames = new Map<string, Name>()

/** A name with the letters that its addresses are made of. */
function parseName(written: string): Name {
  const known = parsedNames.get(written)
  if (known !== undefined) return known
  const [display = written, latin] = written.split('|')
  const name = { display, latin: latin ?? inLatin(display) }
  parsedNames.set(written, name)
  return name
}

/** Accents fall away; letters that are no accented ones have a spelling of their own. */
const inLatin = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[øłđßæı]/g, (letter) => SPELLINGS[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '')

const SPELLINGS: { readonly [letter: string]: string } = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', ı: 'i' }

function fullName(region: Region, given: string, family: string): FullName {
  const [first, last] = [parseName(given), parseName(family)]
  const display = region.isFamilyFirst
    ? `${last.display} ${first.display}`
    : `${first.display} ${last.display}`
  return { display, given: first.latin, family: last.latin }
}

/** Given name and as much of the family's as makes it unique; a few begin with capitals, as directories have them. */
function localPartOf(given: string, family: string, taken: Set<string>, chance: Chance): string {
  let letters = 1
  let number = 1
  let local = given + family.slice(0, letters)
  while (taken.has(local)) {
    if (letters < family.length) letters += 1
    else number += 1
    local = given + family.slice(0, letters) + (number > 1 ? String(number) : '')
  }
  taken.add(local)
  if (!chance.happens(0.2)) return local
  return capital(given) + capital(local.slice(given.length))
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

const isLatin = ({ families }: Region): boolean => !families.some((family) => family.includes('|'))
/** People move: where a region's own names run out, families come from elsewhere. */
const LATIN_FAMILIES = REGIONS.filter(isLatin).flatMap(({ families }) => families)
