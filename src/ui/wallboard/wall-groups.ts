import { useMemo } from 'react'
import { isReadOnDemand } from '../../data/list-change.ts'
import type { RosterGroup } from '../../data/roster.ts'
import type { Wall } from '../../state/wall.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import { groupTitle } from '../dashboard/group-title.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'

export type WallGroup = {
  readonly id: string
  readonly title: string
  readonly standing:
    | { readonly kind: 'read' }
    | { readonly kind: 'reading' }
    | { readonly kind: 'failed'; readonly because: UcwaFailure | null }
}

export type OnWall = { readonly group: WallGroup; readonly members: readonly Contact[] }

/** What `wallOf` finds in the list as it stands. */
export function useWallGroups(
  listed: readonly RosterGroup[] | null,
  failed: ReadonlyMap<string, UcwaFailure | null>,
  wall: Wall,
): readonly OnWall[] | null {
  const words = useWords()
  return useMemo(
    () => (listed === null ? null : wallOf(listed, failed, wall, words)),
    [listed, failed, wall, words],
  )
}

/**
 * Who hangs on the wall: the chosen groups that have somebody, then the chosen people. A group that is not read, and would
 * have a place, keeps it: nobody is missing without a word.
 */
export function wallOf(
  listed: readonly RosterGroup[],
  failed: ReadonlyMap<string, UcwaFailure | null>,
  { groups, people }: Pick<Wall, 'groups' | 'people'>,
  words: Words,
): readonly OnWall[] {
  const isAll = groups.length === 0 && people.length === 0
  const known = new Map(listed.flatMap(({ members }) => (members ?? []).map((one) => [String(one.uri), one])))
  const isSought = people.some((uri) => !known.has(uri))
  const isWanted = ({ group, members }: RosterGroup): boolean => {
    if (groups.includes(group.id)) return true
    if (isReadOnDemand(group)) return false // it is read where it is chosen, and there alone
    return isAll || (isSought && members === null) // who is sought may be in what is not read
  }
  const standingOf = ({ group, members }: RosterGroup): WallGroup['standing'] => {
    if (members !== null) return { kind: 'read' }
    const because = failed.get(group.id)
    return because === undefined ? { kind: 'reading' } : { kind: 'failed', because }
  }
  return [
    ...listed.filter(isWanted).map((one) => ({
      group: { id: one.group.id, title: groupTitle(one.group, words), standing: standingOf(one) },
      members: one.members ?? [],
    })),
    {
      group: { id: '', title: words.wall.people, standing: { kind: 'read' as const } },
      members: people.flatMap((uri) => known.get(uri) ?? []),
    },
  ].filter(({ group, members }) => members.length > 0 || group.standing.kind !== 'read')
}
