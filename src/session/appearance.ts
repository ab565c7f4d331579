import type { PreferredAvailability } from '../ucwa/availability.ts'
import type { Appearance, UcwaClient } from '../ucwa/ucwa-client.ts'
import { failureOf } from '../ucwa/errors.ts'
import type { UcwaEvent } from '../ucwa/events.ts'
import type { Presence } from '../ucwa/presence.ts'
import type { Attendance } from './attendance.ts'
import { showsPresence, type Publication } from './publication.ts'

/** How the person wants to be seen, over all the applications of one signed-in life. */
export type AppearanceBook = {
  /** A life begins. Null: nobody has said yet how; they watch until somebody does. */
  begin(wanted: Appearance['kind'] | null): void
  /** Whether it has been chosen, here or elsewhere, rather than taken for granted. */
  isKnown(): boolean
  wanted(): Appearance['kind']
  chosen(): PreferredAvailability | null
  /** Another tab of theirs says so. */
  told(wanted: Appearance['kind'], chosen: PreferredAvailability | null): void
  /**
   * As an application is to be opened now. Who is not there is not shown, whatever they want: nobody turns green at three
   * in the morning because a server was restarted. They are at their next touch.
   */
  now(): Appearance
  /** What the person chose is what they are to be again. */
  published(newest: Publication | null): void
  /** Another of their clients has had the last word since. */
  presenceRead(found: Presence | null): void
  /**
   * The server takes one's presence away, or gives it, without having been asked from here: then one watches, or is seen, by
   * its word. True when that changes what was wanted. Source: UCWA reference, "presence", Events.
   */
  heard(events: readonly UcwaEvent[]): boolean
  /** They want to be seen from now on. Rejects with what the client says. */
  show(signal: AbortSignal): Promise<void>
  watch(): void
  /** Shows the person at their next touch, where they are owed that; until the signal is aborted. */
  keep(signal: AbortSignal): () => void
}

export type AppearanceDeps = {
  /** False: nobody stands here, as at a screen on a wall; whatever the person wants elsewhere, they are not shown from here. */
  readonly mayShow: () => boolean
  readonly client: Pick<UcwaClient, 'canReportMyActivity' | 'showMe' | 'applicationHref'>
  readonly attendance: Attendance
  /** What they want to be seen as is another: the other tabs should know. */
  readonly onChange: () => void
  /** They have just been made available. */
  readonly onShown: () => void
  readonly onBug: (bug: unknown) => void
}

export function createAppearance({
  mayShow,
  client,
  attendance,
  onChange,
  onShown,
  onBug,
}: AppearanceDeps): AppearanceBook {
  let wanted: Appearance['kind'] = 'watching'
  let chosen: PreferredAvailability | null = null
  let isKnown = false
  let isUnderWay = false

  const isOwed = (): boolean =>
    wanted === 'shown' && client.applicationHref() !== null && !client.canReportMyActivity()

  const show = async (signal: AbortSignal): Promise<void> => {
    await client.showMe(chosen, signal)
    onShown()
  }

  return {
    begin: (kind) => {
      wanted = kind ?? 'watching'
      isKnown = kind !== null
      chosen = null
    },
    isKnown: () => isKnown,
    wanted: () => wanted,
    chosen: () => chosen,
    told: (wantedThere, chosenThere) => {
      wanted = wantedThere
      isKnown = true
      chosen = chosenThere
    },
    now: () =>
      wanted === 'shown' && mayShow() && attendance.isHere()
        ? { kind: 'shown', as: chosen }
        : { kind: 'watching' },
    published: (newest) => {
      if (newest?.choice.resource !== 'presence') return
      if (newest.state === 'accepted' || newest.state === 'confirmed') {
        chosen = newest.choice.wanted
        onChange()
      }
    },
    presenceRead: (found) => {
      if (found !== null && showsPresence(chosen, found) === 'another') chosen = null
    },
    heard: (events) => {
      const last = events.findLast(({ target, type }) => target.rel === 'presence' && type !== 'updated')
      const said = last === undefined ? wanted : last.type === 'deleted' ? 'watching' : 'shown'
      if (last !== undefined) isKnown = true
      if (said === wanted) return false
      wanted = said
      if (said === 'watching') chosen = null
      return true
    },
    show: (signal) => {
      wanted = 'shown'
      isKnown = true
      onChange()
      return show(signal)
    },
    watch: () => {
      wanted = 'watching'
      isKnown = true
      chosen = null
      onChange()
    },
    keep: (signal) =>
      attendance.onHere(() => {
        if (!isOwed() || !mayShow() || isUnderWay) return
        isUnderWay = true
        show(signal)
          .catch((error: unknown) => {
            // The next touch tries again.
            if (!signal.aborted && failureOf(error) === null) onBug(error)
          })
          .finally(() => (isUnderWay = false))
      }),
  }
}
