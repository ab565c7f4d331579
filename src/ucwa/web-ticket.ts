import * as v from 'valibot'
import type { UcwaFailure } from './errors.ts'
import { GRANT_TYPES, type Grant } from './grants.ts'
import { parseWith } from './hal.ts'
import { failureIn, isGood, jsonIn, type Reply } from './reply.ts'
import type { TransportRequest } from './transport.ts'

/** What the token service answers. */
export type Ticket =
  | { readonly kind: 'granted'; readonly value: string; readonly lifeMs: number | null }
  /** First the person has to sign in there; null: the server does not say where. */
  | { readonly kind: 'passiveFirst'; readonly page: string | null }
  | { readonly kind: 'wrongPassword' }
  /** The browser had no Windows credentials to show, or the server did not take them. */
  | { readonly kind: 'windowsRefused' }
  | { readonly kind: 'notThisGrant' }
  | { readonly kind: 'failed'; readonly failure: UcwaFailure }

const wireTicket = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  expires_in: v.optional(v.union([v.number(), v.string()])),
})
const wirePassive = v.object({ ms_rtc_passiveauthuri: v.string() })

/**
 * Windows and passive are asked for as the password is, only without one: what stands for it travels by itself, the
 * browser's own Windows sign-in or a cookie. Source: "Authentication in UCWA", "Obtaining a token".
 */
export function ticketRequest(
  tokenUrl: string,
  grant: Exclude<Grant, 'modern'>,
  credentials: { readonly username: string; readonly password: string },
): TransportRequest {
  const proof = grant === 'password' ? credentials : {}
  const form = new URLSearchParams({ grant_type: GRANT_TYPES[grant], ...proof })
  return {
    method: 'POST',
    url: tokenUrl,
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
    },
    body: form.toString(),
    ...(grant === 'password' ? {} : { withCredentials: true }),
  }
}

/** Source: "Authentication in UCWA", "Error conditions" and "Passive grant type". Throws `malformed`. */
export function ticketIn(reply: Reply, grant: Exclude<Grant, 'modern'>, nowMs: number): Ticket {
  if (isGood(reply)) {
    const { access_token, expires_in } = parseWith(wireTicket, jsonIn(reply), 'web ticket')
    const lifeMs = Number(expires_in) * 1000
    return { kind: 'granted', value: access_token, lifeMs: Number.isNaN(lifeMs) ? null : lifeMs }
  }
  const failure = failureIn(reply, nowMs)
  if (grant === 'windows' && failure.kind === 'signedOut') return { kind: 'windowsRefused' }
  if (failure.kind !== 'refused' || failure.status !== 400) return { kind: 'failed', failure }
  const { code } = failure.reason
  if (code === 'unsupported_grant_type') return { kind: 'notThisGrant' }
  return code === 'invalid_grant' ? notThatProof(reply, grant) : { kind: 'failed', failure }
}

function notThatProof(reply: Reply, grant: Exclude<Grant, 'modern'>): Ticket {
  switch (grant) {
    case 'password':
      return { kind: 'wrongPassword' }
    case 'windows':
      return { kind: 'windowsRefused' }
    case 'passive': {
      const told = v.safeParse(wirePassive, jsonIn(reply))
      return { kind: 'passiveFirst', page: told.success ? told.output.ms_rtc_passiveauthuri : null }
    }
  }
}
