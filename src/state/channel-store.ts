import { createStore, type StoreApi } from 'zustand/vanilla'
import type { UcwaFailure } from '../ucwa/errors.ts'

/** The connection as a person would tell it: a pure function of the channel's state and of the browser's network. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** `nextTryAtMs` is null while a try is under way. */
  | { readonly kind: 'reconnecting'; readonly nextTryAtMs: number | null; readonly because: UcwaFailure }
  | { readonly kind: 'offline' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'failed'; readonly because: UcwaFailure }

export type ChannelView = {
  readonly connection: Connection
  /** Since when it is not live; null while it is. Milliseconds since the Unix epoch. */
  readonly notLiveSinceMs: number | null
  /** When everything shown was last known to be so: "This is what was known at 10:42." Null before the first time. */
  readonly knownAtMs: number | null
  /** Something may have gone unheard until then: a value read before it is not to be trusted. 0: never yet. */
  readonly gapAtMs: number
}

export type ChannelStore = StoreApi<ChannelView>

export const createChannelStore = (): ChannelStore =>
  createStore<ChannelView>()(() => ({
    connection: { kind: 'connecting' },
    notLiveSinceMs: null,
    knownAtMs: null,
    gapAtMs: 0,
  }))
