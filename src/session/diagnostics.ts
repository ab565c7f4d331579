import type { Discovered } from '../ucwa/discovered.ts'
import type { UcwaFailure } from '../ucwa/errors.ts'
import type { ChannelState } from './channel-state.ts'
import type { SignInFailure } from './sign-in.ts'

/**
 * What happened, for whoever has to find out why something does not work. All instants are milliseconds since the Unix
 * epoch. No token, password, name or note gets in, since it is made to be copied and sent: requests are known by host and
 * rel, never by path, and what a server says of a failure loses whatever looks like an address or a secret.
 */
export type Diagnostics = {
  /** The latest search for the server, with origins in place of addresses; kept when it fails, and after signing out. */
  readonly discovered: Discovered | null
  readonly signIn: { readonly beganAtMs: number; readonly tookMs: number | null } | null
  /** The latest token; null: none in this sign-in. */
  readonly token: {
    readonly atMs: number
    readonly renewals: number
    /** Null: not known, or it has none. */
    readonly expiresAtMs: number | null
  } | null
  readonly application: Opened | null
  readonly channel: ChannelRecord
  /** Outages of the channel in this sign-in; the last one has no end while it lasts. */
  readonly interruptions: readonly Interruption[]
  readonly lastTrouble: Trouble | null
  readonly requests: RequestCounts
  /** `X-MS-UcwaVersion` and the answering server, as last heard. */
  readonly server: { readonly name: string | null; readonly ucwaVersion: string | null }
  /** Null: nobody told us, so there is this tab alone. */
  readonly tabs: TabRole | null
  /** How many people are subscribed to. */
  readonly watched: number
  /** Newest last. */
  readonly happened: readonly Happening[]
}

export type Opened = {
  readonly atMs: number
  readonly tookMs: number
  readonly culture: string
  /** How often one was opened in this sign-in. */
  readonly times: number
}

export type ChannelRecord = {
  readonly state: ChannelState['kind'] | null
  readonly sinceMs: number
  /** When the pending GET under way was sent; null while there is none. */
  readonly askedAtMs: number | null
  /** By when the server must answer it, by its own documented hold; null while there is none. */
  readonly dueByMs: number | null
  readonly lastAnswer: { readonly atMs: number; readonly events: number; readonly gap: boolean } | null
}

export type Interruption = {
  readonly fromMs: number
  readonly toMs: number | null
  readonly because: UcwaFailure | null
}

/** A request that did not go well. Status 0: no answer at all, or none that this page may see. */
export type Trouble = {
  readonly atMs: number
  readonly solvedAtMs: number | null
  readonly method: string
  readonly rel: string
  readonly host: string
  readonly status: number
  readonly code: string | null
  readonly subcode: string | null
  readonly message: string | null
  /** `X-Ms-diagnostics` */
  readonly diagnostics: string | null
  readonly server: string | null
  /** `X-MS-Correlation-Id`, for the server's own logs. */
  readonly correlation: string | null
}

export type RequestCounts = {
  /** Since the page was loaded; a batch counts as one, and its parts by their rels. */
  readonly total: number
  readonly batches: number
  readonly byRel: ReadonlyMap<string, number>
  /** By minute since the Unix epoch, the last `CHART_MINUTES` of them at most. */
  readonly byMinute: ReadonlyMap<number, number>
}

export type TabRole = { readonly tabs: number; readonly isLeader: boolean }

/** Without the names in it, which the rest of the record has. */
type WhyNotIn = Exclude<SignInFailure['kind'], 'other'> | UcwaFailure

export type Happening =
  | { readonly kind: 'signInBegan' | 'signedOut' | 'live' | 'elsewhere' | 'lockedOut'; readonly atMs: number }
  | { readonly kind: 'signInFailed'; readonly atMs: number; readonly because: WhyNotIn }
  | { readonly kind: 'token'; readonly atMs: number; readonly isRenewal: boolean }
  | { readonly kind: 'opened'; readonly atMs: number; readonly opened: Opened }
  | { readonly kind: 'events'; readonly atMs: number; readonly events: number; readonly gap: boolean }
  | { readonly kind: 'interrupted'; readonly atMs: number; readonly because: UcwaFailure | null }
  | { readonly kind: 'liveAgain'; readonly atMs: number; readonly afterMs: number }
  | { readonly kind: 'ended'; readonly atMs: number; readonly because: UcwaFailure }

/** Written by the session as it goes; handed on by compose. Writing never fails and never waits. */
export type DiagnosticsRecorder = {
  signInBegan(): void
  signedIn(): void
  signInFailed(because: SignInFailure): void
  signedOut(): void
  /** As far as the search has come. */
  discovered(soFar: Discovered): void
  /** Any request, answered or not. */
  asked(request: AskedRequest): void
  /** When the latest token ends; infinite where the server does not say, 0 where there is none. */
  tokenEnds(atMs: number): void
  opened(of: Pick<Opened, 'tookMs' | 'culture'>): void
  channelBecame(state: ChannelState): void
  tabs(role: TabRole): void
  watching(people: number): void
}

export type AskedRequest = {
  readonly method: string
  readonly host: string
  readonly rel: string
  /** The rels of the reads in a batch; empty for all else. */
  readonly parts: readonly string[]
  readonly server: string | null
  readonly ucwaVersion: string | null
  /** Null: it went well, or as well as was to be expected. */
  readonly trouble: Omit<Trouble, 'atMs' | 'solvedAtMs' | 'method' | 'host' | 'server'> | null
}

/** A token was asked for; its answer is not looked into. */
export const TOKEN_REL = 'oauthToken'

/** What the chart shows; older minutes are dropped. (Our choice.) */
export const CHART_MINUTES = 30

export const nothingRecorded = (nowMs: number): Diagnostics => ({
  discovered: null,
  signIn: null,
  token: null,
  application: null,
  channel: { state: null, sinceMs: nowMs, askedAtMs: null, dueByMs: null, lastAnswer: null },
  interruptions: [],
  lastTrouble: null,
  requests: { total: 0, batches: 0, byRel: new Map(), byMinute: new Map() },
  server: { name: null, ucwaVersion: null },
  tabs: null,
  watched: 0,
  happened: [],
})
