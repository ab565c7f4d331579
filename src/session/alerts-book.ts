import type { Clock } from '../lib/clock.ts'
import type { SipUri } from '../ucwa/hal.ts'
import {
  alertsAfter,
  type Alert,
  type AlertEvent,
  type Change,
  type PresenceTold,
  type Watching,
} from './alerts.ts'
import { TOLD_WITHIN_MS } from './timing.ts'

/** One change of somebody who is watched, as it is told in every tab. */
export type Telling = {
  /** No other has the same. */
  readonly id: string
  readonly change: Change
  /** When it was heard of; milliseconds since the Unix epoch. */
  readonly atMs: number
  /** The person was not to be disturbed: listed, and no more. */
  readonly isQuiet: boolean
}

/** What the tabs of one person tell one another about whom that person watches. */
export type AlertWord =
  /** `isRung` where the leader tells it beyond the page itself; at a wall it does not, and asks who can. */
  | { readonly kind: 'alerted'; readonly telling: Telling; readonly isRung: boolean }
  /** To the leader: that tab can. And its answer to the first of them: that tab is to. */
  | { readonly kind: 'canRing' | 'ring'; readonly id: Telling['id']; readonly tab: string }
  /** The person has looked. */
  | { readonly kind: 'alertsSeen' }

/** Whom the person watches, over all tabs of this browser, and the one telling of each change of theirs. */
export type AlertsBook = {
  begin(kept: readonly Alert[]): void
  watch(alert: Alert): void
  unwatch(who: SipUri): void
  /** Another tab has changed whom the person watches. */
  told(alerts: readonly Alert[]): void
  read(who: SipUri, presence: PresenceTold | null): void
  /** What another tab says. */
  heard(word: Exclude<AlertWord, { readonly kind: 'alertsSeen' }>): void
  /** This tab leads from now on: what the last one may not have come to tell is told here. */
  lead(): void
  end(): void
}

export type AlertsDeps = {
  readonly clock: Clock
  readonly uniqueId: () => string
  readonly isLeading: () => boolean
  /** Whether the person does not want to be disturbed now. */
  readonly isQuiet: () => boolean
  /** Whether whoever is at this tab is the person who is signed in: at a wall nobody is told beyond the page. */
  readonly canRing: () => boolean
  /** What the board shows of somebody; null: nothing yet. */
  readonly knownOf: (who: SipUri) => PresenceTold | null
  readonly onAlerts: (alerts: readonly Alert[]) => void
  readonly keep: (alerts: readonly Alert[]) => void
  /** `isOwn` in the one tab that is to tell the world beyond the page. */
  readonly onTelling: (telling: Telling, isOwn: boolean) => void
  /** Told already, and now to be told beyond the page, by this tab. */
  readonly onRing: (telling: Telling) => void
  readonly say: (word: AlertWord) => void
}

/** Beyond the page only what was asked for, while one may be disturbed. */
export const ringsFor = ({ change, isQuiet }: Telling): boolean => change.isAskedFor && !isQuiet

/**
 * Every tab reads, so every tab finds the same changes; the one that leads tells, and says so to the others. They hold what
 * they have found until they hear it told, for the case that the leader goes in between. Nothing sounds at a wall: while one
 * leads, it leaves that to the first tab that says it can.
 */
export function createAlertsBook(deps: AlertsDeps): AlertsBook {
  const { clock, knownOf } = deps
  const tab = deps.uniqueId()
  let watching: Watching = new Map()
  let held: readonly { readonly change: Change; readonly atMs: number }[] = []
  /** By the leader at a wall: asked for, and left to nobody yet. */
  let unrung: readonly Telling[] = []
  /** To such a leader: what this tab can tell beyond the page. */
  let offered: readonly Telling[] = []

  const isFresh = ({ atMs }: { readonly atMs: number }): boolean => clock.now() - atMs < TOLD_WITHIN_MS
  const alerts = (): readonly Alert[] => Array.from(watching.values(), ({ alert }) => alert)
  const apply = (event: AlertEvent): Change | null => {
    const after = alertsAfter(watching, event)
    watching = after.watching
    return after.change
  }
  const keep = (): void => {
    deps.onAlerts(alerts())
    deps.keep(alerts())
  }

  const tell = (change: Change, atMs: number): void => {
    const telling: Telling = { id: deps.uniqueId(), change, atMs, isQuiet: deps.isQuiet() }
    if (change.isOver) keep()
    const isRung = deps.canRing()
    if (!isRung && ringsFor(telling)) unrung = [...unrung.filter(isFresh), telling]
    deps.say({ kind: 'alerted', telling, isRung })
    deps.onTelling(telling, isRung)
  }

  const heardTold = (telling: Telling, isRung: boolean): void => {
    const { alert, presence } = telling.change
    apply({ kind: 'read', who: alert.who, presence }) // told already, should it be read here only later
    held = held.filter(({ change }) => change.alert.who !== alert.who)
    deps.onTelling(telling, false)
    if (isRung || !deps.canRing() || !ringsFor(telling)) return
    offered = [...offered.filter(isFresh), telling]
    deps.say({ kind: 'canRing', id: telling.id, tab })
  }

  return {
    begin: (kept) => {
      watching = new Map(kept.map((alert) => [alert.who, { alert, last: knownOf(alert.who) }]))
      held = []
      deps.onAlerts(kept)
    },
    watch: (alert) => {
      apply({ kind: 'watch', alert, known: knownOf(alert.who) })
      keep()
    },
    unwatch: (who) => {
      apply({ kind: 'unwatch', who })
      keep()
    },
    told: (theirs) => {
      const stay = new Set(theirs.map(({ who }) => who))
      for (const who of watching.keys()) if (!stay.has(who)) apply({ kind: 'unwatch', who })
      for (const alert of theirs) apply({ kind: 'watch', alert, known: knownOf(alert.who) })
      deps.onAlerts(alerts())
    },
    read: (who, presence) => {
      const change = apply({ kind: 'read', who, presence })
      if (change === null) return
      const atMs = clock.now()
      if (deps.isLeading()) return tell(change, atMs)
      held = [...held.filter(isFresh), { change, atMs }]
      if (change.isOver) deps.onAlerts(alerts())
    },
    heard: (word) => {
      switch (word.kind) {
        case 'alerted':
          return heardTold(word.telling, word.isRung)
        case 'canRing': {
          const left = unrung.filter(({ id }) => id !== word.id)
          if (left.length < unrung.length) deps.say({ ...word, kind: 'ring' })
          unrung = left
          return
        }
        case 'ring': {
          const mine = word.tab === tab ? offered.filter(({ id }) => id === word.id) : []
          offered = offered.filter(({ id }) => id !== word.id)
          for (const telling of mine) deps.onRing(telling)
        }
      }
    },
    lead: () => {
      const untold = held.filter(isFresh)
      held = []
      for (const { change, atMs } of untold) tell(change, atMs)
    },
    end: () => {
      watching = new Map()
      held = []
      unrung = []
      offered = []
      deps.onAlerts([])
    },
  }
}
