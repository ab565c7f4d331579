import type { QueryClient } from '@tanstack/react-query'
import { contactPresenceQuery } from '../data/contact-presence.ts'
import { presenceQuery } from '../data/presence.ts'
import { onPresenceRead } from '../data/presence-reads.ts'
import type { Alert } from '../session/alerts.ts'
import { createAlertsBook, ringsFor, type AlertWord, type Telling } from '../session/alerts-book.ts'
import type { Notice } from '../session/notices.ts'
import type { Resource } from '../session/publication.ts'
import { TOLD_WITHIN_MS } from '../session/timing.ts'
import { NOTHING_TOLD, parseAlerts, withRecent, withTelling } from '../state/alerts-store.ts'
import { toSipUri, type SipUri } from '../ucwa/hal.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'
import type { Person } from './person.ts'
import type { Seat } from './seat.ts'
import type { Stores } from './stores.ts'
import type { World } from './world.ts'

export type AlertsDeps = {
  readonly world: Pick<World, 'clock' | 'configuration' | 'kept' | 'notices' | 'page' | 'report' | 'uniqueId'>
  readonly stores: Pick<Stores, 'alertsStore' | 'elsewhereStore' | 'preferencesStore' | 'wallStore'>
  readonly person: Pick<Person, 'name'>
  readonly seat: Seat
  readonly cache: QueryClient
  readonly ucwa: Ucwa
  readonly isLeading: () => boolean
  /** Whoever one watches is kept true, listed or not. */
  readonly follow: (people: ReadonlySet<SipUri>) => void
}

const RESOURCES: readonly Resource[] = ['presence', 'note', 'location']

/** Whom one watches: where it is kept, what it is found out by, and how it is told, on the page and beyond it. */
export function joinAlerts(deps: AlertsDeps) {
  const { world, stores, person, seat, cache, ucwa } = deps
  const { clock, kept, notices, page } = world
  const { alertsStore, elsewhereStore, preferencesStore, wallStore } = stores
  const key = (): string => `alerts:${person.name()}`
  const myPresence = () => cache.getQueryData(presenceQuery(ucwa).queryKey) ?? null
  const { notifications: isOffered } = world.configuration.features
  const readKept = (): readonly Alert[] => (isOffered ? parseAlerts(kept.read(key()), toSipUri) : [])
  let hasBegun = false

  const seeNow = (): void => alertsStore.setState({ unseen: 0 })
  const say = (word: AlertWord): void => seat.say(word)
  const seen = (): void => {
    if (alertsStore.getState().unseen === 0) return
    seeNow()
    say({ kind: 'alertsSeen' })
  }

  const isOnWall = (): boolean => wallStore.getState().wall !== null
  const isBeforeTheirEyes = (): boolean => page.isVisible() && !isOnWall() // whoever passes by a wall is not they
  const isQuiet = (): boolean => myPresence()?.availability === 'DoNotDisturb'
  const book = createAlertsBook({
    clock,
    uniqueId: world.uniqueId,
    isLeading: deps.isLeading,
    isQuiet,
    canRing: () => !isOnWall(),
    knownOf: (who) => cache.getQueryData(contactPresenceQuery(ucwa, who).queryKey) ?? null,
    onAlerts: (alerts) => {
      alertsStore.setState({ alerts: new Map(alerts.map((alert) => [alert.who, alert])) })
      if (hasBegun) deps.follow(new Set(alerts.map(({ who }) => who)))
    },
    keep: (alerts) => kept.write(key(), JSON.stringify(alerts)),
    onTelling: (telling, isOwn) => {
      const isSeen = isBeforeTheirEyes()
      alertsStore.setState((view) => withTelling(view, telling, { isSeen, isOwn, isOnWall: isOnWall() }))
      if (isSeen && ringsFor(telling)) say({ kind: 'alertsSeen' })
    },
    onRing: (telling) => alertsStore.setState(({ toRing }) => ({ toRing: [...toRing, telling] })),
    say,
  })

  onPresenceRead(cache, (who, presence) => {
    if (hasBegun) book.read(who, presence)
  })
  kept.onOthersWrite((written) => {
    if (hasBegun && written === key()) book.told(readKept())
  })
  elsewhereStore.subscribe((now, before) => {
    for (const resource of RESOURCES) {
      const set = now[resource]
      if (set === null || set.atMs === null || set === before[resource]) continue
      const presence = resource === 'presence' ? myPresence() : null
      const { atMs } = set
      alertsStore.setState((view) => withRecent(view, { kind: 'mine', atMs, resource, presence }))
    }
  })
  // Whoever does something on the page has seen what it says, unless they are not to be disturbed by it.
  page.onInput(() => {
    if (isBeforeTheirEyes() && !isQuiet()) seen()
  })
  // They stand nowhere while it hangs, and would be old when it is left.
  wallStore.subscribe(() => {
    if (isOnWall()) alertsStore.setState({ toasts: [], toRing: [] })
  })
  alertsStore.subscribe(({ unseen }, before) => {
    if (unseen !== before.unseen) notices.badge(unseen)
  })

  // It would stand there until the next alert, though nobody is told of any.
  page.onLeave(() => {
    if (alertsStore.getState().unseen > 0 && seat.others() === 0) notices.badge(0)
  })

  return {
    beginWithKept: (): void => {
      hasBegun = true
      book.begin(readKept())
    },
    heard: (word: AlertWord): void => {
      if (word.kind === 'alertsSeen') seeNow()
      else book.heard(word)
    },
    lead: (): void => {
      // Where nobody else is there to have written it, a browser that was killed may have left one.
      if (seat.others() === 0) notices.badge(alertsStore.getState().unseen)
      book.lead()
    },
    end: (): void => {
      hasBegun = false
      book.end()
      alertsStore.setState(NOTHING_TOLD)
    },

    watch: (alert: Alert): void => book.watch(alert),
    unwatch: (who: SipUri): void => book.unwatch(who),
    ask: (): void => {
      if (notices.permission() !== 'notAsked') return
      notices.ask().then((permission) => alertsStore.setState({ permission }), world.report)
    },
    rangOut: (telling: Telling, words: Pick<Notice, 'title' | 'body'>): void => {
      const { toRing } = alertsStore.getState()
      if (!toRing.includes(telling)) return
      alertsStore.setState({ toRing: toRing.filter((one) => one !== telling) })
      if (clock.now() - telling.atMs >= TOLD_WITHIN_MS) return // the board was not on the screen: no news any more
      const { alert } = telling.change
      if (preferencesStore.getState().notifications) notices.show({ tag: alert.who, ...words })
      if (alert.hasSound) notices.ring()
    },
    putAway: (telling: Telling): void =>
      alertsStore.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one !== telling) })),
    seen,
  }
}
