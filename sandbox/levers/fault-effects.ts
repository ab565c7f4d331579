import { type EventQueue } from '../events/event-queue.ts'
import { type Application } from '../server/application.ts'
import { reply, withHeaders, type Answer, type Reply } from '../wire/http.ts'
import { codeOf, refusal } from '../wire/refusals.ts'
import {
  lengthOf,
  misshapen,
  spoiled,
  truncated,
  withForeignLinks,
  withoutLinks,
  withResync,
} from './spoil.ts'

/**
 * What each kind of fault does. Some answer in a request's place, some befall the server's state before the request is
 * answered as it then deserves, and some let it be carried out and spoil the answer: then the change has happened, and
 * the caller cannot know.
 */
export type Effect =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly code: string | null
      readonly subcode: string | null
      readonly retryAfterSeconds: number | null
      /** The value of `X-Ms-diagnostics`. */
      readonly diagnostics: string | null
      /** `html`: not UCWA's words, but those of a proxy in between. */
      readonly as: 'json' | 'html'
    }
  | { readonly kind: 'batch-429'; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'delay'; readonly delayMs: number }
  /** Silent, then dropped. */
  | { readonly kind: 'hang'; readonly silentMs: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'truncate' | 'malformed' | 'wrong-shape' }
  | { readonly kind: 'slow-stream'; readonly bytesPerSecond: number }
  | { readonly kind: 'foreign-link'; readonly origin: string; readonly rel: string | null }
  | { readonly kind: 'without-link'; readonly rel: string }
  | { readonly kind: 'expire-token' | 'resync' | 'resume' | 'pget-replaced' | 'roam' | 'restart' }
  | { readonly kind: 'expire-application'; readonly subcode: EndedSubcode }

/** How a request below an application that is gone is refused. Source: `ApplicationDashboard.md`, "Application lifetime". */
export type EndedSubcode = 'ApplicationNotFound' | 'InactiveApplicationExpired'

/** A request, as far as a fault can do anything to it. */
export type Victim = {
  /** 'METHOD /path?query' */
  readonly line: string
  /** UCWA's name of what is asked for. */
  readonly rel: string
  readonly isBatchPart: boolean
  /** Null: it bears none that is good. */
  readonly token: string | null
  /** The live one that it is below; null: none. */
  readonly application: Application | null
  /** Of a P-GET; null: it is none. */
  readonly channel: EventQueue | null
  readonly hungUp: AbortSignal
  /** As things are when this is called. */
  readonly answer: () => Promise<Answer>
  /** With what every answer of the server's own carries. */
  readonly ours: (from: Reply) => Reply
  /** What the server says to a caller whom it does not know. */
  readonly challenge: () => Reply
}

/** What faults can do to the state of one world's server. */
export type Powers = {
  expireToken(token: string): void
  /** False: there were none. */
  expireTokens(): boolean
  endApplication(application: Application, subcode: EndedSubcode): void
  /** False: there were none. */
  endApplications(subcode: EndedSubcode): boolean
  /** The world's people live on the next pool from now on. */
  roam(): void
  /** What the server keeps in memory alone is gone, and every held request is cut off. */
  restart(): void
}

/** Whether it befalls the server's state: then at once, if there is something to befall. */
export const isOfMoments = ({ kind }: Effect): boolean =>
  ['expire-token', 'expire-application', 'resync', 'resume', 'pget-replaced', 'roam', 'restart'].includes(
    kind,
  )

/** @param isNamed Whether the fault names by `match` what it is for. */
export function isAbout({ kind }: Effect, victim: Victim, isNamed: boolean): boolean {
  switch (kind) {
    case 'batch-429':
      return victim.rel === 'batch' && victim.line.startsWith('POST ')
    case 'expire-token':
      return victim.token !== null
    case 'expire-application':
      return victim.application !== null
    case 'resync': // "The client should be prepared to see such a link in any response" (`EventChannelDetails.md`)
      return victim.channel !== null || (isNamed && victim.application !== null)
    case 'resume':
    case 'pget-replaced':
      return victim.channel !== null
    case 'foreign-link':
    case 'without-link': // answers that have links
      return victim.rel !== 'batch' && (victim.line.startsWith('GET ') || victim.rel === 'applications')
    case 'status':
    case 'delay':
    case 'hang':
    case 'reset':
    case 'truncate':
    case 'malformed':
    case 'wrong-shape':
    case 'slow-stream':
    case 'roam':
    case 'restart':
      return true
  }
}

/**
 * What comes about at once.
 * @param polls The P-GETs under way that the fault is about.
 * @returns How often it has struck.
 */
export function bringAbout(
  { effect, match }: { readonly effect: Effect; readonly match: RegExp | null },
  polls: readonly Victim[],
  powers: Powers,
): number {
  switch (effect.kind) {
    case 'expire-token':
      return match === null && powers.expireTokens() ? 1 : 0
    case 'expire-application':
      if (match === null) return powers.endApplications(effect.subcode) ? 1 : 0
      for (const poll of polls) befall(effect, poll, powers)
      return polls.length
    case 'resync':
    case 'resume':
    case 'pget-replaced':
      for (const poll of polls) befall(effect, poll, powers)
      return polls.length
    case 'roam':
      if (match === null) powers.roam()
      return match === null ? 1 : 0
    case 'restart':
      if (match === null) powers.restart()
      return match === null ? 1 : 0
    case 'status':
    case 'batch-429':
    case 'delay':
    case 'hang':
    case 'reset':
    case 'truncate':
    case 'malformed':
    case 'wrong-shape':
    case 'slow-stream':
    case 'foreign-link':
    case 'without-link':
      return 0
  }
}

/** To the state that the request finds. */
function befall(effect: Effect, { token, application, channel }: Victim, powers: Powers): void {
  if (effect.kind === 'expire-token' && token !== null) powers.expireToken(token)
  if (effect.kind === 'expire-application' && application !== null) {
    powers.endApplication(application, effect.subcode)
  }
  if (effect.kind === 'resync' || effect.kind === 'pget-replaced') channel?.disturb(effect.kind)
  if (effect.kind === 'resume') application?.interrupt()
  if (effect.kind === 'roam') powers.roam()
}

export type Timing = {
  /** Until the fault's own end. */
  readonly leftMs: number
  wait(ms: number): Promise<void>
  /** The caller is kept waiting from now on, until it is `over`; `hurry` says that it is to be no longer. */
  keepWaiting(): { readonly hurry: AbortSignal; readonly over: () => void }
}

/** The answer of a request that is struck. */
export async function strike(
  effect: Effect,
  victim: Victim,
  powers: Powers,
  { leftMs, wait, keepWaiting }: Timing,
): Promise<Answer> {
  switch (effect.kind) {
    case 'status':
      return statusReply(effect, victim)
    case 'batch-429': {
      const refused = refusal(429, null, 'There are too many outstanding HTTP operations.')
      return victim.ours(withHeaders(refused, header('Retry-After', effect.retryAfterSeconds)))
    }
    case 'delay':
      await wait(effect.delayMs)
      return victim.answer()
    case 'hang':
      await wait(Math.min(effect.silentMs, leftMs))
      return 'dropped'
    case 'reset':
      return 'dropped'
    case 'restart':
      powers.restart()
      return 'dropped'
    case 'resync':
      if (victim.channel === null) return withResync(await victim.answer(), victim.application)
      befall(effect, victim, powers)
      return victim.answer()
    case 'expire-token':
    case 'expire-application':
    case 'resume':
    case 'pget-replaced':
    case 'roam':
      befall(effect, victim, powers)
      return victim.answer()
    case 'truncate':
      return truncated(await victim.answer(), victim.isBatchPart)
    case 'malformed':
      return spoiled(await victim.answer(), () => 'Well, this is not what it says it is: {"rel":')
    case 'wrong-shape':
      return spoiled(await victim.answer(), (body) => JSON.stringify(misshapen(body)))
    case 'slow-stream': {
      const answer = await victim.answer()
      if (answer === 'dropped') return answer
      const { bytesPerSecond } = effect
      if (!victim.isBatchPart)
        return { ...answer, delivery: { kind: 'slow', bytesPerSecond, ...keepWaiting() } }
      await wait((lengthOf(answer) / bytesPerSecond) * 1000) // a part comes with its batch, whole
      return answer
    }
    case 'foreign-link':
      return withForeignLinks(await victim.answer(), effect.origin, effect.rel)
    case 'without-link':
      return withoutLinks(await victim.answer(), effect.rel)
  }
}

const header = (name: string, value: string | number | null): [string, string][] =>
  value === null ? [] : [[name, String(value)]]

/**
 * A `code` is for failures ("uses the failure response classes (4xx & 5xx)", `ErrorsAndInformationalMessages.md`), and 401
 * has none among them: it is the challenge.
 */
function statusReply(
  effect: Extract<Effect, { kind: 'status' }>,
  { ours, challenge }: Pick<Victim, 'ours' | 'challenge'>,
): Reply {
  const { status, subcode, diagnostics } = effect
  const headers: [string, string][] = [
    ...header('Retry-After', effect.retryAfterSeconds),
    ...header('X-Ms-diagnostics', diagnostics),
  ]
  if (effect.as === 'html') {
    const body = `<html><head><title>${status}</title></head><body><h1>${status}</h1><p>The proxy says no.</p></body></html>`
    return { status, headers: [['Content-Type', 'text/html'], ...headers], body }
  }
  const isBare = effect.code === null && subcode === null
  if (isBare && status === 401) return ours(withHeaders(challenge(), headers))
  if (isBare && status < 400) return ours({ status, headers, body: null })
  const code = effect.code ?? codeOf(status) ?? (status < 400 ? null : 'ServiceFailure')
  const body = { ...(code === null ? {} : { code }), ...(subcode === null ? {} : { subcode }) }
  return ours(reply(status, body, headers))
}
