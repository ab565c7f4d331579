import { createStore, type StoreApi } from 'zustand/vanilla'
import type { KnownBy } from '../session/machine.ts'

/** By what the person's activity is known, and whether they could allow more. */
export type KnownByStore = StoreApi<{ readonly by: KnownBy; readonly canAsk: boolean }>

/** `canAsk`: this browser could tell of the whole machine, if the person allowed it. */
export const createKnownByStore = (canAsk: boolean): KnownByStore =>
  createStore<{ readonly by: KnownBy; readonly canAsk: boolean }>()(() => ({ by: 'page', canAsk }))
