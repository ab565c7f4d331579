import { useMemo } from 'react'
import type { RosterGroup } from '../../data/roster.ts'
import type { Wall } from '../../state/wall.ts'
import type { Contact } from '../../ucwa/contact.ts'
import { groupTitle } from '../dashboard/group-title.ts'
import { useWords } from '../words/words.ts'

export type WallGroup = { readonly id: string; readonly title: string }

/** Who hangs on the wall: the chosen groups that have somebody, then the chosen people. Null: not read yet. */
export function useWallGroups(
  listed: readonly RosterGroup[] | null,
  { groups, people }: Wall,
): readonly { readonly group: WallGroup; readonly members: readonly Contact[] }[] | null {
  const words = useWords()
  return useMemo(() => {
    if (listed === null) return null
    const isAll = groups.length === 0 && people.length === 0
    const chosen = listed.filter(({ group }) => isAll || groups.includes(group.id))
    const known = new Map(
      listed.flatMap(({ members }) => (members ?? []).map((one) => [String(one.uri), one])),
    )
    const alone = people.flatMap((uri) => known.get(uri) ?? [])
    return [
      ...chosen.map(({ group, members }) => ({
        group: { id: group.id, title: groupTitle(group, words) },
        members: members ?? [],
      })),
      { group: { id: '', title: words.wall.people }, members: alone },
    ].filter(({ members }) => members.length > 0)
  }, [listed, groups, people, words])
}
