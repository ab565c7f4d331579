import { type Json } from '../wire/http.ts'
import { type SandboxClock } from '../world/world-model.ts'

/**
 * One instance's event channel: what has not been told yet, what was told but not acknowledged, and who waits.
 *
 * Documented (`EventsInUCWA.md`, `EventChannelDetails.md`, `events_ref.md`): by asking with `ack=N` the client says
 * that it has the package before N; each event is told exactly once per acknowledgement; events of low and medium
 * priority are gathered for 15 and 5 s, one of high priority releases all that waits; `low`, `medium` and `timeout`
 * are remembered; a second request for the same package replaces the first (409 PGetReplaced) unless its `priority`
 * is lower; a wrong `ack` is answered with a `resync` link alone; events on one target merge to the latest state, and
 * what came and went again is not told at all; relative order is kept.
 *
 *     ack = next      ──► acknowledges what was sent; held until something is due or the time is up
 *     ack = next - 1  ──► the reply was lost: what was sent is sent again, unchanged but for a `resume` since
 *     any other       ──► resync, to the first package not acknowledged
 */
export type EventQueue = {
  raise(event: UcwaEvent): void
  poll(request: PollRequest): Promise<PollAnswer>
  /** The `ack` of the first package that is not acknowledged: where a client that has lost its link goes on. */
  firstUnacknowledged(): number
  /** The transient state was reset: the next package says `resume`, and goes at once to whoever waits. */
  interrupt(): void
  /** The next request, or the one that is held, is acknowledged and answered so instead. */
  disturb(as: 'resync' | 'pget-replaced'): void
  /** The application has ended: whoever waits is told, or cut off without a word. */
  end(how?: 'told' | 'cut'): void
  /** Sandbox milliseconds since a request was last held or answered; 0 while one is held. */
  quietMs(): number
  readonly size: number
}

type EventLink = { readonly rel: string; readonly href: string; readonly title?: string }
type Priority = 'low' | 'medium' | 'high'
/** From the one that can wait longest. */
const PRIORITIES = ['low', 'medium', 'high'] as const satisfies readonly Priority[]

export type UcwaEvent = {
  readonly sender: EventLink
  readonly link: EventLink
  readonly in: EventLink | null
  readonly type: 'added' | 'updated' | 'deleted'
  readonly priority: Priority
  /** The resource as it is when the package leaves; null: a link only. */
  readonly embedded: (() => Json) | null
}

export type SentEvent = Omit<UcwaEvent, 'embedded' | 'priority'> & { readonly embedded: Json | null }

export type EventPackage = {
  readonly ack: number
  /** The link to the next package is called `resume`: what was transient is gone. */
  readonly isResume: boolean
  readonly events: readonly SentEvent[]
}

type PollRequest = {
  readonly ack: number
  /** Seconds; null: as remembered. */
  readonly lowSeconds: number | null
  readonly mediumSeconds: number | null
  readonly timeoutSeconds: number | null
  /** Not remembered: it ranks requests for one package. */
  readonly priority: number
  readonly hungUp: AbortSignal
}

export type PollAnswer =
  | { readonly kind: 'package'; readonly package: EventPackage }
  | { readonly kind: 'resync'; readonly ack: number }
  | { readonly kind: 'replaced' } // 409 PGetReplaced
  | { readonly kind: 'ended' } // the application is gone
  | { readonly kind: 'hungUp' } // nobody is there to be answered

/** Seconds. Source: UCWA reference, "events", query parameters `low`, `medium`, `timeout`. */
const DEFAULTS = { lowSeconds: 15, mediumSeconds: 5, timeoutSeconds: 180 } as const

type Held = {
  readonly priority: number
  readonly heldAtMs: number
  readonly answer: (answer: PollAnswer) => void
}

export function createEventQueue(clock: SandboxClock): EventQueue {
  /** Not told yet, in order: sequence number → event. */
  const waiting = new Map<number, UcwaEvent>()
  /** Target → sequence numbers of its events in `waiting`, oldest first: at most `deleted` and one more. */
  const byTarget = new Map<string, number[]>()
  /** Since when something of that priority waits; null: nothing does. */
  const sinceAtMs: Record<Priority, number | null> = { low: null, medium: null, high: null }
  /** How many of that priority wait. */
  const counts: Record<Priority, number> = { low: 0, medium: 0, high: 0 }
  let sequence = 0
  let next = 1
  let sent: EventPackage | null = null
  let held: Held | null = null
  let intervals: { lowSeconds: number; mediumSeconds: number; timeoutSeconds: number } = { ...DEFAULTS }
  let alarm: { readonly atMs: number; cancel(): void } | null = null
  let isInterrupted = false
  let disturbance: PollAnswer | null = null
  let hasEnded = false
  let quietSinceAtMs = clock.now()

  const clearWaiting = (): void => {
    waiting.clear()
    byTarget.clear()
    for (const priority of PRIORITIES) {
      sinceAtMs[priority] = null
      counts[priority] = 0
    }
  }

  const letGo = (answer: PollAnswer): void => {
    const released = held
    held = null
    alarm?.cancel()
    alarm = null
    quietSinceAtMs = clock.now()
    released?.answer(answer)
  }

  const release = (): void => {
    const events = Array.from(waiting.values(), ({ sender, link, in: within, type, embedded }) => ({
      sender,
      link,
      in: within,
      type,
      embedded: embedded?.() ?? null,
    }))
    clearWaiting()
    sent = { ack: next, isResume: isInterrupted, events }
    isInterrupted = false
    next += 1
    letGo({ kind: 'package', package: sent })
  }

  /** When the request in hand must be answered, as things stand. */
  const dueAtMs = (since: Held): number =>
    Math.min(
      since.heldAtMs + intervals.timeoutSeconds * 1000,
      sinceAtMs.high ?? Infinity,
      (sinceAtMs.medium ?? Infinity) + intervals.mediumSeconds * 1000,
      (sinceAtMs.low ?? Infinity) + intervals.lowSeconds * 1000,
    )

  const look = (): void => {
    if (held === null) return
    const due = dueAtMs(held)
    if (due <= clock.now()) return release()
    if (alarm !== null && alarm.atMs <= due) return
    alarm?.cancel()
    const timer = clock.after(due - clock.now(), () => {
      alarm = null
      look()
    })
    alarm = { atMs: due, cancel: () => timer.cancel() }
  }

  const put = (number: number, event: UcwaEvent): void => {
    const before = waiting.get(number)
    if (before !== undefined) counts[before.priority] -= 1
    waiting.set(number, event)
    counts[event.priority] += 1
    sinceAtMs[event.priority] ??= clock.now()
  }

  const append = (target: string, event: UcwaEvent): void => {
    sequence += 1
    put(sequence, event)
    byTarget.set(target, [...(byTarget.get(target) ?? []), sequence])
  }

  const removeLast = (target: string, event: UcwaEvent): void => {
    const numbers = byTarget.get(target) ?? []
    const last = numbers.at(-1)
    if (last !== undefined && waiting.delete(last)) counts[event.priority] -= 1
    if (numbers.length <= 1) byTarget.delete(target)
    else byTarget.set(target, numbers.slice(0, -1))
  }

  /** One event on a target takes the place of another, so that what is told is the latest state. */
  const merge = (event: UcwaEvent): void => {
    const target = `${event.link.href} ${event.in?.href ?? ''}`
    const lastNumber = byTarget.get(target)?.at(-1)
    const last = lastNumber === undefined ? undefined : waiting.get(lastNumber)
    if (lastNumber === undefined || last === undefined) return append(target, event)
    const urgent = { ...event, priority: moreUrgent(event.priority, last.priority) } // it stands for both
    if (event.type === 'deleted' && last.type !== 'deleted') {
      removeLast(target, last) // came and went: not told at all. Changed and went: only that it went.
      if (last.type === 'updated') append(target, urgent)
    } else if (event.type === 'added' && last.type === 'updated') {
      removeLast(target, last)
      append(target, urgent)
    } else if (last.type === 'deleted' && event.type !== 'deleted') {
      append(target, event)
    } else {
      put(lastNumber, { ...last, priority: urgent.priority }) // the event that waits says as much, in its place
    }
  }

  return {
    raise: (event) => {
      if (hasEnded) return
      merge(event)
      for (const priority of PRIORITIES) {
        if (counts[priority] === 0) sinceAtMs[priority] = null // what came and went hurries nobody
      }
      look()
    },

    poll: (request) => {
      if (hasEnded) return Promise.resolve({ kind: 'ended' })
      if (request.hungUp.aborted) return Promise.resolve({ kind: 'hungUp' })
      if (disturbance !== null) {
        if (request.ack === next) sent = null // acknowledged all the same
        const answer = disturbance
        disturbance = null
        quietSinceAtMs = clock.now()
        return Promise.resolve(answer.kind === 'resync' ? { kind: 'resync', ack: sent?.ack ?? next } : answer)
      }
      if (request.ack === next - 1 && sent !== null) {
        quietSinceAtMs = clock.now()
        sent = { ...sent, isResume: sent.isResume || isInterrupted } // "in the first event response", this one too
        isInterrupted = false
        return Promise.resolve({ kind: 'package', package: sent })
      }
      if (request.ack !== next) {
        quietSinceAtMs = clock.now()
        return Promise.resolve({ kind: 'resync', ack: sent?.ack ?? next })
      }
      if (held !== null && request.priority < held.priority) return Promise.resolve({ kind: 'replaced' })
      letGo({ kind: 'replaced' })
      sent = null // acknowledged
      intervals = {
        lowSeconds: request.lowSeconds ?? intervals.lowSeconds,
        mediumSeconds: request.mediumSeconds ?? intervals.mediumSeconds,
        timeoutSeconds: request.timeoutSeconds ?? intervals.timeoutSeconds,
      }
      return new Promise((answer) => {
        const mine: Held = { priority: request.priority, heldAtMs: clock.now(), answer }
        held = mine
        const cut = (): void => {
          if (held === mine) letGo({ kind: 'hungUp' }) // what waits goes on waiting for the next request
        }
        request.hungUp.addEventListener('abort', cut, { once: true })
        if (isInterrupted) release()
        else look()
      })
    },

    firstUnacknowledged: () => sent?.ack ?? next,

    interrupt: () => {
      clearWaiting()
      intervals = { ...DEFAULTS }
      isInterrupted = true
      if (held !== null) release()
    },

    disturb: (as) => {
      const answer: PollAnswer = as === 'resync' ? { kind: 'resync', ack: next } : { kind: 'replaced' }
      if (held === null) disturbance = answer
      else letGo(answer)
    },

    end: (how = 'told') => {
      hasEnded = true
      clearWaiting()
      letGo(how === 'told' ? { kind: 'ended' } : { kind: 'hungUp' })
    },

    quietMs: () => (held === null ? clock.now() - quietSinceAtMs : 0),
    get size() {
      return waiting.size
    },
  }
}

const moreUrgent = (one: Priority, other: Priority): Priority =>
  PRIORITIES.indexOf(one) > PRIORITIES.indexOf(other) ? one : other
