import type { Configuration } from './config.ts'
import type { WayStep } from './discovered.ts'
import type { UcwaFailure } from './errors.ts'
import type { FoundBefore } from './found-before.ts'
import type { Link, Resource } from './hal.ts'
import type { Exchange } from './http.ts'
import type { Tokens } from './token.ts'
import type { Transports } from './transport.ts'
import { isOnline, type Trust } from './trust.ts'
import type { WayRecord } from './way-record.ts'
import type { Wire } from './wire.ts'

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
  /** A password would do, and none was given. */
  | { readonly kind: 'passwordNeeded' }
  /** Integrated sign-in would do, and the person has to ask for it. */
  | { readonly kind: 'windowsUnasked' }
  /** The browser had no Windows credentials to show, or the server did not take them. */
  | { readonly kind: 'windowsRefused' }
  /** None of the grants that the challenge names is one that this page knows. */
  | { readonly kind: 'noGrant'; readonly offered: readonly string[] }
  /** The host answers, but the page of its frame never loaded, or never spoke. */
  | { readonly kind: 'frameRefused'; readonly url: string }
  /** The server leads on to an origin that is neither below the sign-in domain nor trusted by the configuration. */
  | { readonly kind: 'notTrusted'; readonly origin: string; readonly namedBy: string }
  /** The person's home is Microsoft's cloud, which has no UCWA for this page. */
  | { readonly kind: 'homedOnline'; readonly host: string }
  | { readonly kind: 'other'; readonly host: string | null; readonly because: UcwaFailure }

export type WayIn = { readonly kind: 'found'; readonly host: string } | WayInFailure

/** Where the application is created. */
export type Pool = {
  readonly kind: 'found'
  readonly applications: Link
  /** Taken from what was found before, and not heard of by autodiscover this time. */
  readonly isFoundBefore: boolean
}

export type DiscoveryDeps = {
  readonly configuration: Configuration
  readonly transports: Transports
  readonly wire: Wire
  readonly exchange: Exchange
  readonly tokens: Tokens
  readonly trust: Trust
  readonly foundBefore: FoundBefore
  readonly record: WayRecord
  readonly nowMs: () => number
  readonly pageOrigin: string
  readonly onStep: (step: 'finding' | 'signingIn', host: string) => void
}

export type Search = {
  /** As typed; empty where the configuration says where to start. */
  readonly address: string
  /** Asks autodiscover, whatever was found before. */
  readonly isAfresh: boolean
}

export type Found = { readonly resource: Resource; readonly url: string }

/** Ends the search, from however deep in it. */
export class Stopped extends Error {
  readonly because: WayInFailure

  constructor(because: WayInFailure) {
    super(because.kind)
    this.because = because
  }
}

export const notTrusted = (url: string, namedBy: string): WayInFailure => {
  const { origin, host, hostname } = new URL(url)
  if (isOnline(hostname)) return { kind: 'homedOnline', host }
  return { kind: 'notTrusted', origin, namedBy: URL.canParse(namedBy) ? hostOf(namedBy) : namedBy }
}

/** The end of the search, with what led to it on record. */
export function stopped(
  { record }: DiscoveryDeps,
  because: WayInFailure,
  asked: WayStep['asked'],
  url: string,
): Stopped {
  const isTrust = because.kind === 'notTrusted' || because.kind === 'homedOnline'
  record.step(asked, url, isTrust ? 'notTrusted' : 'notReadable', null)
  return new Stopped(because)
}

export const hostOf = (url: string): string => new URL(url).host
