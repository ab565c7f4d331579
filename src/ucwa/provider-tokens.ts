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
  readonly justGot: (value: string, lifeMs: number | null) => Token
  readonly isFresh: (token: Token) => boolean
  /** Null: nobody is to be asked. */
  readonly visit: () => VisitPage | null
}

/** They have signed out meanwhile, or only they can help. */
export const SIGNED_OUT: Renewal = { kind: 'failed', failure: { kind: 'signedOut' } }

export function createProviderTokens(deps: ProviderTokensDeps): ProviderTokens {
  const { registration, modern, trust, tokens, justGot, isFresh } = deps
  const held = new Map<string, Token & { readonly refreshToken: string | null }>()
  /** By the same key: a refresh token may be good for one use, and nobody should be asked twice. */
  const underWay = new Map<string, Promise<Renewal>>()

  const obtain = async (
    by: ModernGrant,
    key: string,
    request: ModernRequest,
    isWanted: () => boolean,
  ): Promise<Renewal> => {
    const keep = ({ accessToken, lifeMs, refreshToken }: ModernToken, before: string | null): Renewal => {
      if (!isWanted()) return SIGNED_OUT
      held.set(key, { ...justGot(accessToken, lifeMs), refreshToken: refreshToken ?? before })
      return { kind: 'renewed' }
    }
    const signal = new AbortController().signal
    const before = held.get(key)
    const refreshToken = before?.refreshToken ?? null
    if (refreshToken !== null) {
      try {
        return keep(await by.refresh(request, refreshToken, signal), refreshToken)
      } catch (error) {
        if (failureOf(error)?.kind !== 'refused') throw error
        if (held.get(key) === before) held.delete(key) // it has ended, or was taken back: the person is asked
      }
    }
    for (let isAgain = false; ; isAgain = true) {
      const visit = deps.visit()
      if (visit === null) return SIGNED_OUT
      const { url, finish } = await by.begin(request, signal)
      const returned = await visit({ url, grant: 'modern', isAgain })
      if (!isWanted()) return SIGNED_OUT
      if (returned !== null) return keep(await finish(returned, signal), null)
    }
  }

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
      /** Another host may have it already, and it is meant for this one as well; what renews it stays here. */
      const put = (): Renewal => {
        const token = held.get(key)
        if (token === undefined || !isWanted()) return SIGNED_OUT
        const { value, expiresAtMs, gotAtMs } = token
        tokens.set(origin, { value, expiresAtMs, gotAtMs })
        return { kind: 'renewed' }
      }
      const before = held.get(key)
      if (before !== undefined && isFresh(before) && before.value !== tokens.get(origin)?.value) return put()
      const sooner = underWay.get(key)
      const renewal = sooner ?? obtain(modern, key, request, isWanted)
      underWay.set(key, renewal)
      try {
        const got = await renewal
        return got.kind === 'renewed' ? put() : got
      } finally {
        if (underWay.get(key) === renewal) underWay.delete(key)
      }
    },
    forget: () => {
      held.clear()
      underWay.clear()
    },
  }
}
