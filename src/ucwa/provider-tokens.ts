import type { Configuration } from './config.ts'
import { failureOf } from './errors.ts'
import { authorityOf, type ModernGrant, type ModernRequest, type ModernToken } from './modern.ts'
import type { Renewal, Token, VisitPage } from './token.ts'
import type { Trust } from './trust.ts'

/** Tokens of OpenID Connect providers, by authority and scope: several hosts may take the same. */
export type ProviderTokens = {
  /**
   * Gets one for that origin: what another host has already, else by the refresh token, else by asking the person.
   * @param isWanted false once they have signed out meanwhile
   */
  get(origin: string, authorizationUri: string, loginHint: string, isWanted: () => boolean): Promise<Renewal>
  forget(): void
}

export type ProviderTokensDeps = {
  readonly registration: Configuration['signIn']['modern']
  /** Null: there is no such way in this world. */
  readonly modern: ModernGrant | null
  readonly trust: Pick<Trust, 'admit'>
  /** By origin: where each is put to use. */
  readonly tokens: Map<string, Token>
  readonly expiry: (lifeMs: number | null) => number
  readonly isFresh: (token: Token) => boolean
  /** Null: nobody is to be asked. */
  readonly visit: () => VisitPage | null
}

const SIGNED_OUT: Renewal = { kind: 'failed', failure: { kind: 'signedOut' } }

export function createProviderTokens(deps: ProviderTokensDeps): ProviderTokens {
  const { registration, modern, trust, tokens, expiry, isFresh } = deps
  const held = new Map<string, Token & { readonly refreshToken: string | null }>()

  return {
    get: async (origin, authorizationUri, loginHint, isWanted) => {
      if (modern === null || registration === null) return { kind: 'noGrant', offered: [] }
      const authority = registration.authority ?? authorityOf(authorizationUri)
      if (!trust.admit(authority)) return { kind: 'notTrusted', origin: new URL(authority).origin }
      const request: ModernRequest = {
        authority,
        clientId: registration.clientId,
        scope: registration.scope.replaceAll('{origin}', origin),
        loginHint,
        admit: (url) => trust.admit(url),
      }
      const key = `${authority} ${request.scope}`
      const keep = ({ accessToken, lifeMs, refreshToken }: ModernToken, before: string | null): Renewal => {
        if (!isWanted()) return SIGNED_OUT
        const token = { value: accessToken, expiresAtMs: expiry(lifeMs) }
        held.set(key, { ...token, refreshToken: refreshToken ?? before })
        tokens.set(origin, token)
        return { kind: 'renewed' }
      }

      const before = held.get(key)
      if (before !== undefined && isFresh(before) && before.value !== tokens.get(origin)?.value) {
        // Another host has it already, and it is meant for this one as well; what renews it stays here.
        tokens.set(origin, { value: before.value, expiresAtMs: before.expiresAtMs })
        return { kind: 'renewed' }
      }
      const signal = new AbortController().signal
      const refreshToken = before?.refreshToken ?? null
      if (refreshToken !== null) {
        try {
          return keep(await modern.refresh(request, refreshToken, signal), refreshToken)
        } catch (error) {
          if (failureOf(error)?.kind !== 'refused') throw error
          held.delete(key) // it has ended, or was taken back: the person is asked
        }
      }
      for (let isAgain = false; ; isAgain = true) {
        const visit = deps.visit()
        if (visit === null) return SIGNED_OUT
        const { url, finish } = await modern.begin(request, signal)
        const returned = await visit({ url, grant: 'modern', isAgain })
        if (!isWanted()) return SIGNED_OUT
        if (returned !== null) return keep(await finish(returned, signal), null)
      }
    },
    forget: () => held.clear(),
  }
}
