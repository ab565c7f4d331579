import * as v from 'valibot'

const THEMES = ['dark', 'light', 'system'] as const

/** What hangs on the wall. All of it stands in the address, so that a screen without a keyboard opens it by a bookmark. */
export type Wall = {
  /** Ids, in the order of the list; neither groups nor people: everybody. */
  readonly groups: readonly string[]
  /** SIP URIs, in lower case: people of the list beside those groups. */
  readonly people: readonly string[]
  /** At its head; empty: the product's name. */
  readonly title: string
  readonly hasNotes: boolean
  readonly theme: (typeof THEMES)[number]
}

export const EVERYBODY: Wall = { groups: [], people: [], title: '', hasNotes: true, theme: 'dark' }

const VIEW = 'view'
const PARAMETERS = {
  groups: 'of',
  people: 'person',
  title: 'title',
  hasNotes: 'notes',
  theme: 'theme',
} as const
const theme = v.fallback(v.picklist(THEMES), EVERYBODY.theme)

/** The wall that an address names; null: it names none. What it says in words of another version is as if unsaid. */
export function wallIn(fragment: string): Wall | null {
  const said = new URLSearchParams(fragment.replace(/^#/, ''))
  if (said.get(VIEW) !== 'wall') return null
  return {
    groups: said.getAll(PARAMETERS.groups),
    people: said.getAll(PARAMETERS.people).map((uri) => uri.toLowerCase()),
    title: said.get(PARAMETERS.title) ?? '',
    hasNotes: said.get(PARAMETERS.hasNotes) !== 'hidden',
    theme: v.parse(theme, said.get(PARAMETERS.theme)),
  }
}

/** The address's last part that opens it, "#" included. */
export function addressOf({ groups, people, title, hasNotes, theme: look }: Wall): string {
  const said: readonly (readonly [string, string])[] = [
    [VIEW, 'wall'],
    ...groups.map((id) => [PARAMETERS.groups, id] as const),
    ...people.map((uri) => [PARAMETERS.people, uri] as const),
    ...(title === '' ? [] : [[PARAMETERS.title, title] as const]),
    ...(hasNotes ? [] : [[PARAMETERS.hasNotes, 'hidden'] as const]),
    ...(look === EVERYBODY.theme ? [] : [[PARAMETERS.theme, look] as const]),
  ]
  return `#${said.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join('&')}`
}

/** The same address with no wall in it; what else it says stays. */
export function withoutWall(fragment: string): string {
  const ours: ReadonlySet<string> = new Set([VIEW, ...Object.values(PARAMETERS)])
  const parts = fragment.replace(/^#/, '').split('&')
  const kept = parts.filter((part) => part !== '' && !ours.has(part.split('=', 1)[0] ?? ''))
  return kept.length === 0 ? '' : `#${kept.join('&')}`
}
