import { createBell } from '../lib/bell.ts'
import type { Clock } from '../lib/clock.ts'
import type { Attendance } from './attendance.ts'
import { ACTIVITY_AT_MOST_MS } from './timing.ts'

/** Whether the person is at this machine, where the browser can tell and may. The real one is the browser's IdleDetector. */
export type Machine = {
  /** Asks the person to allow it; only from their click. False: they do not. */
  ask(): Promise<boolean>
  /**
   * Resolves once it is told, from then on, whether they are active, at each change and at once; until the signal is
   * aborted. Rejects where it is not allowed.
   */
  watch(onActive: (isActive: boolean) => void, signal: AbortSignal): Promise<void>
}

/** By what it is known that somebody is here: their use of this page's tabs alone, or of the whole machine. */
export type KnownBy = 'page' | 'machine'

/**
 * Takes use of the machine for a sign of the person, each minute while it lasts. Ends with the signal.
 * Answers, by `onKnownBy`, whether it may; without that only the page tells.
 */
export async function followMachine(
  deps: {
    readonly machine: Machine
    readonly attendance: Attendance
    readonly clock: Clock
    readonly onKnownBy: (by: KnownBy) => void
  },
  signal: AbortSignal,
): Promise<void> {
  const { machine, attendance, clock, onKnownBy } = deps
  let isActive = false
  const active = createBell()
  try {
    await machine.watch((isActiveNow) => {
      isActive = isActiveNow
      if (isActive) active.ring()
    }, signal)
  } catch {
    signal.throwIfAborted()
    return onKnownBy('page') // not allowed: the person may do that at any time, from the menu
  }
  onKnownBy('machine')
  try {
    for (;;) {
      if (!isActive) await active.rung(signal)
      attendance.here()
      await clock.sleep(ACTIVITY_AT_MOST_MS, signal)
    }
  } finally {
    onKnownBy('page')
  }
}
