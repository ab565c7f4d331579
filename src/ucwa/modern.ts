/** A token of an OpenID Connect provider, and what renews it. */
export type ModernToken = {
  readonly accessToken: string
  /** Milliseconds from now; null when the provider does not say. */
  readonly lifeMs: number | null
  /** Null: the provider gives none, so that only the person can get another token. */
  readonly refreshToken: string | null
}

export type ModernRequest = {
  readonly authority: string
  readonly clientId: string
  readonly scope: string
  /** Who wants to sign in, so that nobody types it twice; empty: not known. */
  readonly loginHint: string
  /** Whether an endpoint that the provider's metadata names may be spoken to. */
  readonly admit: (url: string) => boolean
}

/**
 * The authorization code grant with proof key, at an OpenID Connect provider. Rejects with a `UcwaError`, or with the
 * signal's reason. Source: RFC 6749 section 4.1, RFC 7636.
 */
export type ModernGrant = {
  /** Answers which page to open, and takes the address that it came back to. */
  begin(
    request: ModernRequest,
    signal: AbortSignal,
  ): Promise<{ readonly url: string; finish(returned: string, signal: AbortSignal): Promise<ModernToken> }>
  refresh(request: ModernRequest, refreshToken: string, signal: AbortSignal): Promise<ModernToken>
}

/**
 * Below which address the provider keeps its metadata, if all we have is where people are sent.
 * Assumed: the issuer is what comes before `/oauth2`, `/v2.0` kept, as with AD FS and Microsoft Entra, or before the
 * last part of the path.
 */
export function authorityOf(authorizationUri: string): string {
  const url = new URL(authorizationUri)
  const path = url.pathname
    .replace(/\/(?:authorize|auth)\/?$/i, '')
    .replace(/\/oauth2(\/v2\.0)?$/i, '$1')
    .replace(/\/$/, '')
  return url.origin + path
}
