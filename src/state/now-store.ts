import { createStore, type StoreApi } from 'zustand/vanilla'

/** The moment, ticked once a second while the page is visible. Durations and countdowns read it, nothing else does. */
export type NowStore = StoreApi<{ readonly nowMs: number }>

export const createNowStore = (nowMs: number): NowStore =>
  createStore<{ readonly nowMs: number }>()(() => ({ nowMs }))
