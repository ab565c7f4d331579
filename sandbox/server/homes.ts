import { etagOf } from '../wire/etag.ts'
import { DEFAULT_DOMAIN } from '../world/worlds.ts'
import { type Origins } from './sandbox-model.ts'

/** Which pool the people of a SIP domain live on. contoso.com begins on the first. Domains are taken in any case. */
export type Homes = {
  of(domain: string): string
  /**
   * The pool that autodiscover names. Assumed: the first, as a director that sends people on to where they live; for
   * those who have moved, their home itself.
   */
  entryFor(domain: string): string
  /** To the next pool. @throws RangeError when there is but one. */
  move(domain: string): void
  /** As it was in the beginning. */
  forget(domain: string): void
}

/** @param origins Known once the sandbox listens. */
export function createHomes(origins: () => Origins): Homes {
  const moved = new Map<string, number>()

  const indexOf = (name: string): number =>
    moved.get(name) ?? (name === DEFAULT_DOMAIN ? 0 : Number(etagOf(name)) % origins().pools.length)
  const poolAt = (index: number): string => {
    const { pools } = origins()
    return pools[index] ?? pools[0]
  }

  return {
    of: (domain) => poolAt(indexOf(domain.toLowerCase())),
    entryFor: (domain) => poolAt(moved.get(domain.toLowerCase()) ?? 0),
    move: (domain) => {
      const { pools } = origins()
      if (pools.length < 2) throw new RangeError('there is nowhere to roam to: start with --pools 2 or more')
      const name = domain.toLowerCase()
      moved.set(name, (indexOf(name) + 1) % pools.length)
    },
    forget: (domain) => void moved.delete(domain.toLowerCase()),
  }
}
