import type { ContactPresence } from '../../ucwa/contact-presence.ts'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import { OUT_OF_OFFICE, signOf } from '../parts/sign.ts'
import type { Sign } from '../parts/sign.ts'
import type { Words } from '../words/words.ts'

/** How far we have got with somebody's presence. */
export type KnownPresence =
  | { readonly kind: 'reading' }
  | { readonly kind: 'unread'; readonly because: UcwaFailure | null }
  /** The server knows no presence of theirs: an address that leads to nobody, say. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'read'
      readonly presence: ContactPresence
      /** Whether it may no longer be so; then it is told in the past. */
      readonly isStale: boolean
      /** When it was last so, where that is earlier than what the whole page says; else null. */
      readonly asOfMs: number | null
      /** Since when they are what they are, where this page has seen it; else null. */
      readonly sinceMs: number | null
    }

/** The server announces changes of no more people: those beyond its limit cannot be followed. */
export const isBeyondLimit = (because: UcwaFailure | null): boolean =>
  because?.kind === 'refused' && because.reason.subcode === 'LimitExceeded'

/** Null while it is being read. */
export const signOfKnown = (known: KnownPresence): Sign | null => {
  if (known.kind === 'reading') return null
  if (known.kind !== 'read') return 'unknown'
  return signOf(known.presence.availability, known.presence.activity)
}

/** What may no longer be so is not told. */
export const isOnMobile = (known: KnownPresence): boolean =>
  known.kind === 'read' && !known.isStale && known.presence.deviceType === 'Mobile'

/** What else there is to know of them to tell it rightly. */
export type Standing = {
  readonly isOtherCompany: boolean
  /** By the signed-in person: the word says that, and their own state is told below it. */
  readonly isBlocked: boolean
}

/**
 * The one thing to say below the availability: the most telling that is known, or nothing.
 * While stale neither durations nor the last activity are told, since they would be counted from a time unknown.
 */
export function tellingLine(
  words: Words,
  known: KnownPresence,
  { isOtherCompany, isBlocked }: Standing,
  nowMs: number,
): string {
  if (known.kind === 'reading') return ''
  if (known.kind === 'none') return words.unknownBecause.none
  if (known.kind === 'unread') {
    if (isOtherCompany) return words.unknownBecause.otherCompany
    if (isBeyondLimit(known.because)) return words.unknownBecause.beyondLimit
    return known.because === null ? words.unknownBecause.notRead : words.unknownBecause.notAnswered
  }
  const { availability, unknownAvailability, activity, lastActiveAtMs } = known.presence
  if (known.asOfMs !== null) return words.asOf(known.asOfMs, nowMs)
  if (availability === 'Unknown' && activity === null) {
    if (unknownAvailability !== null) return words.unknownBecause.unheardOf(unknownAvailability)
    return words.unknownBecause.notPublished
  }
  if (isBlocked) return known.isStale ? '' : words.sign(signOf(availability, activity))
  if (activity === OUT_OF_OFFICE) return words.sign(signOf(availability, null))
  if (activity !== null) {
    const line = words.activity(activity)
    return line === words.sign(signOf(availability, null)) ? '' : line // "Available" below "Available" tells nothing
  }
  if (known.isStale) return ''
  const lasts = known.sinceMs === null ? '' : words.person.sinceLong(known.sinceMs, nowMs)
  if (lasts !== '') return lasts
  return lastActiveAtMs === null ? '' : words.lastActive(lastActiveAtMs, nowMs)
}
