import { createBell } from '../lib/bell.ts'
import { failureOf } from './errors.ts'
import type { EventPackage } from './events.ts'
import { findLink, type Href } from './hal.ts'
import { resourceIn, saysJson, type Reply } from './reply.ts'

/** Where the event channel goes on after a gap, as an answer to something else than a P-GET has said. */
export type ChannelPlace = {
  readonly href: Href
  /** `resume`: subscriptions were dropped, and the parameters of the channel may be forgotten. */
  readonly isResumed: boolean
}

/**
 * Links of the event channel in other answers. "The client should be prepared to see such a link in any response."
 * Source: UCWA general reference, "Event channel details", of `resync`; assumed of `resume`, which is the same to us.
 */
export type Overheard = {
  /** The poll goes on there; the one under way is given up for it. */
  go(to: ChannelPlace): void
  /**
   * The answer to the poll; or, as soon as it is known that the channel goes on elsewhere, an empty package that leads
   * there, with a gap. Rejects as the poll does.
   */
  unlessLed(
    poll: (signal: AbortSignal) => Promise<EventPackage>,
    signal: AbortSignal,
    onLed: (to: ChannelPlace) => void,
  ): Promise<EventPackage>
  /** Another application: what was said of the last one means nothing any more. */
  forget(): void
}

/** `resume` or `resync` in an answer, or null. Nothing that has no links is a reason to complain: whoever asked reads it. */
export function placeIn(reply: Reply): ChannelPlace | null {
  if (!/"re(?:sync|sume)"/.test(reply.body) || !saysJson(reply)) return null
  try {
    const resource = resourceIn(reply)
    const resume = findLink(resource, 'resume')
    const link = resume ?? findLink(resource, 'resync')
    return link === null ? null : { href: link.href, isResumed: resume !== null }
  } catch (error) {
    if (failureOf(error) === null) throw error
    return null
  }
}

export function createOverheard(): Overheard {
  let due: ChannelPlace | null = null
  /** The same word may be in every answer until it is followed, and in those that were under way by then. */
  let followed: Href | null = null
  const said = createBell()

  return {
    go: (to) => {
      if (to.href === followed) return
      due = to
      said.ring()
    },
    unlessLed: async (poll, signal, onLed) => {
      const led = new AbortController()
      const over = new AbortController()
      said.rung(over.signal).then(
        () => led.abort(LED_ELSEWHERE),
        () => null, // answered before
      )
      try {
        if (due === null) return await poll(AbortSignal.any([signal, led.signal]))
      } catch (error) {
        if (!led.signal.aborted || signal.aborted) throw error
      } finally {
        over.abort()
      }
      const to = due
      if (to === null) throw LED_ELSEWHERE // the application was lost at that very moment
      due = null
      followed = to.href
      onLed(to)
      return { events: [], next: to.href, gap: true }
    },
    forget: () => {
      due = null
      followed = null
    },
  }
}

const LED_ELSEWHERE = new Error('the event channel goes on elsewhere')
