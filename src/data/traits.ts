import { notifyManager, type QueryClient } from '@tanstack/react-query'
import type { Availability } from '../ucwa/availability.ts'
import type { ContactLocation } from '../ucwa/contact-location.ts'
import type { ContactPresence } from '../ucwa/contact-presence.ts'
import { toSipUri, type SipUri } from '../ucwa/hal.ts'
import type { SeenChanges } from './seen-changes.ts'

/** What people are sorted and grouped by, as it was last read: what is in doubt keeps its place. */
export type Trait = {
  /** Null: not read yet. */
  readonly availability: Availability | null
  /** Milliseconds since the Unix epoch; null: this page has seen no change. */
  readonly changedAtMs: number | null
  /** Where they say that they are; null: they do not, or it is not read yet. */
  readonly place: string | null
}

export type Traits = {
  of(uri: SipUri): Trait
  /** Tells who has changed: once for all that one answer of the server has brought. Answers how to stop. */
  subscribe(listener: (changed: ReadonlySet<SipUri>) => void): () => void
  /** How often it has told. */
  told(): number
}

export function createTraits(cache: QueryClient, seenChanges: SeenChanges): Traits {
  const listeners = new Set<(changed: ReadonlySet<SipUri>) => void>()
  let untold = new Set<SipUri>()
  let told = 0

  cache.getQueryCache().subscribe((event) => {
    const [family, whose] = event.query.queryKey
    if (family !== 'contactPresence' && family !== 'contactLocation') return
    if (event.type !== 'updated' || event.action.type !== 'success' || typeof whose !== 'string') return
    untold.add(toSipUri(whose))
    if (untold.size > 1) return
    notifyManager.schedule(() => {
      const changed = untold
      untold = new Set()
      told += 1
      for (const listener of listeners) listener(changed)
    })
  })
  return {
    of: (uri) => {
      const presence = cache.getQueryData<ContactPresence | null>(['contactPresence', uri])
      return {
        // Null was read: the server knows no presence of theirs.
        availability: presence === undefined ? null : (presence?.availability ?? 'Unknown'),
        changedAtMs: seenChanges.sinceMs(uri),
        place: cache.getQueryData<ContactLocation | null>(['contactLocation', uri])?.location ?? null,
      }
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    told: () => told,
  }
}
