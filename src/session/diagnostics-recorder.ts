import type { Clock } from '../lib/clock.ts'
import { withoutSecrets } from '../lib/without-secrets.ts'
import type { UcwaFailure } from '../ucwa/errors.ts'
import type { ChannelState } from './channel-state.ts'
import {
  CHART_MINUTES,
  nothingRecorded,
  TOKEN_REL,
  type AskedRequest,
  type ChannelRecord,
  type Diagnostics,
  type DiagnosticsRecorder,
  type Happening,
  type RequestCounts,
  type Trouble,
} from './diagnostics.ts'
import { POLL_HOLD_MS } from './timing.ts'

const MINUTE_MS = 60_000
/** Enough for a day with some trouble in it; what is older goes. (Our choice.) */
const MOST_HAPPENINGS = 100
const MOST_INTERRUPTIONS = 50

/** Keeps the record, and tells of each change with all that is known by then. */
export function createDiagnosticsRecorder(
  clock: Pick<Clock, 'now'>,
  onChange: (diagnostics: Diagnostics) => void,
): DiagnosticsRecorder {
  let known = nothingRecorded(clock.now())

  const change = (to: Partial<Diagnostics>, ...happened: readonly Happening[]): void => {
    const all = [...known.happened, ...happened].slice(-MOST_HAPPENINGS)
    known = { ...known, ...to, happened: all }
    onChange(known)
  }

  return {
    signInBegan: () => {
      const atMs = clock.now()
      const { requests, happened, tabs } = known
      known = { ...nothingRecorded(atMs), requests, happened, tabs }
      change({ signIn: { beganAtMs: atMs, tookMs: null } }, { kind: 'signInBegan', atMs })
    },
    signedIn: () => {
      const { signIn } = known
      if (signIn !== null) change({ signIn: { ...signIn, tookMs: clock.now() - signIn.beganAtMs } })
    },
    signInFailed: (failure) => {
      const because = failure.kind === 'other' ? failure.because : failure.kind
      change({}, { kind: 'signInFailed', atMs: clock.now(), because })
    },
    signedOut: () => {
      const atMs = clock.now()
      change(
        { channel: nothingRecorded(atMs).channel, application: null, token: null, watched: 0 },
        { kind: 'signedOut', atMs },
      )
    },

    discovered: (soFar) =>
      change({
        discovered: {
          ...soFar,
          steps: soFar.steps.map((step) => ({
            ...step,
            url: new URL(step.url).origin,
            detail: withoutSecrets(step.detail),
          })),
        },
      }),
    asked: (request) => {
      const { trouble, server, ucwaVersion, host, method, rel } = request
      const atMs = clock.now()
      const to = {
        requests: counted(known.requests, request, atMs),
        server: {
          name: server ?? known.server.name,
          ucwaVersion: ucwaVersion ?? known.server.ucwaVersion,
        },
        lastTrouble:
          trouble === null
            ? solvedBy(known.lastTrouble, request, atMs)
            : { atMs, solvedAtMs: null, method, host, server, ...cleaned(trouble) },
      }
      if (rel !== TOKEN_REL || trouble !== null) {
        change(to)
        return
      }
      const renewals = known.token === null ? 0 : known.token.renewals + 1
      change(
        { ...to, token: { atMs, renewals, expiresAtMs: null } },
        { kind: 'token', atMs, isRenewal: renewals > 0 },
      )
    },

    tokenEnds: (endsAtMs) => {
      // A tab that goes on by another's token has asked for none itself.
      const token = known.token ?? { atMs: clock.now(), renewals: 0, expiresAtMs: null }
      const expiresAtMs = endsAtMs > 0 && Number.isFinite(endsAtMs) ? endsAtMs : null
      if (token !== known.token || token.expiresAtMs !== expiresAtMs)
        change({ token: { ...token, expiresAtMs } })
    },
    opened: (of) => {
      const atMs = clock.now()
      const opened = { ...of, atMs, times: (known.application?.times ?? 0) + 1 }
      change({ application: opened }, { kind: 'opened', atMs, opened })
    },
    channelBecame: (state) => change(...heard(known, state, clock.now())),
    tabs: (tabs) => {
      const isNews = known.tabs?.tabs !== tabs.tabs || known.tabs.isLeader !== tabs.isLeader
      if (isNews) change({ tabs })
    },
    watching: (watched) => change({ watched }),
  }
}

function counted(before: RequestCounts, { rel, parts }: AskedRequest, atMs: number): RequestCounts {
  const byRel = new Map(before.byRel)
  for (const one of [rel, ...parts]) byRel.set(one, (byRel.get(one) ?? 0) + 1)
  const minute = Math.floor(atMs / MINUTE_MS)
  const byMinute = new Map([...before.byMinute].filter(([at]) => at > minute - CHART_MINUTES))
  byMinute.set(minute, (byMinute.get(minute) ?? 0) + 1)
  const batches = before.batches + (parts.length > 0 ? 1 : 0)
  return { total: before.total + 1, batches, byRel, byMinute }
}

/** The same question, answered: what was wrong is no longer. */
function solvedBy(trouble: Trouble | null, { host, rel, parts }: AskedRequest, atMs: number): Trouble | null {
  if (trouble === null || trouble.solvedAtMs !== null || trouble.host !== host) return trouble
  return trouble.rel === rel || parts.includes(trouble.rel) ? { ...trouble, solvedAtMs: atMs } : trouble
}

/** A server's words may name whom they are about, and a header may hold anything. */
const cleaned = <T extends Pick<Trouble, 'code' | 'subcode' | 'message' | 'diagnostics' | 'correlation'>>(
  trouble: T,
): T => ({
  ...trouble,
  code: withoutSecrets(trouble.code),
  subcode: withoutSecrets(trouble.subcode),
  message: withoutSecrets(trouble.message),
  diagnostics: withoutSecrets(trouble.diagnostics),
  correlation: withoutSecrets(trouble.correlation),
})

function cleanedFailure(failure: UcwaFailure): UcwaFailure {
  switch (failure.kind) {
    case 'unreachable':
    case 'malformed':
      return { ...failure, detail: withoutSecrets(failure.detail) }
    case 'serverFailed':
    case 'refused': {
      const { code, subcode, message, diagnostics, server } = failure.reason
      const reason = cleaned({ code, subcode, message, diagnostics, correlation: null })
      return { ...failure, reason: { ...reason, server } }
    }
    case 'signedOut':
    case 'applicationGone':
    case 'replaced':
      return failure
  }
}

/** What the channel's new state adds to the record, and to what happened. */
function heard(
  { channel: before, interruptions, lastTrouble }: Diagnostics,
  state: ChannelState,
  nowMs: number,
): [Partial<Diagnostics>, ...Happening[]] {
  const channel: ChannelRecord = {
    state: state.kind,
    sinceMs: before.state === state.kind ? before.sinceMs : nowMs,
    askedAtMs: state.kind === 'listening' ? nowMs : null,
    dueByMs: state.kind === 'listening' ? nowMs + POLL_HOLD_MS : null,
    lastAnswer: answerIn(state, nowMs) ?? before.lastAnswer,
  }
  const open = interruptions.at(-1)
  const isOut = open !== undefined && open.toMs === null

  if (state.kind === 'listening') {
    const { heard: answer } = state
    const isNews = answer !== null && (answer.events.length > 0 || answer.gap)
    const answered: Happening[] = isNews
      ? [{ kind: 'events', atMs: nowMs, events: answer.events.length, gap: answer.gap }]
      : []
    if (isOut && !state.isProven) return [{ channel }, ...answered]
    if (!isOut) {
      const first: Happening[] = before.state === null ? [{ kind: 'live', atMs: nowMs }] : []
      return [{ channel }, ...first, ...answered]
    }
    const solved = lastTrouble?.solvedAtMs === null ? { ...lastTrouble, solvedAtMs: nowMs } : lastTrouble
    const over = [...interruptions.slice(0, -1), { ...open, toMs: nowMs }]
    const again: Happening = { kind: 'liveAgain', atMs: nowMs, afterMs: nowMs - open.fromMs }
    return [{ channel, interruptions: over, lastTrouble: solved }, again, ...answered]
  }
  if (state.kind === 'ended') {
    const because: UcwaFailure =
      typeof state.why === 'string' ? { kind: 'signedOut' } : cleanedFailure(state.why)
    return [{ channel }, { kind: 'ended', atMs: nowMs, because }]
  }
  if (state.kind === 'elsewhere') return [{ channel }, { kind: 'elsewhere', atMs: nowMs }]
  if (!('because' in state)) return [{ channel }, { kind: 'lockedOut', atMs: nowMs }]
  // What is left is a try, and a wait for one; each but the first says what led to it.
  const because = state.because === null ? null : cleanedFailure(state.because)
  if (isOut || because === null) return [{ channel }]
  return [
    {
      channel,
      interruptions: [...interruptions, { fromMs: nowMs, toMs: null, because }].slice(-MOST_INTERRUPTIONS),
    },
    { kind: 'interrupted', atMs: nowMs, because },
  ]
}

const answerIn = (state: ChannelState, atMs: number): ChannelRecord['lastAnswer'] =>
  state.kind !== 'listening' || state.heard === null
    ? null
    : { atMs, events: state.heard.events.length, gap: state.heard.gap }
