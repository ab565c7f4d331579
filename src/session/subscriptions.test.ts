import { describe, expect, test } from 'vitest'
import { anEvent, anEventLink, anHref } from '../testing/examples.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import type { UcwaFailure } from '../ucwa/errors.ts'
import { toSipUri, type SipUri } from '../ucwa/hal.ts'
import { GATHER_MS, RENEW_AFTER_MS } from './timing.ts'
import { aServer, people, subscribing } from '../testing/subscription-server.ts'

const MINUTE_MS = 60_000
const UNREACHABLE: UcwaFailure = { kind: 'unreachable', detail: 'offline' }
const gathered = (clock: { advance(ms: number): Promise<void> }) => clock.advance(GATHER_MS)

describe('presence subscriptions', () => {
  test('groups that land one after the other meet in one subscription', async () => {
    const { server, clock, watch } = subscribing()
    watch(people(10))
    watch(people(40))
    watch(people(60))
    await gathered(clock)
    expect(server.asked).toEqual(['subscribe 60 for 30'])
  })

  test('a read of somebody watched waits until they are covered', async () => {
    const { clock, watch, covering } = subscribing()
    const [lin = toSipUri('')] = people(1)
    watch([lin])
    const reading = covering(lin)
    await settled()
    expect(reading.state).toBe('waiting')
    await gathered(clock)
    await settled()
    expect(reading.state).toBe('covered')
  })

  test('a read of somebody who is not watched does not wait', async () => {
    const { covering } = subscribing()
    const reading = covering(toSipUri('sip:stranger@fabrikam.com'))
    await settled()
    expect(reading.state).toBe('covered')
  })

  test('newcomers join the subscription that is there', async () => {
    const { server, clock, watch } = subscribing()
    watch(people(60))
    await gathered(clock)
    watch(people(63))
    await gathered(clock)
    expect(server.asked).toEqual(['subscribe 60 for 30', 'add 3'])
  })

  test('a subscription that nobody needs any more is deleted', async () => {
    const { server, clock, watch } = subscribing()
    watch(people(2))
    await gathered(clock)
    watch([])
    await gathered(clock)
    expect(server.asked).toEqual(['subscribe 2 for 30', 'unsubscribe'])
  })

  test('whoever is watched no more is taken out of the one that goes on for the others', async () => {
    const { server, clock, watch } = subscribing()
    watch(people(3))
    await gathered(clock)
    watch(people(1))
    await gathered(clock)
    expect(server.asked).toEqual(['subscribe 3 for 30', 'remove 2'])
    expect(server.all()).toEqual(new Set(people(1)))
  })

  // Their presence was not read until the server had let go of somebody else, however long that took.
  test('newcomers do not wait for those to be taken out whom nobody watches any more', async () => {
    const { server, clock, watch, covering } = subscribing()
    const [lin = toSipUri('')] = people(1, 3)
    watch(people(3))
    await gathered(clock)
    server.hangsAtRemovals()
    watch([...people(2), lin])
    const reading = covering(lin)
    await gathered(clock)
    expect(reading.state).toBe('covered')
    expect(server.asked).toEqual(['subscribe 3 for 30', 'add 1', 'remove 1'])
  })

  test('where there is no room for newcomers, those are taken out first', async () => {
    const { server, clock, watch, covering } = subscribing({ atMost: 3, subscriptions: 1 })
    const [lin = toSipUri('')] = people(1, 3)
    watch(people(3))
    await gathered(clock)
    watch([...people(2), lin])
    const reading = covering(lin)
    await gathered(clock)
    expect(reading.state).toBe('covered')
    expect(server.all()).toEqual(new Set([...people(2), lin]))
  })

  test('people who are there for a while have one of their own, which ends with the last of them', async () => {
    const { server, clock, subscriptions } = subscribing()
    const [one, two, three, four] = people(4)
    const of = (...those: readonly (SipUri | undefined)[]) =>
      new Set(those.filter((uri) => uri !== undefined))
    subscriptions.watch(of(one, two), of())
    await gathered(clock)
    subscriptions.watch(of(one, two, three), of(three))
    await gathered(clock)
    subscriptions.watch(of(one, two, three, four), of(three, four))
    await gathered(clock)
    subscriptions.watch(of(one, two, four), of(four))
    await gathered(clock)
    subscriptions.watch(of(one, two), of())
    await gathered(clock)
    expect(server.asked).toEqual([
      'subscribe 2 for 30',
      'subscribe 1 for 30',
      'add 1',
      'remove 1',
      'unsubscribe',
    ])
    expect(server.all()).toEqual(of(one, two))
  })

  test('it is renewed before it lapses, again and again', async () => {
    const { server, clock, watch } = subscribing()
    watch(people(2))
    await clock.advance(2 * 30 * MINUTE_MS)
    expect(server.asked.filter((what) => what === 'extend')).toHaveLength(2)
  })

  test('it is renewed at once when the server says that it is about to lapse, but not for an echo', async () => {
    const { server, clock, watch, subscriptions } = subscribing()
    watch(people(2))
    await gathered(clock)
    const [href = ''] = server.covered.keys()
    const updated = anEvent({ target: anEventLink('presenceSubscription', anHref(href)) })
    await clock.advance(MINUTE_MS)
    subscriptions.heard([updated])
    await settled()
    expect(server.asked).toEqual(['subscribe 2 for 30', 'extend'])
    subscriptions.heard([updated])
    await settled()
    expect(server.asked).toEqual(['subscribe 2 for 30', 'extend'])
  })

  test('when it has lapsed unseen, its people are read again, once they are covered anew', async () => {
    const { server, clock, watch, unheard, covering } = subscribing()
    const [lin = toSipUri('')] = people(1)
    watch(people(2))
    await gathered(clock)
    server.covered.clear()
    await clock.advance(RENEW_AFTER_MS)
    expect(unheard).toEqual([people(2)])
    const reading = covering(lin)
    await gathered(clock)
    expect(server.asked).toEqual(['subscribe 2 for 30', 'extend', 'subscribe 2 for 30'])
    expect(reading.state).toBe('covered')
  })

  test('when a renewal fails in passing, it is tried again, and nobody goes unheard', async () => {
    const { server, clock, watch, unheard } = subscribing()
    watch(people(2))
    await gathered(clock)
    server.failNext(UNREACHABLE, UNREACHABLE)
    await clock.advance(29 * MINUTE_MS)
    expect(server.asked).toEqual(['subscribe 2 for 30', 'extend', 'extend', 'extend'])
    expect(unheard).toEqual([])
  })

  test('after a gap, everybody is subscribed to anew', async () => {
    const { server, clock, watch, subscriptions, covering } = subscribing()
    watch(people(2))
    await gathered(clock)
    subscriptions.renew()
    const reading = covering(people(1)[0] ?? toSipUri(''))
    await settled()
    expect(reading.state).toBe('waiting')
    await gathered(clock)
    expect(server.asked.slice(0, 2)).toEqual(['subscribe 2 for 30', 'subscribe 2 for 30'])
    expect(reading.state).toBe('covered')
  })

  test('after a gap that has ended nothing, what stood before is deleted, once everybody is covered anew', async () => {
    const { server, clock, watch, subscriptions } = subscribing()
    watch(people(2))
    await gathered(clock)
    subscriptions.renew()
    subscriptions.renew()
    await gathered(clock)
    expect(server.asked).toEqual(['subscribe 2 for 30', 'subscribe 2 for 30', 'unsubscribe'])
    expect(server.covered.size).toBe(1)
    expect(server.all()).toEqual(new Set(people(2)))
  })

  test('when the gap was another application, nothing of the last one is deleted', async () => {
    const { server, clock, watch, subscriptions } = subscribing()
    watch(people(2))
    await gathered(clock)
    server.opensAnother()
    subscriptions.renew()
    await gathered(clock)
    expect(server.asked).toEqual(['subscribe 2 for 30', 'subscribe 2 for 30'])
    expect(server.all()).toEqual(new Set(people(2)))
  })

  test('when a second gap comes before what stood is deleted, that is deleted all the same', async () => {
    const { server, clock, watch, subscriptions } = subscribing()
    watch(people(2))
    await gathered(clock)
    subscriptions.renew()
    await clock.advance(GATHER_MS - 1)
    subscriptions.renew()
    watch(people(3))
    await gathered(clock)
    await gathered(clock)
    expect(server.covered.size).toBe(1)
    expect(server.all()).toEqual(new Set(people(3)))
  })

  test('what another tab has told of as it led is deleted by the next, once that has its own', async () => {
    const server = aServer()
    const [before, after] = [subscribing({}, server), subscribing({}, server)]
    before.watch(people(2))
    await gathered(before.clock)
    before.subscriptions.end()
    expect(before.told()).toHaveLength(1)
    after.watch(people(2))
    after.subscriptions.inherit(before.told())
    expect(after.subscriptions.standing()).toEqual(before.told())
    await gathered(after.clock)
    expect(server.asked).toEqual(['subscribe 2 for 30', 'subscribe 2 for 30', 'unsubscribe'])
    expect(server.all()).toEqual(new Set(people(2)))
    expect(after.told().map(({ href }) => href)).toEqual([...server.covered.keys()])
  })

  test('when the server has dropped all and counts anew, what has an old one’s name is not deleted', async () => {
    const { server, clock, watch, subscriptions } = subscribing()
    watch(people(2))
    await gathered(clock)
    server.dropsAll()
    subscriptions.renew()
    await gathered(clock)
    expect(server.all()).toEqual(new Set(people(2)))
  })

  test('when what stands from before a gap is too many for the server, it goes first', async () => {
    const { server, clock, watch, subscriptions, covering } = subscribing({ subscriptions: 1 })
    watch(people(2))
    await gathered(clock)
    subscriptions.renew()
    const reading = covering(people(1)[0] ?? toSipUri(''))
    await gathered(clock)
    expect(reading.state).toBe('covered')
    expect(server.all()).toEqual(new Set(people(2)))
  })

  test('after the end, nothing is asked and no timer is left', async () => {
    const { server, clock, watch, subscriptions } = subscribing()
    watch(people(2))
    await gathered(clock)
    subscriptions.end()
    await settled()
    expect(clock.sleeping()).toBe(0)
    await clock.advance(60 * MINUTE_MS)
    expect(server.asked).toEqual(['subscribe 2 for 30'])
  })

  test('when the server is failing, it is asked again, later each time, and whoever reads goes on waiting', async () => {
    const { server, clock, watch, covering } = subscribing()
    watch(people(2))
    const reading = covering(people(1)[0] ?? toSipUri(''))
    server.failNext(UNREACHABLE, UNREACHABLE, UNREACHABLE)
    await clock.advance(2_999)
    expect(reading.state).toBe('waiting')
    await clock.advance(10_000)
    expect(server.asked).toHaveLength(4)
    expect(reading.state).toBe('covered')
  })

  test('when the server is heard again after a long silence, whoever waits is covered at once', async () => {
    const { server, clock, watch, covering, subscriptions } = subscribing()
    watch(people(2))
    const reading = covering(people(1)[0] ?? toSipUri(''))
    server.failNext(...Array.from({ length: 40 }, () => UNREACHABLE))
    await clock.advance(8 * MINUTE_MS)
    expect(reading.state).toBe('waiting')
    server.failNothingMore()
    subscriptions.tryNow()
    await settled()
    expect(reading.state).toBe('covered')
  })
  test('whoever is let go while the server fails is not subscribed to once it answers', async () => {
    const { server, clock, watch } = subscribing()
    watch(people(3))
    server.failNext(UNREACHABLE)
    await gathered(clock)
    watch(people(1))
    await clock.advance(MINUTE_MS)
    expect(server.asked).toEqual(['subscribe 3 for 30', 'subscribe 1 for 30'])
  })

  test('when something of ours is broken, it is reported, and tried again no sooner than what fails', async () => {
    const { server, clock, watch, covering, bugs } = subscribing()
    watch(people(2))
    const reading = covering(people(1)[0] ?? toSipUri(''))
    server.breakNext(...Array.from({ length: 3 }, () => new TypeError('ours')))
    await clock.advance(900)
    expect([server.asked.length, bugs.length, reading.state]).toEqual([1, 1, 'waiting'])
    await clock.advance(10_000)
    expect([server.asked.length, bugs.length, reading.state]).toEqual([4, 3, 'covered'])
  })
})
