import { createStore, type StoreApi } from 'zustand/vanilla'

/** Who is signed in in other tabs of this browser, by address: this tab may go on as they. */
export type OtherTabsStore = StoreApi<{ readonly people: readonly string[] }>

export const createOtherTabsStore = (): OtherTabsStore =>
  createStore<{ readonly people: readonly string[] }>()(() => ({ people: [] }))
