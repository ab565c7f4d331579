import type { Clock } from '../lib/clock.ts'
import { choiceShown, isByItself, type Presence } from '../ucwa/presence.ts'
import { isUnsettled, showsChoice, type Found, type Publication, type Resource } from './publication.ts'

/** Set by the same person at another device. `atMs`, since the Unix epoch, is when it was heard; null: some time before. */
export type SetElsewhere = { readonly atMs: number | null }

/**
 * Tells what the person has set at another device from what they have set here, in whichever tab, and from what follows
 * by itself: idle, away, a meeting, a call. UCWA says of no value who has set it, so only what nothing but a hand sets
 * counts: a silence here is no promise.
 */
export type ElsewhereBook = {
  /** In this tab, or in another one of this browser. */
  published(newest: Publication): void
  read(found: Found): void
  /** Something may have gone unheard: what is new at the next read is so since nobody knows when. */
  gap(): void
  /** The person has signed out. */
  clear(): void
}

export type ElsewhereDeps = {
  readonly clock: Clock
  readonly onChange: (resource: Resource, set: SetElsewhere | null) => void
}

/** The last that only a hand can have set; and whether what comes by itself covers it now. */
type Known = { readonly hand: string | null; readonly isCovered: boolean; readonly isUnheard: boolean }

export function createElsewhere({ clock, onChange }: ElsewhereDeps): ElsewhereBook {
  const known = new Map<Resource, Known>()
  const own = new Map<Resource, Publication>()

  const isOwn = (found: Found, hand: string | null): boolean => {
    const newest = own.get(found.resource)
    if (newest === undefined) return false
    const shows = showsChoice(newest.choice, found)
    if (shows === 'it') return true
    if (!isUnsettled(newest)) own.delete(found.resource) // whatever comes after it is not of this choice
    return shows === 'cannotTell' && (found.resource !== 'presence' || hand === null)
  }

  return {
    published: (newest) => {
      const { resource } = newest.choice
      if (newest.state === 'refused') own.delete(resource)
      else own.set(resource, newest)
      if (newest.state === 'sending') onChange(resource, null)
    },
    read: (found) => {
      const { resource } = found
      const hand = handIn(found)
      if (hand === undefined) {
        known.delete(resource)
        onChange(resource, null)
        return
      }
      const before = known.get(resource)
      if (hand === COVERED) {
        if (before === undefined || before.isCovered) return
        known.set(resource, { ...before, isCovered: true }) // what comes out again is no news
        if (before.hand !== null) onChange(resource, null)
        return
      }
      known.set(resource, { hand, isCovered: false, isUnheard: false })
      if (before === undefined || before.hand === hand) return
      const isElsewhere = !isOwn(found, hand) && hand !== null
      onChange(resource, isElsewhere ? { atMs: before.isUnheard ? null : clock.now() } : null)
    },
    gap: () => {
      for (const [resource, one] of known) known.set(resource, { ...one, isUnheard: true })
    },
    clear: () => {
      for (const resource of known.keys()) onChange(resource, null)
      known.clear()
      own.clear()
    },
  }
}

/** What comes by itself is shown, and whatever was set by hand may stand below it. */
const COVERED = Symbol('covered')

/** What of a read only a hand can have set; null: nothing. Undefined: it cannot be told, as while only watching. */
function handIn(found: Found): string | typeof COVERED | null | undefined {
  switch (found.resource) {
    case 'presence':
      return found.value === null ? undefined : presenceByHand(found.value)
    case 'note': // an out-of-office message is Exchange's
      return found.value?.type === 'Personal' ? (found.value.message ?? '') : undefined
    case 'location':
      return found.value === null ? undefined : (found.value.location ?? '')
  }
}

function presenceByHand(presence: Presence): string | typeof COVERED | null {
  if (isByItself(presence)) return COVERED
  const shown = choiceShown(presence)
  switch (shown) {
    case 'Busy':
    case 'DoNotDisturb':
    case 'BeRightBack':
      return `${shown} ${presence.activity ?? ''}`
    case 'Offwork':
      return shown
    case 'Away':
      return COVERED
    case 'Online':
    case null:
      return null
  }
}
