import type { ContactPresence } from '../ucwa/contact-presence.ts'
import type { SipUri } from '../ucwa/hal.ts'

/** When one wants to be told of somebody: when they are available or of whatever changes, once or each time. */
export type AlertWhen = 'availableOnce' | 'available' | 'changeOnce' | 'change'

/** What the person calls watching somebody. */
export type Alert = {
  readonly who: SipUri
  /** As they were called when it was asked for: their list may not have been read yet. */
  readonly name: string
  readonly when: AlertWhen
  readonly hasSound: boolean
}

/** As much of somebody's presence as can be news. */
export type PresenceTold = Pick<ContactPresence, 'availability' | 'activity'>

/** Everybody who is watched, with what was last known of them; null: nothing yet. */
export type Watching = ReadonlyMap<SipUri, { readonly alert: Alert; readonly last: PresenceTold | null }>

export type AlertEvent =
  | { readonly kind: 'watch'; readonly alert: Alert; readonly known: PresenceTold | null }
  | { readonly kind: 'unwatch'; readonly who: SipUri }
  /** A read of theirs has landed, whatever led to it. Null: the server knows no presence of theirs. */
  | { readonly kind: 'read'; readonly who: SipUri; readonly presence: PresenceTold | null }

/** Somebody who is watched is something else than before. */
export type Change = {
  readonly alert: Alert
  readonly presence: PresenceTold
  /** Whether that is what was asked for; the others are merely listed. */
  readonly isAskedFor: boolean
  /** It was asked for once: they are watched no more. */
  readonly isOver: boolean
}

/**
 * What a read means for whom one watches. It is news only against what was known before: not the first read, nor the same
 * again, however long a gap lies between; what differs after a gap is news, since one does not know it yet.
 * "Unknown", or none at all, says nothing of anybody, so it is passed over, and what was known before it stays.
 */
export function alertsAfter(
  watching: Watching,
  event: AlertEvent,
): { readonly watching: Watching; readonly change: Change | null } {
  switch (event.kind) {
    case 'watch': {
      const { alert, known } = event
      const last = watching.get(alert.who)?.last ?? (known === null || isUnknown(known) ? null : known)
      return { watching: new Map(watching).set(alert.who, { alert, last }), change: null }
    }
    case 'unwatch':
      return { watching: without(watching, event.who), change: null }
    case 'read':
      return afterRead(watching, event.who, event.presence)
  }
}

function afterRead(
  watching: Watching,
  who: SipUri,
  presence: PresenceTold | null,
): ReturnType<typeof alertsAfter> {
  const watched = watching.get(who)
  if (watched === undefined || presence === null || isUnknown(presence)) return { watching, change: null }
  const { alert, last } = watched
  const now = new Map(watching).set(who, { alert, last: presence })
  if (last === null || isSame(last, presence)) return { watching: now, change: null }
  const { of, isOnce } = ASKED[alert.when]
  const isAskedFor = of === 'change' || (isAvailable(presence) && !isAvailable(last))
  const isOver = isAskedFor && isOnce
  return { watching: isOver ? without(now, who) : now, change: { alert, presence, isAskedFor, isOver } }
}

const ASKED: Readonly<Record<AlertWhen, { readonly of: 'available' | 'change'; readonly isOnce: boolean }>> =
  {
    availableOnce: { of: 'available', isOnce: true },
    available: { of: 'available', isOnce: false },
    changeOnce: { of: 'change', isOnce: true },
    change: { of: 'change', isOnce: false },
  }

/** Idle, somebody is still available; whoever is out of office is not, whatever their machine says. */
export const isAvailable = ({ availability, activity }: PresenceTold): boolean =>
  (availability === 'Online' || availability === 'IdleOnline') && activity !== 'out-of-office'

/** Not published to one, or in words that nobody knows. */
const isUnknown = ({ availability, activity }: PresenceTold): boolean =>
  availability === 'Unknown' && activity === null

/** Falling idle and coming back would be news all day long. */
const isSame = (one: PresenceTold, other: PresenceTold): boolean =>
  awake(one.availability) === awake(other.availability) && one.activity === other.activity

const awake = (availability: PresenceTold['availability']): PresenceTold['availability'] => {
  if (availability === 'IdleOnline') return 'Online'
  return availability === 'IdleBusy' ? 'Busy' : availability
}

function without(watching: Watching, who: SipUri): Watching {
  const rest = new Map(watching)
  rest.delete(who)
  return rest
}
