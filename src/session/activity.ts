import { createBell } from '../lib/bell.ts'
import type { Clock } from '../lib/clock.ts'
import { failureOf } from '../ucwa/errors.ts'
import type { UcwaClient } from '../ucwa/ucwa-client.ts'
import type { Attendance } from './attendance.ts'
import { ACTIVITY_AT_MOST_MS } from './timing.ts'

export type ActivityDeps = {
  readonly client: Pick<UcwaClient, 'canReportMyActivity' | 'reportMyActivity'>
  readonly clock: Clock
  readonly attendance: Attendance
}

/**
 * Tells the server that the person is here, while they really are: once if they have just come, and then for each minute
 * in which there was a sign of them, in any tab, which keeps well within the four minutes that are asked for.
 * Never without a sign. Ends with the signal; never resolves before, rejects only with its reason.
 * Source: UCWA reference, "reportMyActivity".
 */
export async function reportActivity(
  { client, clock, attendance }: ActivityDeps,
  signal: AbortSignal,
): Promise<never> {
  let isHere = attendance.isHere()
  const sign = createBell()
  const stop = attendance.onHere(() => {
    isHere = true
    sign.ring()
  })
  try {
    for (;;) {
      if (!isHere) await sign.rung(signal)
      isHere = false
      if (client.canReportMyActivity()) await report(client, signal)
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
