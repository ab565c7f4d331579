import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settled } from '../testing/hand-turned-clock.ts'
import { NO_REASON, type UcwaFailure } from '../ucwa/errors.ts'
import { toSipUri } from '../ucwa/hal.ts'
import { GATHER_MS } from './timing.ts'
import { people, subscribing } from '../testing/subscription-server.ts'

const FORBIDDEN: UcwaFailure = { kind: 'refused', status: 403, reason: NO_REASON }
const gathered = (clock: { advance(ms: number): Promise<void> }) => clock.advance(GATHER_MS)

describe('refused subscriptions', () => {
  test.each<[string, UcwaFailure]>([
    ['a token', { kind: 'signedOut' }],
    [
      'an application',
      { kind: 'refused', status: 404, reason: { ...NO_REASON, subcode: 'ApplicationNotFound' } },
    ],
  ])('that met the end of %s are made as soon as the server is heard again', async (_, failure) => {
    const { server, clock, watch, covering, subscriptions } = subscribing()
    server.failNext(failure)
    watch(people(2))
    const [lin = toSipUri('')] = people(1)
    const refused = covering(lin)
    await gathered(clock)
    expect(refused.state).toBe(failure.kind)
    subscriptions.tryNow()
    const reading = covering(lin)
    await gathered(clock)
    expect(reading.state).toBe('covered')
  })

  test('who may not subscribe at all is told so after one request, and not by halves', async () => {
    const { server, clock, watch, covering } = subscribing()
    server.failNext(FORBIDDEN)
    watch(people(60))
    const reading = covering(people(1)[0] ?? toSipUri(''))
    await gathered(clock)
    expect(server.asked).toEqual(['subscribe 60 for 30'])
    expect(reading.state).toBe('refused')
  })

  test('one person whom the server does not know costs nobody else their presence', async () => {
    const stranger = toSipUri('sip:p37@contoso.com')
    const { server, clock, watch, covering } = subscribing({ unknown: [stranger] })
    watch(people(60))
    const readings = people(60).map(covering)
    await gathered(clock)
    expect(server.all().size).toBe(59)
    expect(readings.filter(({ state }) => state === 'refused')).toHaveLength(1)
  })

  test('more people than one subscription holds are spread over several', async () => {
    const { server, clock, watch } = subscribing({ atMost: 100 })
    watch(people(450))
    await gathered(clock)
    expect(server.all().size).toBe(450)
    expect(server.covered.size).toBeLessThan(10)
  })

  test('whatever the limits, everybody ends up covered or refused, and the requests are bounded', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 6 }),
        async (count, atMost, limit) => {
          const { server, clock, watch, covering, bugs } = subscribing({ atMost, subscriptions: limit })
          watch(people(count))
          const readings = people(count).map(covering)
          await gathered(clock)
          await settled()
          for (let turn = 0; turn < 20; turn += 1) await settled()
          expect(readings.filter(({ state }) => state === 'waiting')).toEqual([])
          expect(readings.filter(({ state }) => state === 'covered').length).toBe(server.all().size)
          expect(server.asked.length).toBeLessThan(60 + 20 * limit)
          expect(bugs).toEqual([])
        },
      ),
      { numRuns: 60 },
    ))
})
