import * as v from 'valibot'
import { namesIn } from '../lib/names-in.ts'
import type { Defaults } from '../ucwa/config.ts'
import { DENSITIES } from './preferences-store.ts'

export const SCREENS = ['board', 'wall'] as const
/** What the list can be narrowed to: the chips, in their order. Each person counts once, by availability. */
export const FILTERS = ['available', 'busy', 'doNotDisturb', 'away', 'offline', 'unknown'] as const
export const GROUPINGS = namesIn<Grouping>({
  group: true,
  availability: true,
  department: true,
  location: true,
})
export const SORTINGS = namesIn<Sorting>({ name: true, availability: true, recent: true })

export type Filter = (typeof FILTERS)[number]
export type Density = (typeof DENSITIES)[number]
export type Grouping = Defaults['grouping']
export type Sorting = Defaults['sorting']

/** What is on screen, and how: all of it stands in the address, so that a bookmark opens the same. */
export type View = {
  readonly screen: (typeof SCREENS)[number]
  /** As it was typed. */
  readonly find: string
  /** Null: everybody. */
  readonly filter: Filter | null
  /** Null: the address says nothing, and what is preferred holds. */
  readonly density: Density | null
  readonly grouping: Grouping | null
  readonly sorting: Sorting | null
  /** Ids of the groups that are not as they are at first: open, but for distribution groups. */
  readonly turned: ReadonlySet<string>
}

/** How each is called in the address, which people read and write as well. */
const PARAMETER: Readonly<Record<keyof View, string>> = {
  screen: 'view',
  find: 'find',
  filter: 'show',
  density: 'density',
  grouping: 'group',
  sorting: 'sort',
  turned: 'turned',
}

const oneOf = <const Options extends readonly string[]>(options: Options) =>
  v.fallback(v.nullable(v.picklist(options)), null)
const wire = v.object({
  screen: v.fallback(v.picklist(SCREENS), 'board'),
  find: v.fallback(v.string(), ''),
  filter: oneOf(FILTERS),
  density: oneOf(DENSITIES),
  grouping: oneOf(GROUPINGS),
  sorting: oneOf(SORTINGS),
  turned: v.pipe(
    v.array(v.string()),
    v.transform((ids): ReadonlySet<string> => new Set(ids)),
  ),
})

/** The view that an address names. What it says in words of another version is as if it said nothing. */
export function viewIn(fragment: string): View {
  const said = new URLSearchParams(partsOf(fragment).join('&'))
  const one = (field: keyof View): string | null => said.get(PARAMETER[field])
  return v.parse(wire, {
    screen: one('screen'),
    find: one('find'),
    filter: one('filter'),
    density: one('density'),
    grouping: one('grouping'),
    sorting: one('sorting'),
    turned: said.getAll(PARAMETER.turned),
  })
}

/** The same address with another view. Whatever else it says stays, letter by letter, understood or not. */
export function addressWith(fragment: string, changes: Partial<View>): string {
  const changed = Object.entries(changes).map(([field, value]) => [parameterOf(field), value] as const)
  const names = new Set(changed.map(([name]) => name))
  const kept = partsOf(fragment).filter((part) => !names.has(nameOf(part)))
  const said = changed.flatMap(([name, value]) => textsOf(value).map((text) => part(name, text)))
  const parts = [...kept, ...said]
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}

const partsOf = (fragment: string): readonly string[] =>
  fragment
    .replace(/^#/, '')
    .split('&')
    .filter((each) => each !== '')

const part = (name: string, text: string): string => new URLSearchParams([[name, text]]).toString()
const nameOf = (of: string): string => [...new URLSearchParams(of).keys()][0] ?? ''

const BY_FIELD: ReadonlyMap<string, string> = new Map(Object.entries(PARAMETER))
const parameterOf = (field: string): string => BY_FIELD.get(field) ?? field

/** What is so by itself is not said. */
const textsOf = (value: View[keyof View]): readonly string[] => {
  if (value === null || value === '' || value === 'board') return []
  return typeof value === 'string' ? [value] : [...value]
}
