import type { Attendance } from '../session/attendance.ts'
import type { DiagnosticsRecorder } from '../session/diagnostics.ts'
import { ANYBODY, TAB_LANGUAGE, type TabWord } from '../session/tabs.ts'
import { GO_ON_WITHIN_MS, TOUCH_PASSED_ON_MS } from '../session/timing.ts'
import type { Tuning } from '../session/tuning.ts'
import type { UcwaClient } from '../ucwa/ucwa-client.ts'
import type { Board } from './board.ts'
import type { Connection } from './connection.ts'
import type { Life } from './life.ts'
import type { Seat } from './seat.ts'
import type { Stores } from './stores.ts'
import type { World } from './world.ts'

export type TabWordsDeps = {
  readonly world: Pick<World, 'clock' | 'page' | 'tabLine' | 'sendLast'>
  /** This one's name among all tabs of this browser. */
  readonly tabId: string
  readonly client: Pick<UcwaClient, 'goOn' | 'lastRequest' | 'passTokens' | 'takeTokens' | 'transport'>
  readonly stores: Pick<Stores, 'alertsStore' | 'otherTabsStore' | 'signInStore' | 'wallStore'> & {
    readonly viewStore: Pick<Stores['viewStore'], 'forgetFind'>
  }
  readonly recorder: Pick<DiagnosticsRecorder, 'signedOut'>
  readonly attendance: Attendance
  readonly tuning: Tuning
  readonly board: Pick<
    Board,
    | 'appearance'
    | 'heardAgain'
    | 'isLeading'
    | 'reflectAppearance'
    | 'subscribedElsewhere'
    | 'tellSubscribed'
    | 'unheard'
  > & { readonly mine: Pick<Board['mine'], 'heard'>; readonly alerts: Pick<Board['alerts'], 'heard'> }
  readonly connection: Pick<Connection, 'doubted' | 'signedInAgain'> & {
    readonly waits: Pick<Connection['waits'], 'look' | 'tryNow' | 'claim'>
  }
  readonly life: Pick<Life, 'begin' | 'end' | 'tellTabs'>
  readonly seat: Seat
}

export type TabWords = {
  /** What another tab of the same person says. The channel's own words go to the shared channel. */
  readonly hear: (word: TabWord) => void
  /** While nobody is signed in here: who is in other tabs? */
  readonly lookAround: () => void
  /**
   * Signs in as they, by the tokens of the tab that they are signed in in; where none come in time, the store says so.
   * No effect while a sign-in is under way.
   */
  readonly goOnAs: (address: string) => void
}

/** What this tab tells the others of its page and its person, and what it does about what they say. */
export function createTabWords(deps: TabWordsDeps): TabWords {
  const { world, tabId, client, stores, recorder, attendance, tuning, board, connection, life, seat } = deps
  const { clock, page, tabLine } = world
  const { otherTabsStore, signInStore } = stores
  const { appearance } = board

  let touchPassedOnAtMs = 0
  page.onInput(() => {
    if (stores.wallStore.getState().wall !== null) return // whoever passes by a wall is not the person signed in there
    attendance.here()
    if (clock.now() - touchPassedOnAtMs < TOUCH_PASSED_ON_MS) return
    touchPassedOnAtMs = clock.now()
    seat.say({ kind: 'touched' })
  })
  page.onChange(() => seat.say({ kind: 'here', isVisible: page.isVisible() }))
  page.onLeave(() => {
    const isLast = seat.isTaken() && seat.others() === 0
    const last = client.transport() === 'cors' ? client.lastRequest() : null
    seat.leave()
    if (isLast && last !== null) world.sendLast(last)
  })

  const sayOutside = (person: string, word: TabWord): void =>
    tabLine.post({ language: TAB_LANGUAGE, from: tabId, person, word })
  const lookAround = (): void => {
    otherTabsStore.setState({ people: [] })
    sayOutside(ANYBODY, { kind: 'whoIsThere' })
  }

  const tune = (): void => {
    const isAnybodyWatched = stores.alertsStore.getState().alerts.size > 0 // who is to be told is not looking
    tuning.isWantedElsewhere(seat.isAnyOtherVisible() || isAnybodyWatched)
  }
  stores.alertsStore.subscribe((now, before) => {
    if (now.alerts !== before.alerts) tune()
  })

  const hear = (word: TabWord): void => {
    tune()
    life.tellTabs()
    switch (word.kind) {
      case 'hello':
        board.tellSubscribed()
        if (!appearance.isKnown()) return // what is only taken for granted would overrule what was chosen there
        return seat.say({ kind: 'appearance', wanted: appearance.wanted(), chosen: appearance.chosen() })
      case 'here':
        if (word.isVisible) connection.waits.look()
        return
      case 'touched':
        return attendance.here()
      case 'tryNow':
        return connection.waits.tryNow()
      case 'startAgain':
        return connection.waits.claim()
      case 'appearance':
        appearance.told(word.wanted, word.chosen)
        return board.reflectAppearance()
      case 'overheard':
        if (board.isLeading()) client.goOn(word.place)
        return
      case 'subscribed':
        return board.subscribedElsewhere(word.standing)
      case 'unheard':
        return board.unheard(word.whom)
      case 'signedOut':
        signInStore.setState({ signIn: { kind: 'signedOut' } })
        stores.viewStore.forgetFind()
        recorder.signedOut()
        life.end(false)
        return lookAround()
      case 'askTokens':
        return seat.say({ kind: 'tokens', passed: client.passTokens() })
      case 'tokens':
        if (!client.takeTokens(word.passed)) return
        connection.signedInAgain()
        return board.heardAgain()
      case 'doubt':
        return connection.doubted()
      case 'published':
      case 'endings':
      case 'noted':
        return board.mine.heard(word)
      case 'alerted':
      case 'canRing':
      case 'ring':
      case 'alertsSeen':
        return board.alerts.heard(word)
      case 'bye':
      case 'whoIsThere':
      case 'iAm':
      case 'state':
      case 'gap':
        return
    }
  }

  // While nobody is signed in here: who is in other tabs, and the tokens of whoever this one is to go on as.
  let goingOnAs: { readonly person: string; readonly askedAtMs: number } | null = null
  signInStore.subscribe(({ signIn: now }) => {
    if (now.kind !== 'underWay') return
    goingOnAs = null // somebody has signed in otherwise
    otherTabsStore.setState({ unanswered: null })
  })
  const goOnAs = async (address: string): Promise<void> => {
    if (signInStore.getState().signIn.kind === 'underWay') return // it is theirs to give up, not ours
    const asked = { person: address, askedAtMs: clock.now() }
    goingOnAs = asked
    otherTabsStore.setState({ unanswered: null })
    sayOutside(address, { kind: 'askTokens' })
    await clock.sleep(GO_ON_WITHIN_MS)
    if (goingOnAs !== asked) return
    otherTabsStore.setState({ unanswered: address })
    lookAround()
  }
  tabLine.onMessage(({ person, word }) => {
    if (person === ANYBODY && word.kind === 'iAm') {
      const { people } = otherTabsStore.getState()
      if (!people.includes(word.address)) otherTabsStore.setState({ people: [...people, word.address] })
    }
    if (seat.isTaken()) return
    if (word.kind === 'bye') return lookAround() // they may have another tab, or have signed out
    if (word.kind !== 'tokens' || goingOnAs?.person !== person) return
    const isInTime = clock.now() - goingOnAs.askedAtMs <= GO_ON_WITHIN_MS
    goingOnAs = null
    if (!isInTime) return // the tab that was asked has gone; nobody is signed in unasked, hours later
    // Only watching, until told how it is wanted.
    life.begin({ address: person, password: '', picked: null, onlyWatch: true }, word.passed)
  })

  return {
    hear,
    lookAround,
    goOnAs: (address) => void goOnAs(address),
  }
}
