import type { Counts } from '../../data/tally.ts'
import type { RosterGroup } from '../../data/roster.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Group } from '../../ucwa/groups.ts'

/** One line of the list, as a grid counts them. `key` is stable for as long as the line means the same. */
export type Line = { readonly key: string } & (
  | { readonly kind: 'group'; readonly of: RosterGroup; readonly isFolded: boolean }
  | { readonly kind: 'contact'; readonly contact: Contact }
  | { readonly kind: 'reading' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed'; readonly groupId: string }
)

/** What of the roster is shown. */
export type Narrowing = {
  /** Null: everybody. */
  readonly keeps: ((contact: Contact) => boolean) | null
  /** Ids of the groups that show their header only. */
  readonly folded: ReadonlySet<string>
  /** Ids of the groups whose people could not be read. */
  readonly failed: ReadonlySet<string>
}

/** How many placeholders stand for people not read yet. (Our choice.) */
const PLACEHOLDERS = 4

/** Whether everybody has been read, so that "nobody" may be said: in every group and, for a filter, how they are. */
export const isAllRead = (groups: readonly RosterGroup[], counts: Counts | null): boolean =>
  groups.every(({ members }) => members !== null) && (counts === null || counts.read === counts.total)

/** Somewhere below may be whom one looks for. */
export const STILL_READING: readonly Line[] = Array.from({ length: PLACEHOLDERS }, (_, n) => ({
  key: `reading ${n}`,
  kind: 'reading',
}))

/** The list from top to bottom, in the order of the roster. */
export const linesOf = (groups: readonly RosterGroup[], narrowing: Narrowing): readonly Line[] =>
  groups.flatMap((of) => linesOfGroup(of, narrowing))

/** The server keeps these two whether anybody is in them or not. */
const isAlwaysThere = ({ kind }: Group): boolean => kind === 'pinnedGroup' || kind === 'defaultGroup'

function linesOfGroup(of: RosterGroup, { keeps, folded, failed }: Narrowing): Line[] {
  const { group, members } = of
  const isFolded = folded.has(group.id)
  const within: Line[] = []
  if (members !== null) {
    const kept = keeps === null ? members : members.filter(keeps)
    if (kept.length === 0 && (keeps !== null || isAlwaysThere(group))) return []
    if (kept.length === 0) within.push({ key: `empty ${group.id}`, kind: 'empty' })
    for (const contact of kept) {
      within.push({ key: `contact ${contact.uri} ${group.id}`, kind: 'contact', contact })
    }
  } else if (failed.has(group.id)) {
    within.push({ key: `failed ${group.id}`, kind: 'failed', groupId: group.id })
  } else {
    for (let n = 0; n < PLACEHOLDERS; n += 1)
      within.push({ key: `reading ${n} ${group.id}`, kind: 'reading' })
  }
  return [{ key: `group ${group.id}`, kind: 'group', of, isFolded }, ...(isFolded ? [] : within)]
}
