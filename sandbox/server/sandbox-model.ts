import { type Negotiate } from '../sign-in/negotiate.ts'
import { type PassiveSessions } from '../sign-in/passive.ts'
import { type Tokens } from '../sign-in/tokens.ts'
import { type Answer, type Ask } from '../wire/http.ts'
import { type SandboxClock } from '../world/world-model.ts'
import { type Homes } from './homes.ts'
import { type Realm } from './realm.ts'

export type Transport = 'cors' | 'xframe'
export type Grant = 'password' | 'windows' | 'passive'

/** What the flags say of the protocol side. */
export type Settings = {
  readonly transports: ReadonlySet<Transport>
  readonly grants: ReadonlySet<Grant>
  /** Null: any loopback origin. */
  readonly allowedOrigins: ReadonlySet<string> | null
  /** The challenge also names this OpenID Connect provider, and its tokens are taken; null: none. */
  readonly authority: string | null
  /** How many presence subscriptions one person may have, over all their applications. */
  readonly mostSubscriptions: number
}

/** Where the sandbox listens; known once it does. */
export type Origins = {
  readonly autodiscover: string
  /** At least one; the first is where contoso.com lives. */
  readonly pools: readonly [string, ...(readonly string[])]
}

/** The protocol side as a whole, as routes and control see it. */
export type Sandbox = {
  readonly settings: Settings
  readonly clock: SandboxClock
  readonly tokens: Tokens
  readonly passive: PassiveSessions
  readonly negotiate: Negotiate
  readonly origins: () => Origins
  /** By SIP domain, in any case; made on first use. */
  realm(domain: string): Realm
  realms(): readonly Realm[]
  readonly homes: Homes
  /**
   * A UCWA request, answered. `batchAuthorization`: it is a part of a batch that came with this `Authorization`;
   * null for a request of its own.
   */
  answer(ask: Ask, origin: string, batchAuthorization?: string | null): Promise<Answer>
  /** How many parts of batches of that user are under way; see `routes/batch.ts`. */
  readonly outstandingParts: Map<string, number>
  stop(): void
}
