import { createBell } from '../lib/bell.ts'
import type { ChannelDeps } from '../session/channel.ts'
import type { ChannelState } from '../session/channel-state.ts'
import type { DiagnosticsRecorder } from '../session/diagnostics.ts'
import { createWaits } from '../session/pause.ts'
import { createRefusedReads } from '../session/refused-reads.ts'
import { HELD_PROOF_MS } from '../session/timing.ts'
import type { Tuning } from '../session/tuning.ts'
import { connectionOf, NOTHING_HEARD, withConnection, withGap } from '../state/channel-store.ts'
import type { UcwaClient } from '../ucwa/ucwa-client.ts'
import { failureOf, isOfTheSession } from '../ucwa/errors.ts'
import type { Href } from '../ucwa/hal.ts'
import type { ChannelPlace } from '../ucwa/overheard.ts'
import type { TokenPass } from '../ucwa/token.ts'
import type { Board } from './board.ts'
import type { Seat } from './seat.ts'
import type { Stores } from './stores.ts'
import type { World } from './world.ts'

export type ConnectionDeps = {
  readonly world: Pick<World, 'clock' | 'random' | 'page' | 'report'>
  readonly client: UcwaClient
  readonly stores: Stores
  readonly recorder: DiagnosticsRecorder
  readonly tuning: Tuning
  readonly board: Board
  readonly seat: Seat
}

/** When the last of them ends, in milliseconds since the Unix epoch; 0 where there are none. */
const endOf = (tokens: TokenPass): number => Math.max(0, ...tokens.map(({ expiresAtMs }) => expiresAtMs))

export type Connection = ReturnType<typeof createConnection>

/**
 * The event channel's ears and mouth: what it asks the server by, what its waits end by, and what its states and packages
 * mean for the board, the screen and the other tabs. It is run by a signed-in life.
 */
export function createConnection(deps: ConnectionDeps) {
  const { world, client, stores, recorder, tuning, board, seat } = deps
  const { clock, page } = world

  // What the screen says of the connection follows from the channel's state, the network and the pause under way.
  let channel: ChannelState | null = null
  let nextTryAtMs: number | null = null
  const show = (isProof: boolean): void => {
    if (channel === null) return
    const connection = connectionOf(channel, page.isOnline(), nextTryAtMs)
    stores.channelStore.setState((view) => withConnection(view, connection, clock.now(), isProof))
  }
  page.onChange(() => show(false))

  stores.channelStore.subscribe((now, before) => {
    if (before.notLiveSinceMs !== null && now.connection.kind === 'live') board.heardAgain()
  })

  const waits = createWaits(world, {
    sinceMs: () => stores.channelStore.getState().notLiveSinceMs,
    onNextTry: (atMs) => {
      nextTryAtMs = atMs
      show(false)
    },
  })
  const signedInAgain = createBell()

  const open = async (signal: AbortSignal): Promise<Href> => {
    const beganAtMs = clock.now()
    const events = await client.open(board.appearance.now(), signal)
    recorder.opened({ tookMs: clock.now() - beganAtMs, culture: stores.languageStore.getState().culture })
    return events
  }

  const refusedReads = createRefusedReads({
    clock,
    areLeft: board.isRefused,
    prove: () => {
      if (channel?.kind !== 'listening') return // it is at it already
      if (board.isLeading()) return waits.doubt()
      seat.say({ kind: 'askTokens' }) // one of them may have newer ones
      seat.say({ kind: 'doubt' }) // and the leader, whose poll is held, may not have noticed that it needs them
    },
  })
  board.cache.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'error') return
    const failure = failureOf(event.action.error)
    if (failure !== null && isOfTheSession(failure)) refusedReads.refused(failure)
  })

  let toldTokensOfMs = 0
  /** A tab that goes on by another's token has no way of its own to renew it. */
  const passTokensOn = (): void => {
    const passed = client.passTokens()
    const newestMs = Math.max(0, ...passed.map(({ gotAtMs }) => gotAtMs))
    if (newestMs <= toldTokensOfMs) return
    toldTokensOfMs = newestMs
    seat.say({ kind: 'tokens', passed })
  }

  const distrust = (): void => stores.channelStore.setState((view) => withGap(view, clock.now()))

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
      if (board.isLeading() && state.kind === 'listening') passTokensOn()
      if (state.kind === 'listening') recorder.tokenEnds(endOf(client.passTokens()))
      if (state.kind === 'lockedOut') seat.say({ kind: 'askTokens' }) // one of them may have newer ones
      show(state.kind === 'listening' && state.isProven) // opened, checked or polled: the server has just been heard
    },
    onEvents: (events) => board.heard(events),
    onGap: () => {
      distrust()
      board.gap()
    },
    onBug: world.report,
  }

  return {
    channelDeps,
    /** Something went unheard: what was read before now is drawn as stale until it has been read again. */
    distrust,
    waits,
    /** Something is refused for the session's sake. */
    refused: refusedReads.refused,
    /** Creates the application, or takes it up again. */
    open,
    /** The leader polls, so it has to know where that goes on. */
    overheard: (place: ChannelPlace): void => {
      if (board.isLeading()) client.goOn(place)
      else seat.say({ kind: 'overheard', place })
    },
    /** Another tab's reads are refused their token. */
    doubted: (): void => {
      if (board.isLeading() && channel?.kind === 'listening') waits.doubt()
    },
    /** The person has signed in again, here or in another tab. */
    signedInAgain: () => signedInAgain.ring(),
    /** When the pause under way will end; milliseconds since the Unix epoch. */
    nextTryAtMs: () => nextTryAtMs,
    /** The leading tab's pause, which this tab shows as well. */
    toldNextTry: (atMs: number | null): void => {
      nextTryAtMs = atMs
    },
    end: (): void => {
      toldTokensOfMs = 0
      channel = null
      stores.channelStore.setState(NOTHING_HEARD)
    },
  }
}
