import type { UcwaFailure } from '../ucwa/errors.ts'

/** What a person gives to sign in. The password lives in the memory of one module, and only until it is not needed. */
export type SignInRequest = {
  /** As typed: `lenea@contoso.com`. */
  readonly address: string
  readonly password: string
  /** A lurker: sees others, publishes nothing. */
  readonly onlyWatch: boolean
}

export type SignInStep = 'finding' | 'signingIn' | 'opening'

/** Why signing in failed, sorted by the screen that says so. */
export type SignInFailure =
  | { readonly kind: 'serverNotFound'; readonly domain: string; readonly asked: readonly string[] }
  /** 403 with X-Ms-diagnostics 28070, or a frame that this page may not use. */
  | {
      readonly kind: 'originNotAllowed'
      readonly origin: string
      readonly host: string
      readonly told: string
    }
  | { readonly kind: 'wrongPassword' }
  | { readonly kind: 'badAddress' }
  /** The server offers no way in that this page knows. */
  | { readonly kind: 'noGrant'; readonly offered: readonly string[] }
  /** The frame's page never loaded. */
  | { readonly kind: 'frameRefused'; readonly url: string }
  | {
      readonly kind: 'other'
      readonly step: SignInStep
      readonly host: string | null
      readonly because: UcwaFailure
    }

export type SignInState =
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'underWay'; readonly step: SignInStep; readonly host: string | null }
  | {
      readonly kind: 'failed'
      readonly request: Omit<SignInRequest, 'password'>
      readonly because: SignInFailure
    }
  | { readonly kind: 'signedIn'; readonly address: string; readonly onlyWatch: boolean }
