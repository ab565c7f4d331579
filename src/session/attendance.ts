import type { Clock } from '../lib/clock.ts'
import { HERE_WITHIN_MS } from './timing.ts'

/** Whether the person is there, by whatever tells: this page, another tab, the machine. */
export type Attendance = {
  /** They are here now. */
  here(): void
  /** Whether they have been here so lately that the server, too, would still take them for active. */
  isHere(): boolean
  /** Called with each sign of them. Answers how to stop. */
  onHere(listener: () => void): () => void
}

export function createAttendance(clock: Clock): Attendance {
  const listeners = new Set<() => void>()
  let lastHereAtMs = Number.NEGATIVE_INFINITY
  return {
    here: () => {
      lastHereAtMs = clock.now()
      for (const listener of listeners) listener()
    },
    isHere: () => clock.now() - lastHereAtMs < HERE_WITHIN_MS,
    onHere: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
