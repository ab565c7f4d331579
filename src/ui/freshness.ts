import { useStore } from 'zustand'
import { isDrawnStale } from '../state/drawn-stale.ts'
import { useServices } from './services.ts'

/** Whether what was read then is to be drawn as stale. Renders again when the answer changes, not with every second. */
export function useDrawnStale(readAtMs: number): boolean {
  const { channelStore, nowStore } = useServices()
  const view = useStore(channelStore)
  return useStore(nowStore, ({ nowMs }) => isDrawnStale(view, nowMs, readAtMs))
}

/**
 * Since when a stale value is known, where that is earlier than what the band says of the whole page:
 * it had not been read again since the gap before. Null otherwise. Milliseconds since the Unix epoch.
 */
export function useOwnAge(readAtMs: number, isStale: boolean): number | null {
  const { channelStore } = useServices()
  return useStore(channelStore, ({ connection, gapAtMs }) =>
    isStale && connection.kind !== 'live' && readAtMs < gapAtMs ? readAtMs : null,
  )
}

/** When everything on the page was last known to be so; null before the first time. */
export const useKnownAtMs = (): number | null =>
  useStore(useServices().channelStore, (view) => view.knownAtMs)

/** Whether the page as a whole is to be drawn as stale: not live for so long that it shows. */
export function useDrawnStaleNow(): boolean {
  const { channelStore, nowStore } = useServices()
  const view = useStore(channelStore)
  // Read this very moment: only a broken channel can make that stale, never a gap that is over.
  return useStore(nowStore, ({ nowMs }) => isDrawnStale(view, nowMs, Math.max(nowMs, view.gapAtMs)))
}
