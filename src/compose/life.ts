import { createBell, sleepUnlessRung } from '../lib/bell.ts'
import { reportActivity } from '../session/activity.ts'
import type { Attendance } from '../session/attendance.ts'
import { listeningTo, type Live } from '../session/channel-state.ts'
import type { DiagnosticsRecorder } from '../session/diagnostics.ts'
import { followMachine, type KnownBy } from '../session/machine.ts'
import { createPageVisit } from '../session/page-visit.ts'
import { createSharedChannel, type SharedChannel } from '../session/shared-channel.ts'
import { signIn, type SignInFailure, type SignInRequest } from '../session/sign-in.ts'
import type { Leadership } from '../session/tab-leader.ts'
import type { TabWord } from '../session/tabs.ts'
import { END_GIVE_UP_MS, LEAD_WITHIN_MS } from '../session/timing.ts'
import type { Unasked } from '../session/unasked.ts'
import { NOT_ASKED } from '../state/sign-in-again-store.ts'
import type { UcwaClient } from '../ucwa/ucwa-client.ts'
import { failureOf, type UcwaFailure } from '../ucwa/errors.ts'
import type { Href, SipUri } from '../ucwa/hal.ts'
import type { SignInPage, TokenPass } from '../ucwa/token.ts'
import type { Board } from './board.ts'
import type { Connection } from './connection.ts'
import type { Person } from './person.ts'
import type { Seat } from './seat.ts'
import type { Stores } from './stores.ts'
import type { World } from './world.ts'

export type LifeDeps = {
  readonly world: Pick<World, 'clock' | 'page' | 'windows' | 'machine' | 'uniqueId' | 'report'>
  readonly client: Pick<
    UcwaClient,
    | 'applicationHref'
    | 'canReportMyActivity'
    | 'close'
    | 'end'
    | 'grant'
    | 'open'
    | 'passTokens'
    | 'reportMyActivity'
    | 'signIn'
    | 'signInAgain'
    | 'whose'
  >
  readonly stores: Pick<
    Stores,
    'knownByStore' | 'preferencesStore' | 'signInAgainStore' | 'signInStore' | 'wallStore'
  > & { readonly favouritesStore: Pick<Stores['favouritesStore'], 'begin'> }
  readonly recorder: Pick<DiagnosticsRecorder, 'signInBegan' | 'signInFailed' | 'signedIn' | 'tabs'>
  readonly attendance: Attendance
  readonly person: Person
  readonly unasked: Pick<Unasked, 'ended' | 'worked'>
  readonly board: Pick<Board, 'begin' | 'end' | 'gap' | 'isLeading' | 'lead'> & {
    readonly appearance: Pick<Board['appearance'], 'begin' | 'keep' | 'show' | 'wanted' | 'watch'>
    readonly mine: Pick<Board['mine'], 'beginWithKept'>
    readonly alerts: Pick<Board['alerts'], 'beginWithKept'>
  }
  readonly connection: Pick<
    Connection,
    'channelDeps' | 'distrust' | 'end' | 'nextTryAtMs' | 'open' | 'signedInAgain' | 'toldNextTry'
  > & { readonly waits: Pick<Connection['waits'], 'watch'> }
  readonly seat: Seat
  readonly leadership: Leadership
  /** What another tab of the same person says; the channel's own words are not among it. */
  readonly onTabWord: (word: TabWord) => void
}

export type Life = ReturnType<typeof createLife>

/**
 * One signed-in life after another: from the request to sign in until whatever ends it, with nothing left of it then.
 * Longer than other files: half of it names what it is joined to, and a life is read from top to bottom.
 */
export function createLife(deps: LifeDeps) {
  const { world, client, stores, recorder, attendance, person, unasked, board, connection, seat } = deps
  const { signInStore, signInAgainStore } = stores
  const { clock, report } = world

  const isOnWall = (): boolean => stores.wallStore.getState().wall !== null

  /** Aborted with the life that it stands for. */
  let life = new AbortController()
  let ending: Promise<void> = Promise.resolve()
  let shared: SharedChannel | null = null
  let pageVisit = createPageVisit(world.windows, (toVisit) =>
    signInStore.setState(({ signIn: now }) =>
      now.kind === 'underWay' ? { signIn: { ...now, page: toVisit } } : {},
    ),
  )

  const whileLiving = (work: Promise<unknown>, signal = life.signal): void => {
    work.catch((error: unknown) => {
      if (!signal.aborted) report(error)
    })
  }

  const live = async (
    request: SignInRequest,
    passed: TokenPass,
    isUnasked: boolean,
    signal: AbortSignal,
  ): Promise<void> => {
    const { address, onlyWatch } = request
    recorder.signInBegan()
    signInStore.setState({ signIn: { kind: 'underWay', step: 'finding', host: null, page: null } })
    await ending
    signal.throwIfAborted() // somebody else may have begun to sign in meanwhile
    person.become(address)
    attendance.here()
    const isAsLastTime = isUnasked && person.name() !== ''
    // Who goes on by another's tokens has chosen nothing here; nor has, as far as is known yet, who was not asked.
    const isToBeSeen = passed.length > 0 || isAsLastTime ? null : onlyWatch ? 'watching' : 'shown'
    board.appearance.begin(isToBeSeen)
    const openUnasked = (stop: AbortSignal) => openAsLastTime(onlyWatch, stop)
    const outcome = await signIn(
      { signIn: client.signIn, open: isAsLastTime ? openUnasked : openAsThemselves },
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
    board.mine.beginWithKept()
    board.alerts.beginWithKept()
    stores.favouritesStore.begin(person.name())
    if (client.grant() === 'windows') unasked.worked({ address, onlyWatch })
    else unasked.ended()
    const { running, isSettled } = share(listeningTo(outcome.events), signal)
    await Promise.race([isSettled, running]) // both reject with the end of this life: neither may go unheld
    signal.throwIfAborted()
    board.begin()
    const isWatching = board.appearance.wanted() === 'watching' // another tab may have said so meanwhile
    signInStore.setState({
      signIn: { kind: 'signedIn', address: address === '' ? person.name() : address, onlyWatch: isWatching },
    })
    watchMachine(signal)
    const stop = board.appearance.keep(signal)
    signal.addEventListener('abort', stop, { once: true })
    await Promise.all([running, connection.waits.watch(signal), reportWhileLeading(signal)])
  }

  /** Who they are is known only by their application, and theirs is opened by ids of their own. */
  const openAsThemselves = async (signal: AbortSignal): Promise<Href> => {
    const events = await connection.open(signal)
    if (person.isCalled(client.whose())) return events
    await client.close(signal)
    const ownEvents = await connection.open(signal)
    person.isCalled(client.whose())
    return ownEvents
  }

  /**
   * Whom nobody has asked is shown as they chose the last time, but not before the server has said that it is they: Windows
   * may let in somebody else by now.
   */
  const openAsLastTime = async (onlyWatch: boolean, signal: AbortSignal): Promise<Href> => {
    const events = await connection.open(signal)
    const whose = client.whose()
    if (whose !== null && !person.isStill(whose)) {
      beginAs(whose)
      signal.throwIfAborted()
    }
    person.isCalled(whose)
    if (onlyWatch) board.appearance.watch()
    else await board.appearance.show(signal)
    return events
  }

  /** Takes its place among the tabs of this person. `isSettled` resolves when it is known whether this one leads. */
  const share = (from: Live, signal: AbortSignal) => {
    const leads = createBell()
    const name = person.name() === '' ? world.uniqueId() : person.name() // nobody knows who: shared with nobody
    const tabs = seat.take(name)
    shared = createSharedChannel({
      channel: connection.channelDeps,
      tabs,
      leadership: deps.leadership,
      name,
      clock,
      page: world.page,
      isOnWall,
      applicationHref: client.applicationHref,
      adopt: async (stop) => void (await client.open({ kind: 'watching' }, stop)),
      onDistrust: connection.distrust,
      onAdopted: board.gap,
      onLead: (isLeading) => {
        board.lead(isLeading)
        tellTabs()
        leads.ring()
      },
      nextTryAtMs: connection.nextTryAtMs,
      onNextTry: connection.toldNextTry,
    })
    tabs.onWord(deps.onTabWord)
    return {
      isSettled: sleepUnlessRung(clock, LEAD_WITHIN_MS, [leads], signal),
      running: shared.run(from, signal),
    }
  }

  const tellTabs = (): void => recorder.tabs({ tabs: seat.others() + 1, isLeader: board.isLeading() })

  const onKnownBy = (by: KnownBy): void => stores.knownByStore.setState({ by })
  const watchMachine = (signal: AbortSignal): void => {
    const { machine } = world
    if (machine !== null)
      whileLiving(followMachine({ machine, attendance, clock, onKnownBy }, signal), signal)
  }

  const isReportWanted = (): boolean => stores.preferencesStore.getState().reportsActivity && !isOnWall()

  /** The leader reports for all tabs: their touches are passed on to it. */
  const reportWhileLeading = (signal: AbortSignal): Promise<never> => {
    const canReportMyActivity = () => board.isLeading() && isReportWanted() && client.canReportMyActivity()
    return reportActivity({ client: { ...client, canReportMyActivity }, clock, attendance }, signal)
  }

  /** Only the person can renew what has ended; the board stays as it is meanwhile. */
  const signInOnceMore = async (password: string, signal: AbortSignal): Promise<void> => {
    signInAgainStore.setState({ isUnderWay: true, hasFailed: false })
    const visit = createPageVisit(world.windows, (toVisit) => signInAgainStore.setState({ page: toVisit }))
    pageVisit = visit
    const onPage = (toVisit: SignInPage) => visit.visit(toVisit, signal)
    const way = await client
      .signInAgain(
        { address: person.typed(), password, picked: null, passed: [], onPage, onStep: () => undefined },
        signal,
      )
      .finally(() => signInAgainStore.setState({ isUnderWay: false, page: null }))
    signInAgainStore.setState({ hasFailed: way.kind !== 'found' })
    if (way.kind !== 'found') return
    // A leader passes them on once it has opened, and so knows whose they are; they must get to nobody else's tabs.
    if (!board.isLeading()) {
      const isTheirs = await takesUpTheirOwn(signal)
      if (!isTheirs) return signInAgainStore.setState({ hasFailed: true })
      seat.say({ kind: 'tokens', passed: client.passTokens() })
    }
    connection.signedInAgain()
  }

  /** The application is the tabs' own, by the same ids; false where it cannot be had now. */
  const takesUpTheirOwn = async (signal: AbortSignal): Promise<boolean> => {
    try {
      await client.open({ kind: 'watching' }, signal)
      return true
    } catch (error) {
      if (signal.aborted || failureOf(error) === null) throw error
      return false
    }
  }

  const begin = (request: SignInRequest, passed: TokenPass, isUnasked = false): void => {
    end(true)
    whileLiving(live(request, passed, isUnasked, life.signal))
  }

  /**
   * Ends the session that goes on here, and begins that of whoever has signed in in its place. They only watch until
   * they say otherwise: what the last person had chosen is none of theirs.
   */
  const beginAs = (whose: SipUri): void => {
    const address = whose.replace(/^sips?:/, '')
    begin({ address, password: '', picked: null, onlyWatch: true }, client.passTokens())
  }

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

  /** @param isOurs whether the application ends with it; it does not when another tab has ended it already */
  const end = (isOurs: boolean): void => {
    life.abort()
    life = new AbortController()
    seat.leave()
    shared = null
    board.end()
    connection.end()
    signInAgainStore.setState(NOT_ASKED)
    // One after the other: what is late in ending one application must not forget what the next has begun.
    ending = ending.then(() => (isOurs ? endApplication() : client.end(AbortSignal.abort()))) // forgets, and asks nobody
  }

  return {
    begin: (request: SignInRequest, passed: TokenPass = []): void => begin(request, passed),
    /** As the last time, with nothing asked. */
    beginUnasked: (request: SignInRequest): void => begin(request, [], true),
    beginAs,
    end,
    /** Reports what goes wrong with it, as long as this life lasts. */
    whileLiving: (work: (signal: AbortSignal) => Promise<unknown>): void => whileLiving(work(life.signal)),
    signInAgain: (password: string): void => whileLiving(signInOnceMore(password, life.signal)),
    openSignInPage: () => pageVisit.open(),
    signedInOnPage: () => pageVisit.done(),
    startAgain: () => shared?.startAgain(),
    watchMachine,
    /** How many tabs there are, and whether this one leads, for the diagnostics. */
    tellTabs,
  }
}
