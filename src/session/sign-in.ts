import type { UcwaClient } from '../ucwa/ucwa-client.ts'
import type { WayInFailure } from '../ucwa/way-in.ts'
import { failureOf, type UcwaFailure } from '../ucwa/errors.ts'
import type { Grant } from '../ucwa/grants.ts'
import type { Href } from '../ucwa/hal.ts'
import type { TokenPass, VisitPage } from '../ucwa/token.ts'
import type { PageToVisit } from './page-visit.ts'

/** What a person gives to sign in. The password lives in the memory of one module, and only until it is not needed. */
export type SignInRequest = {
  /** As typed: `lenea@contoso.com`; empty where the configuration says where to start. */
  readonly address: string
  /** Empty: none was typed. */
  readonly password: string
  /** A button that was pressed in place of typing; null: none. */
  readonly picked: Grant | null
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
  | { readonly kind: 'passwordNeeded' }
  /** The server takes integrated sign-in, which waits to be asked for. */
  | { readonly kind: 'windowsUnasked' }
  | { readonly kind: 'windowsRefused' }
  /** The person's home is Microsoft's cloud, which has no UCWA for this page. */
  | { readonly kind: 'homedOnline'; readonly host: string }
  | { readonly kind: 'badAddress' }
  /** The server offers no way in that this page knows. */
  | { readonly kind: 'noGrant'; readonly offered: readonly string[] }
  /** The server leads on to an origin that the configuration does not trust. */
  | { readonly kind: 'notTrusted'; readonly origin: string; readonly namedBy: string }
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
  | {
      readonly kind: 'underWay'
      readonly step: SignInStep
      readonly host: string | null
      /** A page that the person has to sign in on first; null: none. */
      readonly page: PageToVisit | null
    }
  | {
      readonly kind: 'failed'
      readonly request: Omit<SignInRequest, 'password' | 'picked'>
      readonly because: SignInFailure
    }
  | { readonly kind: 'signedIn'; readonly address: string; readonly onlyWatch: boolean }

/** Where the events are, once the application is there; or why it is not. */
export type SignedIn = { readonly kind: 'signedIn'; readonly events: Href } | SignInFailure

/**
 * From an address and a password to an application: the three steps that the sign-in screen shows.
 * Rejects with the signal's reason once that is aborted, and with what is a bug; all else is returned.
 */
export async function signIn(
  client: Pick<UcwaClient, 'signIn'> & { open(signal: AbortSignal): Promise<Href> },
  request: SignInRequest & { readonly onPage: VisitPage; readonly passed: TokenPass },
  onStep: (step: SignInStep, host: string | null) => void,
  signal: AbortSignal,
): Promise<SignedIn> {
  let step: SignInStep = 'finding'
  let host: string | null = null
  const reach = (nextStep: SignInStep, nextHost: string | null): void => {
    step = nextStep
    host = nextHost
    onStep(step, host)
  }

  onStep(step, host)
  const wayIn = await client.signIn({ ...request, onStep: reach }, signal)
  if (wayIn.kind !== 'found') return toSignInFailure(wayIn, step)
  reach('opening', wayIn.host)
  try {
    return { kind: 'signedIn', events: await client.open(signal) }
  } catch (error) {
    const because = failureOf(error)
    if (because === null) throw error
    return { kind: 'other', step, host, because }
  }
}

const toSignInFailure = (failure: WayInFailure, step: SignInStep): SignInFailure =>
  failure.kind === 'other' ? { ...failure, step } : failure
