import type { Arranged, Compare } from '../../data/arrangement.ts'
import type { Counts } from '../../data/tally.ts'
import { isReadOnDemand, isSameDistributionGroup } from '../../data/list-change.ts'
import type { Pending, RosterGroup } from '../../data/roster.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Filter, Grouping } from '../../state/view.ts'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import type { Group } from '../../ucwa/groups.ts'

/** One line of the list, as a grid counts them. `key` is stable for as long as the line means the same. */
export type Line = { readonly key: string } & (
  | { readonly kind: 'group'; readonly of: RosterGroup; readonly isFolded: boolean }
  /** Heads people who have something in common. `value` null: nothing is known of it. */
  | {
      readonly kind: 'alike'
      readonly id: string
      readonly by: Alikeness
      readonly value: string | null
      readonly size: number
      readonly isFolded: boolean
    }
  /** `from` null: found, and shown in no group. `isListed` false: in the directory alone. */
  | {
      readonly kind: 'contact'
      readonly contact: Contact
      readonly from: Group | null
      readonly pending: Pending | null
      readonly isListed: boolean
    }
  | { readonly kind: 'reading' }
  | { readonly kind: 'empty'; readonly group: Group }
  | { readonly kind: 'failed'; readonly groupId: string; readonly because: UcwaFailure | null }
  /** What was found where: how many, or what is to be said in their place. */
  | {
      readonly kind: 'section'
      readonly of: 'yourPeople' | 'directory'
      /** Of which only those are shown; null: everybody. */
      readonly filter: Filter | null
      readonly found: Found
    }
  | { readonly kind: 'foundGroup'; readonly group: Group; readonly isListed: boolean }
)

/** What people are put together by, if not by the groups of the list. */
export type Alikeness = Exclude<Grouping, 'group'>

/** Names those people in the address, where it says who is folded. */
export const alikeId = (by: Alikeness, value: string | null): string => `${by}:${value ?? ''}`

/** Which group a line heads; null: none. */
export const groupHeadedBy = (line: Line | undefined): string | null =>
  line?.kind === 'group' ? line.of.group.id : line?.kind === 'alike' ? line.id : null

/** How far a search of the directory has got. */
export type Directory =
  | { readonly kind: 'searching' }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'found'
      readonly contacts: readonly Contact[]
      readonly groups: readonly Group[]
      readonly hasMore: boolean
    }

/** Whether somebody is as the chosen chip says; null: it is not known yet how they are. */
export type IsChosen = (contact: Contact) => boolean | null

/**
 * What a chip leaves of what the directory has found. It goes on searching while nobody is left but some whose presence has
 * not been read. Groups have none.
 *
 * @param isChosen - null: no chip is chosen
 */
export function directoryOf(directory: Directory | null, isChosen: IsChosen | null): Directory | null {
  if (directory?.kind !== 'found' || isChosen === null) return directory
  const contacts = directory.contacts.filter((contact) => isChosen(contact) === true)
  const isReading = directory.contacts.some((contact) => isChosen(contact) === null)
  return contacts.length === 0 && isReading ? { kind: 'searching' } : { ...directory, contacts, groups: [] }
}

export type Found =
  | { readonly kind: 'searching' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'found'; readonly count: number; readonly hasMore: boolean }

/** What of the roster is shown. */
export type Narrowing = {
  /** Null: everybody. */
  readonly keeps: ((contact: Contact) => boolean) | null
  /** Ids of the groups that show their header only. */
  readonly folded: ReadonlySet<string>
  /** The groups whose people could not be read, by id, and why. */
  readonly failed: ReadonlyMap<string, UcwaFailure | null>
}

/**
 * Who shows a header only: groups that are open at first and have been turned, and those that are read on demand and have
 * not. A chip changes nothing in it, so that what one folds under a chip is folded there too.
 */
export function foldedIn(groups: readonly RosterGroup[], turned: ReadonlySet<string>): ReadonlySet<string> {
  const onDemand = new Set(groups.filter(({ group }) => isReadOnDemand(group)).map(({ group }) => group.id))
  return new Set([
    ...Array.from(turned).filter((id) => !onDemand.has(id)),
    ...Array.from(onDemand).filter((id) => !turned.has(id)),
  ])
}

/** How many placeholders stand for people not read yet. (Our choice.) */
const PLACEHOLDERS = 4

/** Whether everybody has been read, so that "nobody" may be said: in every group and, for a filter, how they are. */
export const isAllRead = (groups: readonly RosterGroup[], counts: Counts | null): boolean =>
  groups.every((of) => of.members !== null || isReadOnDemand(of.group)) &&
  (counts === null || counts.read === counts.total)

/** Somewhere below may be whom one looks for. */
export const STILL_READING: readonly Line[] = Array.from({ length: PLACEHOLDERS }, (_, n) => ({
  key: `reading ${n}`,
  kind: 'reading',
}))

/** The list from top to bottom, in the order of the roster. Headers wait for the first group: its people would push them down. */
export const linesOf = (groups: readonly RosterGroup[], narrowing: Narrowing): readonly Line[] =>
  isAnyRead(groups, narrowing) ? groups.flatMap((of) => linesOfGroup(of, narrowing)) : STILL_READING

function isAnyRead(groups: readonly RosterGroup[], { failed }: Narrowing): boolean {
  const readAtFirst = groups.filter(({ group }) => !isReadOnDemand(group))
  return (
    readAtFirst.length === 0 ||
    readAtFirst.some(({ group, members }) => members !== null || failed.has(group.id))
  )
}

/**
 * The list with people put together by what they have in common, favourites first. Below all stands what of the list could
 * not be read, or is not read yet: whom it holds is not known.
 *
 * @param groups - the whole list
 */
export function linesAlike(
  groups: readonly RosterGroup[],
  arranged: Arranged,
  by: Alikeness,
  narrowing: Narrowing,
): readonly Line[] {
  const { keeps, folded, failed } = narrowing
  const lines: Line[] = arranged.groups
    .filter(({ members }) => members !== null && members.length > 0)
    .flatMap((of) => linesOfGroup(of, narrowing))
  for (const { value, members } of arranged.alike) {
    const kept = keeps === null ? members : members.filter(keeps)
    if (kept.length === 0) continue
    const id = alikeId(by, value)
    const isFolded = folded.has(id)
    lines.push({ key: `alike ${id}`, kind: 'alike', id, by, value, size: members.length, isFolded })
    if (isFolded) continue
    for (const contact of kept)
      lines.push({
        key: `person ${contact.uri}`, // they take it along to where they belong next
        kind: 'contact',
        contact,
        from: null,
        pending: pendingOf(groups, contact),
        isListed: true,
      })
  }
  const missing = groups.filter((of) => of.members === null && !isReadOnDemand(of.group))
  for (const { group } of missing)
    if (failed.has(group.id)) lines.push(failedLine(group.id, failed.get(group.id) ?? null))
  if (missing.some(({ group }) => !failed.has(group.id))) lines.push(...STILL_READING)
  return lines
}

const failedLine = (groupId: string, because: UcwaFailure | null): Line => ({
  key: `failed ${groupId}`,
  kind: 'failed',
  groupId,
  because,
})

/** The server keeps these two whether anybody is in them or not. */
const isAlwaysThere = ({ kind }: Group): boolean => kind === 'pinnedGroup' || kind === 'defaultGroup'

function linesOfGroup(of: RosterGroup, { keeps, folded, failed }: Narrowing): Line[] {
  const { group, members } = of
  const isFolded = folded.has(group.id)
  const within: Line[] = []
  if (members !== null) {
    const kept = keeps === null ? members : members.filter(keeps)
    if (kept.length === 0 && (keeps !== null || isAlwaysThere(group))) return []
    if (kept.length === 0 && of.within.length === 0)
      within.push({ key: `empty ${group.id}`, kind: 'empty', group })
    for (const contact of kept) {
      within.push({
        key: `contact ${contact.uri} ${group.id}`,
        kind: 'contact',
        contact,
        from: group,
        pending: of.pendingOf.get(contact.uri) ?? null,
        isListed: true,
      })
    }
    for (const inner of keeps === null ? of.within : [])
      within.push({
        key: `within ${inner.id} ${group.id}`,
        kind: 'foundGroup',
        group: inner,
        isListed: false,
      })
  } else if (keeps !== null && isReadOnDemand(of.group)) {
    return []
  } else if (failed.has(group.id)) {
    within.push(failedLine(group.id, failed.get(group.id) ?? null))
  } else {
    for (let n = 0; n < PLACEHOLDERS; n += 1)
      within.push({ key: `reading ${n} ${group.id}`, kind: 'reading' })
  }
  return [{ key: `group ${group.id}`, kind: 'group', of, isFolded }, ...(isFolded ? [] : within)]
}

/** What is looked for, and how it is shown. */
export type Search = {
  /** Which of one's own people. */
  readonly keeps: (contact: Contact) => boolean
  /** How those are sorted. */
  readonly compare: Compare
  /** As the chip has left it; null: it is not searched. */
  readonly directory: Directory | null
  /** The chosen chip, to be named; null: none. */
  readonly filter: Filter | null
}

/** What a search finds: one's own people, each once, sorted as the list is; below them the rest of the directory, as it came. */
export function linesFound(groups: readonly RosterGroup[], search: Search): readonly Line[] {
  const { keeps, compare, directory, filter } = search
  const listed = new Map(
    groups.flatMap(({ members }) => members ?? []).map((contact) => [contact.uri, contact]),
  )
  const own = Array.from(listed.values()).filter(keeps).sort(compare)
  const lines: Line[] = []
  const add = (contacts: readonly Contact[], isListed: boolean): void => {
    for (const contact of contacts)
      lines.push({
        key: `found ${contact.uri}`,
        kind: 'contact',
        contact,
        from: null,
        pending: pendingOf(groups, contact),
        isListed,
      })
  }
  if (own.length > 0 || directory !== null)
    lines.push({
      key: 'section yourPeople',
      kind: 'section',
      of: 'yourPeople',
      filter,
      found: { kind: 'found', count: own.length, hasMore: false },
    })
  add(own, true)
  if (directory === null) return lines
  const shown = new Set(own.map(({ uri }) => uri))
  const contacts = directory.kind === 'found' ? directory.contacts.filter(({ uri }) => !shown.has(uri)) : []
  const found: Found =
    directory.kind === 'found'
      ? {
          kind: 'found',
          count: contacts.length + directory.groups.length,
          hasMore: directory.hasMore,
        }
      : directory
  lines.push({ key: 'section directory', kind: 'section', of: 'directory', filter, found })
  for (const contact of contacts) add([contact], listed.has(contact.uri))
  for (const group of directory.kind === 'found' ? directory.groups : []) {
    const isListed = groups.some((of) => isSameDistributionGroup(of.group, group))
    lines.push({ key: `found group ${group.id}`, kind: 'foundGroup', group, isListed })
  }
  return lines
}

function pendingOf(groups: readonly RosterGroup[], { uri }: Contact): Pending | null {
  for (const group of groups) {
    const pending = group.pendingOf.get(uri)
    if (pending !== undefined) return pending
  }
  return null
}
