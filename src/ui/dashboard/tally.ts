import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Counts, Tally } from '../../data/tally.ts'
import type { Availability } from '../../ucwa/availability.ts'
import type { SipUri } from '../../ucwa/hal.ts'
import { useServices } from '../services.ts'

/** A part of the tally, as it stands: `select` returns what it finds and makes nothing new. */
export function useTally<T>(select: (tally: Tally) => T): T {
  const { tally } = useServices()
  return useSyncExternalStore(tally.subscribe, () => select(tally.get()))
}

const NOBODY: ReadonlyMap<SipUri, Availability> = new Map()

/** How everybody is, and nobody where that is not wanted. Absent: not read yet, or in doubt. */
export function useAvailabilities(isWanted: boolean): ReadonlyMap<SipUri, Availability> {
  const { tally } = useServices()
  return useSyncExternalStore(tally.subscribe, () => (isWanted ? tally.availabilities() : NOBODY))
}

/** One group's counts; null while nobody has counted it. The same object until a number in it changes. */
export function useCounts(groupId: string): Counts | null {
  const last = useRef<Counts | null>(null)
  const select = useCallback(
    ({ groups }: Tally): Counts | null => {
      const now = groups.get(groupId) ?? null
      if (now === null || last.current === null || !isSame(now, last.current)) last.current = now
      return last.current
    },
    [groupId],
  )
  return useTally(select)
}

function isSame(one: Counts, other: Counts): boolean {
  if (one.total !== other.total || one.read !== other.read) return false
  const others = Object.values(other.by)
  return Object.values(one.by).every((count, index) => count === others[index])
}
