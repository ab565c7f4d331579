import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Address } from '../lib/address.ts'
import { wallIn, withoutWall, type Wall } from './wall.ts'

/** Whether this screen hangs on a wall; null: it does not. The address decides. */
export type WallStore = StoreApi<{ readonly wall: Wall | null }> & { leave(): void }

export function createWallStore(address: Address): WallStore {
  const store = createStore<{ wall: Wall | null }>()(() => ({ wall: wallIn(address.read()) }))
  address.onChange(() => store.setState({ wall: wallIn(address.read()) }))
  return {
    ...store,
    leave: () => {
      address.replace(withoutWall(address.read()))
      store.setState({ wall: null })
    },
  }
}
