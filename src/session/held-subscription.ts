import { createBell, sleepUnlessRung, type Bell } from '../lib/bell.ts'
import type { Clock } from '../lib/clock.ts'
import { failureOf, namedWaitMs } from '../ucwa/errors.ts'
import type { Href, SipUri } from '../ucwa/hal.ts'
import type { PresenceSubscription } from '../ucwa/presence-subscription.ts'
import type { UcwaClient } from '../ucwa/ucwa-client.ts'
import type { StandingSubscription } from './left-subscriptions.ts'
import { isWorthAnother } from './subscription-refusals.ts'
import { LAPSES_AFTER_MS, RENEW_AFTER_MS, RENEW_AGAIN_MS, SUBSCRIPTION_MINUTES } from './timing.ts'

/** A subscription that the server has accepted. */
export type Held = {
  readonly on: PresenceSubscription
  /** It ends with it; null when that was lost before it was held. */
  readonly application: Href | null
  readonly members: Set<SipUri>
  /** Of people who are only for a while. */
  readonly isForAWhile: boolean
  lapsesAtMs: number
  renewedAtMs: number
  /** LimitExceeded: it takes nobody else. */
  isFull: boolean
  readonly renewNow: Bell
  readonly ended: AbortController
}

/** Just accepted, with nobody in it yet. */
export const heldSince = (nowMs: number, of: Pick<Held, 'on' | 'application' | 'isForAWhile'>): Held => ({
  ...of,
  members: new Set(),
  lapsesAtMs: nowMs + LAPSES_AFTER_MS,
  renewedAtMs: nowMs,
  isFull: false,
  renewNow: createBell(),
  ended: new AbortController(),
})

export const standingOf = (those: Iterable<Held>): readonly StandingSubscription[] =>
  [...those].flatMap(({ on: { href }, application }) => (application === null ? [] : [{ href, application }]))

/**
 * Renews one subscription, by its own timer or when told to. Resolves when it has lapsed; rejects with the signal's reason.
 */
export async function keepRenewed(
  it: Held,
  { client, clock }: { readonly client: Pick<UcwaClient, 'extend'>; readonly clock: Clock },
  stop: AbortSignal,
): Promise<void> {
  let waitMs = RENEW_AFTER_MS
  for (;;) {
    await sleepUnlessRung(clock, waitMs, [it.renewNow], stop)
    try {
      await client.extend(it.on, SUBSCRIPTION_MINUTES, stop)
      it.renewedAtMs = clock.now()
      it.lapsesAtMs = it.renewedAtMs + LAPSES_AFTER_MS
      waitMs = RENEW_AFTER_MS
    } catch (error) {
      const failure = failureOf(error)
      if (failure === null) throw error
      // Observed nowhere, so assumed: a "no" to an extension means that there is nothing left to extend.
      if (!isWorthAnother(failure) || clock.now() >= it.lapsesAtMs) return
      waitMs = Math.max(RENEW_AGAIN_MS, namedWaitMs(failure))
    }
  }
}
