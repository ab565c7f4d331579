import { createCache } from '../data/cache.ts'
import { directoryQuery, peopleOfferQuery } from '../data/directory.ts'
import { createDoubts } from '../data/doubts.ts'
import { groupsWithinQuery } from '../data/groups.ts'
import { createListChanges } from '../data/list-changes.ts'
import { createListTrouble } from '../data/list-trouble.ts'
import { markAllStale, markStale, readFailedAgain, type Known } from '../data/mark-stale.ts'
import { doubtOfWhoGoes, dropUnused } from '../data/photos.ts'
import { publish } from '../data/publish.ts'
import { FAVOURITES_HERE } from '../data/roster.ts'
import { createSecondLook } from '../data/second-look.ts'
import { createSeenChanges } from '../data/seen-changes.ts'
import { staleAfter } from '../data/stale-after.ts'
import { createTraits } from '../data/traits.ts'
import { createTally } from '../data/tally.ts'
import { tellPublications } from '../data/tell-publications.ts'
import { createWatched } from '../data/watched.ts'
import type { Writes } from '../data/writes.ts'
import { createAppearance } from '../session/appearance.ts'
import type { Attendance } from '../session/attendance.ts'
import { createContactsAndGroups } from '../session/contacts-and-groups.ts'
import { createChoices } from '../session/choices.ts'
import { coveredUcwa } from '../session/covered-ucwa.ts'
import type { DiagnosticsRecorder } from '../session/diagnostics.ts'
import type { StandingSubscription } from '../session/left-subscriptions.ts'
import { createPublications } from '../session/publications.ts'
import { createSubscriptions } from '../session/subscriptions.ts'
import { OVERDUE_AFTER_MS } from '../session/timing.ts'
import { isPageDrawnStale, STALE_GRACE_MS } from '../state/drawn-stale.ts'
import { showPublication } from '../state/publication-store.ts'
import type { UcwaClient } from '../ucwa/ucwa-client.ts'
import { failureOf, isOfTheSession, type UcwaFailure } from '../ucwa/errors.ts'
import type { UcwaEvent } from '../ucwa/events.ts'
import type { Group } from '../ucwa/groups.ts'
import type { SipUri } from '../ucwa/hal.ts'
import { joinAlerts } from './alerts.ts'
import { joinMine } from './mine.ts'
import type { Person } from './person.ts'
import type { Seat } from './seat.ts'
import type { Stores } from './stores.ts'
import { writesUnderWay } from './under-way.ts'
import type { World } from './world.ts'

export type BoardDeps = {
  readonly world: Pick<
    World,
    'clock' | 'configuration' | 'createPhotos' | 'kept' | 'notices' | 'page' | 'report' | 'uniqueId'
  >
  readonly client: UcwaClient
  readonly stores: Stores
  readonly recorder: DiagnosticsRecorder
  readonly attendance: Attendance
  readonly person: Person
  readonly seat: Seat
  /** Told of what is refused for the session's sake, and is no read in the cache. */
  readonly onRefused: (because: UcwaFailure) => void
}

const isRefused = (error: unknown): boolean => {
  const failure = failureOf(error)
  return failure !== null && isOfTheSession(failure)
}

export type Board = ReturnType<typeof createBoard>

/**
 * What is known of the server, and what is published to it: the cache, who is watched in it, what keeps it true, and where
 * a write meets the events. Built once; emptied at each end of a signed-in life.
 * Longer than other files: all of these know of one another only here, and each of them has a file of its own.
 */
export function createBoard(deps: BoardDeps) {
  const { world, client, stores, recorder, attendance, person, seat } = deps
  const { clock, report } = world
  /** The leading tab subscribes for all of them: they share the application, and list the same people. */
  let isLeading = false
  let listed: ReadonlySet<SipUri> = new Set()
  let passing: ReadonlySet<SipUri> = new Set()
  /** What the tab that leads has subscribed to, by its last word. */
  let standing: readonly StandingSubscription[] = []

  const isLive = (): boolean => stores.channelStore.getState().notLiveSinceMs === null
  const cache = createCache({ onBug: report, isLive })
  const listTrouble = createListTrouble(cache)
  const unheard = (whom: readonly SipUri[]): void =>
    void markStale(
      known,
      whom.flatMap((uri) => [
        ['contactPresence', uri],
        ['contactNote', uri],
        ['contactLocation', uri],
        ['contactSupportedModalities', uri],
        ['contactPrivacyRelationship', uri],
      ]),
    )
  const subscriptions = createSubscriptions({
    client,
    clock,
    onUnheard: (whom) => {
      seat.say({ kind: 'unheard', whom })
      unheard(whom)
    },
    onStanding: () => tellSubscribed(),
    onBug: report,
  })
  const tellSubscribed = (): void => {
    if (isLeading) seat.say({ kind: 'subscribed', standing: subscriptions.standing() })
  }
  const contactsAndGroups = createContactsAndGroups({
    client,
    clock,
    onUnheard: () => void markStale(known, [['myGroups'], ['groupContacts']]),
    onUnannounced: (because) => listTrouble.unannounced(because),
    onRefused: deps.onRefused,
    onBug: report,
  })
  const ucwa = coveredUcwa(
    client.ucwa,
    { covering: async (of, signal) => (isLeading ? subscriptions.covering(of, signal) : undefined) },
    { following: async (signal) => (isLeading ? contactsAndGroups.following(signal) : undefined) },
  )
  const watched = createWatched(cache, ucwa, (people, forAWhile) => {
    listed = people
    passing = forAWhile
    if (isLeading) subscriptions.watch(people, passing)
    recorder.watching(people.size)
  })
  const known: Known = { cache, watched }
  createSecondLook({
    cache,
    clock,
    readAgain: async () => {
      if (isLive()) await readFailedAgain(known) // else that comes as soon as it is
    },
  })

  const photos = world.createPhotos(client)
  dropUnused(cache, photos)
  doubtOfWhoGoes(known, photos)
  const doubts = createDoubts({
    cache,
    clock,
    graceMs: STALE_GRACE_MS,
    unheardSinceMs: () => stores.channelStore.getState().notLiveSinceMs,
  })

  const seenChanges = createSeenChanges(cache, () => stores.channelStore.getState().gapAtMs)

  /** By the moment that the screen goes by, so that nothing is refused there unsaid. */
  const mayWrite = (): boolean =>
    !isPageDrawnStale(stores.channelStore.getState(), stores.nowStore.getState().nowMs)

  const publications = createPublications({
    clock,
    onChange: (resource, newest) => {
      showPublication(stores.publicationStore, resource, newest)
      appearance.published(newest)
      if (newest !== null) mine.published(newest)
    },
    readAgain: (resource) => void markStale(known, [[resource]]),
    sendAgain: (choice) => publish(writes, [choice]),
  })
  const writes: Writes = { ...known, ucwa, publications }
  const mine = joinMine({ world, stores, person, seat, writes: () => writes })
  const appearance = createAppearance({
    mayShow: () => stores.wallStore.getState().wall === null,
    client,
    attendance,
    onChange: () =>
      seat.say({ kind: 'appearance', wanted: appearance.wanted(), chosen: appearance.chosen() }),
    onShown: () => void markStale(known, [['me'], ['presence'], ['note'], ['location']]),
    onBug: report,
  })
  tellPublications(cache, ucwa, {
    readBegan: publications.readBegan,
    readFailed: publications.readFailed,
    read: (found) => {
      if (found.resource === 'presence') appearance.presenceRead(found.value)
      mine.read(found) // before its publication is settled by it
      publications.read(found)
    },
  })
  /** How the person is seen has changed, here, in another tab, or by the server's word. */
  const reflectAppearance = (): void =>
    stores.signInStore.setState(({ signIn: now }) =>
      now.kind === 'signedIn' ? { signIn: { ...now, onlyWatch: appearance.wanted() === 'watching' } } : {},
    )

  const alerts = joinAlerts({
    world,
    stores,
    person,
    seat,
    cache,
    ucwa,
    isLeading: () => isLeading,
    follow: watched.follow,
  })

  const listChanges = createListChanges({
    ...known,
    people: client.people,
    clock,
    mayWrite,
    overdueAfterMs: OVERDUE_AFTER_MS,
    onBug: report,
  })

  return {
    underWay: writesUnderWay(stores, listChanges, cache),
    ucwa,
    cache,
    photos,
    writes,
    mayWrite,
    choices: createChoices({
      mayWrite,
      publish: (choices) => publish(writes, choices),
      newest: (resource) => stores.publicationStore.getState()[resource],
      plan: mine.plan,
      endOfRefused: mine.endOfRefused,
    }),
    doubts,
    tally: createTally(cache, doubts, {
      id: FAVOURITES_HERE,
      members: () => stores.favouritesStore.getState().people,
      subscribe: stores.favouritesStore.subscribe,
    }),
    listChanges,
    peopleOffer: peopleOfferQuery(client.people),
    groupsWithin: (group: Group) => groupsWithinQuery(client.people, group),
    directory: (typed: string) => directoryQuery(client.people, clock, typed),
    /** Whoever was found in the directory is watched for as long as they are on screen. */
    lookAt: watched.lookAt,
    /** Whoever's panel is open is watched as well. */
    visit: watched.visit,
    /** Distribution groups are read, and their people watched, for as long as they are open. */
    openGroups: watched.open,
    listTrouble,
    seenChanges,
    traits: createTraits(cache, seenChanges),
    publications,
    mine,
    alerts,
    appearance,
    reflectAppearance,

    /** Reads oneself, the groups, and everyone in them. */
    begin: () => watched.begin(),
    /** Events say what to read again. */
    heard: (events: readonly UcwaEvent[]): void => {
      publications.heard(events) // before the reads that it leads to
      if (appearance.heard(events)) reflectAppearance()
      if (isLeading) subscriptions.heard(events)
      if (isLeading) contactsAndGroups.heard(events)
      void markStale(
        known,
        events.flatMap((event) => staleAfter(event, client.ownerOf)),
      )
    },
    /** Something went unheard: nothing known so far is to be trusted. */
    gap: (): void => {
      mine.gap()
      listTrouble.unannounced(null)
      if (isLeading) contactsAndGroups.renew()
      if (isLeading) subscriptions.renew() // before the reads, which wait for it
      void markAllStale(known)
    },
    /** The server is heard again after a silence: who waits for another try of what failed need wait no longer. */
    heardAgain: (): void => {
      contactsAndGroups.tryNow()
      subscriptions.tryNow()
      void readFailedAgain(known)
    },
    /** Only those people's changes went unheard. */
    unheard,

    isLeading: () => isLeading,
    /** Whether anything is refused for the session's sake, and not being asked for again. */
    isRefused: (): boolean =>
      contactsAndGroups.isRefused() ||
      cache.getQueryCache().findAll({
        predicate: ({ state }) => state.fetchStatus === 'idle' && isRefused(state.error),
      }).length > 0,
    /** To the other tabs, if this one leads: what they would inherit. */
    tellSubscribed,
    subscribedElsewhere: (those: readonly StandingSubscription[]): void => {
      standing = those
    },
    /** Subscribes from now on, or leaves that to the tab that leads. */
    lead: (isLeadingNow: boolean): void => {
      listTrouble.unannounced(null)
      isLeading = isLeadingNow
      if (!isLeading) {
        subscriptions.end()
        contactsAndGroups.end()
        return
      }
      contactsAndGroups.renew()
      subscriptions.watch(listed, passing)
      subscriptions.inherit(standing)
      standing = []
      alerts.lead()
    },
    /** Forgets everything, and is ready for the next person. */
    end: (): void => {
      isLeading = false
      standing = []
      watched.end()
      subscriptions.end()
      contactsAndGroups.end()
      publications.clear()
      mine.end()
      alerts.end()
      listChanges.clear()
      cache.clear()
      photos.forget()
    },
  }
}
