import type { ChannelView } from './channel-store.ts'

/** A gap shorter than this shows nothing but a word in the bar. (Our choice.) */
export const STALE_GRACE_MS = 3_000

/**
 * Whether a value read at that time is to be drawn as stale: everything while the channel has not been live for a while,
 * and after a gap each value until its own read has landed. The moment between an event and its read is not drawn.
 * All three in milliseconds since the Unix epoch.
 */
export function isDrawnStale(view: ChannelView, nowMs: number, readAtMs: number): boolean {
  if (view.notLiveSinceMs !== null && nowMs - view.notLiveSinceMs >= STALE_GRACE_MS) return true
  return readAtMs < view.gapAtMs && nowMs - view.unheardSinceMs >= STALE_GRACE_MS
}

/**
 * Whether the page as a whole is to be drawn as stale: not live for so long that it shows. Read this very moment, so only a
 * broken channel can make it so, never a gap that is over. Milliseconds since the Unix epoch.
 */
export const isPageDrawnStale = (view: ChannelView, nowMs: number): boolean =>
  isDrawnStale(view, nowMs, Math.max(nowMs, view.gapAtMs))

/**
 * Since when a value in doubt is known, where that is not what the band says of the whole page; else null.
 * Not right after a gap either, when everything is being read again. All in milliseconds since the Unix epoch.
 */
export function ownAgeMs(view: ChannelView, nowMs: number, doubtedSinceMs: number): number | null {
  const isTold =
    view.notLiveSinceMs === null
      ? nowMs - view.gapAtMs >= STALE_GRACE_MS
      : doubtedSinceMs < view.notLiveSinceMs
  return isTold ? doubtedSinceMs : null
}
