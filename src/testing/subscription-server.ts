import { anHref } from './examples.ts'
import { createHandTurnedClock } from './hand-turned-clock.ts'
import { failureOf, NO_REASON, UcwaError, type UcwaFailure } from '../ucwa/errors.ts'
import { toSipUri, type Href, type SipUri } from '../ucwa/hal.ts'
import type { PresenceSubscription } from '../ucwa/presence-subscription.ts'
import type { StandingSubscription } from '../session/left-subscriptions.ts'
import { createSubscriptions } from '../session/subscriptions.ts'

const LIMIT: UcwaFailure = {
  kind: 'refused',
  status: 403,
  reason: { ...NO_REASON, subcode: 'LimitExceeded' },
}

const BAD_REQUEST: UcwaFailure = { kind: 'refused', status: 400, reason: NO_REASON }
const NOT_FOUND: UcwaFailure = { kind: 'refused', status: 404, reason: NO_REASON }

export const people = (count: number, from = 0): readonly SipUri[] =>
  Array.from({ length: count }, (_, number) => toSipUri(`sip:p${from + number}@contoso.com`))

/** A server with its limits, and what was asked of it. */
export function aServer(
  rules: { atMost?: number; subscriptions?: number; unknown?: readonly SipUri[] } = {},
) {
  const { atMost = Infinity, subscriptions = Infinity, unknown = [] } = rules
  const asked: string[] = []
  const covered = new Map<string, Set<SipUri>>()
  const failing: Error[] = []
  let made = 0
  let isHanging = false
  let application = anHref('https://pool/applications/101')
  const answer = (what: string) => {
    asked.push(what)
    const failure = failing.shift()
    if (failure !== undefined) throw failure
  }
  const refuseUnknown = (uris: readonly SipUri[]) => {
    if (uris.some((uri) => unknown.includes(uri))) throw new UcwaError(BAD_REQUEST)
  }
  return {
    asked,
    covered,
    failNext: (...failures: readonly UcwaFailure[]) =>
      failing.push(...failures.map((failure) => new UcwaError(failure))),
    breakNext: (...bugs: readonly Error[]) => failing.push(...bugs),
    failNothingMore: () => failing.splice(0),
    hangsAtRemovals: () => {
      isHanging = true
    },
    all: () => new Set([...covered.values()].flatMap((members) => [...members])),
    dropsAll: () => {
      covered.clear()
      made = 0
    },
    opensAnother: () => {
      covered.clear()
      application = anHref('https://pool/applications/102')
    },
    client: {
      applicationHref: () => application,
      subscribe: async (uris: readonly SipUri[], minutes: number): Promise<PresenceSubscription> => {
        answer(`subscribe ${uris.length} for ${minutes}`)
        refuseUnknown(uris)
        if (uris.length > atMost || covered.size >= subscriptions) throw new UcwaError(LIMIT)
        const href = anHref(`${application}/people/presenceSubscriptions/${(made += 1)}`)
        covered.set(href, new Set(uris))
        return { href, id: href, links: new Map() }
      },
      addTo: async ({ href }: PresenceSubscription, uris: readonly SipUri[]) => {
        answer(`add ${uris.length}`)
        refuseUnknown(uris)
        const members = covered.get(href)
        if (members === undefined) throw new UcwaError(NOT_FOUND)
        if (members.size + uris.length > atMost) throw new UcwaError(LIMIT)
        for (const uri of uris) members.add(uri)
      },
      extend: async ({ href }: PresenceSubscription) => {
        answer('extend')
        if (!covered.has(href)) throw new UcwaError(NOT_FOUND)
      },
      removeFrom: async ({ href }: PresenceSubscription, uris: ReadonlySet<SipUri>) => {
        answer(`remove ${uris.size}`)
        if (isHanging) await new Promise(() => undefined)
        for (const uri of uris) covered.get(href)?.delete(uri)
      },
      unsubscribe: async ({ href }: { readonly href: Href }) => {
        answer('unsubscribe')
        covered.delete(href)
      },
    },
  }
}

export function subscribing(rules: Parameters<typeof aServer>[0] = {}, server = aServer(rules)) {
  const clock = createHandTurnedClock()
  const unheard: (readonly SipUri[])[] = []
  const bugs: unknown[] = []
  let told: readonly StandingSubscription[] = []
  const subscriptions = createSubscriptions({
    client: server.client,
    clock,
    onUnheard: (whom) => unheard.push(whom),
    onStanding: () => {
      told = subscriptions.standing()
    },
    onBug: (bug) => bugs.push(bug),
  })
  const covering = (of: SipUri) => {
    const it: { state: string } = { state: 'waiting' }
    subscriptions.covering(of, new AbortController().signal).then(
      () => (it.state = 'covered'),
      (error: unknown) => (it.state = failureOf(error)?.kind ?? 'bug'),
    )
    return it
  }
  const watch = (whom: readonly SipUri[]) => subscriptions.watch(new Set(whom))
  return { server, clock, unheard, bugs, subscriptions, covering, watch, told: () => told }
}
