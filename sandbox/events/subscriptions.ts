import { keyOf } from '../server/hrefs.ts'
import { newShortId } from '../server/ids.ts'
import { type SandboxClock, type Uri } from '../world/world-model.ts'

/**
 * One application's presence subscriptions: whom it watches, and until when.
 * Source: `presenceSubscriptions_ref.md`, `presenceSubscription_ref.md`, `ExtendAPresenceSubscription.md`.
 */
export type Subscription = {
  readonly id: string
  /** By `keyOf(uri)`. */
  readonly uris: ReadonlyMap<string, Uri>
  /** A group's subscription holds those who were in it at the time, and takes no others. */
  readonly isOfGroup: boolean
  readonly expiresAtMs: number
}

/** What others must be told; `Subscriptions` itself knows no events. */
export type SubscriptionListener = {
  /** No subscription of the application had this contact before. */
  watched(uri: Uri): void
  /** None has it any more. */
  unwatched(uri: Uri): void
  added(subscription: Subscription): void
  /** First data for each contact that has come in. */
  joined(uris: readonly Uri[]): void
  aboutToExpire(subscription: Subscription): void
  deleted(subscription: Subscription): void
}

export type Subscriptions = {
  all(): readonly Subscription[]
  get(id: string): Subscription | null
  watches(uri: Uri): boolean
  watchedUris(): readonly Uri[]
  add(uris: readonly Uri[], durationMinutes: number): Subscription
  /** A group that is subscribed to already is extended instead. */
  addGroup(groupId: string, uris: readonly Uri[], durationMinutes: number): Subscription
  /** Adds to what remains, but never to more than 30 minutes. */
  extend(id: string, durationMinutes: number): Subscription | null
  join(id: string, uris: readonly Uri[]): Subscription | null
  leave(id: string, uri: Uri): boolean
  remove(id: string): boolean
  /** All of them end and nobody is told (a long absence, or the application's end). */
  clear(): void
}

const MINUTE_MS = 60_000
/** Source: UCWA reference, "presenceSubscription", POST: the sum is capped at 30 minutes. */
const LONGEST_MS = 30 * MINUTE_MS
/** Documented: an event says that a subscription is about to expire. Assumed: two minutes before. */
const NOTICE_MS = 2 * MINUTE_MS

type Kept = {
  id: string
  uris: Map<string, Uri>
  isOfGroup: boolean
  expiresAtMs: number
  timer: { cancel(): void }
}

export function createSubscriptions(clock: SandboxClock, listener: SubscriptionListener): Subscriptions {
  const kept = new Map<string, Kept>()
  /** How many subscriptions hold a contact. */
  const counts = new Map<string, number>()

  const hold = (subscription: Kept, uris: readonly Uri[]): Uri[] => {
    const joined = uris.filter((uri) => {
      const key = keyOf(uri)
      if (subscription.uris.has(key)) return false
      subscription.uris.set(key, uri)
      const count = counts.get(key) ?? 0
      counts.set(key, count + 1)
      if (count === 0) listener.watched(uri)
      return true
    })
    return joined
  }

  const release = (uri: Uri): void => {
    const key = keyOf(uri)
    const count = (counts.get(key) ?? 0) - 1
    if (count > 0) counts.set(key, count)
    else {
      counts.delete(key)
      listener.unwatched(uri)
    }
  }

  const end = (subscription: Kept): void => {
    subscription.timer.cancel()
    kept.delete(subscription.id)
    for (const uri of subscription.uris.values()) release(uri)
    listener.deleted(subscription)
  }

  const schedule = (subscription: Kept): void => {
    subscription.timer.cancel()
    const remainingMs = subscription.expiresAtMs - clock.now()
    subscription.timer = clock.after(Math.max(0, remainingMs - NOTICE_MS), () => {
      listener.aboutToExpire(subscription)
      subscription.timer = clock.after(subscription.expiresAtMs - clock.now(), () => end(subscription))
    })
  }

  const extend = (subscription: Kept, durationMinutes: number): void => {
    subscription.expiresAtMs = Math.min(
      subscription.expiresAtMs + durationMinutes * MINUTE_MS,
      clock.now() + LONGEST_MS,
    )
    schedule(subscription)
  }

  const create = (id: string, isOfGroup: boolean, uris: readonly Uri[], durationMinutes: number): Kept => {
    const expiresAtMs = clock.now() + durationMinutes * MINUTE_MS
    const subscription: Kept = { id, uris: new Map(), isOfGroup, expiresAtMs, timer: { cancel: () => {} } }
    kept.set(id, subscription)
    const joined = hold(subscription, uris)
    listener.added(subscription)
    listener.joined(joined)
    schedule(subscription)
    return subscription
  }

  return {
    all: () => Array.from(kept.values()),
    get: (id) => kept.get(id) ?? null,
    watches: (uri) => counts.has(keyOf(uri)),
    watchedUris: () => {
      const uris = new Map<string, Uri>()
      for (const subscription of kept.values()) {
        for (const [key, uri] of subscription.uris) uris.set(key, uri)
      }
      return Array.from(uris.values())
    },
    add: (uris, durationMinutes) => create(newShortId(), false, uris, durationMinutes),
    addGroup: (groupId, uris, durationMinutes) => {
      const existing = kept.get(groupId)
      if (existing === undefined) return create(groupId, true, uris, durationMinutes)
      listener.joined(hold(existing, uris))
      extend(existing, durationMinutes)
      return existing
    },
    extend: (id, durationMinutes) => {
      const subscription = kept.get(id)
      if (subscription === undefined) return null
      extend(subscription, durationMinutes)
      return subscription
    },
    join: (id, uris) => {
      const subscription = kept.get(id)
      if (subscription === undefined) return null
      listener.joined(hold(subscription, uris))
      return subscription
    },
    leave: (id, uri) => {
      const subscription = kept.get(id)
      if (!subscription?.uris.delete(keyOf(uri))) return false
      release(uri)
      return true
    },
    remove: (id) => {
      const subscription = kept.get(id)
      if (subscription === undefined) return false
      end(subscription)
      return true
    },
    clear: () => {
      for (const subscription of kept.values()) subscription.timer.cancel()
      kept.clear()
      counts.clear()
    },
  }
}
