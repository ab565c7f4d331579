import { notifyManager, type QueryClient } from '@tanstack/react-query'
import type { Availability } from '../ucwa/availability.ts'
import type { Contact } from '../ucwa/contact.ts'
import type { ContactPresence } from '../ucwa/contact-presence.ts'
import type { Group } from '../ucwa/groups.ts'
import { toSipUri, type SipUri } from '../ucwa/hal.ts'
import type { Doubts } from './doubts.ts'

/** How many are how. Each person counts once in `all`, and once in each group they are in. */
export type Counts = {
  readonly total: number
  /** People whose presence is known: read, and in no doubt since. Whoever has none is known to be `Unknown`. */
  readonly read: number
  readonly by: Readonly<Record<Availability, number>>
}

export type Tally = {
  readonly all: Counts
  readonly groups: ReadonlyMap<string, Counts>
}

/** Kept true as reads land, whoever is on screen. `subscribe` fits `useSyncExternalStore` with either of the first two. */
export type TallyStore = {
  get(): Tally
  /**
   * For filtering by availability; absent: not read yet, or in doubt. Whoever asks after each change pays for a copy as long
   * as the list; the counts alone do without.
   */
  availabilities(): ReadonlyMap<SipUri, Availability>
  subscribe(listener: () => void): () => void
  /** People of the list put together otherwise than by its groups, counted as these are: these and no others. */
  countAlso(groups: ReadonlyMap<string, readonly SipUri[]>): void
}

/** A group of this browser's own, counted as the server's are. */
export type CountedHere = {
  readonly id: string
  members(): ReadonlySet<SipUri>
  subscribe(listener: () => void): () => void
}

type Count = { total: number; read: number; by: Record<Availability, number> }

const none = (): Count => ({
  total: 0,
  read: 0,
  by: {
    Online: 0,
    IdleOnline: 0,
    Busy: 0,
    IdleBusy: 0,
    DoNotDisturb: 0,
    BeRightBack: 0,
    Away: 0,
    Offline: 0,
    Unknown: 0,
  },
})

/**
 * A changed contact costs one subtraction and one addition in each group they are in, however long the list is.
 * What is in doubt counts as not read: a number is as much a claim as a word.
 */
export function createTally(cache: QueryClient, doubts: Doubts, here: CountedHere | null = null): TallyStore {
  const listeners = new Set<() => void>()
  const availabilityOf = new Map<SipUri, Availability>()
  let all = none()
  let groups = new Map<string, Count>()
  /** In which counts each listed person stands, `all` among them. */
  let countsOf = new Map<SipUri, Count[]>()
  let also: ReadonlyMap<string, readonly SipUri[]> = new Map()
  let snapshot: Tally | null = null
  let availabilitiesNow: ReadonlyMap<SipUri, Availability> | null = null
  let isTold = true

  const changed = (): void => {
    snapshot = null
    if (!isTold) return
    isTold = false
    notifyManager.schedule(() => {
      isTold = true
      for (const listener of listeners) listener()
    })
  }

  const add = (count: Count, availability: Availability | undefined, by: 1 | -1): void => {
    if (availability === undefined) return
    count.read += by
    count.by[availability] += by
  }

  const setAvailability = (of: SipUri, now: Availability | undefined): void => {
    const before = availabilityOf.get(of)
    if (before === now) return
    if (now === undefined) availabilityOf.delete(of)
    else availabilityOf.set(of, now)
    availabilitiesNow = null
    for (const count of countsOf.get(of) ?? []) {
      add(count, before, -1)
      add(count, now, 1)
    }
    changed()
  }

  const addGroup = (id: string, members: Iterable<SipUri>): void => {
    const count = none()
    groups.set(id, count)
    for (const uri of members) {
      const counts = countsOf.get(uri)
      if (counts !== undefined) countsOf.set(uri, [...counts, count])
    }
  }

  const countAfresh = (): void => {
    all = none()
    groups = new Map()
    countsOf = new Map()
    for (const { id } of cache.getQueryData<readonly Group[]>(['myGroups']) ?? []) {
      const count = none()
      groups.set(id, count)
      for (const { uri } of cache.getQueryData<readonly Contact[]>(['groupContacts', id]) ?? []) {
        const counts = countsOf.get(uri) ?? [all]
        if (counts.includes(count)) continue // listed twice in one group
        countsOf.set(uri, [...counts, count])
      }
    }
    if (here !== null) addGroup(here.id, here.members())
    for (const [id, members] of also) addGroup(id, members)
    for (const [uri, counts] of countsOf) {
      for (const count of counts) {
        count.total += 1
        add(count, availabilityOf.get(uri), 1)
      }
    }
    changed()
  }

  const look = (of: SipUri): void => {
    const key = ['contactPresence', of]
    const known = doubts.sinceMs(key) === null ? cache.getQueryData<ContactPresence | null>(key) : undefined
    setAvailability(of, known === null ? 'Unknown' : known?.availability)
  }
  here?.subscribe(countAfresh)
  doubts.subscribe((doubted) => {
    for (const [family, whose] of doubted)
      if (family === 'contactPresence' && typeof whose === 'string') look(toSipUri(whose))
  })
  cache.getQueryCache().subscribe((event) => {
    const [family, whose] = event.query.queryKey
    const isNews = event.type === 'removed' || (event.type === 'updated' && event.action.type === 'success')
    if (!isNews) return
    if (family === 'myGroups' || family === 'groupContacts') countAfresh()
    if (family === 'contactPresence' && typeof whose === 'string') look(toSipUri(whose))
  })

  return {
    get: () => {
      snapshot ??= {
        all: { ...all, by: { ...all.by } },
        groups: new Map(Array.from(groups, ([id, count]) => [id, { ...count, by: { ...count.by } }])),
      }
      return snapshot
    },
    availabilities: () => (availabilitiesNow ??= new Map(availabilityOf)),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    countAlso: (wanted) => {
      also = wanted
      countAfresh()
    },
  }
}
