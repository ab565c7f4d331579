/** More than these at once would be a flicker, not a hint. Source: design, section 7. */
export const TINTS_AT_ONCE = 8

/** Lets so many rows show a change at the same time, and no more. */
export type Tints = {
  /** Null: not now. Otherwise to be called, once, when it is over. */
  admit(): (() => void) | null
}

export function createTints(): Tints {
  const running = new Set<object>()
  return {
    admit: () => {
      if (running.size >= TINTS_AT_ONCE) return null
      const tint = {}
      running.add(tint)
      return () => void running.delete(tint)
    },
  }
}
