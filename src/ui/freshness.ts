import type { QueryKey } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { isDrawnStale, isPageDrawnStale, ownAgeMs } from '../state/drawn-stale.ts'
import { useServices } from './services.ts'

/** How far a value on screen is to be trusted. */
export type Freshness = {
  /** Drawn in the past, and without colour. */
  readonly isStale: boolean
  /** When it was last so, where that is not what the band says of the whole page; else null. */
  readonly asOfMs: number | null
}

/** Of what was read under that key then. Renders again when the answer changes, not with every second. */
export function useFreshness(key: QueryKey, readAtMs: number): Freshness {
  const { channelStore, nowStore, doubts } = useServices()
  const view = useStore(channelStore)
  const sinceMs = useSyncExternalStore(doubts.subscribe, () => doubts.sinceMs(key))
  const isUnheard = useStore(nowStore, ({ nowMs }) => isDrawnStale(view, nowMs, readAtMs))
  const asOfMs = useStore(nowStore, ({ nowMs }) => (sinceMs === null ? null : ownAgeMs(view, nowMs, sinceMs)))
  return { isStale: isUnheard || sinceMs !== null, asOfMs }
}

/** When everything on the page was last known to be so; null before the first time. */
export const useKnownAtMs = (): number | null =>
  useStore(useServices().channelStore, (view) => view.knownAtMs)

/** Whether the page as a whole is to be drawn as stale: not live for so long that it shows. */
export function useDrawnStaleNow(): boolean {
  const { channelStore, nowStore } = useServices()
  const view = useStore(channelStore)
  return useStore(nowStore, ({ nowMs }) => isPageDrawnStale(view, nowMs))
}
