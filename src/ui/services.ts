import { createContext, useContext } from 'react'
import type { QueryClient } from '@tanstack/react-query'
import { invariant } from '../lib/assert.ts'
import type { ChannelStore } from '../state/channel-store.ts'
import type { CustomStatesStore } from '../state/custom-states-store.ts'
import type { ElsewhereStore } from '../state/elsewhere-store.ts'
import type { EndingsStore } from '../state/endings-store.ts'
import type { RecentNotesStore } from '../state/recent-notes-store.ts'
import type { DiagnosticsStore } from '../state/diagnostics-store.ts'
import type { groupsWithinQuery } from '../data/groups.ts'
import type { directoryQuery, peopleOfferQuery } from '../data/directory.ts'
import type { ListChanges } from '../data/list-changes.ts'
import type { FavouritesStore } from '../state/favourites-store.ts'
import type { KnownByStore } from '../state/known-by-store.ts'
import type { LanguageStore } from '../state/language-store.ts'
import type { NewVersionStore } from '../state/new-version-store.ts'
import type { NowStore } from '../state/now-store.ts'
import type { OtherTabsStore } from '../state/other-tabs-store.ts'
import type { Preferences, PreferencesStore } from '../state/preferences-store.ts'
import type { ViewStore } from '../state/view-store.ts'
import type { PublicationStore } from '../state/publication-store.ts'
import type { SignInAgainStore } from '../state/sign-in-again-store.ts'
import type { SignInStore } from '../state/sign-in-store.ts'
import type { WallStore } from '../state/wall-store.ts'
import type { ListTroubleStore } from '../data/list-trouble.ts'
import type { SeenChanges } from '../data/seen-changes.ts'
import type { Doubts } from '../data/doubts.ts'
import type { Traits } from '../data/traits.ts'
import type { TallyStore } from '../data/tally.ts'
import type { Photos } from '../data/photos.ts'
import type { Writes } from '../data/writes.ts'
import type { Choice, Resource } from '../session/publication.ts'
import type { Alert } from '../session/alerts.ts'
import type { Telling } from '../session/alerts-book.ts'
import type { Notice } from '../session/notices.ts'
import type { AlertsStore } from '../state/alerts-store.ts'
import type { Configuration } from '../ucwa/config.ts'
import type { ThisPage } from '../session/this-page.ts'
import type { SignInRequest } from '../session/sign-in.ts'
import type { WaysIn } from '../session/ways-in.ts'
import type { Group } from '../ucwa/groups.ts'
import type { SipUri } from '../ucwa/hal.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'

/** All that a component may ask for. Built by `compose`. */
export type Services = {
  readonly configuration: Configuration
  readonly thisPage: ThisPage
  readonly ucwa: Ucwa
  readonly cache: QueryClient
  readonly photos: Photos
  /** Handed on to mutations. */
  readonly writes: Writes
  readonly doubts: Doubts
  readonly tally: TallyStore
  readonly listTrouble: ListTroubleStore
  /** What is being done to the list of people. */
  readonly listChanges: ListChanges
  readonly peopleOffer: ReturnType<typeof peopleOfferQuery>
  /** The query for what was typed; it waits until the typing rests. */
  readonly directory: (typed: string) => ReturnType<typeof directoryQuery>
  readonly groupsWithin: (group: Group) => ReturnType<typeof groupsWithinQuery>
  /** Whoever was found in the directory and is on screen now: these and nobody else. */
  readonly lookAt: (people: ReadonlySet<SipUri>) => void
  /** Whose panel is open now; null: nobody's. */
  readonly visit: (person: SipUri | null) => void
  /** The distribution groups that are open now. */
  readonly openGroups: (groupIds: ReadonlySet<string>) => void
  readonly seenChanges: SeenChanges
  /** What the list is sorted and grouped by. */
  readonly traits: Traits

  readonly favouritesStore: FavouritesStore

  readonly languageStore: LanguageStore
  readonly signInStore: SignInStore
  readonly signInAgainStore: SignInAgainStore
  readonly knownByStore: KnownByStore
  readonly otherTabsStore: OtherTabsStore
  readonly channelStore: ChannelStore
  readonly diagnosticsStore: DiagnosticsStore
  readonly publicationStore: PublicationStore
  readonly alertsStore: AlertsStore
  readonly customStatesStore: CustomStatesStore
  readonly elsewhereStore: ElsewhereStore
  readonly endingsStore: EndingsStore
  readonly recentNotesStore: RecentNotesStore
  readonly newVersionStore: NewVersionStore
  readonly nowStore: NowStore
  /** Whether this screen hangs on a wall. */
  readonly wallStore: WallStore
  readonly preferencesStore: PreferencesStore
  /** What is on screen, as the address says it. */
  readonly viewStore: ViewStore
  /** Before anybody has chosen anything: the administrator's, and where they say nothing the usual ones. */
  readonly preferredAtFirst: Preferences

  readonly waysIn: WaysIn

  signIn(request: SignInRequest): void
  /** Signs in as the person of another tab, by its tokens. */
  goOnAs(address: string): void
  /** Opens the page that the person has to sign in on; only from their click. */
  openSignInPage(): void
  /** They say that they have signed in there. */
  signedInOnPage(): void
  signOut(): void
  /** Ends a pause now. */
  tryNow(): void
  /** The same person once more, when only they can renew their sign-in. Empty: by what they signed in with. */
  signInAgain(password: string): void
  /** Asks the browser to tell of use of the whole machine; only from a click. */
  askForMachine(): void
  /** Makes oneself available from now on, after having only watched. */
  showMe(): void
  /** Only watches from now on. */
  watchOnly(): void
  /** Starts again after the channel has ended for good, or has gone on elsewhere. */
  startAgain(): void
  /** Whether somebody has a text half written, which a newer version of the page must not cost them. */
  tellWriting(isWriting: boolean): void
  /** Starts again with the newer version of the page. */
  takeNewVersion(): void
  /** The person has read why a publication was refused, and puts the message away. */
  dismissPublication(resource: Resource): void
  /** No write is begun while the page is drawn as stale: whatever begins one asks this, or is one of those below. */
  mayWrite(): boolean
  /** Publishes, and takes it back at that time; milliseconds since the Unix epoch, null: it lasts. */
  publish(choices: readonly Choice[], endsAtMs: number | null): void
  /** What was refused once more, to end when it was to end. */
  tryAgain(resource: Resource): void
  /** When a refused choice was to end; milliseconds since the Unix epoch, null: it was to last. */
  endOfRefused(choice: Choice): number | null
  /** The person has read what was taken back late. */
  dismissLateEndings(): void
  /** Forgets a note that this browser has kept; null: all of them. */
  forgetNote(text: string | null): void

  /** The person wants to be told of somebody, from now on or otherwise than before. */
  watchPerson(alert: Alert): void
  unwatchPerson(who: SipUri): void
  /** Asks the browser whether it may tell beyond the page, unless it has answered before; only from a click. */
  askForNotices(): void
  /** Tells this beyond the page, in these words, and no second time. */
  rangOut(telling: Telling, words: Pick<Notice, 'title' | 'body'>): void
  /** The person has read what was told on the page, or it has stood there for long enough. */
  putAwayToast(telling: Telling): void
  /** They have looked at what was told. */
  alertsSeen(): void
}

const ServicesContext = createContext<Services | null>(null)

export const ServicesProvider = ServicesContext.Provider

export function useServices(): Services {
  const services = useContext(ServicesContext)
  invariant(services !== null, 'No services here: render below <ServicesProvider>, as main.tsx does.')
  return services
}
