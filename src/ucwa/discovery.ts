import type { UcwaFailure } from './errors.ts'

/** Why there is no way in, told apart as far as a browser lets one see. */
export type WayInFailure =
  /** The sign-in address is none. */
  | { readonly kind: 'badAddress' }
  /** None of these hosts answers. */
  | { readonly kind: 'serverNotFound'; readonly domain: string; readonly asked: readonly string[] }
  /** 403 with X-Ms-diagnostics (28070), or a host that answers, but not to be read by this page. `told` may be empty. */
  | {
      readonly kind: 'originNotAllowed'
      readonly origin: string
      readonly host: string
      readonly told: string
    }
  | { readonly kind: 'wrongPassword' }
  /** None of the grants that the challenge names is one that this page knows. */
  | { readonly kind: 'noGrant'; readonly offered: readonly string[] }
  /** The host answers, but the page of its frame never loaded, or never spoke. */
  | { readonly kind: 'frameRefused'; readonly url: string }
  /** The server leads on to an origin that is neither below the sign-in domain nor trusted by the configuration. */
  | { readonly kind: 'notTrusted'; readonly origin: string; readonly namedBy: string }
  | { readonly kind: 'other'; readonly host: string | null; readonly because: UcwaFailure }

export type WayIn = { readonly kind: 'found'; readonly host: string } | WayInFailure
