import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createHandTurnedClock } from '../time/clock.ts'
import { createEventQueue, type EventPackage, type PollAnswer, type UcwaEvent } from './event-queue.ts'

const PLAIN = { lowSeconds: null, mediumSeconds: null, timeoutSeconds: null, priority: 0 }

const event = (
  href: string,
  type: UcwaEvent['type'] = 'updated',
  priority: UcwaEvent['priority'] = 'medium',
): UcwaEvent => ({
  sender: { rel: 'people', href: '/people' },
  link: { rel: 'contactPresence', href },
  in: null,
  type,
  priority,
  embedded: null,
})

/** A queue, and a client of it that keeps to its `next` links. */
function channel() {
  const clock = createHandTurnedClock()
  const queue = createEventQueue(clock)
  /** What the pending request was answered; null while it is held. */
  const poll = (request: Partial<Parameters<typeof queue.poll>[0]> & { readonly ack: number }) => {
    const state: { answer: PollAnswer | null } = { answer: null }
    void queue
      .poll({ ...PLAIN, hungUp: new AbortController().signal, ...request })
      .then((answer) => (state.answer = answer))
    return state
  }
  return { clock, queue, poll }
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn++) await Promise.resolve()
}

const told = (state: { answer: PollAnswer | null }): readonly string[] | string | null => {
  if (state.answer === null) return null
  return state.answer.kind === 'package'
    ? state.answer.package.events.map(({ type, link }) => `${type} ${link.href}`)
    : state.answer.kind
}

describe('when something is to be told', () => {
  test.each<[string, UcwaEvent['priority'], number]>([
    ['low', 'low', 15],
    ['medium', 'medium', 5],
    ['high', 'high', 0],
  ])('an event of %s priority is held as long as is documented', async (_, priority, seconds) => {
    const { clock, queue, poll } = channel()
    const pending = poll({ ack: 1 })
    queue.raise(event('/a', 'updated', priority))
    if (seconds > 0) {
      clock.advance(seconds * 1000 - 1)
      await settled()
      expect(told(pending)).toBeNull()
      clock.advance(1)
    }
    await settled()
    expect(told(pending)).toEqual(['updated /a'])
  })

  test('an event of high priority takes along, and ahead of it, all that waits', async () => {
    const { queue, poll } = channel()
    const pending = poll({ ack: 1 })
    queue.raise(event('/a', 'updated', 'low'))
    queue.raise(event('/b', 'updated', 'medium'))
    queue.raise(event('/c', 'added', 'high'))
    await settled()
    expect(told(pending)).toEqual(['updated /a', 'updated /b', 'added /c'])
  })

  test('what came and went again takes its haste with it', async () => {
    const { clock, queue, poll } = channel()
    queue.raise(event('/a', 'updated', 'medium'))
    queue.raise(event('/b', 'added', 'high'))
    queue.raise(event('/b', 'deleted', 'high'))
    const pending = poll({ ack: 1 })
    clock.advance(4999)
    await settled()
    expect(told(pending)).toBeNull()
    clock.advance(1)
    await settled()
    expect(told(pending)).toEqual(['updated /a'])
  })

  test('an event that stands for a more urgent one is as urgent', async () => {
    const { clock, queue, poll } = channel()
    queue.raise(event('/a', 'updated', 'low'))
    queue.raise(event('/a', 'updated', 'medium'))
    queue.raise(event('/b', 'added', 'medium'))
    queue.raise(event('/b', 'deleted', 'medium'))
    const pending = poll({ ack: 1 })
    clock.advance(5000)
    await settled()
    expect(told(pending)).toEqual(['updated /a'])
  })

  test('what has waited long enough without a request goes with the next one, at once', async () => {
    const { clock, queue, poll } = channel()
    queue.raise(event('/a'))
    clock.advance(6000)
    const pending = poll({ ack: 1 })
    await settled()
    expect(told(pending)).toEqual(['updated /a'])
  })

  test('nothing to tell is told after the timeout, and the link moves on', async () => {
    const { clock, poll } = channel()
    const pending = poll({ ack: 1 })
    clock.advance(179_999)
    await settled()
    expect(pending.answer).toBeNull()
    clock.advance(1)
    await settled()
    expect(told(pending)).toEqual([])
    const next = poll({ ack: 2 })
    await settled()
    expect(next.answer).toBeNull()
  })

  test('low, medium and timeout are remembered until they are changed', async () => {
    const { clock, queue, poll } = channel()
    poll({ ack: 1, lowSeconds: 70, mediumSeconds: 60, timeoutSeconds: 600 })
    clock.advance(600_000)
    const second = poll({ ack: 2 })
    clock.advance(599_000)
    await settled()
    expect(told(second)).toBeNull()
    clock.advance(1000)
    await settled()
    expect(told(second)).toEqual([])

    for (const [ack, priority, seconds] of [
      [3, 'medium', 60],
      [4, 'low', 70],
    ] as const) {
      const pending = poll({ ack })
      queue.raise(event('/a', 'updated', priority))
      clock.advance(seconds * 1000 - 1)
      await settled()
      expect(told(pending)).toBeNull()
      clock.advance(1)
      await settled()
      expect(told(pending)).toEqual(['updated /a'])
    }
  })
})

describe('when a client asks again', () => {
  test('a second request for the same package replaces the first', async () => {
    const { queue, poll } = channel()
    const [first, second] = [poll({ ack: 1 }), poll({ ack: 1 })]
    await settled()
    expect([told(first), told(second)]).toEqual(['replaced', null])
    queue.raise(event('/a', 'added', 'high'))
    await settled()
    expect(told(second)).toEqual(['added /a'])
  })

  test('a request of lower priority does not replace one of higher', async () => {
    const { poll } = channel()
    const [first, second] = [poll({ ack: 1, priority: 2 }), poll({ ack: 1, priority: 1 })]
    await settled()
    expect([told(first), told(second)]).toEqual([null, 'replaced'])
  })

  test.each([0, 2, 7])(
    'with ack=%i where 1 is due, it is sent to the first package not acknowledged',
    async (ack) => {
      const { poll } = channel()
      const pending = poll({ ack })
      await settled()
      expect(pending.answer).toEqual({ kind: 'resync', ack: 1 })
    },
  )

  test('a package that was acknowledged is not told again', async () => {
    const { queue, poll } = channel()
    queue.raise(event('/a', 'added', 'high'))
    poll({ ack: 1 })
    poll({ ack: 2 })
    const late = poll({ ack: 1 })
    await settled()
    expect(late.answer).toEqual({ kind: 'resync', ack: 2 })
  })

  test('what was reset while it was away is said once, by the name of the link', async () => {
    const { queue, poll } = channel()
    queue.raise(event('/a'))
    queue.interrupt()
    const first = poll({ ack: 1 })
    queue.raise(event('/b', 'added', 'high'))
    const second = poll({ ack: 2 })
    await settled()
    expect(first.answer).toMatchObject({ package: { isResume: true, events: [] } })
    expect(second.answer).toMatchObject({ package: { isResume: false } })
  })

  test('what was reset is said at once even by a package whose reply was lost, and then no more', async () => {
    const { queue, poll } = channel()
    queue.raise(event('/a', 'added', 'high'))
    poll({ ack: 1 })
    await settled()
    queue.interrupt()
    const [again, onceMore, next] = [poll({ ack: 1 }), poll({ ack: 1 }), poll({ ack: 2 })]
    queue.raise(event('/b', 'added', 'high'))
    await settled()
    expect([told(again), again.answer]).toMatchObject([['added /a'], { package: { isResume: true } }])
    expect(onceMore.answer).toEqual(again.answer)
    expect(next.answer).toMatchObject({ package: { isResume: false } })
  })

  test('its application’s end releases it', async () => {
    const { queue, poll } = channel()
    const pending = poll({ ack: 1 })
    queue.end()
    await settled()
    expect(told(pending)).toBe('ended')
  })
})

describe('when events are on one target', () => {
  test.each<[readonly UcwaEvent['type'][], readonly string[]]>([
    [['updated', 'updated'], ['updated']],
    [['added', 'updated'], ['added']],
    [['added', 'deleted'], []],
    [['updated', 'deleted'], ['deleted']],
    [
      ['deleted', 'added'],
      ['deleted', 'added'],
    ],
    [['deleted', 'added', 'deleted'], ['deleted']],
    [
      ['deleted', 'added', 'updated'],
      ['deleted', 'added'],
    ],
  ])('%j is told as %j', async (raised, expected) => {
    const { clock, queue, poll } = channel()
    const pending = poll({ ack: 1 })
    for (const type of raised) queue.raise(event('/a', type))
    clock.advance(180_000)
    await settled()
    expect(told(pending)).toEqual(expected.map((type) => `${type} /a`))
  })

  test('one contact in two collections is two targets', async () => {
    const { clock, queue, poll } = channel()
    const pending = poll({ ack: 1 })
    for (const href of ['/contacts', '/groups/1']) {
      queue.raise({ ...event('/ada', 'added'), in: { rel: 'group', href } })
    }
    clock.advance(5000)
    await settled()
    expect(told(pending)).toHaveLength(2)
  })
})

/**
 * Things on a server that come, change and go, and a client that knows them from the channel alone, over a network that
 * loses replies and cuts requests.
 */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('turn' as const),
      thing: fc.nat(4),
      goes: fc.boolean(),
      priority: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('passes' as const), seconds: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('asks' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('loses the reply' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('is cut' as const) }) },
)
type Request = { readonly cut: AbortController; answer: PollAnswer | null }

test('however changes, losses and time interleave, a client hears each thing’s latest state, exactly once', () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (script) => {
      const clock = createHandTurnedClock()
      const queue = createEventQueue(clock)
      const truth = new Map<string, number>() // thing → version; absent: gone
      const known = new Map<string, number>()
      let versions = 0
      let ack = 1
      const pending: { request: Request | null } = { request: null }

      const turn = (thing: string, goes: boolean, priority: UcwaEvent['priority']): void => {
        const type = !truth.has(thing) ? 'added' : goes ? 'deleted' : 'updated'
        if (type === 'deleted') truth.delete(thing)
        else truth.set(thing, ++versions)
        queue.raise({
          ...event(thing, type, priority),
          embedded: () => ({ version: truth.get(thing) ?? null }),
        })
      }
      const apply = (sent: EventPackage): void => {
        expect(sent.ack).toBe(ack) // never one twice, never one left out
        for (const { type, link, embedded } of sent.events) {
          expect(known.has(link.href)).toBe(type !== 'added') // in an order that makes sense
          if (type === 'deleted') known.delete(link.href)
          else known.set(link.href, Number(embedded?.['version']))
        }
        ack += 1
      }
      const ask = (): void => {
        const mine: Request = { cut: new AbortController(), answer: null }
        pending.request = mine
        void queue.poll({ ...PLAIN, ack, hungUp: mine.cut.signal }).then((answer) => (mine.answer = answer))
      }
      const hear = async (): Promise<void> => {
        await settled()
        const answer = pending.request?.answer ?? null
        if (answer === null) return
        pending.request = null
        if (answer.kind === 'package') apply(answer.package)
        else expect(answer.kind).not.toBe('resync')
      }

      for (const one of script) {
        switch (one.kind) {
          case 'turn':
            turn(`/thing/${one.thing}`, one.goes, one.priority)
            break
          case 'passes':
            clock.advance(one.seconds * 1000)
            break
          case 'asks':
            if (pending.request === null) ask()
            await hear()
            break
          case 'loses the reply':
            await settled()
            pending.request = null // whatever it was: it never arrived, and is asked for again
            break
          case 'is cut':
            pending.request?.cut.abort()
            await settled()
            pending.request = null
            break
        }
      }
      for (let round = 0; round < 3; round++) {
        if (pending.request === null) ask()
        clock.advance(180_000)
        await hear()
      }
      expect(known).toEqual(truth)
      expect(queue.size).toBe(0)
    }),
    { numRuns: 500 },
  ))

test('however many events on different targets wait, they are told in the order they were raised', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(999), { minLength: 1 }),
      fc.array(fc.constantFrom('low', 'medium'), { minLength: 1 }),
      async (things, priorities) => {
        const { clock, queue, poll } = channel()
        things.forEach((thing, index) =>
          queue.raise(event(`/${thing}`, 'added', priorities[index % priorities.length] ?? 'low')),
        )
        const pending = poll({ ack: 1 })
        clock.advance(15_000)
        await settled()
        expect(told(pending)).toEqual(things.map((thing) => `added /${thing}`))
      },
    ),
  ))

test('a thousand changes of a thousand contacts, merged and told, cost little', () => {
  const { clock, queue } = channel()
  const startedAt = process.cpuUsage()
  for (let round = 0; round < 10; round++) {
    for (let contact = 0; contact < 1000; contact++) queue.raise(event(`/people/${contact}`))
  }
  clock.advance(5000)
  const { user } = process.cpuUsage(startedAt)
  expect(queue.size).toBe(1000)
  expect(user / 1000).toBeLessThan(500) // milliseconds, some twenty times what it takes
})
