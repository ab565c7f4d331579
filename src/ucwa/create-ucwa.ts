import type { Clock } from '../lib/clock.ts'
import type { Configuration } from './config.ts'
import type { WayIn } from './discovery.ts'
import type { EventPackage, EventParameters } from './events.ts'
import type { Href, SipUri } from './hal.ts'
import type { PresenceSubscription } from './presence-subscription.ts'
import type { Transports } from './transport.ts'
import type { Ucwa } from './ucwa.ts'

/** All that the protocol needs of the world. */
export type UcwaWorld = {
  readonly configuration: Configuration
  readonly transports: Transports
  readonly clock: Clock
  /** Resolves when the present turn of the event loop is over: reads made until then travel together. */
  readonly nextTick: () => Promise<void>
  /** Any string that no other call has returned: batch boundaries. */
  readonly uniqueId: () => string
  /** What the server's list of allowed origins has to name. */
  readonly pageOrigin: string
  /** What makes one application the same over reloads, and over tabs. Source: "Multi-Tab Support". */
  readonly identity: {
    /** At most 100 characters. */
    readonly userAgent: string
    readonly culture: string
    /** Of this browser and person, kept. Asked for at each opening. */
    readonly endpointId: () => string
    /** Of this tab: it has its own event channel. */
    readonly instanceId: () => string
  }
  /** When silence counts as no answer. */
  readonly giveUp: { readonly requestMs: number; readonly pollMs: number }
  readonly eventParameters: EventParameters
}

export type WayInRequest = {
  /** As typed: `lenea@contoso.com`. */
  readonly address: string
  readonly password: string
  /** A lurker: sees others, publishes nothing; `open` then does not make the person available. */
  readonly onlyWatch: boolean
  /** Told as it goes: what is done now, and with which host. */
  readonly onStep: (step: 'finding' | 'signingIn', host: string) => void
}

/**
 * One signed-in person's protocol. Every promise rejects with a `UcwaError`, or with the signal's reason once that is
 * aborted. Functions may be taken off it: none of them uses `this`.
 */
export type UcwaClient = {
  readonly ucwa: Ucwa
  /** Whose is it: a SIP URI, a group's id, or null for one's own and for what is not known. Asks nobody. */
  readonly ownerOf: (href: Href) => SipUri | string | null

  /** Finds the person's home pool and gets a token for it. Failures are returned, not thrown; an abort rejects. */
  readonly signIn: (request: WayInRequest, signal: AbortSignal) => Promise<WayIn>
  /**
   * Creates the application, or takes up the one that is there, makes the person available unless they only watch, and
   * answers where the events are. Reads wait from the loss of one application until the opening of the next.
   */
  readonly open: (signal: AbortSignal) => Promise<Href>
  /** One cheap read of the application, answered at once; renews the photos' cookie. Rejects `applicationGone`. */
  readonly check: (signal: AbortSignal) => Promise<void>
  /** One P-GET. A 404 is believed, as `applicationGone`, only when `check` says the same. */
  readonly poll: (next: Href, signal: AbortSignal) => Promise<EventPackage>

  /** Minutes: 10 to 30. 403 LimitExceeded is `refused`. */
  readonly subscribe: (
    to: readonly SipUri[],
    durationMinutes: number,
    signal: AbortSignal,
  ) => Promise<PresenceSubscription>
  /** Adds that many minutes, to at most 30. A subscription that has lapsed is `refused` with status 404. */
  readonly extend: (
    subscription: PresenceSubscription,
    durationMinutes: number,
    signal: AbortSignal,
  ) => Promise<void>
  readonly addTo: (
    subscription: PresenceSubscription,
    uris: readonly SipUri[],
    signal: AbortSignal,
  ) => Promise<void>
  /** A subscription that is gone already counts as ended. */
  readonly unsubscribe: (subscription: PresenceSubscription, signal: AbortSignal) => Promise<void>
  /** Hear of changes to contacts and groups for that many minutes: 10 to 60, though never more than 30 remain. */
  readonly followContactsAndGroups: (durationMinutes: number, signal: AbortSignal) => Promise<void>

  /** False for a lurker. */
  readonly canReportMyActivity: () => boolean
  readonly reportMyActivity: (signal: AbortSignal) => Promise<void>

  /**
   * What goes with a photo's request: the bearer token for that href's origin, or null where there is none.
   * It may be used for that one request only, and kept nowhere.
   */
  readonly tokenFor: (href: Href) => string | null
  /** Which transport the server turned out to answer; null before `signIn`. */
  readonly transport: () => 'cors' | 'xframe' | null

  /** Deletes the application, and forgets token, password and hrefs whether or not that succeeds. Never rejects. */
  readonly end: (signal: AbortSignal) => Promise<void>
}
