import type { Clock } from '../lib/clock.ts'
import type { KeptTexts } from '../lib/kept-texts.ts'
import type { PreferredAvailability } from './availability.ts'
import type { Configuration } from './config.ts'
import type { Discovered } from './discovered.ts'
import type { EventPackage, EventParameters } from './events.ts'
import type { Grant } from './grants.ts'
import type { Href, SipUri } from './hal.ts'
import type { ModernGrant } from './modern.ts'
import type { ChannelPlace } from './overheard.ts'
import type { People } from './people.ts'
import type { PresenceSubscription } from './presence-subscription.ts'
import type { TokenPass, VisitPage } from './token.ts'
import type { Transports } from './transport.ts'
import type { Ucwa } from './ucwa.ts'
import type { WayIn } from './way-in.ts'

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
  /** What was found before, for the next time. */
  readonly kept: KeptTexts
  /** Modern authentication; null: there is no such way in this world. */
  readonly modern: ModernGrant | null
  /** Told as the way in is looked for: no secrets in it. */
  readonly onDiscovered: (discovered: Discovered) => void
  /** An answer to something else than a poll says where the event channel goes on. */
  readonly onOverheard: (place: ChannelPlace) => void
  /** The tokens had by now are somebody else's: whoever signed in again, or whom the browser's Windows sign-in names now. */
  readonly onSomebodyElse: (whose: SipUri) => void
  /** What makes one application the same over reloads, and over tabs. Source: "Multi-Tab Support". */
  readonly identity: {
    /** At most 100 characters. */
    readonly userAgent: string
    /** Asked for at each opening: another culture is another application. */
    readonly culture: () => string
    /** Of this browser and person, kept. Asked for at each opening. */
    readonly endpointId: () => string
    /** Of this tab: it has its own event channel. */
    readonly instanceId: () => string
  }
  /** When silence counts as no answer. */
  readonly giveUp: { readonly requestMs: number; readonly pollMs: number }
  /** As they are to be now. A change is told to the server with the next P-GET. */
  readonly eventParameters: () => EventParameters
}

/** How the person is to be seen by others, once an application is there. */
export type Appearance =
  /** Not at all by this page: a lurker, who sees others and publishes nothing. */
  | { readonly kind: 'watching' }
  /** Made available; `as`, or by calendar and activity when that is null. */
  | { readonly kind: 'shown'; readonly as: PreferredAvailability | null }

export type WayInRequest = {
  /** As typed: `lenea@contoso.com`. */
  readonly address: string
  /** Empty: none was given. */
  readonly password: string
  /** A button that was pressed in place of typing; null: none. */
  readonly picked: Grant | null
  /** Shows the person a page to sign in on. */
  readonly onPage: VisitPage
  /** What another tab of the same person has passed on; empty: nothing. */
  readonly passed: TokenPass
  /** Told as it goes: what is done now, and with which host. */
  readonly onStep: (step: 'finding' | 'signingIn', host: string) => void
}

/**
 * One signed-in person's protocol. Every promise rejects with a `UcwaError`, or with the signal's reason once that is
 * aborted. Functions may be taken off it: none of them uses `this`.
 */
export type UcwaClient = {
  readonly ucwa: Ucwa
  readonly people: People
  /** Whose is it: a SIP URI, a group's id, or null for one's own and for what is not known. Asks nobody. */
  readonly ownerOf: (href: Href) => SipUri | string | null
  /** What a request there asks for, as far as links have told. For counting, not for finding. Asks nobody. */
  readonly relOf: (href: Href) => string | null

  /** Finds the person's home pool and gets a token for it. Failures are returned, not thrown; an abort rejects. */
  readonly signIn: (request: WayInRequest, signal: AbortSignal) => Promise<WayIn>
  /**
   * The same person signs in once more, when only they can renew what has ended: the application and all hrefs stay.
   * `open` after it, as `signIn` asks for.
   */
  readonly signInAgain: (request: WayInRequest, signal: AbortSignal) => Promise<WayIn>
  /** The tokens of this sign-in, for another tab of the same person; and what another tab has passed on. No password. */
  readonly passTokens: () => TokenPass
  readonly takeTokens: (passed: TokenPass) => boolean
  /** How the present token was got; null: there is none. */
  readonly grant: () => Grant | null
  /**
   * Creates the application, or takes up the one that is there, makes the person available if they are to be shown, and
   * answers where the events are. Reads wait from the loss of one application until the opening of the next.
   * Rejects `signedOut` when the application turns out to be somebody else's than the last one, after `onSomebodyElse`;
   * nothing of it is taken, and nothing published by it.
   */
  readonly open: (appearance: Appearance, signal: AbortSignal) => Promise<Href>
  /**
   * Asks autodiscover once more, with what the person signed in with; true when their home is another pool now, where
   * `open` will go. Rejects `refused` when the way in is barred for good.
   */
  readonly locate: (signal: AbortSignal) => Promise<boolean>
  /** Makes the person available now, without a new application. No effect where that was done before. */
  readonly showMe: (as: PreferredAvailability | null, signal: AbortSignal) => Promise<void>
  /**
   * Deletes the application and stays signed in. Reads wait for the next `open`; but where the server may not have heard of
   * it, they go on as before. Never rejects.
   */
  readonly close: (signal: AbortSignal) => Promise<void>
  /** What ends this application, to be sent when there is no time left to wait for an answer; null without one. */
  readonly lastRequest: () => { readonly url: string; readonly token: string } | null
  /** Of the present application; null without one. */
  readonly applicationHref: () => Href | null
  /** Whom the present application is of; null without one, or where the server does not say. */
  readonly whose: () => SipUri | null
  /** One cheap read of the application, answered at once; renews the photos' cookie. Rejects `applicationGone`. */
  readonly check: (signal: AbortSignal) => Promise<void>
  /** One P-GET. A 404 is believed, as `applicationGone`, only when `check` says the same. */
  readonly poll: (next: Href, signal: AbortSignal) => Promise<EventPackage>
  /** The poll under way, or the next one, goes on there, with a gap. */
  readonly goOn: (at: ChannelPlace) => void

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
  /** Takes these out, in two requests however many they are. */
  readonly removeFrom: (
    subscription: PresenceSubscription,
    uris: ReadonlySet<SipUri>,
    signal: AbortSignal,
  ) => Promise<void>
  /** A subscription that is gone already counts as ended. */
  readonly unsubscribe: (
    subscription: Pick<PresenceSubscription, 'href'>,
    signal: AbortSignal,
  ) => Promise<void>
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
  /** Whether the server shows that photo to us now, whatever the browser has kept of it. */
  readonly showsPhoto: (href: Href, signal: AbortSignal) => Promise<boolean>
  /** Which transport the server turned out to answer; null before `signIn`. */
  readonly transport: () => 'cors' | 'xframe' | null

  /** Deletes the application, and forgets token, password and hrefs whether or not that succeeds. Never rejects. */
  readonly end: (signal: AbortSignal) => Promise<void>
}
