import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anEvent, anHref } from '../testing/examples.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import { NO_REASON, UcwaError, type UcwaFailure } from '../ucwa/errors.ts'
import type { EventPackage } from '../ucwa/events.ts'
import type { ChannelDeps } from './channel.ts'
import { afterFailure, listeningTo, openingAfresh, type ChannelState, type Trying } from './channel-state.ts'
import { type Reply, isFailure, scripted } from '../testing/scripted-channel.ts'

const UNREACHABLE: UcwaFailure = { kind: 'unreachable', detail: 'offline' }
const FAILED: UcwaFailure = { kind: 'serverFailed', status: 503, retryAfterMs: 7_000, reason: NO_REASON }
const REFUSED: UcwaFailure = { kind: 'refused', status: 403, reason: NO_REASON }
const NOT_HERE: UcwaFailure = { kind: 'refused', status: 404, reason: NO_REASON }
const GONE_FOR_GOOD: UcwaFailure = { kind: 'refused', status: 410, reason: NO_REASON }
const GONE: UcwaFailure = { kind: 'applicationGone' }
const REPLACED: UcwaFailure = { kind: 'replaced' }
const SIGNED_OUT: UcwaFailure = { kind: 'signedOut' }
const MALFORMED: UcwaFailure = { kind: 'malformed', detail: '<html>' }

const throws = (): never => {
  throw new Error('ours')
}

/** Longer than other files: one arrow of the state machine after the other, beside channel-state.ts's picture. */
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
      '409 PGetReplaced, which may be our own browser’s doing, it polls once more',
      REPLACED,
      ['listening', 'listening'],
    ],
    [
      'the sign-in has ended, it waits for the person and opens afresh',
      SIGNED_OUT,
      ['lockedOut', 'opening', 'listening'],
    ],
  ])('when %s', async (_, failure, then) => {
    const run = await scripted(['good', failure, 'good'])
    expect(run.states).toEqual(['opening', 'listening', ...then, 'ended'])
  })

  test('409 PGetReplaced twice in a row: somebody else polls, and it stands aside until claimed', async () => {
    const run = await scripted(['good', REPLACED, REPLACED, 'good'])
    expect(run.states).toEqual([
      'opening',
      'listening',
      'listening',
      'elsewhere',
      'opening',
      'listening',
      'ended',
    ])
    expect(run.polled[1]).toBe(run.polled[0])
  })

  test('409 PGetReplaced after a failure is our own second poll, and still no third request goes without a pause', async () => {
    const run = await scripted(['good', UNREACHABLE, 'good', REPLACED, 'good', 'good'])
    expect(run.asked).toEqual([
      'open',
      'poll',
      'pause 0',
      'check',
      'poll',
      'pause 0',
      'check',
      'poll',
      'poll',
    ])
  })

  test('two who put each other out come to rest: one yields', async () => {
    // Each poll of one answers the other's with 409, until one of them stands aside.
    let holder: ((error: UcwaError) => void) | null = null
    let polls = 0
    const yielded: number[] = []
    const stop = new AbortController()
    const poll = (): Promise<never> =>
      new Promise((_, reject) => {
        polls += 1
        holder?.(new UcwaError(REPLACED))
        holder = reject
      })
    const board = (who: number) =>
      scripted([], {
        open: async () => anHref(),
        poll,
        pause: async () => undefined,
        untilClaimed: () => {
          yielded.push(who)
          return new Promise(() => undefined)
        },
      })
    void board(1)
    void board(2)
    await settled()
    expect(yielded).toHaveLength(1)
    expect(polls).toBeLessThanOrEqual(4)
    stop.abort()
  })

  test('when the third try in a row fails, autodiscover is asked, and an unmoved pool is tried again', async () => {
    // Complaints 15 and 16 of the peers: one front end failing, a pool failing over.
    const run = await scripted(['good', FAILED, FAILED, FAILED, 'good', 'good', 'good'])
    expect(run.asked).toEqual([
      'open',
      'poll',
      'pause 7000',
      'check',
      'pause 7000',
      'check',
      'pause 7000',
      'locate',
      'check',
      'poll',
      'poll',
    ])
  })

  test('when the pool has moved, the application is opened there', async () => {
    const moved = { events: [], next: anHref(), gap: false }
    const run = await scripted(['good', GONE, NOT_HERE, moved, 'good', 'good'])
    expect(run.asked).toEqual(['open', 'poll', 'open', 'pause 0', 'locate', 'open', 'poll', 'poll'])
  })

  test('when autodiscover fails as well, what it was asked for is tried again', async () => {
    const run = await scripted(['good', FAILED, FAILED, FAILED, UNREACHABLE, 'good', 'good'])
    expect(run.asked.slice(-4)).toEqual(['pause 0', 'check', 'poll', 'poll'])
  })

  test.each(['TooManyApplications', 'UserAgentNotAllowed'])(
    '410 %s: the reason, and no retry by itself',
    async (subcode) => {
      const told: UcwaFailure = { kind: 'refused', status: 410, reason: { ...NO_REASON, subcode } }
      const run = await scripted(['good', GONE, told])
      expect(run.last).toEqual({ kind: 'ended', why: told })
    },
  )

  test('when a second poll in a row fails though the check succeeds, it is proven only by one that holds', async () => {
    const run = await scripted(['good', FAILED, 'good', FAILED, 'good', 'good'])
    expect(run.listened).toEqual([true, true, false, true])
  })

  test('a poll that is held proves the channel, without waiting for its answer', async () => {
    const states: ChannelState[] = []
    let hold = (): void => undefined
    const unproven = { ...listeningTo(anHref()), failures: 2, isProven: false }
    const stop = new AbortController()
    const run = scripted(
      [],
      {
        open: async () => Promise.reject(new UcwaError(FAILED)),
        onState: (state) => states.push(state),
        untilHeld: () => new Promise((resolve) => (hold = resolve)),
        poll: () => new Promise(() => undefined),
        check: async () => undefined,
        pause: async () => undefined,
      },
      unproven,
      stop,
    )
    await settled()
    expect(states.at(-1)).toMatchObject({ kind: 'listening', isProven: false })
    hold()
    await settled()
    expect(states.at(-1)).toMatchObject({ kind: 'listening', isProven: true })
    void run
  })

  test.each<[string, Trying, UcwaFailure, object]>([
    ['opening, 401', openingAfresh(), SIGNED_OUT, { kind: 'lockedOut' }],
    ['opening, 403', openingAfresh(), REFUSED, { kind: 'ended' }],
    [
      'opening, refused for another reason',
      openingAfresh(),
      NOT_HERE,
      { kind: 'paused', retry: { kind: 'locating' } },
    ],
    [
      'opening, refused where autodiscover led',
      { ...openingAfresh(), isLocated: true },
      GONE_FOR_GOOD,
      { kind: 'ended' },
    ],
    [
      'opening, not known where autodiscover led: the person is being moved',
      { ...openingAfresh(), isLocated: true },
      NOT_HERE,
      { kind: 'paused', retry: { kind: 'locating' } },
    ],
    [
      'opening, Retry-After',
      openingAfresh(),
      FAILED,
      { kind: 'paused', atLeastMs: 7_000, retry: { kind: 'opening' } },
    ],
    [
      'listening, hang cut off',
      listeningTo(anHref()),
      UNREACHABLE,
      { kind: 'paused', retry: { kind: 'checking' } },
    ],
    [
      'listening, a proxy’s page',
      listeningTo(anHref()),
      MALFORMED,
      { kind: 'paused', retry: { kind: 'opening' } },
    ],
  ])('%s', (_, from, failure, then) => {
    expect(afterFailure(from, failure)).toMatchObject(then)
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
    expect(run.asked).toEqual(['open', 'poll', 'open', 'poll', 'pause 0', 'open', 'poll'])
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
    expect(run.states).toContain('lockedOut')
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

  test.each<[string, Partial<ChannelDeps>, string[]]>([
    [
      'of a state',
      { onState: throws },
      ['bug', 'open', 'gap', 'bug', 'poll', 'bug', 'poll', '0 events', 'bug', 'poll', '0 events', 'bug'],
    ],
    ['of a gap', { onGap: throws }, ['open', 'bug', 'poll', 'poll', '0 events', 'poll', '0 events']],
  ])(
    'when whoever is told %s has a bug, it is reported, and the channel goes on',
    async (_, changes, did) => {
      const run = await scripted(['good', 'good', 'good'], changes)
      expect(run.did).toEqual(did)
    },
  )

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
          if (!['open', 'check', 'poll', 'locate'].includes(what)) continue
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
