import { failureOf } from '../ucwa/errors.ts'
import type { Href } from '../ucwa/hal.ts'
import type { UcwaClient } from '../ucwa/ucwa-client.ts'

/** A subscription that stands at the server, and the application that it ends with. */
export type StandingSubscription = { readonly href: Href; readonly application: Href }

/**
 * Subscriptions that nothing goes by any more. Not every gap has ended them: "resume" says that the server has,
 * "resync" does not (EventsInUCWA.md, "Resume/resynchronize"). Left alone, each would stand for up to half an hour.
 */
export type LeftSubscriptions = {
  add(those: readonly StandingSubscription[]): void
  all(): readonly StandingSubscription[]
  /**
   * Deletes them, but for those that another application took along. Never rejects for the server's sake: they lapse by
   * themselves. Rejects with the signal's reason, and keeps what it has not come to.
   */
  end(stop: AbortSignal): Promise<void>
  forget(): void
}

/** @param isHeld an href that is in use again, since the server may count its subscriptions anew after a reset */
export function createLeftSubscriptions(
  client: Pick<UcwaClient, 'applicationHref' | 'unsubscribe'>,
  isHeld: (href: Href) => boolean,
): LeftSubscriptions {
  let left: readonly StandingSubscription[] = []

  const endOne = async ({ href, application }: StandingSubscription, stop: AbortSignal): Promise<void> => {
    if (application !== client.applicationHref() || isHeld(href)) return
    await client.unsubscribe({ href }, stop).catch((error: unknown) => {
      if (failureOf(error) === null) throw error // all else will do: nothing of ours depends on when it ends
    })
  }

  return {
    add: (those) => {
      left = [...left, ...those]
    },
    all: () => left,
    end: async (stop) => {
      for (const each of left) {
        await endOne(each, stop).finally(() => {
          if (!stop.aborted) left = left.filter((other) => other !== each)
        })
      }
    },
    forget: () => {
      left = []
    },
  }
}
