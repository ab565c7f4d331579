import { useState } from 'react'
import type { Sign } from '../parts/sign.ts'

type Seen = { readonly sign: Sign | null; readonly isStale: boolean; readonly changes: number }

/**
 * How often somebody's state has changed before our eyes. Neither a first read counts nor what a reconnect brings:
 * nobody saw those happen.
 */
export function useChanges(sign: Sign | null, isStale: boolean): number {
  const [seen, setSeen] = useState<Seen>({ sign, isStale, changes: 0 })
  if (seen.sign === sign && seen.isStale === isStale) return seen.changes
  const isChange = seen.sign !== null && seen.sign !== sign && !seen.isStale && !isStale
  const changes = isChange ? seen.changes + 1 : seen.changes
  setSeen({ sign, isStale, changes })
  return changes
}
