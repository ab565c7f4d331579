import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anEvent, anHref } from '../testing/examples.ts'
import { NO_REASON, UcwaError, type UcwaFailure } from '../ucwa/errors.ts'
import type { EventPackage } from '../ucwa/events.ts'
import type { Href } from '../ucwa/hal.ts'
import { runChannel, type ChannelDeps } from './channel.ts'
import type { ChannelState } from './channel-state.ts'

const UNREACHABLE: UcwaFailure = { kind: 'unreachable', detail: 'offline' }
const FAILED: UcwaFailure = { kind: 'serverFailed', status: 503, retryAfterMs: 7_000, reason: NO_REASON }
const REFUSED: UcwaFailure = { kind: 'refused', status: 403, reason: NO_REASON }
const GONE: UcwaFailure = { kind: 'applicationGone' }
const REPLACED: UcwaFailure = { kind: 'replaced' }
const SIGNED_OUT: UcwaFailure = { kind: 'signedOut' }
const MALFORMED: UcwaFailure = { kind: 'malformed', detail: '<html>' }

type Reply = UcwaFailure | EventPackage | 'good'

const isFailure = (reply: Reply): reply is UcwaFailure => typeof reply === 'object' && 'kind' in reply

/**
 * Plays one reply for each request, of whatever kind; the channel is stopped when they are used up.
 * `did` tells everything that was touched, in order.
 */
async function scripted(replies: readonly Reply[], changes: Partial<ChannelDeps> = {}) {
  const did: string[] = []
  const states: ChannelState[] = []
  const polled: Href[] = []
  const given: Href[] = []
  const script = [...replies]
  const stop = new AbortController()
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
  await runChannel(deps, stop.signal, { kind: 'opening', failures: 0, because: null })
  return { did, states: states.map(({ kind }) => kind), last: states.at(-1), polled, given }
}

describe('the channel', () => {
  test.each<[string, UcwaFailure, ChannelState['kind'][]]>([
    ['the network is down, it waits and checks', UNREACHABLE, ['paused', 'checking', 'listening']],
    ['the server is failing, it waits and checks', FAILED, ['paused', 'checking', 'listening']],
    ['the application has expired, it opens another', GONE, ['opening', 'listening']],
    [
      'a proxy answers in its place, it waits and opens afresh',
      MALFORMED,
      ['paused', 'opening', 'listening'],
    ],
    ['the server refuses the poll, it waits and opens afresh', REFUSED, ['paused', 'opening', 'listening']],
    [
      'someone else took over, it stands aside until claimed',
      REPLACED,
      ['elsewhere', 'opening', 'listening'],
    ],
  ])('when %s', async (_, failure, then) => {
    const run = await scripted(['good', failure, 'good'])
    expect(run.states).toEqual(['opening', 'listening', ...then, 'ended'])
  })

  test('when signed out, it ends and says so', async () => {
    const run = await scripted(['good', SIGNED_OUT])
    expect(run.last).toEqual({ kind: 'ended', why: 'signedOut' })
  })

  test('when an opening is refused, it ends with the reason: asking again is no remedy', async () => {
    const run = await scripted([REFUSED])
    expect(run.last).toEqual({ kind: 'ended', why: REFUSED })
  })

  test('when the server names a time, the pause is at least that long', async () => {
    const run = await scripted(['good', FAILED, 'good'])
    expect(run.did).toContain('pause 7000')
  })

  test('when the application is lost twice in a row, the second loss is backed off', async () => {
    const run = await scripted(['good', GONE, 'good', GONE, 'good'])
    expect(run.did.filter((what) => !what.includes('gap'))).toEqual([
      'open',
      'poll',
      'open',
      'poll',
      'pause 0',
      'open',
      'poll',
    ])
  })

  test('when events are heard, the next poll is on its way before they are handled', async () => {
    const heard = { events: [anEvent()], next: anHref(), gap: false }
    const run = await scripted(['good', heard])
    expect(run.did).toEqual(['open', 'gap', 'poll', 'poll', '1 events'])
  })

  test('when the next poll is silent for minutes, events heard before it are handled all the same', async () => {
    const first: EventPackage = { events: [anEvent()], next: anHref(), gap: false }
    let endSilence = (): void => undefined
    const silence = new Promise<never>((_, reject) => {
      endSilence = () => reject(new UcwaError(SIGNED_OUT))
    })
    const run = await scripted(['good'], {
      poll: (next) => (next === first.next ? silence : Promise.resolve(first)),
      onEvents: () => endSilence(), // nothing else does
    })
    expect(run.last).toEqual({ kind: 'ended', why: 'signedOut' })
  })

  test('when something went unheard, the gap is told after the events', async () => {
    const heard = { events: [anEvent()], next: anHref(), gap: true }
    const run = await scripted(['good', heard])
    expect(run.did).toEqual(['open', 'gap', 'poll', 'poll', '1 events', 'gap'])
  })

  test('when handling has a bug, it is reported, counts as a gap, and the channel goes on', async () => {
    const heard = { events: [anEvent()], next: anHref(), gap: false }
    const run = await scripted(['good', heard, 'good'], {
      onEvents: ([event]) => {
        if (event !== undefined) throw new Error('ours')
      },
    })
    expect(run.did).toEqual(['open', 'gap', 'poll', 'poll', 'bug', 'gap', 'poll'])
  })

  const anyReply = fc.oneof(
    { weight: 3, arbitrary: fc.constant<Reply>('good') },
    fc.constantFrom<Reply>(UNREACHABLE, FAILED, REFUSED, GONE, REPLACED, SIGNED_OUT, MALFORMED),
  )
  const anyReplies = fc.array(anyReply, { maxLength: 30 })

  test('whatever happens, there is no third request in a row that fails without a pause', () =>
    fc.assert(
      fc.asyncProperty(anyReplies, async (replies) => {
        let failed = 0
        let requests = 0
        const run = await scripted(replies)
        for (const what of run.did) {
          if (what.startsWith('pause') || what.startsWith('wait')) failed = 0
          if (what !== 'open' && what !== 'check' && what !== 'poll') continue
          expect(failed).toBeLessThan(2)
          const reply = replies[requests]
          requests += 1
          failed = reply !== undefined && isFailure(reply) ? failed + 1 : failed
          if (what === 'poll' && reply === 'good') failed = 0
        }
      }),
    ))

  test('whatever happens, a poll uses the last link given', () =>
    fc.assert(
      fc.asyncProperty(anyReplies, async (replies) => {
        const { polled, given } = await scripted(replies)
        let place = 0
        for (const href of polled) {
          const at = given.indexOf(href)
          expect(at).toBeGreaterThanOrEqual(place) // never one given before the last used
          place = at
        }
        if (polled.length > 0 && given.length > 0) expect(given.slice(-2)).toContain(polled.at(-1))
      }),
    ))

  test('whatever happens, it ends when it is told to', () =>
    fc.assert(
      fc.asyncProperty(anyReplies, async (replies) => {
        const { states } = await scripted(replies)
        expect(states.at(-1)).toBe('ended')
      }),
    ))
})
