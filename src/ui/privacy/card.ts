import type { ContactNote } from '../../ucwa/contact-note.ts'
import type { Phone } from '../../ucwa/phones.ts'
import { canSee } from '../../ucwa/privacy-level.ts'
import type { CardPart, GrantedLevel } from '../../ucwa/privacy-level.ts'
import type { Availability } from '../../ucwa/availability.ts'

/** What I publish now. */
export type Published = {
  /** Null: nothing, while one only watches. */
  readonly presence: { readonly availability: Availability; readonly activity: string | null } | null
  readonly note: ContactNote | null
  readonly location: string | null
  readonly description: string | null
  readonly phones: readonly Phone[]
}

/** One thing on a card. `perhaps`: the documents contradict each other about it. */
type On<T> = { readonly value: T; readonly isCertain: boolean }

/** My own card, as somebody at a level sees it. Null or empty: they do not see it, or there is nothing to see. */
export type Card = {
  readonly presence: { readonly availability: Availability; readonly activity: On<string> | null } | null
  readonly note: On<ContactNote> | null
  readonly location: On<string> | null
  readonly description: string | null
  readonly phones: readonly { readonly type: string; readonly number: string }[]
}

/** Source: UCWA reference, "phone", type; Lync schema reference, the containers' "contactCard". */
const PART_OF_PHONE: ReadonlyMap<string, CardPart> = new Map([
  ['Work', 'workPhone'],
  ['Mobile', 'mobilePhone'],
])

/**
 * Documented: to a workgroup, Do not disturb shows as Busy with urgent interruptions only; to the blocked all is Offline
 * (Lync reference, "Aggregation and containers").
 */
export function cardFor(level: GrantedLevel, of: Published): Card {
  const seen = <T>(part: CardPart, value: T | null): On<T> | null => {
    const shown = canSee(level, part)
    return value === null || shown === 'no' ? null : { value, isCertain: shown === 'yes' }
  }
  return {
    presence: of.presence === null ? null : presenceFor(level, of.presence),
    note: seen('note', of.note),
    location: seen('location', of.location),
    description: seen('title', of.description)?.value ?? null,
    phones: of.phones.flatMap(({ type, number, isOnCard }) => {
      const part = PART_OF_PHONE.get(type) ?? 'homePhone'
      return number !== null && isOnCard && canSee(level, part) === 'yes' ? [{ type, number }] : []
    }),
  }
}

function presenceFor(level: GrantedLevel, presence: NonNullable<Published['presence']>): Card['presence'] {
  if (canSee(level, 'availability') === 'no') return { availability: 'Offline', activity: null }
  if (level === 'Workgroup' && presence.availability === 'DoNotDisturb') {
    return { availability: 'Busy', activity: { value: 'urgent-interruptions-only', isCertain: true } }
  }
  const shown = canSee(level, 'activity')
  const { availability, activity } = presence
  if (activity === null || shown === 'no') return { availability, activity: null }
  return { availability, activity: { value: activity, isCertain: shown === 'yes' } }
}
