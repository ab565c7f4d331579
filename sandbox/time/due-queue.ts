/** One callback that waits for its time. */
type Due = { readonly dueAtMs: number; readonly turn: number; readonly callback: () => void }

export type DueQueue = {
  add(dueAtMs: number, callback: () => void): Due
  /** Does nothing to one that has been taken or removed before. */
  remove(due: Due): void
  /** Removes and returns the first that is due at or before `untilMs`; null when there is none. */
  take(untilMs: number): Due | null
  nextDueAtMs(): number | null
  size(): number
}

/**
 * What is still to happen, earliest first; of the same instant, in the order it was asked for.
 * A sorted array, latest first: the next one comes off its end, and a world keeps some hundred waiting at most.
 */
export function createDueQueue(): DueQueue {
  const waiting: Due[] = []
  let turns = 0

  /** Where `due` stands, or would stand. */
  const placeOf = (due: Due): number => {
    let low = 0
    let high = waiting.length
    while (low < high) {
      const middle = (low + high) >> 1
      const there = waiting[middle]
      if (there !== undefined && isLater(there, due)) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    add(dueAtMs, callback) {
      turns += 1
      const due: Due = { dueAtMs, turn: turns, callback }
      waiting.splice(placeOf(due), 0, due)
      return due
    },
    remove(due) {
      const place = placeOf(due)
      if (waiting[place] === due) waiting.splice(place, 1)
    },
    take(untilMs) {
      const next = waiting.at(-1)
      if (next === undefined || next.dueAtMs > untilMs) return null
      waiting.pop()
      return next
    },
    nextDueAtMs: () => waiting.at(-1)?.dueAtMs ?? null,
    size: () => waiting.length,
  }
}

const isLater = (a: Due, b: Due): boolean =>
  a.dueAtMs === b.dueAtMs ? a.turn > b.turn : a.dueAtMs > b.dueAtMs
