import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Address } from '../lib/address.ts'
import { wallIn, withoutWall, type Wall } from './wall.ts'

/** Whether this screen hangs on a wall; null: it does not. The address decides, where the administrator offers walls. */
export type WallStore = StoreApi<{ readonly wall: Wall | null }> & { leave(): void }

export function createWallStore(address: Address, isOffered: boolean): WallStore {
  const read = () => ({ wall: isOffered ? wallIn(address.read()) : null })
  const store = createStore<{ wall: Wall | null }>()(read)
  address.onChange(() => store.setState(read()))
  return {
    ...store,
    leave: () => {
      address.replace(withoutWall(address.read()))
      store.setState({ wall: null })
    },
  }
}
