/** Chance that a seed decides: the same seed draws the same things in the same order. */
export type Chance = {
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** @throws RangeError when there is nothing to pick from. */
  pick<T>(from: readonly T[]): T
  /** The same in another order. */
  shuffled<T>(all: readonly T[]): readonly T[]
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0
  // Mulberry32, of the public domain: small, and even enough to choose troubles by.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const chance: Chance = {
    below: (limit) => Math.floor(next() * limit),
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (from) => {
      const picked = from[chance.below(from.length)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
    shuffled: (all) => {
      const left = [...all]
      const drawn = []
      while (left.length > 0) drawn.push(...left.splice(chance.below(left.length), 1))
      return drawn
    },
  }
  return chance
}
