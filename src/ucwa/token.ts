import * as v from 'valibot'
import type { Clock } from '../lib/clock.ts'
import { challengeOf, parseChallenges } from './challenge.ts'
import { failureOf, type UcwaFailure } from './errors.ts'
import { parseWith, toHref } from './hal.ts'
import { failureIn, isGood, jsonIn, type Reply } from './reply.ts'
import type { TransportRequest } from './transport.ts'
import type { Trust } from './trust.ts'

/** What came of asking for a token. */
export type Renewal =
  | { readonly kind: 'renewed' }
  | { readonly kind: 'wrongPassword' }
  | { readonly kind: 'noGrant'; readonly offered: readonly string[] }
  | { readonly kind: 'notTrusted'; readonly origin: string }
  | { readonly kind: 'failed'; readonly failure: UcwaFailure }

export type Tokens = {
  begin(credentials: { readonly username: string; readonly password: string }): void
  /** The token for that URL's origin, or null. Also serves as the snapshot for `renew`. */
  current(url: string): string | null
  /** Whether the token for that URL's origin is about to expire, so that it is better renewed first. */
  isAboutToExpire(url: string): boolean
  /**
   * Gets another token for that URL's origin, unless `stale` is no longer the one in use. However many ask at once, one
   * request is made. `challenge` is the 401's `WWW-Authenticate`; null renews from where the last one came. Failures
   * are returned; it rejects only when the exchange was given up.
   */
  renew(url: string, challenge: string | null, stale: string | null): Promise<Renewal>
  forget(): void
}

type Token = { readonly value: string; readonly expiresAtMs: number }

/** Renewed that long before it expires: a request under way should not meet the end. (Our choice.) */
const RENEW_BEFORE_MS = 60_000

const wireToken = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  expires_in: v.optional(v.union([v.number(), v.string()])),
})

/**
 * Tokens by origin: a web ticket is good for the pool that issued it, and the challenge is met anew on another.
 * There is no refresh token; renewing is asking again ("Authentication in UCWA"), so the password is kept until
 * `forget`. Neither it nor a token leaves this closure but in the request it is for.
 *
 * Of the grants, `password` is spoken; the others are named back to the caller.
 */
export function createTokens(
  exchange: (request: TransportRequest) => Promise<Reply>,
  trust: Trust,
  clock: Clock,
): Tokens {
  let credentials: { readonly username: string; readonly password: string } | null = null
  const tokens = new Map<string, Token>()
  const tokenUrls = new Map<string, string>()
  const underWay = new Map<string, Promise<Renewal>>()

  const ask = async (origin: string, tokenUrl: string): Promise<Renewal> => {
    if (credentials === null) return { kind: 'failed', failure: { kind: 'signedOut' } }
    const asked = credentials
    const form = new URLSearchParams({ grant_type: 'password', ...asked })
    const reply = await exchange({
      method: 'POST',
      url: tokenUrl,
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
      },
      body: form.toString(),
    })
    if (!isGood(reply)) return refusal(failureIn(reply, clock.now()))
    const token = parseWith(wireToken, jsonIn(reply), 'web ticket')
    if (credentials !== asked) return { kind: 'failed', failure: { kind: 'signedOut' } } // signed out meanwhile
    const lifeMs = Number(token.expires_in ?? Number.POSITIVE_INFINITY) * 1000
    for (const goodFor of [origin, new URL(tokenUrl).origin]) {
      tokens.set(goodFor, { value: token.access_token, expiresAtMs: clock.now() + lifeMs })
      tokenUrls.set(goodFor, tokenUrl)
    }
    return { kind: 'renewed' }
  }

  const meet = async (url: string, challenge: string | null): Promise<Renewal> => {
    const { origin } = new URL(url)
    const oauth = challenge === null ? null : challengeOf(parseChallenges(challenge), 'MsRtcOAuth')
    const known = tokenUrls.get(origin)
    const named = oauth?.parameters.get('href') ?? known
    if (named === undefined) {
      return {
        kind: 'failed',
        failure: { kind: 'malformed', detail: `401 from ${origin}, with no challenge to meet` },
      }
    }
    const tokenUrl = toHref(named, url)
    if (!trust.admit(tokenUrl)) return { kind: 'notTrusted', origin: new URL(tokenUrl).origin }
    const offered = (oauth?.parameters.get('grant_type') ?? 'password').split(',').map((one) => one.trim())
    if (!offered.includes('password')) return { kind: 'noGrant', offered }
    return ask(origin, tokenUrl)
  }

  return {
    begin: (given) => {
      credentials = given
      tokens.clear()
      tokenUrls.clear()
    },
    current: (url) => tokens.get(new URL(url).origin)?.value ?? null,
    isAboutToExpire: (url) => {
      const token = tokens.get(new URL(url).origin)
      return token !== undefined && clock.now() > token.expiresAtMs - RENEW_BEFORE_MS
    },
    renew: (url, challenge, stale) => {
      const { origin } = new URL(url)
      const now = tokens.get(origin)?.value ?? null
      if (now !== null && now !== stale) return Promise.resolve({ kind: 'renewed' })
      const before = underWay.get(origin)
      if (before !== undefined) return before
      const renewal = meet(url, challenge)
        .catch((error: unknown): Renewal => {
          const failure = failureOf(error)
          if (failure === null) throw error
          return { kind: 'failed', failure }
        })
        .finally(() => underWay.delete(origin))
      underWay.set(origin, renewal)
      return renewal
    },
    forget: () => {
      credentials = null
      tokens.clear()
      tokenUrls.clear()
    },
  }
}

/** Source: "Authentication in UCWA", "Error conditions". */
function refusal(failure: UcwaFailure): Renewal {
  if (failure.kind === 'refused' && failure.status === 400) {
    if (failure.reason.code === 'invalid_grant') return { kind: 'wrongPassword' }
    if (failure.reason.code === 'unsupported_grant_type') return { kind: 'noGrant', offered: [] }
  }
  return { kind: 'failed', failure }
}
