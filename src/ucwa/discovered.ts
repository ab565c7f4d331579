import type { Grant, GrantReason } from './grants.ts'

export type TransportKind = 'cors' | 'xframe'

/**
 * Why a host is spoken to in that way: the configuration says so; it was so before in this browser; a plain GET of the
 * root could be read; it could not, while the frame's could; or as with the host that led there.
 */
export type TransportReason = 'configured' | 'remembered' | 'rootReadable' | 'rootUnreadable' | 'asBefore'

/** One thing that was asked on the way in. No secrets: neither headers nor bodies, and no query of an address. */
export type WayStep = {
  readonly atMs: number
  readonly asked: 'root' | 'redirect' | 'user' | 'applications' | 'token' | 'page'
  /** Without its query. */
  readonly url: string
  readonly transport: TransportKind | null
  /** The answer's status; or, in one of our words, why there is none. */
  readonly answer: number | 'noAnswer' | 'notReadable' | 'wrongOrigin' | 'notTrusted' | 'underWay'
  /** The server's own words, or ours on what was wrong with its answer; null: nothing to add. */
  readonly detail: string | null
}

/** How the way in was found, or how far the search came: for the diagnostics page. */
export type Discovered = {
  readonly startedAtMs: number
  /** The sign-in domain; null for `DOMAIN\name`. */
  readonly domain: string | null
  /** Where it started: the addresses to ask, or the pool that was found before in this browser. */
  readonly from: 'found before' | 'configured address' | 'configured domain' | 'sign-in domain'
  readonly steps: readonly WayStep[]
  /** By host: `lyncweb.contoso.com`. */
  readonly transports: Readonly<
    Record<string, { readonly kind: TransportKind; readonly because: TransportReason }>
  >
  readonly grants: {
    /** As the server names them. */
    readonly offered: readonly string[]
    readonly reasons: Readonly<Record<Grant, GrantReason>> | null
    /** What the token was got with; null: none yet. */
    readonly used: Grant | null
  }
  /** The origin of the home pool; null: not found yet, or no more. */
  readonly pool: string | null
  readonly outcome: 'underWay' | 'found' | 'failed'
}
