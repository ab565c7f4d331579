import { useStore } from 'zustand'
import { useServices } from './services.ts'

/**
 * Noon of the day it is now, for whoever tells a past moment with its day; milliseconds since the Unix epoch. Renders
 * again with the day, not with every second. Noon, since a day later is then tomorrow also where clocks are changed.
 */
export const useTodayMs = (): number =>
  useStore(useServices().nowStore, ({ nowMs }) => new Date(nowMs).setHours(12, 0, 0, 0))
