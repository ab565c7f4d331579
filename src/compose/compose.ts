import { createAttendance } from '../session/attendance.ts'
import { electByLine } from '../session/tab-leader.ts'
import { createTuning } from '../session/tuning.ts'
import { createUnasked } from '../session/unasked.ts'
import { waysInOf } from '../session/ways-in.ts'
import { failureOf } from '../ucwa/errors.ts'
import { isLoopback } from '../ucwa/trust.ts'
import type { Services } from '../ui/services.ts'
import { createBoard } from './board.ts'
import { createClient } from './client.ts'
import { createConnection } from './connection.ts'
import { keepCustomStates } from './custom-states.ts'
import { createLife } from './life.ts'
import { createNewVersion } from './new-version.ts'
import { createPerson } from './person.ts'
import { createSeat } from './seat.ts'
import { createRecorder, createStores } from './stores.ts'
import { createHanging } from './wall.ts'
import { createTabWords } from './tab-words.ts'
import type { World } from './world.ts'

const TICK_MS = 1000

/** The composition root: what is built once for a page, joined, and handed to the screen. */
export function compose(world: World): Services & { run(signal: AbortSignal): Promise<void> } {
  const { clock, page } = world
  const stores = createStores(world)
  const { signInStore, channelStore, nowStore } = stores
  const recorder = createRecorder(world, stores)

  const tabId = world.uniqueId()
  const leadership = world.locks ?? electByLine(world.tabLine, clock, tabId)
  const seat = createSeat(world.tabLine, tabId, () => page.isVisible())

  const person = createPerson(world)
  const attendance = createAttendance(clock)
  const unasked = createUnasked(world.kept, world.configuration)

  const tuning = createTuning(page)
  const client = createClient({
    world,
    stores,
    person,
    recorder,
    tuning,
    onOverheard: (place) => connection.overheard(place),
    onSomebodyElse: (whose) => life.beginAs(whose),
  })
  const board = createBoard({
    world,
    client,
    stores,
    recorder,
    attendance,
    person,
    seat,
    onRefused: (because) => connection.refused(because),
  })
  const connection = createConnection({ world, client, stores, recorder, tuning, board, seat })
  const joined = { world, client, stores, recorder, attendance, board, connection, seat }
  const life = createLife({
    ...joined,
    person,
    unasked,
    leadership,
    onTabWord: (word) => tabWords.hear(word),
  })
  const tabWords = createTabWords({ ...joined, tabId, tuning, life })

  // Another culture is another application: the server lets go of this one, and the channel opens the next.
  stores.languageStore.subscribe(({ culture }, { culture: before }) => {
    if (culture !== before && board.isLeading()) life.whileLiving((signal) => client.close(signal))
  })

  const showMe = (): boolean => {
    if (!board.mayWrite()) return false
    life.whileLiving((signal) =>
      board.appearance.show(signal).catch((error: unknown) => {
        if (failureOf(error) === null) throw error // what the server says is on the screen: one still watches
      }),
    )
    board.reflectAppearance()
    return true
  }
  const watchOnly = (): boolean => {
    if (!board.mayWrite()) return false
    board.appearance.watch()
    board.reflectAppearance()
    life.whileLiving((signal) => client.close(signal))
    return true
  }
  const startAgain = (): void => {
    connection.waits.claim()
    life.startAgain()
  }
  const hanging = createHanging({
    world,
    stores,
    grant: () => client.grant(),
    begin: life.begin,
    signInAgain: () => life.signInAgain(''),
    startAgain,
    watchOnly,
    showMe,
  })
  const newVersion = createNewVersion({ world, stores, unasked, underWay: board.underWay })
  const tick = (): void => nowStore.setState({ nowMs: clock.now() })

  return {
    configuration: world.configuration,
    waysIn: waysInOf(world.configuration, world.pageOrigin, isLoopback),
    thisPage: world.thisPage,
    ucwa: board.ucwa,
    cache: board.cache,
    photos: board.photos,
    writes: board.writes,
    doubts: board.doubts,
    tally: board.tally,
    listChanges: board.listChanges,
    peopleOffer: board.peopleOffer,
    directory: board.directory,
    groupsWithin: board.groupsWithin,
    lookAt: board.lookAt,
    visit: board.visit,
    openGroups: board.openGroups,
    listTrouble: board.listTrouble,
    seenChanges: board.seenChanges,
    traits: board.traits,
    ...stores,

    signIn: (request) => life.begin(hanging.as(request)),
    goOnAs: tabWords.goOnAs,
    openSignInPage: life.openSignInPage,
    signedInOnPage: life.signedInOnPage,
    signOut: () => {
      unasked.ended()
      hanging.ended()
      signInStore.setState({ signIn: { kind: 'signedOut' } }) // first, so that nothing is read for a screen that goes
      stores.viewStore.forgetFind()
      seat.say({ kind: 'signedOut' })
      life.end(true)
      recorder.signedOut()
      tabWords.lookAround()
    },
    tryNow: () => {
      connection.waits.tryNow()
      seat.say({ kind: 'tryNow' })
    },
    startAgain,
    signInAgain: life.signInAgain,
    askForMachine: () =>
      life.whileLiving(async (signal) => {
        if ((await world.machine?.ask()) === true) life.watchMachine(signal)
      }),
    showMe,
    watchOnly,
    dismissPublication: (resource) => board.publications.dismiss(resource),
    mayWrite: board.mayWrite,
    publish: board.choices.publish,
    tryAgain: board.choices.tryAgain,
    endOfRefused: board.mine.endOfRefused,
    dismissLateEndings: board.mine.dismissLate,
    forgetNote: board.mine.forgetNote,

    watchPerson: board.alerts.watch,
    unwatchPerson: board.alerts.unwatch,
    askForNotices: board.alerts.ask,
    rangOut: board.alerts.rangOut,
    putAwayToast: board.alerts.putAway,
    alertsSeen: board.alerts.seen,

    tellWriting: newVersion.tellWriting,
    takeNewVersion: newVersion.use,

    run: async (signal) => {
      newVersion.watch(signal)
      const letCustomStatesBe = keepCustomStates(world, stores, signal)
      tabWords.lookAround()
      const hung = hanging.first()
      const whom = unasked.whom()
      if (hung !== null) life.begin(hanging.as(hung))
      else if (whom !== null) life.beginUnasked(hanging.as({ ...whom, password: '', picked: 'windows' }))
      hanging.tend(signal).catch((stopped: unknown) => {
        if (!signal.aborted) world.report(stopped)
      })
      const stop = page.onChange(tick)
      try {
        for (;;) {
          await clock.sleep(TICK_MS, signal)
          const isLive = channelStore.getState().notLiveSinceMs === null
          if (isLive && board.isLeading()) board.mine.check()
          // While it is not live a hidden tab counts too: what its title says may no longer be so.
          if (page.isVisible() || !isLive) tick()
        }
      } finally {
        stop()
        letCustomStatesBe()
        life.end(true)
      }
    },
  }
}
