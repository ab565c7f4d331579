import { createStore, type StoreApi } from 'zustand/vanilla'

export type OtherTabsView = {
  /** Who is signed in in other tabs of this browser, by address: this tab may go on as they. */
  readonly people: readonly string[]
  /** As whom this tab was to go on, when the other one did not answer; null: it did, or was not asked. */
  readonly unanswered: string | null
}

export type OtherTabsStore = StoreApi<OtherTabsView>

export const createOtherTabsStore = (): OtherTabsStore =>
  createStore<OtherTabsView>()(() => ({ people: [], unanswered: null }))
