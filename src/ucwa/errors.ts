/**
 * What went wrong, sorted by what can be done about it; never by message. Callers switch on `kind`, exhaustively.
 */
export type UcwaFailure =
  /** No reply to speak of: offline, reset, or we gave up waiting; ask again. */
  | { readonly kind: 'unreachable'; readonly detail: string }
  /** 5xx, 408 or 429: ask again, but not before `retryAfterMs` has passed (0 when the server did not say). */
  | {
      readonly kind: 'serverFailed'
      readonly status: number
      readonly retryAfterMs: number
      readonly reason: Reason
    }
  /** 401 even with a fresh token: only the user can help. */
  | { readonly kind: 'signedOut' }
  /** 410 InactiveApplicationExpired, or 404 once GET on the application says it too: create another. */
  | { readonly kind: 'applicationGone' }
  /** 409 PGetReplaced, not brought about by ourselves: someone else polls here. */
  | { readonly kind: 'replaced' }
  /**
   * Any other "no" in UCWA's words. Its subcode may be missing or unfamiliar: hang nothing on it alone.
   * Status 0: no request was made, since the server offers no link for it.
   */
  | { readonly kind: 'refused'; readonly status: number; readonly reason: Reason }
  /** Not UCWA's words: a proxy's page, a broken body. */
  | { readonly kind: 'malformed'; readonly detail: string }

/**
 * The server's own words about a failure.
 * Source: UCWA general reference, "ErrorsAndInformationalMessages"; `X-Ms-diagnostics`, see [MS-OCAUTHWS] 3.2.4.1.
 */
export type Reason = {
  readonly code: string | null
  readonly subcode: string | null
  readonly message: string | null
  /** `X-Ms-diagnostics` as it came: `28070;source="…";reason="…"`. For people to read, not for control flow. */
  readonly diagnostics: string | null
  /** The name of the server that answered (`X-MS-Server-Fqdn`). */
  readonly server: string | null
}

export const NO_REASON: Reason = { code: null, subcode: null, message: null, diagnostics: null, server: null }

/** The one error that `ucwa` throws. Anything else that comes out of it is a bug. */
export class UcwaError extends Error {
  override readonly name = 'UcwaError'
  readonly failure: UcwaFailure

  constructor(failure: UcwaFailure) {
    super(describe(failure))
    this.failure = failure
  }
}

export const unreachable = (detail: string): UcwaError => new UcwaError({ kind: 'unreachable', detail })

export const serverFailed = (status: number): UcwaError =>
  new UcwaError({ kind: 'serverFailed', status, retryAfterMs: 0, reason: NO_REASON })

export const malformed = (detail: string): UcwaError => new UcwaError({ kind: 'malformed', detail })

/** There is no link, so nothing was asked. */
export const notOffered = (rel: string): UcwaError =>
  new UcwaError({
    kind: 'refused',
    status: 0,
    reason: { ...NO_REASON, message: `The server does not offer "${rel}" now.` },
  })

/** The failure inside, or null for whatever is not ours (an abort, a bug). */
export const failureOf = (error: unknown): UcwaFailure | null =>
  error instanceof UcwaError ? error.failure : null

/** Whether the same request may do better in a while. A lost application is not among these: another one has to be opened. */
export const isPassing = ({ kind }: UcwaFailure): boolean =>
  kind === 'unreachable' || kind === 'serverFailed' || kind === 'malformed'

/**
 * Said of the session and not of what was asked: without its token, or its application, everything is refused. So it holds
 * no longer than until the event channel has proved itself again.
 */
export const isOfTheSession = (failure: UcwaFailure): boolean =>
  failure.kind === 'signedOut' ||
  failure.kind === 'applicationGone' ||
  (failure.kind === 'refused' && failure.status === 404 && failure.reason.subcode === 'ApplicationNotFound')

/** How long the server asked to be left alone; 0: it named no time. */
export const namedWaitMs = (failure: UcwaFailure): number =>
  failure.kind === 'serverFailed' ? failure.retryAfterMs : 0

/** For logs and bug reports; what the user reads is made in `ui`. */
export function describe(failure: UcwaFailure): string {
  switch (failure.kind) {
    case 'unreachable':
    case 'malformed':
      return `${failure.kind}: ${failure.detail}`
    case 'serverFailed':
    case 'refused':
      return [
        failure.kind,
        failure.status,
        failure.reason.code,
        failure.reason.subcode,
        failure.reason.message,
      ]
        .filter((part) => part !== null)
        .join(' ')
    case 'signedOut':
    case 'applicationGone':
    case 'replaced':
      return failure.kind
  }
}

/** One failure of the list is passing trouble and is tried again within a second or two; from the second on it is told. (Our choice.) */
export const FAILURES_TOLD = 2
