import { createBell, sleepUnlessRung } from '../lib/bell.ts'
import type { Clock } from '../lib/clock.ts'
import { failureOf, type UcwaFailure } from '../ucwa/errors.ts'
import type { UcwaEvent } from '../ucwa/events.ts'
import type { UcwaClient } from '../ucwa/create-ucwa.ts'
import {
  LAPSES_AFTER_MS,
  RENEW_AFTER_MS,
  RENEW_AGAIN_MS,
  RENEWAL_ECHO_MS,
  SUBSCRIBE_AGAIN_MS,
  SUBSCRIPTION_MINUTES,
} from './timing.ts'

/**
 * Keeps the contact list's changes announced: who is in it, and in which group.
 * Source: UCWA reference, "myContactsAndGroupsSubscription".
 */
export type ContactsAndGroups = {
  /**
   * Resolves once changes are announced, so that a list read from then on stays true. Rejects with the signal's reason.
   * Resolves as well when the server refuses for good: a list that may age is of more use than none; `onRefused` says so.
   */
  readonly following: (signal: AbortSignal) => Promise<void>
  /** Begins; after a gap, begins anew. */
  renew(): void
  end(): void
  /** An `updated` says that it will soon lapse (same page, "Events"). */
  heard(events: readonly UcwaEvent[]): void
}

export type ContactsAndGroupsDeps = {
  readonly client: Pick<UcwaClient, 'followContactsAndGroups'>
  readonly clock: Clock
  /** It had lapsed; whatever changed meanwhile went unheard. */
  readonly onUnheard: () => void
  readonly onRefused: (failure: UcwaFailure) => void
  readonly onBug: (bug: unknown) => void
}

export function createContactsAndGroups(deps: ContactsAndGroupsDeps): ContactsAndGroups {
  const { client, clock } = deps
  let era = new AbortController()
  let isSettled = false
  let renewedAtMs = 0
  const settled = createBell()
  const refreshNow = createBell()

  const isFollowing = (): boolean => isSettled
  const settle = (): void => {
    isSettled = true
    settled.ring()
  }

  const forget = (): void => {
    era.abort()
    era = new AbortController()
    isSettled = false
  }

  const follow = async (stop: AbortSignal): Promise<void> => {
    let failures = 0
    let lapsesAtMs: number | null = null
    for (;;) {
      let waitMs = RENEW_AFTER_MS
      try {
        await client.followContactsAndGroups(SUBSCRIPTION_MINUTES, stop)
        stop.throwIfAborted()
        const nowMs = clock.now()
        if (lapsesAtMs !== null && nowMs >= lapsesAtMs) deps.onUnheard()
        lapsesAtMs = nowMs + LAPSES_AFTER_MS
        renewedAtMs = nowMs
        failures = 0
        settle()
      } catch (error) {
        const failure = failureOf(error)
        if (failure === null) throw error
        if (failure.kind === 'refused' || failure.kind === 'signedOut') {
          deps.onRefused(failure)
          return settle()
        }
        failures += 1
        const atLeastMs = failure.kind === 'serverFailed' ? failure.retryAfterMs : 0
        waitMs = Math.max(atLeastMs, Math.min(RENEW_AGAIN_MS, SUBSCRIBE_AGAIN_MS * 2 ** (failures - 1)))
      }
      await sleepUnlessRung(clock, waitMs, [refreshNow], stop)
    }
  }

  return {
    following: async (stop) => {
      while (!isFollowing()) await settled.rung(stop)
    },

    renew: () => {
      forget()
      const stop = era.signal
      void follow(stop).catch((error: unknown) => {
        if (!stop.aborted) deps.onBug(error)
      })
    },

    end: forget,

    heard: (events) => {
      const isNamed = events.some(
        ({ type, target }) => target.rel === 'myContactsAndGroupsSubscription' && type === 'updated',
      )
      if (isNamed && clock.now() - renewedAtMs > RENEWAL_ECHO_MS) refreshNow.ring()
    },
  }
}
