import { describe, expect, test } from 'vitest'
import { type UcwaEvent } from './event-queue.ts'
import { event, channel, settled, told } from './event-queue-under-test.ts'

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
