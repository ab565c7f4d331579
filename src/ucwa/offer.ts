import { challengeOf, parseChallenges } from './challenge.ts'
import { knownGrants, type Grant } from './grants.ts'
import { toHref, type Href } from './hal.ts'

/** What a 401 lets one do about it. */
export type Offer = {
  /** The token service; null: none is named. */
  readonly tokenUrl: Href | null
  /** The grants' names as they came, the provider's included. */
  readonly named: readonly string[]
  readonly grants: readonly Grant[]
  /** Where an OpenID Connect provider asks the person; null: there is none. */
  readonly authorizationUri: Href | null
}

/**
 * Reads the challenge; hrefs are relative to where it came from. Null when it offers nothing that one could ask for.
 * Source: "Authentication in UCWA"; `Bearer … authorization_uri` as in "Authentication using Azure AD".
 */
export function parseOffer(challenge: string, url: string): Offer | null {
  const challenges = parseChallenges(challenge)
  const ticket = challengeOf(challenges, 'MsRtcOAuth')?.parameters ?? new Map<string, string>()
  const provider = challengeOf(challenges, 'Bearer')?.parameters.get('authorization_uri') ?? ''
  const named = (ticket.get('grant_type') ?? 'password').split(',').map((type) => type.trim())
  const tokenHref = ticket.get('href')
  const tokenUrl = tokenHref === undefined ? null : toHref(tokenHref, url)
  const authorizationUri = provider === '' ? null : toHref(provider, url)
  if (tokenUrl === null && authorizationUri === null) return null
  return {
    tokenUrl,
    authorizationUri,
    named: [...(tokenUrl === null ? [] : named), ...(authorizationUri === null ? [] : ['Bearer'])],
    grants: [
      ...(tokenUrl === null ? [] : knownGrants(named)),
      ...(authorizationUri === null ? [] : (['modern'] as const)),
    ],
  }
}
