import { createBell } from '../lib/bell.ts'
import type { Clock } from '../lib/clock.ts'
import { failureOf } from '../ucwa/errors.ts'
import type { UcwaClient } from '../ucwa/create-ucwa.ts'
import type { Page } from './page.ts'
import { ACTIVITY_AT_MOST_MS } from './timing.ts'

export type ActivityDeps = {
  readonly client: Pick<UcwaClient, 'canReportMyActivity' | 'reportMyActivity'>
  readonly clock: Clock
  readonly page: Page
}

/**
 * Tells the server that the person is here, while they really are: at the start, since they have just come, and then for
 * each minute in which they touched this page, which keeps well within the four minutes that are asked for.
 * Never out of sight, and never without a touch. Ends with the signal; never resolves before, rejects only with its reason.
 * Source: UCWA reference, "reportMyActivity".
 */
export async function reportActivity(
  { client, clock, page }: ActivityDeps,
  signal: AbortSignal,
): Promise<never> {
  let isHere = page.isVisible()
  const touched = createBell()
  const stop = page.onInput(() => {
    isHere = true
    touched.ring()
  })
  try {
    for (;;) {
      if (!isHere) await touched.rung(signal)
      isHere = false
      if (page.isVisible() && client.canReportMyActivity()) await report(client, signal)
      signal.throwIfAborted()
      await clock.sleep(ACTIVITY_AT_MOST_MS, signal)
    }
  } finally {
    stop()
  }
}

async function report(client: ActivityDeps['client'], signal: AbortSignal): Promise<void> {
  try {
    await client.reportMyActivity(signal)
  } catch (error) {
    // Whatever the server says (409 MakeMeAvailableRequired, a lost application): the channel deals with what matters,
    // and the next minute tries again.
    if (failureOf(error) === null) throw error
  }
}
