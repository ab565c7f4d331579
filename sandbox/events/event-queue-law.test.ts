import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHandTurnedClock } from '../time/clock.ts'
import { createEventQueue, type EventPackage, type PollAnswer, type UcwaEvent } from './event-queue.ts'
import { PLAIN, event, channel, settled, told } from './event-queue-under-test.ts'

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
