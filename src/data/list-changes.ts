import type { QueryClient } from '@tanstack/react-query'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Clock } from '../lib/clock.ts'
import type { Contact } from '../ucwa/contact.ts'
import { failureOf, type UcwaFailure } from '../ucwa/errors.ts'
import type { Group } from '../ucwa/groups.ts'
import type { People } from '../ucwa/people.ts'
import { asOf, carryOut, isDone, nextOf, toReadAfter, type ListChange, type ListRead } from './list-change.ts'
import { markStale, type Known } from './mark-stale.ts'

/**
 * How far a change of the list has got. It is over, and gone from here, once a read made after the answer shows it:
 *
 *     sending ──answered──► accepted ──a read shows it──► (over)
 *        │                     └──too long without──► overdue ──a read shows it──► (over)
 *        └──no, or no answer──► read: shows it ──► (over), else refused ──dismissed, or tried again
 */
export type Standing =
  | { readonly kind: 'sending' }
  /** Heard, not done. */
  | { readonly kind: 'accepted' }
  /** Heard, and not shown by any read since. */
  | { readonly kind: 'overdue' }
  | { readonly kind: 'refused'; readonly because: UcwaFailure }

export type ListChangeUnderWay = {
  readonly id: number
  readonly change: ListChange
  readonly standing: Standing
}

/** What is being done to the list, oldest first; shown over what has been read, which is never written by hand. */
export type ListChanges = StoreApi<{ readonly changes: readonly ListChangeUnderWay[] }> & {
  /** One is sent after the other. None is begun while nothing may be written. */
  make(change: ListChange): void
  tryAgain(id: number): void
  /** The person has read what became of it. */
  dismiss(id: number): void
  /** The signed-in life is over. */
  clear(): void
}

export type ListChangesDeps = Known & {
  readonly people: People
  readonly clock: Clock
  /** Not while the page is drawn as stale: what it shows may be no reason for a change any more. */
  readonly mayWrite: () => boolean
  /** So long after the answer a change is still expected to show. */
  readonly overdueAfterMs: number
  readonly onBug: (bug: unknown) => void
}

export function createListChanges({
  people,
  clock,
  mayWrite,
  overdueAfterMs,
  onBug,
  ...known
}: ListChangesDeps): ListChanges {
  const store = createStore<{ changes: readonly ListChangeUnderWay[] }>()(() => ({ changes: [] }))
  let count = 0
  let life = new AbortController()
  let last: Promise<void> = Promise.resolve()

  const find = (id: number): ListChangeUnderWay | undefined =>
    store.getState().changes.find((each) => each.id === id)
  const stand = (id: number, standing: Standing): void =>
    store.setState(({ changes }) => ({
      changes: changes.map((each) => (each.id === id ? { ...each, standing } : each)),
    }))
  /** What has been read by now is on screen, and is what trying again stands on. */
  const refuse = ({ id, change }: ListChangeUnderWay, because: UcwaFailure): void => {
    const refused: ListChangeUnderWay = {
      id,
      change: asOf(listRead(known.cache), change),
      standing: { kind: 'refused', because },
    }
    store.setState(({ changes }) => ({ changes: changes.map((each) => (each.id === id ? refused : each)) }))
  }
  const drop = (id: number): void =>
    store.setState(({ changes }) => ({ changes: changes.filter((each) => each.id !== id) }))

  /** True once it is over. */
  const judge = ({ id, change }: ListChangeUnderWay): boolean => {
    const read = listRead(known.cache)
    if (!isDone(change, read)) return false
    drop(id)
    for (const next of nextOf(change, read)) begin(next)
    return true
  }

  known.cache.getQueryCache().subscribe((event) => {
    const family: unknown = event.query.queryKey[0]
    if (family !== 'myGroups' && family !== 'groupContacts') return
    if (event.type !== 'updated' || event.action.type !== 'success') return
    for (const each of store.getState().changes) {
      if (each.standing.kind === 'accepted' || each.standing.kind === 'overdue') judge(each)
    }
  })

  const settle = async (
    id: number,
    change: ListChange,
    failure: UcwaFailure | null,
    stop: AbortSignal,
  ): Promise<void> => {
    if (failure === null) stand(id, { kind: 'accepted' })
    await markStale(known, toReadAfter(change, listRead(known.cache)))
    const now = find(id)
    if (stop.aborted || now === undefined || judge(now)) return
    if (failure !== null) return refuse(now, failure)
    await clock.sleep(overdueAfterMs, stop)
    if (find(id)?.standing.kind === 'accepted') stand(id, { kind: 'overdue' })
  }

  const send = async (id: number, change: ListChange, stop: AbortSignal): Promise<void> => {
    if (stop.aborted) return
    const failure = await carryOut(people, change).then(
      () => null,
      (error: unknown) => whyNot(error),
    )
    if (stop.aborted) return
    settle(id, change, failure, stop).catch((error: unknown) => {
      if (!stop.aborted) onBug(error)
    }) // the next need not wait for what this one's reads show
  }

  const whyNot = (error: unknown): UcwaFailure => {
    const failure = failureOf(error)
    if (failure === null) onBug(error)
    return failure ?? { kind: 'malformed', detail: String(error) }
  }

  const queue = (id: number, change: ListChange): void => {
    const stop = life.signal
    last = last.then(() => send(id, change, stop))
  }

  const begin = (change: ListChange): void => {
    count += 1
    const id = count
    store.setState(({ changes }) => ({
      changes: [...changes, { id, change, standing: { kind: 'sending' } }],
    }))
    queue(id, change)
  }

  return {
    ...store,
    make: (change) => {
      if (mayWrite()) begin(change)
    },
    tryAgain: (id) => {
      const again = find(id)
      if (again?.standing.kind !== 'refused' || !mayWrite()) return
      stand(id, { kind: 'sending' })
      queue(id, again.change)
    },
    dismiss: drop,
    clear: () => {
      life.abort()
      life = new AbortController()
      store.setState({ changes: [] })
    },
  }
}

const listRead = (cache: QueryClient): ListRead => ({
  groups: cache.getQueryData<readonly Group[]>(['myGroups']) ?? [],
  membersOf: (groupId) => cache.getQueryData<readonly Contact[]>(['groupContacts', groupId]) ?? null,
})
