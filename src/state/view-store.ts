import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Address } from '../lib/address.ts'
import type { Clock } from '../lib/clock.ts'
import { addressWith, viewIn, type View } from './view.ts'

/** What is on screen. It and the address say the same; both can be changed. */
export type ViewStore = StoreApi<View> & {
  change(changes: Partial<View>): void
  /** Nobody is looked for any more, and the address says so at once: whoever comes next is not told who was. */
  forgetFind(): void
}

/**
 * What is being typed is written when it rests: browsers refuse an address that changes with every letter (Safari: more
 * than 100 times in 30 s). (Our choice.)
 */
const REST_MS = 300

export function createViewStore(address: Address, clock: Clock): ViewStore {
  const store = createStore<View>()(() => viewIn(address.read()))
  let unwritten: Partial<View> = {}
  let typing = new AbortController()

  const write = (): void => {
    typing.abort()
    const changes = unwritten
    unwritten = {}
    address.replace(addressWith(address.read(), changes))
  }
  address.onChange(() => {
    typing.abort()
    unwritten = {}
    store.setState(viewIn(address.read()), true)
  })
  return {
    ...store,
    forgetFind: () => {
      store.setState({ find: '' })
      unwritten = { ...unwritten, find: '' }
      write()
    },
    change: (changes) => {
      store.setState(changes)
      unwritten = { ...unwritten, ...changes }
      if (Object.keys(changes).some((field) => field !== 'find')) {
        write()
        return
      }
      typing.abort()
      typing = new AbortController()
      const { signal } = typing
      clock.sleep(REST_MS, signal).then(write, (stopped: unknown) => {
        if (!signal.aborted) throw stopped
      })
    },
  }
}
