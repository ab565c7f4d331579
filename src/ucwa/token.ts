import type { Clock } from '../lib/clock.ts'
import type { Configuration } from './config.ts'
import { UcwaError, type UcwaFailure } from './errors.ts'
import { grantsToTry, type Grant, type GrantsToTry } from './grants.ts'
import type { ModernGrant } from './modern.ts'
import { parseOffer, type Offer } from './offer.ts'
import { createProviderTokens, SIGNED_OUT } from './provider-tokens.ts'
import type { Reply } from './reply.ts'
import { createTicketOffice } from './ticket-office.ts'
import type { TransportRequest } from './transport.ts'
import type { Trust } from './trust.ts'

/** What came of asking for a token. */
export type Renewal =
  | { readonly kind: 'renewed' }
  | { readonly kind: 'wrongPassword' }
  /** A password would do, and none was given. */
  | { readonly kind: 'passwordNeeded' }
  /** Integrated sign-in would do; it waits to be asked for. */
  | { readonly kind: 'windowsUnasked' }
  /** The browser had no Windows credentials to show, or the server did not take them. */
  | { readonly kind: 'windowsRefused' }
  | { readonly kind: 'noGrant'; readonly offered: readonly string[] }
  | { readonly kind: 'notTrusted'; readonly origin: string }
  | { readonly kind: 'failed'; readonly failure: UcwaFailure }

/** What a person gives to sign in. */
export type Proof = {
  /** Empty: whoever this computer's user, or the visitor of the sign-in page, turns out to be. */
  readonly username: string
  /** Empty: none was given. */
  readonly password: string
  /** A button that was pressed; null: none. */
  readonly picked?: Grant | null
  /** Integrated sign-in worked here before. */
  readonly didWindowsWork?: boolean
}

/** A page on which the person signs in, at a trusted origin. */
export type SignInPage = {
  readonly url: string
  readonly grant: 'passive' | 'modern'
  /** They were there already, and the server still does not know them. */
  readonly isAgain: boolean
}

/**
 * Shows the person that page. Resolves with the address at which it came back to this page's own origin, or null when it
 * was closed, or the person said that they are done. Rejects when the sign-in is given up.
 */
export type VisitPage = (page: SignInPage) => Promise<string | null>

/** What became of one challenge; for the diagnostics. */
export type ChallengeMet = {
  readonly url: string
  readonly offered: readonly string[]
  readonly reasons: GrantsToTry['reasons']
  readonly used: Grant | null
}

export type Tokens = {
  /** Somebody signs in: what is known of anybody before is forgotten. */
  begin(proof: Proof): void
  /** The same person signs in once more: tokens stay until there are new ones. */
  again(proof: Proof): void
  /** Whether a grant may ask the person, and how; null: renewals are silent, and fail as `signedOut` where they cannot be. */
  ask(visit: VisitPage | null): void
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
  /** What another tab of the same person needs to go on without asking them; no password. */
  pass(): TokenPass
  /** What another tab has passed on; true when any of it is newer than what was here. */
  take(passed: TokenPass): boolean
  /** With which grant the latest token was got; null: none since `begin`. */
  used(): Grant | null
  forget(): void
}

export type TokenWays = {
  readonly configuration: Configuration['signIn']
  /** Null: there is no such way in this world. */
  readonly modern: ModernGrant | null
  readonly onMet: (met: ChallengeMet) => void
}

/**
 * A token may be taken back while a request with it is under way, and its successor likewise; so often a request is made
 * again with another. After that only the person can help. (Our choice.)
 */
export const MOST_RENEWALS = 3

/** Tokens, by the origins that they are for. */
export type TokenPass = readonly (Token & { readonly origin: string })[]

/** Both in milliseconds since the Unix epoch; `expiresAtMs` is infinite where the server does not say. */
export type Token = { readonly value: string; readonly expiresAtMs: number; readonly gotAtMs: number }

/** Renewed that long before it expires: a request under way should not meet the end. (Our choice.) */
const RENEW_BEFORE_MS = 60_000

const ONLY_PASSWORDS: TokenWays = {
  configuration: { grants: ['password'], windowsUnasked: false, modern: null },
  modern: null,
  onMet: () => undefined,
}

/**
 * Tokens by origin: a web ticket is good for the pool that issued it, and the challenge is met anew on another.
 * There is no refresh token; renewing is asking again ("Authentication in UCWA"), so the password is kept until
 * `forget`. Neither it nor a token leaves this closure but in the request it is for.
 *
 * The first token is got with whichever of the offered grants comes first (`grantsToTry`); those after it with the same,
 * silently: Windows and passive by what the browser keeps, the password from here, modern by its refresh token.
 */
export function createTokens(
  exchange: (request: TransportRequest) => Promise<Reply>,
  trust: Trust,
  clock: Clock,
  { configuration, modern, onMet }: TokenWays = ONLY_PASSWORDS,
): Tokens {
  let proof: Proof | null = null
  let visit: VisitPage | null = null
  let used: Grant | null = null
  const tokens = new Map<string, Token>()
  const offers = new Map<string, Offer>()
  const underWay = new Map<string, Promise<Renewal>>()

  const justGot = (value: string, lifeMs: number | null): Token => {
    const gotAtMs = clock.now()
    return { value, expiresAtMs: gotAtMs + (lifeMs ?? Number.POSITIVE_INFINITY), gotAtMs }
  }
  const isFresh = ({ expiresAtMs }: Token): boolean => clock.now() <= expiresAtMs - RENEW_BEFORE_MS

  const forget = (): void => {
    proof = null
    visit = null
    used = null
    tokens.clear()
    offers.clear()
    underWay.clear() // what is still asked for somebody else is nothing to wait for
    byProvider.forget()
  }

  const office = createTicketOffice({ exchange, trust, clock, visit: () => visit })

  const ticket = async (
    grant: Exclude<Grant, 'modern'>,
    origin: string,
    tokenUrl: string,
    from: Proof,
  ): Promise<Renewal> => {
    const got = await office.get(grant, tokenUrl, from, () => proof === from)
    if (got.kind === 'notThisGrant') return { kind: 'noGrant', offered: offers.get(origin)?.named ?? [] }
    if (got.kind !== 'granted') return got
    const token = justGot(got.value, got.lifeMs)
    for (const goodFor of [origin, new URL(tokenUrl).origin]) {
      tokens.set(goodFor, token)
      const offer = offers.get(origin)
      if (offer !== undefined) offers.set(goodFor, offer)
    }
    return { kind: 'renewed' }
  }

  const byProvider = createProviderTokens({
    registration: configuration.modern,
    modern,
    trust,
    tokens,
    justGot,
    isFresh,
    visit: () => visit,
  })

  const getBy = async (grant: Grant, offer: Offer, origin: string, from: Proof): Promise<Renewal> => {
    const { tokenUrl, authorizationUri, named } = offer
    if (grant === 'modern') {
      return authorizationUri === null
        ? { kind: 'noGrant', offered: named }
        : byProvider.get(origin, authorizationUri, from.username, () => proof === from)
    }
    if (tokenUrl === null) return { kind: 'noGrant', offered: named }
    if (!trust.admit(tokenUrl)) return { kind: 'notTrusted', origin: new URL(tokenUrl).origin }
    return ticket(grant, origin, tokenUrl, from)
  }

  const meet = async (url: string, challenge: string | null): Promise<Renewal> => {
    const { origin } = new URL(url)
    const offer = (challenge === null ? null : parseOffer(challenge, url)) ?? offers.get(origin)
    if (offer === undefined) {
      const detail = `401 from ${origin}, with no challenge to meet`
      return { kind: 'failed', failure: { kind: 'malformed', detail } }
    }
    offers.set(origin, offer)
    if (proof === null) return SIGNED_OUT
    const from = proof
    const { grants, reasons } = grantsToTry(offer.grants, {
      order: configuration.grants,
      picked: used !== null && offer.grants.includes(used) ? used : (from.picked ?? null),
      hasPassword: from.password !== '',
      mayTryWindows: configuration.windowsUnasked || from.didWindowsWork === true,
      canUseModern: modern !== null && configuration.modern !== null,
    })
    onMet({ url, offered: offer.named, reasons, used: null })

    let outcome: Renewal = { kind: 'noGrant', offered: offer.named }
    if (reasons.password === 'notTyped') outcome = { kind: 'passwordNeeded' }
    else if (reasons.windows === 'notAsked') outcome = { kind: 'windowsUnasked' }
    for (const grant of grants) {
      const got = await getBy(grant, offer, origin, from).catch(asRenewal)
      if (got.kind === 'renewed') {
        used = grant
        onMet({ url, offered: offer.named, reasons, used })
        return got
      }
      // A grant that does not work from here leaves the others; what the person can put right, or nobody, does not.
      const isForOthers = got.kind === 'windowsRefused' || got.kind === 'noGrant'
      if (!isForOthers) return got
      if (outcome.kind === 'noGrant' || outcome.kind === 'windowsUnasked') outcome = got
    }
    return outcome
  }

  return {
    begin: (given) => {
      forget()
      proof = given
    },
    again: (given) => {
      proof = given
      used = null
    },
    ask: (given) => {
      visit = given
    },
    current: (url) => tokens.get(new URL(url).origin)?.value ?? null,
    pass: () => Array.from(tokens, ([origin, token]) => ({ origin, ...token })),
    take: (passed) => {
      let isNews = false
      for (const { origin, ...token } of passed) {
        const before = tokens.get(origin)
        if (before !== undefined && before.gotAtMs >= token.gotAtMs) continue
        tokens.set(origin, token)
        isNews = true
      }
      return isNews
    },
    isAboutToExpire: (url) => {
      const token = tokens.get(new URL(url).origin)
      return token !== undefined && !isFresh(token)
    },
    renew: (url, challenge, stale) => {
      const { origin } = new URL(url)
      const now = tokens.get(origin)?.value ?? null
      if (now !== null && now !== stale) return Promise.resolve({ kind: 'renewed' })
      const before = underWay.get(origin)
      if (before !== undefined) return before
      const renewal: Promise<Renewal> = meet(url, challenge)
        .catch(asRenewal)
        .finally(() => {
          if (underWay.get(origin) === renewal) underWay.delete(origin)
        })
      underWay.set(origin, renewal)
      return renewal
    },
    used: () => used,
    forget,
  }
}

function asRenewal(error: unknown): Renewal {
  if (!(error instanceof UcwaError)) throw error
  return { kind: 'failed', failure: error.failure }
}
