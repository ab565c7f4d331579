/** Chance that follows from a seed, so that a world can be told again. Not for secrets. */
export type Chance = {
  /** From 0 up to, but without, 1. */
  fraction(): number
  /** A whole number from 0 up to, but without, `bound`. */
  below(bound: number): number
  /** True so often out of one. */
  happens(probability: number): boolean
  /** @throws RangeError when there is nothing to pick from. */
  pick<T>(from: readonly T[]): T
}

/** The same numbers for the same words, on every machine. Generator: mulberry32, public domain, by Tommy Ettinger. */
export function createChance(...seed: readonly (string | number)[]): Chance {
  let state = hashOf(seed.join('\u0000'))
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (bound: number): number => Math.floor(fraction() * bound)
  return {
    fraction,
    below,
    happens: (probability) => fraction() < probability,
    pick(from) {
      const picked = from[below(from.length)]
      if (picked === undefined) throw new RangeError('There is nothing to pick from.')
      return picked
    },
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}
