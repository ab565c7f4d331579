import { useStore } from 'zustand'
import { useDrawnStaleNow } from '../freshness.ts'
import { useServices } from '../services.ts'
import { useTodayMs } from '../today.ts'
import { useWords } from '../words/words.ts'

/** What stands across a wall that is not live, for people who pass by; null while it is. */
export function useWallNotice(): { readonly what: string; readonly next: string } | null {
  const { band, failure, wall } = useWords()
  const { connection, knownAtMs } = useStore(useServices().channelStore)
  const todayMs = useTodayMs()
  const isStale = useDrawnStaleNow()
  switch (connection.kind) {
    case 'signedOut':
      return { what: band.notLive(knownAtMs, todayMs), next: wall.signingInAgain }
    case 'failed':
      return {
        what: band.notLive(knownAtMs, todayMs),
        next: `${failure(connection.because)} ${wall.tryingAgain}`,
      }
    case 'elsewhere':
      return { what: band.elsewhere, next: wall.bySign }
    case 'offline':
      return isStale ? { what: band.offline(knownAtMs, todayMs), next: band.offlineThen } : null
    case 'live':
    case 'connecting':
    case 'reconnecting':
      return isStale ? { what: band.notLive(knownAtMs, todayMs), next: '' } : null
  }
}
