import { createBell, sleepUnlessRung } from '../lib/bell.ts'
import type { Clock } from '../lib/clock.ts'
import { failureOf, FAILURES_TOLD, isOfTheSession, type UcwaFailure } from '../ucwa/errors.ts'
import type { UcwaEvent } from '../ucwa/events.ts'
import type { UcwaClient } from '../ucwa/ucwa-client.ts'
import { createPatience } from './patience.ts'
import { LAPSES_AFTER_MS, RENEW_AFTER_MS, RENEWAL_ECHO_MS, SUBSCRIPTION_MINUTES } from './timing.ts'

/**
 * Keeps the contact list's changes announced: who is in it, and in which group.
 * Source: UCWA reference, "myContactsAndGroupsSubscription".
 */
export type ContactsAndGroups = {
  /**
   * Resolves once changes are announced, so that a list read from then on stays true. Rejects with the signal's reason.
   * Resolves as well when the server refuses for good: a list that may age is of more use than none; `onUnannounced` says so.
   */
  readonly following: (signal: AbortSignal) => Promise<void>
  /** The server is heard again after a silence: what failed is tried again now. */
  tryNow(): void
  /** Whether changes are not announced for the session's sake, until the server is heard again. */
  isRefused(): boolean
  /** Begins; after a gap, begins anew. */
  renew(): void
  /** Somebody else follows, or nobody need: whoever waits to read may. */
  end(): void
  /** An `updated` says that it will soon lapse (same page, "Events"). */
  heard(events: readonly UcwaEvent[]): void
}

export type ContactsAndGroupsDeps = {
  readonly client: Pick<UcwaClient, 'followContactsAndGroups'>
  readonly clock: Clock
  /** It had lapsed; whatever changed meanwhile went unheard. */
  readonly onUnheard: () => void
  /** Changes are not announced, refused or failing for the second time in a row; null: now they are. */
  readonly onUnannounced: (because: UcwaFailure | null) => void
  /** Refused for the session's sake: nothing else may notice, since the lists are read all the same. */
  readonly onRefused: (because: UcwaFailure) => void
  readonly onBug: (bug: unknown) => void
}

export function createContactsAndGroups(deps: ContactsAndGroupsDeps): ContactsAndGroups {
  const { client, clock } = deps
  let era = new AbortController()
  let isSettled = false
  let hasEnded = false
  let isRefused = false
  let renewedAtMs = 0
  const settled = createBell()
  const refreshNow = createBell()
  const patience = createPatience(clock)

  const mayRead = (): boolean => isSettled || hasEnded
  const settle = (): void => {
    isSettled = true
    settled.ring()
  }

  const forget = (): void => {
    era.abort()
    era = new AbortController()
    patience.end()
    isSettled = false
    isRefused = false
  }

  const follow = async (stop: AbortSignal): Promise<void> => {
    let lapsesAtMs: number | null = null
    let failures = 0
    for (;;) {
      try {
        await client.followContactsAndGroups(SUBSCRIPTION_MINUTES, stop)
        stop.throwIfAborted()
        const nowMs = clock.now()
        if (lapsesAtMs !== null && nowMs >= lapsesAtMs) deps.onUnheard()
        lapsesAtMs = nowMs + LAPSES_AFTER_MS
        renewedAtMs = nowMs
        failures = 0
        patience.end()
        deps.onUnannounced(null)
        settle()
        await sleepUnlessRung(clock, RENEW_AFTER_MS, [refreshNow], stop)
      } catch (error) {
        stop.throwIfAborted() // an answer from before a gap says nothing of what came after
        const failure = failureOf(error)
        if (failure === null) throw error
        if (isOfTheSession(failure)) {
          settle() // the channel tells; whoever reads is refused as well
          isRefused = true
          deps.onRefused(failure)
          await patience.heardAgain(stop)
          isRefused = false
          continue
        }
        if (failure.kind === 'refused') {
          deps.onUnannounced(failure)
          return settle()
        }
        failures += 1
        if (failures === FAILURES_TOLD) deps.onUnannounced(failure)
        await patience.afterFailure(failure, stop)
      }
    }
  }

  return {
    following: async (stop) => {
      while (!mayRead()) await settled.rung(stop)
    },

    tryNow: patience.tryNow,
    isRefused: () => isRefused,

    renew: () => {
      forget()
      hasEnded = false
      const stop = era.signal
      void follow(stop).catch((error: unknown) => {
        if (!stop.aborted) deps.onBug(error)
      })
    },

    end: () => {
      forget()
      hasEnded = true
      settled.ring()
    },

    heard: (events) => {
      const isNamed = events.some(
        ({ type, target }) => target.rel === 'myContactsAndGroupsSubscription' && type === 'updated',
      )
      if (isNamed && clock.now() - renewedAtMs > RENEWAL_ECHO_MS) refreshNow.ring()
    },
  }
}
