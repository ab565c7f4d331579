import { STALE_GRACE_MS } from '../../state/drawn-stale.ts'
import type { ChannelView } from '../../state/channel-store.ts'
import type { Words } from '../words/words.ts'

/** What the band says: a sentence, what follows from it, and the one thing that can be done. */
export type Told = {
  readonly title: string
  readonly text: string | null
  readonly action: 'tryNow' | 'startAgain' | 'useHere' | 'signIn' | null
  /** Counted down in a ring; null: nothing to count. */
  readonly secondsLeft: number | null
  /** Whether it interrupts a screen reader: it ends what one was doing. */
  readonly isUrgent: boolean
}

const QUIET = { text: null, action: null, secondsLeft: null, isUrgent: false } as const

/**
 * What is to be told of the connection, or null. Never before three seconds have passed, since most breaks are shorter;
 * what only the person can end is told at once.
 */
export function toldOf(
  { connection, notLiveSinceMs, knownAtMs }: ChannelView,
  nowMs: number,
  words: Words,
): Told | null {
  const { band } = words
  const isBrief = notLiveSinceMs === null || nowMs - notLiveSinceMs < STALE_GRACE_MS
  switch (connection.kind) {
    case 'live':
      return null
    case 'connecting':
      return isBrief ? null : { ...QUIET, title: band.connecting }
    case 'offline':
      if (isBrief) return null
      return {
        ...QUIET,
        title: band.offline(knownAtMs, nowMs),
        text: knownAtMs === null ? null : band.offlineThen,
      }
    case 'reconnecting': {
      if (isBrief) return null
      const { nextTryAtMs, because } = connection
      const secondsLeft = nextTryAtMs === null ? null : Math.max(0, Math.ceil((nextTryAtMs - nowMs) / 1000))
      const action = nextTryAtMs === null ? null : 'tryNow'
      if (because.kind === 'serverFailed' && because.status === 429) {
        return {
          ...QUIET,
          title: band.notLive(knownAtMs, nowMs),
          text: band.pause(secondsLeft),
          action,
          secondsLeft,
        }
      }
      return {
        ...QUIET,
        title: band.notLive(knownAtMs, nowMs),
        text: band.noAnswer(because, secondsLeft),
        action,
        secondsLeft,
      }
    }
    case 'elsewhere':
      return { ...QUIET, title: band.elsewhere, action: 'useHere' }
    case 'signedOut':
      return { ...QUIET, title: band.signedOut, text: band.signedOutThen, action: 'signIn', isUrgent: true }
    case 'failed':
      return {
        ...QUIET,
        title: band.failed,
        text: words.failure(connection.because),
        action: 'startAgain',
        isUrgent: true,
      }
  }
}
