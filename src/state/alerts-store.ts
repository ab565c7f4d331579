import * as v from 'valibot'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { namesIn } from '../lib/names-in.ts'
import type { Alert, AlertWhen } from '../session/alerts.ts'
import type { Telling } from '../session/alerts-book.ts'
import type { NoticePermission } from '../session/notices.ts'
import type { Resource } from '../session/publication.ts'
import type { ContactPresence } from '../ucwa/contact-presence.ts'
import type { SipUri } from '../ucwa/hal.ts'

/** One line of the list of recent changes. `atMs`: when it was heard of, since the Unix epoch. */
export type RecentChange =
  | { readonly kind: 'person'; readonly atMs: number; readonly telling: Telling }
  /** One's own, set at another device. */
  | {
      readonly kind: 'mine'
      readonly atMs: number
      readonly resource: Resource
      readonly presence: Pick<ContactPresence, 'availability' | 'activity'> | null
    }

export type AlertsView = {
  readonly alerts: ReadonlyMap<SipUri, Alert>
  /** The newest first; kept until the page closes. */
  readonly recent: readonly RecentChange[]
  /** How many of those that were asked for the person has not seen yet. */
  readonly unseen: number
  /** Told on the page, and not put away yet; the newest last. */
  readonly toasts: readonly Telling[]
  /** Still to be told beyond the page, by this tab. */
  readonly toRing: readonly Telling[]
  readonly permission: NoticePermission
}

export type AlertsStore = StoreApi<AlertsView>

export const createAlertsStore = (permission: NoticePermission): AlertsStore =>
  createStore<AlertsView>()(() => ({ ...NOTHING_TOLD, alerts: new Map(), permission }))

/** As much as is of use at a glance, and no record of anybody's day. */
const MOST_RECENT = 20
/** More at once would cover the people that they are about. (Our choice.) */
const MOST_TOASTS = 3

export const NOTHING_TOLD = { recent: [], unseen: 0, toasts: [], toRing: [] } as const

export const withRecent = (view: AlertsView, change: RecentChange): AlertsView => ({
  ...view,
  recent: [change, ...view.recent].slice(0, MOST_RECENT),
})

/**
 * The view after a telling. Listed always; on the page, and beyond it, only what was asked for, while one may be disturbed.
 *
 * @param isSeen - whether the page is before somebody's eyes
 * @param isOwn - whether this tab is the one that tells beyond the page
 * @param isOnWall - whether it hangs on a wall: nobody there is told, and the person finds it afterwards
 */
export function withTelling(
  view: AlertsView,
  telling: Telling,
  {
    isSeen,
    isOwn,
    isOnWall,
  }: { readonly isSeen: boolean; readonly isOwn: boolean; readonly isOnWall: boolean },
): AlertsView {
  const listed = withRecent(view, { kind: 'person', atMs: telling.atMs, telling })
  if (!telling.change.isAskedFor) return listed
  const { who } = telling.change.alert
  const others = view.toasts.filter(({ change }) => change.alert.who !== who)
  return {
    ...listed,
    unseen: isSeen && !isOnWall && !telling.isQuiet ? view.unseen : view.unseen + 1,
    toasts: telling.isQuiet || isOnWall ? others : [...others, telling].slice(-MOST_TOASTS),
    toRing: isOwn && !telling.isQuiet ? [...view.toRing, telling] : view.toRing,
  }
}

/** In the order in which they are offered. */
export const ALERT_WHENS = namesIn<AlertWhen>({
  availableOnce: true,
  available: true,
  changeOnce: true,
  change: true,
})
const wire = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(
    v.object({
      who: v.string(),
      name: v.string(),
      when: v.picklist(ALERT_WHENS),
      hasSound: v.fallback(v.boolean(), false),
    }),
  ),
)

/** Whom one watches, as it was kept, as far as it can be read: another version of this page may have written it. */
export function parseAlerts(text: string | null, toSipUri: (uri: string) => SipUri): readonly Alert[] {
  const parsed = v.safeParse(wire, text)
  return parsed.success ? parsed.output.map((alert) => ({ ...alert, who: toSipUri(alert.who) })) : []
}
