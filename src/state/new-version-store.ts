import { createStore, type StoreApi } from 'zustand/vanilla'

/** Whether the person may have a newer version of the page now. */
export type NewVersionStore = StoreApi<{ readonly isOffered: boolean }>

export const createNewVersionStore = (): NewVersionStore =>
  createStore<{ readonly isOffered: boolean }>()(() => ({ isOffered: false }))
