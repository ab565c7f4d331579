import { type Answer, type Reply } from './http.ts'
import { codeOf } from './refusals.ts'

/**
 * What goes wrong on purpose. A fault stands between a request and its answer; it may answer in its place, hold it
 * back, or cut the connection. A new kind is
 * a case of `Effect` here, a schema in `control-schemas.ts`, and a case in `strike`.
 */
export type Fault = {
  /** Tried against 'METHOD /path?query'; null: every request. */
  readonly match: RegExp | null
  /** How many requests it strikes; null: no limit. */
  readonly count: number | null
  /** Real milliseconds from now; null: until it is taken away. */
  readonly durationMs: number | null
  readonly effect: Effect
}

type Effect =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly code: string | null
      readonly subcode: string | null
      readonly retryAfterSeconds: number | null
      /** `html`: not UCWA's words, but those of a proxy in between. */
      readonly as: 'json' | 'html'
    }
  | { readonly kind: 'delay'; readonly delayMs: number }
  | { readonly kind: 'reset' }

export type Faults = {
  add(fault: Fault): void
  clear(): void
  /** The request's answer, which is `answer()`'s unless a fault strikes. Control requests never come here. */
  strike(method: string, target: string, answer: () => Promise<Answer>): Promise<Answer>
  readonly size: number
}

/** @param nowMs Real time: a fault's duration is the tester's, not the sandbox's. */
export function createFaults(nowMs: () => number = Date.now, sleepMs = sleep): Faults {
  let standing: { fault: Fault; left: number; endsAtMs: number }[] = []

  /** The first fault that this request meets; its count goes down by one. */
  const meet = (method: string, target: string): Fault | null => {
    standing = standing.filter(({ left, endsAtMs }) => left > 0 && nowMs() < endsAtMs)
    const met = standing.find(({ fault }) => fault.match?.test(`${method} ${target}`) ?? true)
    if (met === undefined) return null
    met.left -= 1
    return met.fault
  }

  return {
    add: (fault) => {
      standing.push({
        fault,
        left: fault.count ?? Infinity,
        endsAtMs: fault.durationMs === null ? Infinity : nowMs() + fault.durationMs,
      })
    },
    clear: () => {
      standing = []
    },
    strike: async (method, target, answer) => {
      const effect = meet(method, target)?.effect
      switch (effect?.kind) {
        case undefined:
          return answer()
        case 'status':
          return statusReply(effect)
        case 'delay':
          await sleepMs(effect.delayMs)
          return answer()
        case 'reset':
          return 'dropped'
      }
    },
    get size() {
      return standing.length
    },
  }
}

const sleep = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))

function statusReply(effect: Extract<Effect, { kind: 'status' }>): Reply {
  const { status, subcode, retryAfterSeconds } = effect
  const retry: [string, string][] =
    retryAfterSeconds === null ? [] : [['Retry-After', String(retryAfterSeconds)]]
  if (effect.as === 'html') {
    const body = `<html><head><title>${status}</title></head><body><h1>${status}</h1><p>The proxy says no.</p></body></html>`
    return { status, headers: [['Content-Type', 'text/html'], ...retry], body }
  }
  const body = {
    code: effect.code ?? codeOf(status) ?? 'ServiceFailure',
    ...(subcode === null ? {} : { subcode }),
  }
  return {
    status,
    headers: [['Content-Type', 'application/json; charset=utf-8'], ...retry],
    body: JSON.stringify(body),
  }
}
