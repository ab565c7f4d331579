import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { createArranging } from '../../data/arranging.ts'
import type { Arranging, Places, Shown } from '../../data/arranging.ts'
import type { RosterGroup } from '../../data/roster.ts'
import type { Grouping, Sorting } from '../../state/view.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { alikeId } from './lines.ts'
import { orderOf } from './order.ts'

/** The list in the order that was chosen, kept in it while people change. Null groups: not read yet. */
export function useArranged(
  groups: readonly RosterGroup[] | null,
  grouping: Grouping,
  sorting: Sorting,
): Shown & Pick<Arranging, 'hold' | 'sortAgain'> {
  const { traits, tally } = useServices()
  const { locale } = useWords()
  const [places] = useState((): Places => ({ isHeld: false, last: null, read: new Set() }))
  const order = useMemo(
    () => orderOf(grouping, sorting, new Intl.Collator(locale)),
    [grouping, sorting, locale],
  )
  const arranging = useMemo(
    () => createArranging(groups ?? [], order, traits, places),
    [groups, order, traits, places],
  )
  const { arranged, compare, waiting, isMove } = useSyncExternalStore(arranging.subscribe, arranging.get)

  const isCounted = grouping === 'department' || grouping === 'location'
  const { alike } = arranged
  useEffect(() => {
    if (!isCounted) return undefined
    const members = alike.map((each) => each.members.map(({ uri }) => uri))
    tally.countAlso(new Map(alike.map(({ value }, at) => [alikeId(grouping, value), members[at] ?? []])))
    return () => tally.countAlso(new Map())
  }, [isCounted, alike, grouping, tally])

  // A list that is read anew is still held by whoever holds it: what they hold it with stays the same.
  const latest = useRef(arranging)
  useEffect(() => {
    latest.current = arranging
  })
  const hold = useCallback((isHeld: boolean) => latest.current.hold(isHeld), [])
  return { arranged, compare, waiting, isMove, hold, sortAgain: arranging.sortAgain }
}
