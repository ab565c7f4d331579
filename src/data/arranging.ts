import type { SipUri } from '../ucwa/hal.ts'
import { arrange, comparing, moved } from './arrangement.ts'
import type { Arranged, Arrangement, Compare, Key, Order } from './arrangement.ts'
import type { RosterGroup } from './roster.ts'
import type { Traits } from './traits.ts'

/** More than these at once are not put in their places one by one, but sorted anew. (Our choice.) */
const MOST_AT_ONCE = 32
/** More than these no eye follows. Source: design, section 7, of rows that change. */
const MOST_FOLLOWED = 8

/** Everybody in their places, kept so while people change; unless the list is held, then they wait. */
export type Arranging = {
  get(): Shown
  subscribe(listener: () => void): () => void
  /** While it is held, nobody moves. */
  hold(isHeld: boolean): void
  /** Everybody goes where they belong now, held or not. */
  sortAgain(): void
}

export type Shown = {
  readonly arranged: Arranged
  /** By what they are arranged, for whoever shows them otherwise: held as they are, and another when they have moved. */
  readonly compare: Compare
  /** How many would stand elsewhere. */
  readonly waiting: number
  /** What came last: a few people whose places were known already have gone elsewhere, so that the eye can follow them. */
  readonly isMove: boolean
}

/** What outlives a list that is read anew: whether it is held, and where everybody stands meanwhile. */
export type Places = {
  isHeld: boolean
  last: Arrangement | null
  /** Who has been read before, whether or not that moved them. */
  readonly read: Set<SipUri>
}

export function createArranging(
  groups: readonly RosterGroup[],
  order: Order,
  traits: Traits,
  places: Places,
): Arranging {
  const listeners = new Set<() => void>()
  const waiting = new Map<SipUri, Key>()
  /** In another order nobody has a place to keep. */
  const held = places.isHeld && places.last?.order === order ? places.last.keys : null
  let now = anew((uri) => held?.get(uri) ?? null)
  let shown: Shown = {
    arranged: now.arranged,
    compare: comparing(order, now.keys),
    waiting: 0,
    isMove: false,
  }
  let toldAtLast = traits.told()
  for (const [uri, { isRead }] of now.keys) if (isRead) places.read.add(uri)
  if (held !== null) look(now.contacts.keys())

  function anew(keptFor: (uri: SipUri) => Key | null): Arrangement {
    const arrangement = arrange(
      groups,
      order,
      (contact) => keptFor(contact.uri) ?? order.keyOf(contact, traits.of(contact.uri)),
    )
    places.last = arrangement
    return arrangement
  }

  function show(isMove: boolean): void {
    places.last = now
    const areThere = shown.arranged === now.arranged
    if (areThere && shown.waiting === waiting.size) return
    shown = {
      arranged: now.arranged,
      compare: areThere ? shown.compare : comparing(order, now.keys),
      waiting: waiting.size,
      isMove: areThere ? shown.isMove : isMove,
    }
    for (const listener of listeners) listener()
  }

  /** Whoever belongs elsewhere now goes there, or waits. */
  function look(changed: Iterable<SipUri>): void {
    const going = new Map<SipUri, Key>()
    let haveAllBeenRead = true
    for (const uri of changed) {
      const contact = now.contacts.get(uri)
      const stands = now.keys.get(uri)
      if (contact === undefined || stands === undefined) continue
      const belongs = order.keyOf(contact, traits.of(uri))
      const wasRead = places.read.has(uri)
      if (belongs.isRead) places.read.add(uri)
      waiting.delete(uri)
      if (stands.rank === belongs.rank && stands.value === belongs.value) continue
      // Who is read for the first time takes a place that was kept for nobody.
      if (places.isHeld && wasRead) waiting.set(uri, belongs)
      else {
        going.set(uri, belongs)
        haveAllBeenRead &&= wasRead
      }
    }
    go(going, haveAllBeenRead)
  }

  function go(going: ReadonlyMap<SipUri, Key>, haveAllBeenRead: boolean): void {
    if (going.size > MOST_AT_ONCE) {
      const stay = places.isHeld ? now.keys : null
      now = anew((uri) => (going.has(uri) ? null : (stay?.get(uri) ?? null)))
    } else if (going.size > 0) now = moved(now, going)
    show(haveAllBeenRead && going.size <= MOST_FOLLOWED)
  }

  const sortAgain = (): void => {
    const going = new Map(waiting)
    waiting.clear()
    go(going, true) // only who has been read waits
  }

  return {
    get: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      const hear = (changed: ReadonlySet<SipUri>): void => {
        toldAtLast = traits.told()
        look(changed)
      }
      const stop = traits.subscribe(hear)
      if (toldAtLast !== traits.told()) look(now.contacts.keys()) // what was told before anybody listened
      return () => {
        stop()
        listeners.delete(listener)
      }
    },
    hold: (isHeld) => {
      places.isHeld = isHeld
      if (!isHeld) sortAgain()
    },
    sortAgain,
  }
}
