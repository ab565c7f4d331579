import { anHref } from './examples.ts'
import { UcwaError, type UcwaFailure } from '../ucwa/errors.ts'
import type { EventPackage } from '../ucwa/events.ts'
import type { Href } from '../ucwa/hal.ts'
import { runChannel, type ChannelDeps } from '../session/channel.ts'
import { openingAfresh, type ChannelState, type Live } from '../session/channel-state.ts'

export type Reply = UcwaFailure | EventPackage | 'good'

export const isFailure = (reply: Reply): reply is UcwaFailure => typeof reply === 'object' && 'kind' in reply

/**
 * Plays one reply for each request, of whatever kind; the channel is stopped when they are used up.
 * `did` tells everything that was touched, in order.
 */
export async function scripted(
  replies: readonly Reply[],
  changes: Partial<ChannelDeps> = {},
  from: Live = openingAfresh(),
  stop = new AbortController(),
) {
  const did: string[] = []
  const states: ChannelState[] = []
  const polled: Href[] = []
  const given: Href[] = []
  const script = [...replies]
  const reply = async (): Promise<EventPackage | null> => {
    const next = script.shift()
    if (next === undefined) {
      stop.abort()
      throw stop.signal.reason
    }
    if (isFailure(next)) throw new UcwaError(next)
    return next === 'good' ? null : next
  }
  const giving = (href: Href): Href => {
    given.push(href)
    return href
  }
  const deps: ChannelDeps = {
    open: async () => {
      did.push('open')
      await reply()
      return giving(anHref())
    },
    check: async () => {
      did.push('check')
      await reply()
    },
    poll: async (next) => {
      did.push('poll')
      polled.push(next)
      const heard = (await reply()) ?? { events: [], next: anHref(), gap: false }
      giving(heard.next)
      return heard
    },
    locate: async () => {
      did.push('locate')
      return (await reply()) !== null
    },
    untilHeld: () => new Promise(() => undefined),
    untilSignedIn: async () => {
      did.push('wait for the person')
    },
    pause: async ({ atLeastMs }) => {
      did.push(`pause ${atLeastMs}`)
    },
    untilClaimed: async () => {
      did.push('wait to be claimed')
    },
    onState: (state) => states.push(state),
    onEvents: (events) => did.push(`${events.length} events`),
    onGap: () => did.push('gap'),
    onBug: () => did.push('bug'),
    ...changes,
  }
  await runChannel(deps, stop.signal, from)
  const listened = states.flatMap((state) => (state.kind === 'listening' ? [state.isProven] : []))
  /** What was asked of the server, and the waits between. */
  const asked = did.filter((what) => !/gap|events/.test(what))
  return { did, asked, states: states.map(({ kind }) => kind), last: states.at(-1), polled, given, listened }
}
