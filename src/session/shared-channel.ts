import { createBell } from '../lib/bell.ts'
import type { Clock } from '../lib/clock.ts'
import { failureOf } from '../ucwa/errors.ts'
import type { Href } from '../ucwa/hal.ts'
import { deliver, runChannel, type ChannelDeps } from './channel.ts'
import { listeningTo, openingAfresh, type ChannelState, type Live } from './channel-state.ts'
import type { Page } from './page.ts'
import { createPatience } from './patience.ts'
import type { Leadership } from './tab-leader.ts'
import type { Tabs, TabWord } from './tabs.ts'
import { createYielding } from './yielding.ts'

export type SharedChannelDeps = {
  readonly channel: ChannelDeps
  readonly tabs: Tabs
  readonly leadership: Leadership
  /** One for each person. */
  readonly name: string
  readonly clock: Clock
  readonly page: Pick<Page, 'isVisible' | 'onChange'>
  /** A screen that nobody stands at: it lets the tab lead at which the person is. */
  readonly isOnWall: () => boolean
  readonly applicationHref: () => Href | null
  /** Takes up the application that the leader has opened. Rejects when that does not succeed. */
  readonly adopt: (signal: AbortSignal) => Promise<void>
  /** Whatever is known so far is to be distrusted, though it cannot be read again yet. */
  readonly onDistrust: () => void
  /** Now it can. */
  readonly onAdopted: () => void
  /** This tab has the lead from now on, or has it no longer. */
  readonly onLead: (isLeading: boolean) => void
  /** When the pause under way will end; milliseconds since the Unix epoch. */
  readonly nextTryAtMs: () => number | null
  readonly onNextTry: (atMs: number | null) => void
}

export type SharedChannel = {
  /** Resolves when it has been told to stop. `from`: where to begin as the first of the tabs. */
  run(from: Live, signal: AbortSignal): Promise<void>
  isLeading(): boolean
  /** After the end for good: begins again. */
  startAgain(): void
}

/**
 * One event channel for all tabs of one person. The leading tab polls, and passes on its state, what it has heard
 * included, before the next poll leaves; the others apply that to their own cache and screen, and make no request for it.
 * When the leader goes, or has long been hidden while another is in sight, another goes on with the last link it was told of: the server repeats what was not acknowledged.
 */
export function createSharedChannel(deps: SharedChannelDeps): SharedChannel {
  const { channel, tabs, leadership, clock } = deps
  let last: ChannelState = openingAfresh()
  let isLeading = false
  const again = createBell()

  const say = (state: ChannelState): void =>
    tabs.say({ kind: 'state', state, nextTryAtMs: deps.nextTryAtMs() })

  /** The channel of the leader: what happens to it is told to the others first. */
  const leading: ChannelDeps = {
    ...channel,
    onState: (state) => {
      if (state.kind === 'ended' && state.why === 'stopped') return channel.onState(state)
      last = state
      say(state)
      channel.onState(state)
    },
    onGap: () => {
      tabs.say({ kind: 'gap', application: deps.applicationHref() })
      channel.onGap()
    },
  }

  /** Aborted when the application that is being taken up is no longer the one to take up. */
  let adopting: AbortController | null = null

  const adopt = async (signal: AbortSignal): Promise<void> => {
    const patience = createPatience(clock)
    for (;;) {
      try {
        return await deps.adopt(signal)
      } catch (error) {
        signal.throwIfAborted()
        const failure = failureOf(error)
        if (failure === null) channel.onBug(error)
        await patience.afterFailure(failure ?? { kind: 'malformed', detail: String(error) }, signal)
      }
    }
  }

  const takeUp = async (own: AbortController, signal: AbortSignal): Promise<void> => {
    await adopt(signal)
    signal.throwIfAborted()
    if (adopting === own) adopting = null
    deps.onAdopted()
  }

  /** What is shown is distrusted at the word, and read again as soon as that is possible. */
  const followGap = (application: Href | null, signal: AbortSignal): void => {
    adopting?.abort()
    adopting = null
    if (application === null || application === deps.applicationHref()) return channel.onGap()
    deps.onDistrust()
    const own = new AbortController()
    adopting = own
    takeUp(own, AbortSignal.any([signal, own.signal])).catch((error: unknown) => {
      if (!signal.aborted && !own.signal.aborted) channel.onBug(error)
    })
  }

  const followState = ({ state, nextTryAtMs }: Extract<TabWord, { kind: 'state' }>): void => {
    last = state.kind === 'listening' ? { ...state, heard: null } : state
    deps.onNextTry(nextTryAtMs)
    channel.onState(last)
    if (state.kind !== 'listening' || state.heard === null) return
    deliver({ events: state.heard.events, gap: false }, channel) // a gap has a word of its own
  }

  const follow = (word: TabWord, signal: AbortSignal): void => {
    if (word.kind === 'state') followState(word)
    if (word.kind === 'gap') followGap(word.application, signal)
  }

  const hear = (word: TabWord, signal: AbortSignal): void => {
    if (!isLeading) return follow(word, signal)
    if (word.kind === 'hello') say(last.kind === 'listening' ? { ...last, heard: null } : last)
    if (word.kind === 'startAgain') again.ring()
  }

  const lead = async (signal: AbortSignal): Promise<void> => {
    for (;;) {
      await runChannel(leading, signal, liveAgain(last))
      if (signal.aborted) return
      await again.rung(signal)
      last = openingAfresh()
    }
  }

  return {
    isLeading: () => isLeading,
    startAgain: () => {
      if (isLeading) again.ring()
      else tabs.say({ kind: 'startAgain' })
    },
    run: async (from, signal) => {
      last = from
      const stop = tabs.onWord((word) => hear(word, signal))
      const yielding = createYielding(deps.page, tabs, clock, deps.isOnWall)
      try {
        while (!signal.aborted) {
          const given = new AbortController()
          const lost = await leadership.lead(deps.name, AbortSignal.any([signal, given.signal]))
          const over = AbortSignal.any([signal, lost, given.signal])
          yielding.due(over).then(
            () => given.abort(),
            () => undefined, // it is over already
          )
          isLeading = true
          if (adopting !== null) {
            adopting.abort()
            adopting = null
            last = openingAfresh() // it takes the application up as well, and reads all again
          }
          deps.onLead(true)
          await lead(over).catch((bug: unknown) => {
            if (!over.aborted) channel.onBug(bug) // the wait for the person alone may reject, and only when told to
          })
          isLeading = false
          deps.onLead(false)
          given.abort()
        }
      } finally {
        stop()
        yielding.stop()
      }
    },
  }
}

/** Where a tab that takes the lead goes on. */
function liveAgain(state: ChannelState): Live {
  switch (state.kind) {
    case 'ended':
      return openingAfresh()
    case 'paused':
      return state.retry
    case 'listening': // whatever was heard has been passed on
      return { ...listeningTo(state.next), failures: state.failures }
    case 'opening':
    case 'locating':
    case 'checking':
    case 'elsewhere':
    case 'lockedOut':
      return state
  }
}
