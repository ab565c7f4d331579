import { createBell, sleepUnlessRung } from './lib/bell.ts'
import type { KeptTexts } from './lib/kept-texts.ts'
import type { Clock } from './lib/clock.ts'
import { createCache } from './data/cache.ts'
import { createListTrouble } from './data/list-trouble.ts'
import { markAllStale, markStale, type Known } from './data/mark-stale.ts'
import { dropUnused, type Photos } from './data/photos.ts'
import { createDoubts } from './data/doubts.ts'
import { publish } from './data/publish.ts'
import { staleAfter } from './data/stale-after.ts'
import { createTally } from './data/tally.ts'
import { tellPublications } from './data/tell-publications.ts'
import { createWatched } from './data/watched.ts'
import type { Writes } from './data/writes.ts'
import { reportActivity } from './session/activity.ts'
import { createAppearance } from './session/appearance.ts'
import { createAttendance } from './session/attendance.ts'
import type { ChannelDeps } from './session/channel.ts'
import { listeningTo, type ChannelState, type Live } from './session/channel-state.ts'
import { createContactsAndGroups } from './session/contacts-and-groups.ts'
import { coveredUcwa } from './session/covered-ucwa.ts'
import { nothingRecorded } from './session/diagnostics.ts'
import { createDiagnosticsRecorder } from './session/diagnostics-recorder.ts'
import { observedTransports } from './session/observed-transports.ts'
import { followMachine, type KnownBy, type Machine } from './session/machine.ts'
import type { Page } from './session/page.ts'
import { createWaits } from './session/pause.ts'
import { createPublications } from './session/publication.ts'
import { signIn, type SignInFailure, type SignInRequest } from './session/sign-in.ts'
import { createUnasked } from './session/unasked.ts'
import { waysInOf } from './session/ways-in.ts'
import { createPageVisit, type Windows } from './session/page-visit.ts'
import { createSubscriptions } from './session/subscriptions.ts'
import type { ThisPage } from './session/this-page.ts'
import { electByLine, type ClaimLine, type Leadership } from './session/tab-leader.ts'
import { ANYBODY, joinTabs, TAB_LANGUAGE, type TabLine, type Tabs, type TabWord } from './session/tabs.ts'
import { createSharedChannel, type SharedChannel } from './session/shared-channel.ts'
import { createTuning } from './session/tuning.ts'
import {
  END_GIVE_UP_MS,
  HELD_PROOF_MS,
  LEAD_WITHIN_MS,
  POLL_GIVE_UP_MS,
  REQUEST_GIVE_UP_MS,
  TOUCH_PASSED_ON_MS,
} from './session/timing.ts'
import {
  connectionOf,
  createChannelStore,
  NOTHING_HEARD,
  withConnection,
  withGap,
} from './state/channel-store.ts'
import { createDiagnosticsStore } from './state/diagnostics-store.ts'
import { STALE_GRACE_MS } from './state/drawn-stale.ts'
import { createKnownByStore } from './state/known-by-store.ts'
import { createOtherTabsStore } from './state/other-tabs-store.ts'
import { createNowStore } from './state/now-store.ts'
import { createPreferencesStore, parsePreferences } from './state/preferences-store.ts'
import { createPublicationStore, showPublication } from './state/publication-store.ts'
import { createSignInAgainStore, NOT_ASKED } from './state/sign-in-again-store.ts'
import { createSignInStore } from './state/sign-in-store.ts'
import type { Configuration } from './ucwa/config.ts'
import { createUcwa, type UcwaClient } from './ucwa/create-ucwa.ts'
import { failureOf, type UcwaFailure } from './ucwa/errors.ts'
import type { SipUri } from './ucwa/hal.ts'
import type { Href } from './ucwa/hal.ts'
import type { ModernGrant } from './ucwa/modern.ts'
import type { SignInPage, TokenPass } from './ucwa/token.ts'
import type { Transports } from './ucwa/transport.ts'
import { isLoopback } from './ucwa/trust.ts'
import type { Services } from './ui/services.ts'

/** Everything outside: time, chance, storage, the network and the page. `main.tsx` hands in the browser's. */
export type World = {
  readonly configuration: Configuration
  readonly transports: Transports
  readonly clock: Clock
  /** From 0 up to, but not including, 1. */
  readonly random: () => number
  readonly page: Page
  readonly thisPage: ThisPage
  readonly kept: KeptTexts
  /** Resolves when the present turn of the event loop is over. */
  readonly nextTick: () => Promise<void>
  /** No other call, here or on any computer, has returned the same. */
  readonly uniqueId: () => string
  readonly pageOrigin: string
  /** Where people sign in on somebody else's page. */
  readonly windows: Windows
  readonly modern: ModernGrant | null
  /** The reader's language: `en-US`. */
  readonly culture: () => string
  /** Between the tabs of this browser. */
  readonly tabLine: TabLine & ClaimLine
  /** Null: this browser has no locks, and tabs elect a leader among themselves. */
  readonly locks: Leadership | null
  /** Null: this browser cannot tell whether anybody is at the machine. */
  readonly machine: Machine | null
  /** Sends a DELETE though the page is going, and waits for no answer. */
  readonly sendLast: (request: { readonly url: string; readonly token: string }) => void
  readonly createPhotos: (of: Pick<UcwaClient, 'tokenFor' | 'transport'>) => Photos & { forget(): void }
  /** What is ours to mend. */
  readonly report: (bug: unknown) => void
}

const TICK_MS = 1000

/** The composition root: builds cache, stores, protocol and session, and joins events to what they make stale. */
export function compose(world: World): Services & { run(signal: AbortSignal): Promise<void> } {
  const { clock, page, kept, report } = world

  const signInStore = createSignInStore()
  const channelStore = createChannelStore()
  const publicationStore = createPublicationStore()
  const otherTabsStore = createOtherTabsStore()
  const knownByStore = createKnownByStore(world.machine !== null)
  const signInAgainStore = createSignInAgainStore()
  const nowStore = createNowStore(clock.now())
  const preferencesStore = createPreferencesStore(parsePreferences(kept.read('preferences')))
  preferencesStore.subscribe((preferences) => kept.write('preferences', JSON.stringify(preferences)))

  const diagnosticsStore = createDiagnosticsStore(nothingRecorded(clock.now()))
  const recorder = createDiagnosticsRecorder(clock, (diagnostics) =>
    diagnosticsStore.setState({ diagnostics }),
  )

  const client = createUcwa({
    configuration: world.configuration,
    transports: observedTransports(world.transports, {
      recorder,
      relOf: (href) => client.relOf(href),
      nowMs: () => clock.now(),
    }),
    clock,
    nextTick: world.nextTick,
    uniqueId: world.uniqueId,
    pageOrigin: world.pageOrigin,
    kept,
    modern: world.modern,
    onDiscovered: (discovered) => recorder.discovered(discovered),
    identity: {
      userAgent: 'Presence Board',
      culture: world.culture,
      endpointId: () => keptId('endpoint'),
      // One event channel for all tabs, whichever of them polls it.
      instanceId: () => keptId('instance'),
    },
    giveUp: { requestMs: REQUEST_GIVE_UP_MS, pollMs: POLL_GIVE_UP_MS },
    eventParameters: () => tuning.parameters(),
  })
  const tabId = world.uniqueId()
  const leadership = world.locks ?? electByLine(world.tabLine, clock, tabId)
  const tuning = createTuning(page)
  const photos = world.createPhotos(client)
  const attendance = createAttendance(clock)
  let touchPassedOnAtMs = 0
  page.onInput(() => {
    attendance.here()
    if (clock.now() - touchPassedOnAtMs < TOUCH_PASSED_ON_MS) return
    touchPassedOnAtMs = clock.now()
    tabs?.say({ kind: 'touched' })
  })

  const cache = createCache({ onBug: report })
  const subscriptions = createSubscriptions({
    client,
    clock,
    onUnheard: (whom) => {
      tabs?.say({ kind: 'unheard', whom })
      unheard(whom)
    },
    onBug: report,
  })
  const contactsAndGroups = createContactsAndGroups({
    client,
    clock,
    onUnheard: () => void markStale(known, [['myGroups'], ['groupContacts']]),
    onRefused: (failure) => listTrouble.unannounced(failure),
    onBug: report,
  })
  const unheard = (whom: readonly SipUri[]): void =>
    void markStale(
      known,
      whom.flatMap((uri) => [
        ['contactPresence', uri],
        ['contactNote', uri],
        ['contactLocation', uri],
      ]),
    )
  // The leading tab subscribes for all of them: they share the application, and list the same people.
  let isLeading = false
  let listed: ReadonlySet<SipUri> = new Set()
  const ucwa = coveredUcwa(
    client.ucwa,
    { covering: async (of, signal) => (isLeading ? subscriptions.covering(of, signal) : undefined) },
    { following: async (signal) => (isLeading ? contactsAndGroups.following(signal) : undefined) },
  )
  const watched = createWatched(cache, ucwa, (people) => {
    listed = people
    if (isLeading) subscriptions.watch(people)
    recorder.watching(people.size)
  })
  const known: Known = { cache, watched }
  dropUnused(cache, photos)
  const doubts = createDoubts({
    cache,
    clock,
    graceMs: STALE_GRACE_MS,
    unheardSinceMs: () => channelStore.getState().notLiveSinceMs,
  })
  const tally = createTally(cache, doubts)
  const listTrouble = createListTrouble(cache)
  const publications = createPublications({
    clock,
    onChange: (resource, newest) => {
      showPublication(publicationStore, resource, newest)
      appearance.published(newest)
    },
    readAgain: (resource) => void markStale(known, [[resource]]),
    sendAgain: (choice) => publish(writes, [choice]),
  })
  const appearance = createAppearance({
    client,
    attendance,
    onChange: () =>
      tabs?.say({ kind: 'appearance', wanted: appearance.wanted(), chosen: appearance.chosen() }),
    onShown: () => void markStale(known, [['me'], ['presence'], ['note'], ['location']]),
    onBug: report,
  })
  tellPublications(cache, ucwa, {
    readBegan: publications.readBegan,
    read: (found) => {
      if (found.resource === 'presence') appearance.presenceRead(found.value)
      publications.read(found)
    },
  })
  const writes: Writes = { ...known, ucwa, publications }

  // What follows is told to the screen by the channel's state, the network and the pause under way.
  let channel: ChannelState | null = null
  let nextTryAtMs: number | null = null
  const show = (isProof: boolean): void => {
    if (channel === null) return
    const connection = connectionOf(channel, page.isOnline(), nextTryAtMs)
    channelStore.setState((view) => withConnection(view, connection, clock.now(), isProof))
  }
  page.onChange(() => show(false))

  const waits = createWaits(world, (atMs) => {
    nextTryAtMs = atMs
    show(false)
  })
  const signedInAgain = createBell()
  const open = async (signal: AbortSignal): Promise<Href> => {
    const beganAtMs = clock.now()
    const events = await client.open(appearance.now(), signal)
    recorder.opened({ tookMs: clock.now() - beganAtMs, culture: world.culture() })
    return events
  }
  let toldTokensUntilMs = 0
  /** A tab that goes on by another's token has no way of its own to renew it. */
  const passTokensOn = (): void => {
    const passed = client.passTokens()
    const untilMs = Math.max(0, ...passed.map(({ expiresAtMs }) => expiresAtMs))
    if (untilMs <= toldTokensUntilMs) return
    toldTokensUntilMs = untilMs
    tabs?.say({ kind: 'tokens', passed })
  }
  const channelDeps: ChannelDeps = {
    open,
    locate: client.locate,
    check: client.check,
    poll: (next, signal) =>
      waits.unlessWoken(
        (unlessWoken) => tuning.poll((tuned) => client.poll(next, tuned), unlessWoken),
        signal,
      ),
    untilHeld: (signal) => clock.sleep(HELD_PROOF_MS, signal),
    untilSignedIn: (signal) => signedInAgain.rung(signal),
    pause: (paused, signal) => waits.pause(paused, signal),
    untilClaimed: (signal) => waits.untilClaimed(signal),
    onState: (state) => {
      if (state.kind === 'ended' && state.why === 'stopped') return // by us, and what we show by now is what follows
      channel = state
      recorder.channelBecame(state)
      if (isLeading && state.kind === 'listening') passTokensOn()
      if (state.kind === 'lockedOut') tabs?.say({ kind: 'askTokens' }) // one of them may have newer ones
      show(state.kind === 'listening' && state.isProven) // opened, checked or polled: the server has just been heard
    },
    onEvents: (events) => {
      publications.heard(events) // before the reads that it leads to
      if (isLeading) subscriptions.heard(events)
      if (isLeading) contactsAndGroups.heard(events)
      void markStale(
        known,
        events.flatMap((event) => staleAfter(event, client.ownerOf)),
      )
    },
    onGap: () => {
      channelStore.setState((view) => withGap(view, clock.now()))
      listTrouble.unannounced(null)
      if (isLeading) contactsAndGroups.renew()
      if (isLeading) subscriptions.renew() // before the reads, which wait for it
      void markAllStale(known)
    },
    onBug: report,
  }

  let signedInAs = ''
  /** Per person and browser, so that tabs and reloads share one application. Source: "Multi-Tab Support". */
  function keptId(name: 'endpoint' | 'instance'): string {
    const key = `${name}:${signedInAs}`
    const before = kept.read(key)
    if (before !== null) return before
    const fresh = world.uniqueId()
    kept.write(key, fresh)
    return fresh
  }

  /** Aborted with the signed-in life that it stands for. */
  let life = new AbortController()
  let ending: Promise<void> = Promise.resolve()

  /** In the background, and not for long: whoever signs in next waits for it. */
  const endApplication = async (): Promise<void> => {
    const tooLate = new AbortController()
    const inTime = new AbortController()
    const bound = clock.sleep(END_GIVE_UP_MS, inTime.signal).then(
      () => tooLate.abort(),
      () => null, // it was over in time
    )
    await client.end(tooLate.signal)
    inTime.abort()
    await bound
  }

  let tabs: Tabs | null = null
  let shared: SharedChannel | null = null

  const tellTabs = (): void => recorder.tabs({ tabs: (tabs?.others() ?? 0) + 1, isLeader: isLeading })

  /** What another tab of the same person says. The channel's own words go to the shared channel. */
  const hearTab = (word: TabWord): void => {
    tuning.isWantedElsewhere(tabs?.isAnyOtherVisible() ?? false)
    tellTabs()
    switch (word.kind) {
      case 'hello':
        tabs?.say({ kind: 'appearance', wanted: appearance.wanted(), chosen: appearance.chosen() })
        return
      case 'here':
        if (word.isVisible) waits.look()
        return
      case 'touched':
        return attendance.here()
      case 'tryNow':
        return waits.tryNow()
      case 'startAgain':
        return waits.claim()
      case 'appearance':
        appearance.told(word.wanted, word.chosen)
        return reflectAppearance()
      case 'unheard':
        return unheard(word.whom)
      case 'signedOut':
        signInStore.setState({ signIn: { kind: 'signedOut' } })
        recorder.signedOut()
        return endLife(false)
      case 'askTokens':
        return tabs?.say({ kind: 'tokens', passed: client.passTokens() })
      case 'tokens':
        if (client.takeTokens(word.passed)) signedInAgain.ring()
        return
      case 'bye':
      case 'whoIsThere':
      case 'iAm':
      case 'state':
      case 'gap':
        return
    }
  }
  page.onChange(() => tabs?.say({ kind: 'here', isVisible: page.isVisible() }))
  page.onLeave(() => {
    const isLast = tabs !== null && tabs.others() === 0
    const last = client.transport() === 'cors' ? client.lastRequest() : null
    tabs?.leave()
    if (isLast && last !== null) world.sendLast(last)
  })

  const lead = (isLeadingNow: boolean): void => {
    listTrouble.unannounced(null)
    isLeading = isLeadingNow
    tellTabs()
    if (!isLeading) {
      subscriptions.end()
      contactsAndGroups.end()
      return
    }
    contactsAndGroups.renew()
    subscriptions.watch(listed)
  }

  /** @param isOurs whether the application ends with it; it does not when another tab has ended it already */
  const endLife = (isOurs: boolean): void => {
    life.abort()
    life = new AbortController()
    tabs?.leave()
    tabs = null
    shared = null
    isLeading = false
    toldTokensUntilMs = 0
    watched.end()
    subscriptions.end()
    contactsAndGroups.end()
    publications.clear()
    cache.clear()
    photos.forget()
    channel = null
    channelStore.setState(NOTHING_HEARD)
    signInAgainStore.setState(NOT_ASKED)
    ending = isOurs ? endApplication() : client.end(AbortSignal.abort()) // forgets, and asks nobody
  }

  const unasked = createUnasked(kept, world.configuration)
  let pageVisit = createPageVisit(world.windows, (toVisit) =>
    signInStore.setState(({ signIn: now }) =>
      now.kind === 'underWay' ? { signIn: { ...now, page: toVisit } } : {},
    ),
  )

  /** Only the person can renew what has ended; the board stays as it is meanwhile. */
  const signInOnceMore = async (password: string, signal: AbortSignal): Promise<void> => {
    signInAgainStore.setState({ isUnderWay: true, hasFailed: false })
    const visit = createPageVisit(world.windows, (toVisit) => signInAgainStore.setState({ page: toVisit }))
    pageVisit = visit
    const onPage = (toVisit: SignInPage) => visit.visit(toVisit, signal)
    const way = await client
      .signInAgain(
        { address: signedInAs, password, picked: null, passed: [], onPage, onStep: () => undefined },
        signal,
      )
      .finally(() => signInAgainStore.setState({ isUnderWay: false, page: null }))
    signInAgainStore.setState({ hasFailed: way.kind !== 'found' })
    if (way.kind !== 'found') return
    tabs?.say({ kind: 'tokens', passed: client.passTokens() })
    signedInAgain.ring()
  }

  const live = async (request: SignInRequest, signal: AbortSignal, passed: TokenPass = []): Promise<void> => {
    const { address, onlyWatch } = request
    recorder.signInBegan()
    signInStore.setState({ signIn: { kind: 'underWay', step: 'finding', host: null, page: null } })
    await ending
    signedInAs = address.trim().toLowerCase()
    attendance.here()
    appearance.begin(onlyWatch ? 'watching' : 'shown')
    const outcome = await signIn(
      { signIn: client.signIn, open },
      { ...request, passed, onPage: (toVisit) => pageVisit.visit(toVisit, signal) },
      (step, host) => signInStore.setState({ signIn: { kind: 'underWay', step, host, page: null } }),
      signal,
    ).catch((bug: unknown): SignInFailure => {
      signal.throwIfAborted()
      report(bug) // and no spinner for ever
      const because: UcwaFailure = { kind: 'malformed', detail: String(bug) }
      return { kind: 'other', step: 'finding', host: null, because }
    })
    if (outcome.kind !== 'signedIn') {
      if (outcome.kind === 'windowsRefused') unasked.ended()
      recorder.signInFailed(outcome)
      signInStore.setState({ signIn: { kind: 'failed', request: { address, onlyWatch }, because: outcome } })
      return
    }
    recorder.signedIn()
    if (client.grant() === 'windows') unasked.worked({ address, onlyWatch })
    else unasked.ended()
    const { running, isSettled } = share(listeningTo(outcome.events), signal)
    await isSettled
    watched.begin()
    const isWatching = appearance.wanted() === 'watching' // another tab may have said so meanwhile
    signInStore.setState({ signIn: { kind: 'signedIn', address, onlyWatch: isWatching } })
    watchMachine(signal)
    const stop = appearance.keep(signal)
    signal.addEventListener('abort', stop, { once: true })
    await Promise.all([running, waits.watch(signal), reportWhileLeading(signal)])
  }

  /** Takes its place among the tabs of this person. `isSettled` resolves when it is known whether this one leads. */
  const share = (from: Live, signal: AbortSignal) => {
    const leads = createBell()
    const joined = joinTabs(world.tabLine, {
      tab: tabId,
      person: signedInAs,
      isVisible: () => page.isVisible(),
    })
    tabs = joined
    shared = createSharedChannel({
      channel: channelDeps,
      tabs: joined,
      leadership,
      name: signedInAs,
      clock,
      applicationHref: client.applicationHref,
      adopt: async (stop) => void (await client.open({ kind: 'watching' }, stop)),
      onLead: (isLeadingNow) => {
        lead(isLeadingNow)
        leads.ring()
      },
      nextTryAtMs: () => nextTryAtMs,
      onNextTry: (atMs) => {
        nextTryAtMs = atMs
      },
    })
    joined.onWord(hearTab)
    return {
      isSettled: sleepUnlessRung(clock, LEAD_WITHIN_MS, [leads], signal),
      running: shared.run(from, signal),
    }
  }

  const onKnownBy = (by: KnownBy): void => knownByStore.setState({ by })
  const watchMachine = (signal: AbortSignal): void => {
    const { machine } = world
    if (machine === null) return
    whileLiving(followMachine({ machine, attendance, clock, onKnownBy }, signal), signal)
  }

  /** The leader reports for all tabs: their touches are passed on to it. */
  const reportWhileLeading = (signal: AbortSignal): Promise<never> =>
    reportActivity(
      {
        client: { ...client, canReportMyActivity: () => isLeading && client.canReportMyActivity() },
        clock,
        attendance,
      },
      signal,
    )

  const reflectAppearance = (): void => {
    const { signIn: now } = signInStore.getState()
    if (now.kind === 'signedIn')
      signInStore.setState({ signIn: { ...now, onlyWatch: appearance.wanted() === 'watching' } })
  }

  const tick = (): void => nowStore.setState({ nowMs: clock.now() })

  const whileLiving = (work: Promise<unknown>, signal: AbortSignal): void => {
    work.catch((error: unknown) => {
      if (!signal.aborted) report(error)
    })
  }

  const begin = (request: SignInRequest, passed: TokenPass = []): void => {
    endLife(true)
    whileLiving(live(request, life.signal, passed), life.signal)
  }

  /** While nobody is signed in here: who is in other tabs, and the tokens of whoever this one is to go on as. */
  let goingOnAs: string | null = null
  const sayOutside = (person: string, word: TabWord): void =>
    world.tabLine.post({ language: TAB_LANGUAGE, from: tabId, person, word })
  const lookAround = (): void => {
    otherTabsStore.setState({ people: [] })
    sayOutside(ANYBODY, { kind: 'whoIsThere' })
  }
  world.tabLine.onMessage(({ person, word }) => {
    if (person === ANYBODY && word.kind === 'iAm') {
      const { people } = otherTabsStore.getState()
      if (!people.includes(word.address)) otherTabsStore.setState({ people: [...people, word.address] })
    }
    if (tabs !== null || person !== goingOnAs || word.kind !== 'tokens') return
    goingOnAs = null
    begin({ address: person, password: '', picked: null, onlyWatch: true }, word.passed) // until told how it is wanted
  })

  return {
    configuration: world.configuration,
    waysIn: waysInOf(world.configuration, world.pageOrigin, isLoopback),
    thisPage: world.thisPage,
    ucwa,
    cache,
    photos,
    writes,
    doubts,
    tally,
    listTrouble,
    signInStore,
    signInAgainStore,
    knownByStore,
    otherTabsStore,
    channelStore,
    diagnosticsStore,
    publicationStore,
    nowStore,
    preferencesStore,

    signIn: begin,
    openSignInPage: () => pageVisit.open(),
    signedInOnPage: () => pageVisit.done(),
    signOut: () => {
      unasked.ended()
      signInStore.setState({ signIn: { kind: 'signedOut' } }) // first, so that nothing is read for a screen that goes
      tabs?.say({ kind: 'signedOut' })
      endLife(true)
      recorder.signedOut()
      lookAround()
    },
    tryNow: () => {
      waits.tryNow()
      tabs?.say({ kind: 'tryNow' })
    },
    startAgain: () => {
      waits.claim()
      shared?.startAgain()
    },
    signInAgain: (password) => {
      whileLiving(signInOnceMore(password, life.signal), life.signal)
    },
    goOnAs: (address) => {
      goingOnAs = address
      sayOutside(address, { kind: 'askTokens' })
    },
    askForMachine: () => {
      const { signal } = life
      const asking = world.machine?.ask().then((isAllowed) => (isAllowed ? watchMachine(signal) : undefined))
      if (asking !== undefined) whileLiving(asking, signal)
    },
    showMe: () => {
      const { signal } = life
      const showing = appearance.show(signal).catch((error: unknown) => {
        if (failureOf(error) === null) throw error // what the server says is on the screen: one still watches
      })
      whileLiving(showing, signal)
      reflectAppearance()
    },
    watchOnly: () => {
      appearance.watch()
      reflectAppearance()
      whileLiving(client.close(life.signal), life.signal)
    },
    dismissPublication: (resource) => publications.dismiss(resource),

    run: async (signal) => {
      lookAround()
      const whom = unasked.whom()
      if (whom !== null) begin({ ...whom, password: '', picked: 'windows' })
      const stop = page.onChange(tick)
      try {
        for (;;) {
          await clock.sleep(TICK_MS, signal)
          // While it is not live a hidden tab counts too: what its title says may no longer be so.
          if (page.isVisible() || channelStore.getState().notLiveSinceMs !== null) tick()
        }
      } finally {
        stop()
        endLife(true)
      }
    },
  }
}
