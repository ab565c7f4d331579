import { type Answer } from '../wire/http.ts'
import {
  bringAbout,
  isAbout,
  isOfMoments,
  strike as strikeWith,
  type Effect,
  type Powers,
  type Victim,
} from './fault-effects.ts'

/**
 * What goes wrong on purpose. A fault stands between requests and their answers, here; what each kind does to those it
 * strikes is in `fault-effects.ts`, and how it is asked for in `control-schemas.ts`.
 *
 * Most kinds befall requests. Some befall the server's state (tokens, applications, channels, the pool): they come
 * about at once, as far as there is something to befall, and else with the next request that there is.
 */
export type Fault = {
  /** Tried against 'METHOD /path?query'; null: every request that the kind is about. */
  readonly match: RegExp | null
  /** How many requests it strikes; null: no limit, or once for the kinds that befall the server's state. */
  readonly count: number | null
  /** Real milliseconds from now; null: until it is taken away. */
  readonly durationMs: number | null
  readonly effect: Effect
}

export type Faults = {
  /** What of it comes about at once has come about when this returns. */
  add(fault: Fault): void
  /** No faults: requests that a fault keeps waiting wait no longer. */
  clear(): void
  /** The request's answer, which is its own unless a fault strikes. Control requests never come here. */
  strike(victim: Victim): Promise<Answer>
  /** What stands, and what has struck since the last `clear`. */
  read(): FaultsRead
}

export type FaultsRead = {
  /** Faults that may still strike. */
  readonly standing: number
  /** Requests that a fault keeps waiting at this moment. */
  readonly waiting: number
  /** Kind → how often it has struck. */
  readonly struck: Readonly<Record<string, number>>
  /** Real milliseconds since 1970 when a fault last did something, the end of a wait included; null: never. */
  readonly lastAtMs: number | null
}

type Standing = { readonly fault: Fault; left: number; readonly endsAtMs: number }

/** @param nowMs Real time: a fault's duration is the tester's, not the sandbox's. */
export function createFaults(powers: Powers, nowMs: () => number = Date.now, sleepMs = sleep): Faults {
  let standing: Standing[] = []
  /** P-GETs under way: a fault of theirs need not wait for the next one. */
  const polls = new Set<Victim>()
  const struck = new Map<string, number>()
  let waiting = 0
  let lastAtMs: number | null = null
  let cleared = new AbortController()

  const note = ({ kind }: Effect, times = 1): void => {
    struck.set(kind, (struck.get(kind) ?? 0) + times)
    lastAtMs = nowMs()
  }

  const sweep = (): void => {
    standing = standing.filter(({ left, endsAtMs }) => left > 0 && nowMs() < endsAtMs)
  }

  /** The first fault that this request meets; its count goes down by one. */
  const meet = (victim: Victim): Standing | null => {
    sweep()
    const met = standing.find(({ fault }) => concerns(fault, victim)) ?? null
    if (met !== null) met.left -= 1
    return met
  }

  const keepWaiting = () => {
    waiting += 1
    const over = (): void => {
      waiting -= 1
      lastAtMs = nowMs()
    }
    return { hurry: cleared.signal, over }
  }

  /** Waits until the time is up, the caller hangs up, or there are no faults any more. */
  const wait = async (ms: number, hungUp: AbortSignal): Promise<void> => {
    const { hurry, over } = keepWaiting()
    await sleepMs(ms, AbortSignal.any([hungUp, hurry]))
    over()
  }

  return {
    add: (fault) => {
      const isForWhile = fault.durationMs !== null && fault.effect.kind !== 'roam' // a move happens, it does not last
      const isOnce = isOfMoments(fault.effect) && fault.count === null && !isForWhile
      const entry: Standing = {
        fault,
        left: fault.count ?? Infinity,
        endsAtMs: fault.durationMs === null ? Infinity : nowMs() + fault.durationMs,
      }
      const underWay = Array.from(polls).filter((poll) => concerns(fault, poll))
      const times = bringAbout(fault, underWay.slice(0, entry.left), powers)
      if (times > 0) note(fault.effect, times)
      entry.left = isOnce ? (times > 0 ? 0 : 1) : entry.left - times
      standing.push(entry)
      sweep()
    },
    clear: () => {
      standing = []
      struck.clear()
      lastAtMs = null
      cleared.abort()
      cleared = new AbortController()
    },
    strike: async (victim) => {
      const met = meet(victim)
      if (met !== null) note(met.fault.effect)
      if (victim.channel !== null) polls.add(victim)
      try {
        if (met === null) return await victim.answer()
        return await strikeWith(met.fault.effect, victim, powers, {
          leftMs: met.endsAtMs - nowMs(),
          wait: (ms) => wait(ms, victim.hungUp),
          keepWaiting,
        })
      } finally {
        polls.delete(victim)
      }
    },
    read: () => {
      sweep()
      return { standing: standing.length, waiting, struck: Object.fromEntries(struck), lastAtMs }
    },
  }
}

const concerns = ({ match, effect }: Fault, victim: Victim): boolean =>
  isAbout(effect, victim, match !== null) && (match?.test(victim.line) ?? true)

/** Wakes early when the signal says so. */
const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((wake) => {
    if (signal.aborted) return wake()
    const timer = setTimeout(wake, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      wake()
    })
  })
