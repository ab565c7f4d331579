import { createBell, sleepUnlessRung } from '../lib/bell.ts'
import type { Clock } from '../lib/clock.ts'
import type { Page } from './page.ts'
import type { Tabs } from './tabs.ts'
import { HIDDEN_LONG_MS } from './timing.ts'

/** When a leading tab should let another one lead. */
export type Yielding = {
  /**
   * Resolves once this tab has been out of sight for so long that its browser slows its timers down, while another one of
   * the person is in sight; or, at a screen on a wall, once the person does something in another. Rejects with the signal's reason.
   */
  due(signal: AbortSignal): Promise<void>
  /** Listens no more. */
  stop(): void
}

/**
 * A lead that is given away goes to whoever has waited longest, which may be a hidden tab too; that one gives it on. A tab
 * that crashed in sight would have them do so for ever. So each tab yields once for each time that it is told of one in
 * sight, and no more often.
 */
export function createYielding(
  page: Pick<Page, 'isVisible' | 'onChange'>,
  tabs: Pick<Tabs, 'onWord' | 'isAnyOtherVisible'>,
  clock: Clock,
  isOnWall: () => boolean,
): Yielding {
  const changed = createBell()
  let hiddenAtMs = page.isVisible() ? null : clock.now()
  /** Somebody has said that they are in sight, and it has not been yielded for yet. */
  let isTold = tabs.isAnyOtherVisible()
  let isTouchedElsewhere = false

  const stopWatching = page.onChange(() => {
    hiddenAtMs = page.isVisible() ? null : (hiddenAtMs ?? clock.now())
    changed.ring()
  })
  const stopListening = tabs.onWord((word) => {
    if (word.kind === 'touched' && isOnWall()) {
      isTouchedElsewhere = true
      changed.ring()
    }
    if ((word.kind !== 'here' && word.kind !== 'hello') || !word.isVisible) return
    isTold = true
    changed.ring()
  })

  return {
    due: async (signal) => {
      isTouchedElsewhere = false
      for (;;) {
        if (isTouchedElsewhere) break // a wall reports nobody's activity, and whoever leads has to
        const leftMs = hiddenAtMs === null ? null : hiddenAtMs + HIDDEN_LONG_MS - clock.now()
        const isWanted = isTold && tabs.isAnyOtherVisible()
        if (isWanted && leftMs !== null && leftMs <= 0) break
        if (isWanted && leftMs !== null) await sleepUnlessRung(clock, leftMs, [changed], signal)
        else await changed.rung(signal)
      }
      isTold = false
    },
    stop: () => {
      stopWatching()
      stopListening()
    },
  }
}
