import type { Discovered, TransportKind, TransportReason, WayStep } from './discovered.ts'
import { failureOf, type UcwaFailure } from './errors.ts'
import { WrongOrigin } from './http.ts'
import { failureIn, isGood, type Reply } from './reply.ts'
import type { ChallengeMet } from './token.ts'

/** Writes down how a way in is looked for, for the diagnostics. */
export type WayRecord = {
  begin(domain: string | null, from: Discovered['from']): void
  /** Takes down what was asked and how that ended, and hands its outcome on. */
  noted(
    asked: WayStep['asked'],
    url: string,
    transport: TransportKind | null,
    work: Promise<Reply>,
  ): Promise<Reply>
  /** What was led to and not asked, or not answered by a request of ours. */
  step(asked: WayStep['asked'], url: string, answer: WayStep['answer'], detail: string | null): void
  by(host: string, kind: TransportKind, because: TransportReason): void
  met(challenge: ChallengeMet): void
  end(outcome: 'found' | 'failed', pool: string | null): void
  isUnderWay(): boolean
}

export function createWayRecord(nowMs: () => number, onChange: (discovered: Discovered) => void): WayRecord {
  let now: Discovered | null = null

  const change = (to: (before: Discovered) => Partial<Discovered>): void => {
    if (now === null) return
    now = { ...now, ...to(now) }
    onChange(now)
  }
  const step: WayRecord['step'] = (asked, url, answer, detail) =>
    change(({ steps }) => ({
      steps: [...steps, { atMs: nowMs(), asked, url: withoutQuery(url), transport: null, answer, detail }],
    }))

  return {
    begin: (domain, from) => {
      now = {
        startedAtMs: nowMs(),
        domain,
        from,
        steps: [],
        transports: {},
        grants: { offered: [], reasons: null, used: null },
        pool: null,
        outcome: 'underWay',
      }
      onChange(now)
    },
    noted: async (asked, url, transport, work) => {
      const begun: WayStep = {
        atMs: nowMs(),
        asked,
        url: withoutQuery(url),
        transport,
        answer: 'underWay',
        detail: null,
      }
      change(({ steps }) => ({ steps: [...steps, begun] }))
      const ends = (to: Pick<WayStep, 'answer' | 'detail'>): void =>
        change(({ steps }) => ({ steps: steps.map((one) => (one === begun ? { ...one, ...to } : one)) }))
      try {
        const reply = await work
        ends({ answer: reply.status, detail: isGood(reply) ? null : wordsOf(failureIn(reply, nowMs())) })
        return reply
      } catch (error) {
        const failure = failureOf(error)
        ends({
          answer: error instanceof WrongOrigin ? 'wrongOrigin' : 'noAnswer',
          detail: failure === null ? null : wordsOf(failure),
        })
        throw error
      }
    },
    step,
    by: (host, kind, because) =>
      change(({ transports }) => ({ transports: { ...transports, [host]: { kind, because } } })),
    met: ({ offered, reasons, used }) => change(() => ({ grants: { offered, reasons, used } })),
    end: (outcome, pool) => change(() => ({ outcome, pool: pool === null ? null : new URL(pool).origin })),
    isUnderWay: () => now?.outcome === 'underWay',
  }
}

const withoutQuery = (url: string): string => {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

function wordsOf(failure: UcwaFailure): string | null {
  switch (failure.kind) {
    case 'unreachable':
    case 'malformed':
      return failure.detail
    case 'serverFailed':
    case 'refused':
      return failure.reason.diagnostics ?? failure.reason.subcode ?? failure.reason.code
    case 'signedOut':
    case 'applicationGone':
    case 'replaced':
      return null
  }
}
