import { describe, expect, test } from 'vitest'
import { anHref } from '../testing/examples.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import { NO_REASON, UcwaError, type UcwaFailure } from '../ucwa/errors.ts'
import { heard, tabsOf } from '../testing/channel-tabs.ts'

const GONE: UcwaFailure = { kind: 'applicationGone' }

const TOO_MANY: UcwaFailure = {
  kind: 'refused',
  status: 410,
  reason: { ...NO_REASON, subcode: 'TooManyApplications' },
}

describe('several tabs', () => {
  test('share one P-GET: what one hears, all apply', async () => {
    const { open, server, answers } = tabsOf()
    const [one, two] = [open(), open()]
    await settled()
    await answers(heard(2))
    expect(server.polled).toEqual([anHref('/events?ack=1'), anHref('/events?ack=2')])
    expect(one.did).toContain('1 events')
    expect(two.did).toContain('1 events')
    expect(two.did).not.toContain('leads')
    one.close.abort()
    two.close.abort()
  })

  test('when the leading tab closes, another polls on with the last link, at once', async () => {
    const { open, server, answers } = tabsOf()
    const [one, two] = [open(), open()]
    await settled()
    await answers(heard(2))
    one.close.abort()
    await settled()
    expect(two.did).toContain('leads')
    expect(server.polled.at(-1)).toBe(anHref('/events?ack=2'))
    two.close.abort()
  })

  test('show the same state, though only one of them fails and waits', async () => {
    const { open, answers } = tabsOf()
    const [one, two] = [open(), open()]
    await settled()
    await answers({ kind: 'unreachable', detail: 'offline' })
    const states = (did: readonly string[]) => did.filter((what) => what === 'paused' || what === 'checking')
    expect(states(two.did)).toEqual(['paused', 'checking'])
    expect(states(one.did)).toEqual(states(two.did))
    one.close.abort()
    two.close.abort()
  })

  test('take up the application that the leader has made anew, and distrust what they know', async () => {
    const { open, server, answers } = tabsOf()
    const [one, two] = [open(), open()]
    await settled()
    server.application = anHref('/app/2')
    await answers(GONE)
    expect(server.opens).toBe(1)
    const afterwards = two.did.slice(two.did.indexOf('distrusts'))
    expect(afterwards[0]).toBe('distrusts') // before it is live again
    expect(afterwards.toSorted()).toEqual(['adopt', 'distrusts', 'listening', 'reads again'])
    one.close.abort()
    two.close.abort()
  })

  test('distrust what they know for as long as they cannot take it up, and try ever less often', async () => {
    const { open, server, answers, clock } = tabsOf()
    const [one, two] = [open(), open()]
    await settled()
    server.application = anHref('/app/2')
    const busy = new UcwaError({ kind: 'serverFailed', status: 429, retryAfterMs: 9_000, reason: NO_REASON })
    server.adoptFailures.push(busy, new TypeError('a bug'))
    await answers(GONE)
    expect(two.did.slice(-3)).toEqual(['distrusts', 'adopt', 'listening'])
    await clock.advance(8_999)
    expect(two.did.at(-1)).toBe('listening')
    await clock.advance(1)
    expect(two.did.slice(-2)).toEqual(['adopt', 'bug'])
    await clock.advance(60_000)
    expect(two.did.slice(-2)).toEqual(['adopt', 'reads again'])
    one.close.abort()
    two.close.abort()
  })

  test('open afresh when they come to lead before they could take it up', async () => {
    const { open, server, answers } = tabsOf()
    const [one, two] = [open(), open()]
    await settled()
    server.application = anHref('/app/2')
    server.adoptFailures.push(new UcwaError({ kind: 'unreachable', detail: 'reset' }))
    await answers(GONE)
    expect(server.opens).toBe(1)
    one.close.abort()
    await settled()
    expect(server.opens).toBe(2)
    expect(two.did.slice(-3)).toEqual(['opening', 'gap', 'listening'])
    two.close.abort()
  })

  test('apply a gap once, without a request for the application they have', async () => {
    const { open, answers } = tabsOf()
    const [one, two] = [open(), open()]
    await settled()
    await answers(heard(2, true))
    expect(two.did.filter((what) => what === 'adopt' || what === 'gap')).toEqual(['gap'])
    expect(one.did.filter((what) => what === 'gap')).toEqual(['gap'])
    one.close.abort()
    two.close.abort()
  })

  test('learn from the leader how it stands when they come', async () => {
    const { open, answers } = tabsOf()
    const one = open()
    await settled()
    await answers({ kind: 'signedOut' })
    const two = open()
    await settled()
    expect(two.did).toContain('lockedOut')
    one.close.abort()
    two.close.abort()
  })

  test('begin again together, whichever of them is asked to', async () => {
    const { open, server, answers } = tabsOf()
    const [one, two] = [open(), open()]
    await settled()
    server.openFailure = TOO_MANY
    await answers(GONE)
    expect(two.did.at(-1)).toBe('ended')
    server.openFailure = null
    two.shared.startAgain()
    await settled()
    expect(two.did.slice(-2).toSorted()).toEqual(['gap', 'listening'])
    one.close.abort()
    two.close.abort()
  })

  test('go on when what follows from a state has a bug, which is reported', async () => {
    const { open, server, answers } = tabsOf()
    const one = open('lene', false, ({ kind }) => {
      if (kind === 'listening') throw new Error('ours')
    })
    await settled()
    await answers(heard(2))
    expect(one.did).toEqual(['leads', 'listening', 'bug', 'listening', 'bug', '1 events'])
    expect(server.polled).toEqual([anHref('/events?ack=1'), anHref('/events?ack=2')])
    one.close.abort()
  })

  test('of two people share nothing', async () => {
    const { open, server, answers } = tabsOf()
    const [lene, dana] = [open('lene'), open('dana')]
    await settled()
    expect(server.polled).toHaveLength(2)
    await answers(heard(2)) // the last who polled: dana
    expect(dana.did).toContain('1 events')
    expect(lene.did).not.toContain('1 events')
    expect(lene.tabs.others()).toBe(0)
    lene.close.abort()
    dana.close.abort()
  })

  test('count one another, and say good-bye', async () => {
    const { open } = tabsOf()
    const [one, two] = [open(), open()]
    await settled()
    expect([one.tabs.others(), two.tabs.others()]).toEqual([1, 1])
    two.tabs.leave()
    await settled()
    expect(one.tabs.others()).toBe(0)
    expect(one.tabs.isAnyOtherVisible()).toBe(false)
    one.close.abort()
    two.close.abort()
  })
})
