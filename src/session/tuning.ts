import { createBell } from '../lib/bell.ts'
import type { EventParameters } from '../ucwa/events.ts'
import type { Page } from './page.ts'
import { MEDIUM_HIDDEN_SECONDS, MEDIUM_SECONDS } from './timing.ts'

/** How eagerly events are asked for: at once while somebody looks, gathered for longer while nobody does. */
export type Tuning = {
  parameters(): EventParameters
  /** Whether another tab of this session is in sight, or somebody is watched for an alert, which is not to come late. */
  isWantedElsewhere(isWanted: boolean): void
  /**
   * Polls, and polls anew when somebody looks again: what the server remembers "will take effect for the next P-GET"
   * ("Event channel details"), so one that gathers for nobody must not hold back the first events that are looked for.
   */
  poll<T>(request: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T>
}

export function createTuning(page: Pick<Page, 'isVisible' | 'onChange'>): Tuning {
  const looked = createBell()
  let isWanted = false
  let mediumSeconds = MEDIUM_SECONDS

  const tune = (): void => {
    const before = mediumSeconds
    mediumSeconds = page.isVisible() || isWanted ? MEDIUM_SECONDS : MEDIUM_HIDDEN_SECONDS
    if (mediumSeconds < before) looked.ring()
  }
  page.onChange(tune)

  return {
    parameters: () => ({ lowSeconds: null, mediumSeconds, timeoutSeconds: null }),
    isWantedElsewhere: (isWantedNow) => {
      isWanted = isWantedNow
      tune()
    },
    poll: async (request, signal) => {
      for (;;) {
        const isGathering = mediumSeconds > MEDIUM_SECONDS // the others hold nothing back
        const anew = new AbortController()
        const over = new AbortController()
        if (isGathering)
          looked.rung(over.signal).then(
            () => anew.abort(LOOKED_AT),
            () => null,
          )
        try {
          return await request(AbortSignal.any([signal, anew.signal]))
        } catch (error) {
          if (!anew.signal.aborted || signal.aborted) throw error
        } finally {
          over.abort()
        }
      }
    },
  }
}

const LOOKED_AT = new Error('somebody looks again')
