import { createBell } from '../lib/bell.ts'
import type { Clock } from '../lib/clock.ts'
import { failureOf, isOfTheSession, UcwaError, type UcwaFailure } from '../ucwa/errors.ts'
import type { UcwaEvent } from '../ucwa/events.ts'
import type { SipUri } from '../ucwa/hal.ts'
import type { PresenceSubscription } from '../ucwa/presence-subscription.ts'
import type { UcwaClient } from '../ucwa/ucwa-client.ts'
import { heldSince, keepRenewed, standingOf, type Held } from './held-subscription.ts'
import { createLeftSubscriptions, type StandingSubscription } from './left-subscriptions.ts'
import { createPatience } from './patience.ts'
import { isAboutWhom, isLimit, isWorthAnother } from './subscription-refusals.ts'
import { GATHER_MS, RENEWAL_ECHO_MS, SUBSCRIPTION_MINUTES } from './timing.ts'

/** Keeps the server's presence subscriptions equal to who is watched, as few as will do. */
export type Subscriptions = {
  /**
   * Who is watched from now on: these and nobody else.
   * @param passing those of them who are only for a while: in subscriptions of their own, so that they can be let go at once
   */
  watch(whom: ReadonlySet<SipUri>, passing?: ReadonlySet<SipUri>): void
  /**
   * Resolves once changes of that person's presence are announced, so that what is read from then on stays true;
   * at once for somebody who is not watched. Rejects with the server's refusal, or with the signal's reason.
   */
  readonly covering: (of: SipUri, signal: AbortSignal) => Promise<void>
  /** The server is heard again after a silence: who waits to be subscribed to need wait no longer. */
  tryNow(): void
  /** After a gap: the server may have dropped them all, so subscribe anew; whatever it has not dropped is deleted. */
  renew(): void
  /** These stand from before, made by a tab that led: they are deleted once everybody is covered by this one. */
  inherit(those: readonly StandingSubscription[]): void
  /** All that stand at the server, as far as is known here. */
  standing(): readonly StandingSubscription[]
  /** A subscription is about to lapse, or is gone. Source: UCWA reference, "presenceSubscription", Events. */
  heard(events: readonly UcwaEvent[]): void
  /** Nobody is watched any more, and the server is left to drop what it holds, with the application. */
  end(): void
}

export type SubscriptionsDeps = {
  readonly client: Pick<
    UcwaClient,
    'applicationHref' | 'subscribe' | 'extend' | 'addTo' | 'removeFrom' | 'unsubscribe'
  >
  readonly clock: Clock
  /** These people's changes went unheard for a while; they are subscribed to again. */
  readonly onUnheard: (whom: readonly SipUri[]) => void
  /** `standing` has changed: whoever takes over should know. */
  readonly onStanding: () => void
  readonly onBug: (bug: unknown) => void
}

/** So many refusals with nothing accepted in between are no longer about whom, but about whether. log2(5,000) < 16. */
const REFUSALS_IN_A_ROW = 16

/** Begins with the first `watch`. */
export function createSubscriptions(deps: SubscriptionsDeps): Subscriptions {
  const { client, clock } = deps
  let wanted: ReadonlySet<SipUri> = new Set()
  let passing: ReadonlySet<SipUri> = new Set()
  let held = new Set<Held>()
  const refused = new Map<SipUri, UcwaFailure>()
  /** Rung whenever somebody is covered, refused, or no longer wanted. */
  const settled = createBell()
  let isSettling = false
  const patience = createPatience(clock)
  // Aborted and replaced at each gap: an answer from before it counts for nothing.
  let era = new AbortController()
  const left = createLeftSubscriptions(client, (href) => [...held].some(({ on }) => on.href === href))

  const holder = (of: SipUri): Held | null => {
    for (const each of held) if (each.members.has(of)) return each
    return null
  }
  const missing = (): readonly SipUri[] => {
    const covered = new Set([...held].flatMap(({ members }) => [...members]))
    return [...wanted].filter((uri) => !covered.has(uri) && !refused.has(uri))
  }

  const accept = (by: Held, whom: readonly SipUri[]): void => {
    for (const uri of whom) by.members.add(uri)
    settled.ring()
  }
  const refuse = (whom: readonly SipUri[], failure: UcwaFailure): void => {
    for (const uri of whom) refused.set(uri, failure)
    settled.ring()
  }

  const forget = (): void => {
    era.abort()
    era = new AbortController()
    patience.end()
    held = new Set()
    refused.clear()
  }

  const drop = (lost: Held): void => {
    if (!held.delete(lost)) return
    lost.ended.abort()
    const unheard = [...lost.members].filter((uri) => wanted.has(uri))
    if (unheard.length > 0) deps.onUnheard(unheard)
    settle()
  }

  const hold = (on: PresenceSubscription, isForAWhile: boolean): Held => {
    const fresh = heldSince(clock.now(), { on, application: client.applicationHref(), isForAWhile })
    held.add(fresh)
    deps.onStanding()
    void keepRenewed(fresh, deps, AbortSignal.any([era.signal, fresh.ended.signal]))
      .then(() => drop(fresh))
      .catch(ignoreAbort)
    return fresh
  }

  /** One after the other, so that two growing lists meet in one subscription. */
  const settle = (): void => {
    if (isSettling) return
    isSettling = true
    const stop = era.signal
    void gatherAndSubscribe(stop)
      .catch((error: unknown) => afterBug(error, stop))
      .catch(ignoreAbort)
      .finally(() => {
        isSettling = false
        if (isUnsettled()) settle()
      })
  }

  /** What is ours to mend may well happen again: it is tried again no sooner than what fails in passing. */
  const afterBug = async (error: unknown, stop: AbortSignal): Promise<void> => {
    if (stop.aborted) throw error
    deps.onBug(error)
    await patience.afterFailure({ kind: 'malformed', detail: String(error) }, stop)
  }

  const gatherAndSubscribe = async (stop: AbortSignal): Promise<void> => {
    await clock.sleep(GATHER_MS, stop)
    for (const each of held) if (unwantedIn(each).length === each.members.size) letGo(each)

    const all = missing()
    const pieces: (readonly SipUri[])[] = [
      all.filter((uri) => !passing.has(uri)),
      all.filter((uri) => passing.has(uri)),
    ]
    let refusals = 0
    for (let next = pieces.shift(); next !== undefined; next = pieces.shift()) {
      const piece = next.filter((uri) => wanted.has(uri)) // some may have been let go during a wait
      if (piece.length === 0) continue
      const failure = await cover(piece, stop)
      if (failure === null) {
        refusals = 0
        patience.end()
        continue
      }
      if (isWorthAnother(failure)) {
        await patience.afterFailure(failure, stop)
        pieces.unshift(piece)
        continue
      }
      if (isLimit(failure) && hasUnwanted()) {
        await tidy(stop) // they may be what is too many
        pieces.unshift(piece)
        continue
      }
      refusals += 1
      if (piece.length === 1 || !isAboutWhom(failure)) refuse(piece, failure)
      else if (refusals > REFUSALS_IN_A_ROW) refuse([piece, ...pieces.splice(0)].flat(), failure)
      else pieces.unshift(...halves(piece))
    }
    await tidy(stop) // last: whoever reads waits for what came before
  }

  /** Null once the server has accepted them. */
  const cover = async (piece: readonly SipUri[], stop: AbortSignal): Promise<UcwaFailure | null> => {
    const isForAWhile = piece.some((uri) => passing.has(uri))
    const roomy = [...held].find((each) => !each.isFull && each.isForAWhile === isForAWhile)
    try {
      if (roomy === undefined) {
        const on = await client.subscribe(piece, SUBSCRIPTION_MINUTES, stop)
        stop.throwIfAborted()
        accept(hold(on, isForAWhile), piece)
      } else {
        await client.addTo(roomy.on, piece, stop)
        stop.throwIfAborted()
        accept(roomy, piece)
      }
      return null
    } catch (error) {
      const failure = failureOf(error)
      if (failure === null) throw error
      if (roomy === undefined || isWorthAnother(failure)) return failure
      if (isLimit(failure)) {
        roomy.isFull = true
        return cover(piece, stop)
      }
      if (isAboutWhom(failure)) return failure
      drop(roomy) // it has lapsed before its time
      return cover(piece, stop)
    }
  }

  const unwantedIn = ({ members }: Held): readonly SipUri[] => [...members].filter((uri) => !wanted.has(uri))

  const hasUnwanted = (): boolean =>
    left.all().length > 0 || [...held].some((each) => unwantedIn(each).length > 0)
  const isUnsettled = (): boolean => missing().length > 0 || hasUnwanted()

  /** Whom nobody watches any more, and what nothing goes by any more. */
  const tidy = async (stop: AbortSignal): Promise<void> => {
    for (const each of held) {
      const unwanted = unwantedIn(each)
      if (unwanted.length === each.members.size) letGo(each)
      else if (unwanted.length > 0) await release(each, unwanted, stop)
    }
    await endLeft(stop)
  }

  /** Takes those out whom nobody watches any more. Whoever is wanted again meanwhile is added again. */
  const release = async (it: Held, unwanted: readonly SipUri[], stop: AbortSignal): Promise<void> => {
    for (const uri of unwanted) it.members.delete(uri)
    it.isFull = false
    await client.removeFrom(it.on, new Set(unwanted), stop).catch((error: unknown) => {
      // They cost the server a little until the subscription ends; nothing that is shown depends on it.
      if (failureOf(error) === null) throw error
    })
  }

  const letGo = (it: Held): void => {
    held.delete(it)
    it.ended.abort()
    left.add(standingOf([it]))
  }

  const endLeft = async (stop: AbortSignal): Promise<void> => {
    if (left.all().length === 0) return
    await left.end(stop)
    deps.onStanding()
  }

  const ignoreAbort = (error: unknown): void => {
    if (!(error instanceof DOMException && error.name === 'AbortError')) deps.onBug(error)
  }

  return {
    watch: (whom, forAWhile = new Set()) => {
      wanted = whom
      passing = forAWhile
      settled.ring()
      if (isUnsettled()) settle()
    },

    covering: async (of, stop) => {
      while (wanted.has(of) && holder(of) === null) {
        const failure = refused.get(of)
        if (failure !== undefined) throw new UcwaError(failure)
        await settled.rung(stop)
      }
    },

    tryNow: () => {
      for (const [uri, failure] of refused) if (isOfTheSession(failure)) refused.delete(uri)
      patience.tryNow()
      if (missing().length > 0) settle()
    },

    renew: () => {
      left.add(standingOf(held))
      forget()
      if (isUnsettled()) settle()
    },
    inherit: (those) => {
      left.add(those)
      if (isUnsettled()) settle()
    },
    standing: () => [...standingOf(held), ...left.all()],
    end: () => {
      wanted = new Set()
      forget()
      left.forget()
      settled.ring()
    },

    heard: (events) => {
      for (const { type, target } of events) {
        if (target.rel !== 'presenceSubscription') continue
        const named = [...held].filter(({ on }) => on.href === target.href)
        for (const each of named) {
          if (type === 'deleted') drop(each)
          else if (type === 'updated' && clock.now() - each.renewedAtMs > RENEWAL_ECHO_MS)
            each.renewNow.ring()
        }
      }
    },
  }
}

function halves<T>(whole: readonly T[]): [readonly T[], readonly T[]] {
  const middle = Math.ceil(whole.length / 2)
  return [whole.slice(0, middle), whole.slice(middle)]
}
