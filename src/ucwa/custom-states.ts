import type { ParseXml, XmlElement } from '../lib/xml.ts'
import { bestLcid } from './lcid.ts'
import type { PreferredAvailability } from './availability.ts'

/**
 * A state that the company's administrator has defined, in the file that Lync and Skype for Business read
 * (`CustomStateURL`). UCWA shows such a state of a contact's, but publishes none ("Me dashboard", presence): here it is
 * published as an availability and a note.
 */
export type CustomState = {
  /** 1 to 4. */
  readonly id: number
  readonly availability: Extract<PreferredAvailability, 'Online' | 'Busy' | 'DoNotDisturb'>
  /** By LCID, in the order of the file; at least one. */
  readonly texts: ReadonlyMap<number, string>
}

/** What is wrong with the file. `state` counts from 1, in the order of the file. */
export type CustomStatesMistake =
  | { readonly kind: 'tooLarge'; readonly characters: number }
  | { readonly kind: 'notXml'; readonly detail: string }
  | { readonly kind: 'doctype' }
  | { readonly kind: 'wrongRoot'; readonly found: string }
  | { readonly kind: 'wrongNamespace'; readonly found: string | null }
  | { readonly kind: 'noStates' }
  | { readonly kind: 'tooManyStates'; readonly count: number }
  | { readonly kind: 'unknownElement'; readonly found: string; readonly inside: string }
  | { readonly kind: 'unknownAttribute'; readonly found: string; readonly of: string }
  | { readonly kind: 'strayText'; readonly found: string; readonly inside: string }
  | { readonly kind: 'noId'; readonly state: number }
  | { readonly kind: 'badId'; readonly state: number; readonly found: string }
  | { readonly kind: 'sameId'; readonly state: number; readonly found: string }
  | { readonly kind: 'noAvailability'; readonly state: number }
  | { readonly kind: 'badAvailability'; readonly state: number; readonly found: string }
  | { readonly kind: 'noActivity'; readonly state: number }
  | { readonly kind: 'noLcid'; readonly state: number }
  | { readonly kind: 'badLcid'; readonly state: number; readonly found: string }
  | { readonly kind: 'sameLcid'; readonly state: number; readonly found: string }
  | { readonly kind: 'emptyText'; readonly state: number; readonly lcid: string }
  | { readonly kind: 'longText'; readonly state: number; readonly lcid: string; readonly length: number }

export type CustomStatesRead =
  | { readonly kind: 'read'; readonly states: readonly CustomState[] }
  /** All that is wrong, in the order of the file; none of its states is used then. */
  | { readonly kind: 'mistaken'; readonly mistakes: readonly CustomStatesMistake[] }

// Source: "Configuring custom presence states" (Lync Server 2010 and 2013), which prints the schema's rules.
const NAMESPACE = 'http://schemas.microsoft.com/09/2009/communicator/customStates'
const MOST_STATES = 4
const LONGEST_TEXT = 64
/** Four states in every language there is come to less. (Our choice.) */
const LARGEST_FILE = 100_000

/** Observed: files with `Do-Not-Disturb` are in use, so the case of letters is let pass. */
const AVAILABILITIES: ReadonlyMap<string, CustomState['availability']> = new Map([
  ['online', 'Online'],
  ['busy', 'Busy'],
  ['do-not-disturb', 'DoNotDisturb'],
])

/** Reads the administrator's file, strictly: a state that is half understood would be shown wrongly to somebody. */
export function readCustomStates(text: string, parseXml: ParseXml): CustomStatesRead {
  const mistaken = (mistake: CustomStatesMistake): CustomStatesRead => ({
    kind: 'mistaken',
    mistakes: [mistake],
  })
  if (text.length > LARGEST_FILE) return mistaken({ kind: 'tooLarge', characters: text.length })
  const parsed = parseXml(text)
  if ('mistake' in parsed) return mistaken({ kind: 'notXml', detail: parsed.mistake })
  const { root, hasDoctype } = parsed
  if (hasDoctype) return mistaken({ kind: 'doctype' })
  if (root.name !== 'customStates') return mistaken({ kind: 'wrongRoot', found: root.name })
  if (root.namespace !== NAMESPACE) return mistaken({ kind: 'wrongNamespace', found: root.namespace })

  const mistakes: CustomStatesMistake[] = strangersIn(root, [], 'customState')
  const elements = root.children.filter((one) => isOurs(one, 'customState'))
  if (root.children.length === 0) mistakes.push({ kind: 'noStates' })
  if (elements.length > MOST_STATES) mistakes.push({ kind: 'tooManyStates', count: elements.length })
  const ids = new Set<string>()
  const states = elements.flatMap((element, at) => {
    const read = readState(element, at + 1, ids)
    mistakes.push(...read.mistakes)
    return read.state === null ? [] : [read.state]
  })
  return mistakes.length > 0 ? { kind: 'mistaken', mistakes } : { kind: 'read', states }
}

type StateRead = { readonly state: CustomState | null; readonly mistakes: readonly CustomStatesMistake[] }

function readState(element: XmlElement, state: number, ids: Set<string>): StateRead {
  const mistakes = strangersIn(element, ['ID', 'availability'], 'activity')
  const id = attributeOf(element, 'ID')
  if (id === null) mistakes.push({ kind: 'noId', state })
  else if (!/^[1-4]$/.test(id)) mistakes.push({ kind: 'badId', state, found: id })
  else if (ids.has(id)) mistakes.push({ kind: 'sameId', state, found: id })
  else ids.add(id)

  const named = attributeOf(element, 'availability')
  const availability = AVAILABILITIES.get(named?.toLowerCase() ?? '') ?? null
  if (named === null) mistakes.push({ kind: 'noAvailability', state })
  else if (availability === null) mistakes.push({ kind: 'badAvailability', state, found: named })

  const activities = element.children.filter((one) => isOurs(one, 'activity'))
  if (activities.length === 0) mistakes.push({ kind: 'noActivity', state })
  const texts = new Map<number, string>()
  for (const activity of activities) mistakes.push(...readActivity(activity, state, texts))

  const isWhole = mistakes.length === 0 && availability !== null
  return { state: isWhole ? { id: Number(id), availability, texts } : null, mistakes }
}

function readActivity(
  activity: XmlElement,
  state: number,
  texts: Map<number, string>,
): readonly CustomStatesMistake[] {
  const mistakes = strangersIn(activity, ['LCID'], null)
  const named = attributeOf(activity, 'LCID')
  const text = activity.text.replaceAll(/\s+/g, ' ').trim()
  const lcid = named !== null && /^[1-9]\d{0,5}$/.test(named) ? Number(named) : null
  if (named === null) mistakes.push({ kind: 'noLcid', state })
  else if (lcid === null) mistakes.push({ kind: 'badLcid', state, found: named })
  else if (texts.has(lcid)) mistakes.push({ kind: 'sameLcid', state, found: named })
  if (text === '') mistakes.push({ kind: 'emptyText', state, lcid: named ?? '' })
  if (text.length > LONGEST_TEXT)
    mistakes.push({ kind: 'longText', state, lcid: named ?? '', length: text.length })
  if (lcid !== null && !texts.has(lcid)) texts.set(lcid, text)
  return mistakes
}

const isOurs = ({ name, namespace }: XmlElement, expected: string): boolean =>
  name === expected && namespace === NAMESPACE

const attributeOf = ({ attributes }: XmlElement, name: string): string | null =>
  attributes.find((one) => one.name === name && one.namespace === null)?.value ?? null

/** What has no place there: elements but `child`, attributes but `known`, and text but in a leaf. */
function strangersIn(
  { name: inside, attributes, children, text }: XmlElement,
  known: readonly string[],
  child: string | null,
): CustomStatesMistake[] {
  const stray = text.trim()
  return [
    ...attributes
      .filter(({ name, namespace }) => namespace === null && !known.includes(name)) // `xml:lang`, `xsi:…` are not the schema's
      .map(({ name }) => ({ kind: 'unknownAttribute' as const, found: name, of: inside })),
    ...children
      .filter((one) => child === null || !isOurs(one, child))
      .map(({ name }) => ({ kind: 'unknownElement' as const, found: name, inside })),
    ...(child === null || stray === ''
      ? []
      : [{ kind: 'strayText' as const, found: stray.slice(0, 40), inside }]),
  ]
}

/** A state in the words of a reader of that culture (`en-US`). */
export function textOf({ texts }: CustomState, culture: string): string {
  const lcid = bestLcid(Array.from(texts.keys()), culture)
  return (lcid === null ? undefined : texts.get(lcid)) ?? ''
}

/** Somebody's activity in the reader's own words, when it is a text of one of these states in any language; else null. */
export function recognised(states: readonly CustomState[], activity: string, culture: string): string | null {
  const state = states.find(({ texts }) => Array.from(texts.values()).includes(activity))
  return state === undefined ? null : textOf(state, culture)
}
