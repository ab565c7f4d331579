import { type SandboxClock } from '../world/world-model.ts'

/**
 * Whether one application hears of changes of its user's contact list.
 * Source: `myContactsAndGroupsSubscription_ref.md`, `startOrRefreshSubscriptionToContactsAndGroups_ref.md`: 10 to 60
 * minutes, added to what remains, "the sum is cut to 30". Assumed: it connects at once.
 */
export type ContactsAndGroupsSubscription = {
  readonly state: 'Connected' | 'Disconnected'
  startOrRefresh(durationMinutes: number): void
  stop(): void
}

const MINUTE_MS = 60_000
const LONGEST_MS = 30 * MINUTE_MS
/** Assumed, as for presence subscriptions. */
const NOTICE_MS = 2 * MINUTE_MS

/** @param aboutToExpire Told once before each end, while there is time to refresh. */
export function createContactsAndGroupsSubscription(
  clock: SandboxClock,
  aboutToExpire: () => void,
): ContactsAndGroupsSubscription {
  let expiresAtMs: number | null = null
  let timer = { cancel: (): void => {} }

  const schedule = (endsAtMs: number): void => {
    timer.cancel()
    timer = clock.after(Math.max(0, endsAtMs - NOTICE_MS - clock.now()), () => {
      aboutToExpire()
      timer = clock.after(endsAtMs - clock.now(), () => {
        expiresAtMs = null
      })
    })
  }

  return {
    get state() {
      return expiresAtMs === null ? 'Disconnected' : 'Connected'
    },
    startOrRefresh: (durationMinutes) => {
      const now = clock.now()
      expiresAtMs = Math.min((expiresAtMs ?? now) + durationMinutes * MINUTE_MS, now + LONGEST_MS)
      schedule(expiresAtMs)
    },
    stop: () => {
      timer.cancel()
      expiresAtMs = null
    },
  }
}
