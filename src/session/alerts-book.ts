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
  | { readonly kind: 'alerted'; readonly telling: Telling }
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
  /** Another tab leads, and has told this. */
  heard(telling: Telling): void
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
  /** What the board shows of somebody; null: nothing yet. */
  readonly knownOf: (who: SipUri) => PresenceTold | null
  readonly onAlerts: (alerts: readonly Alert[]) => void
  readonly keep: (alerts: readonly Alert[]) => void
  /** `isOwn` in the one tab that is to tell the world beyond the page. */
  readonly onTelling: (telling: Telling, isOwn: boolean) => void
  readonly say: (word: AlertWord) => void
}

/**
 * Every tab reads, so every tab finds the same changes; the one that leads tells, and says so to the others. They hold what
 * they have found until they hear it told, for the case that the leader goes in between.
 */
export function createAlertsBook(deps: AlertsDeps): AlertsBook {
  const { clock, knownOf } = deps
  let watching: Watching = new Map()
  let held: readonly { readonly change: Change; readonly atMs: number }[] = []

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
    if (change.isAskedFor && change.alert.when === 'availableOnce') keep() // it is over
    deps.say({ kind: 'alerted', telling })
    deps.onTelling(telling, true)
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
      held = [...held.filter((one) => atMs - one.atMs < TOLD_WITHIN_MS), { change, atMs }]
      if (change.isAskedFor && change.alert.when === 'availableOnce') deps.onAlerts(alerts())
    },
    heard: (telling) => {
      const { alert, presence } = telling.change
      apply({ kind: 'read', who: alert.who, presence }) // told already, should it be read here only later
      held = held.filter(({ change }) => change.alert.who !== alert.who)
      deps.onTelling(telling, false)
    },
    lead: () => {
      const untold = held.filter(({ atMs }) => clock.now() - atMs < TOLD_WITHIN_MS)
      held = []
      for (const { change, atMs } of untold) tell(change, atMs)
    },
    end: () => {
      watching = new Map()
      held = []
      deps.onAlerts([])
    },
  }
}
