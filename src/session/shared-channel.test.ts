import { describe, expect, test } from 'vitest'
import { anExampleBrowser } from '../testing/example-tabs.ts'
import { anExamplePage } from '../testing/example-page.ts'
import { anEvent, anHref } from '../testing/examples.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { NO_REASON, UcwaError, type UcwaFailure } from '../ucwa/errors.ts'
import type { EventPackage } from '../ucwa/events.ts'
import type { Href } from '../ucwa/hal.ts'
import { listeningTo, type ChannelState } from './channel-state.ts'
import { createSharedChannel } from './shared-channel.ts'
import { joinTabs } from './tabs.ts'

const GONE: UcwaFailure = { kind: 'applicationGone' }
const TOO_MANY: UcwaFailure = {
  kind: 'refused',
  status: 410,
  reason: { ...NO_REASON, subcode: 'TooManyApplications' },
}

/** One server, which answers the poll under way when told to, and the tabs in front of it. */
function tabsOf() {
  const clock = createHandTurnedClock()
  const browser = anExampleBrowser()
  const server: {
    application: Href
    readonly polled: Href[]
    opens: number
    /** Answers the poll under way. */
    answer: (how: EventPackage | UcwaFailure) => void
    openFailure: UcwaFailure | null
    /** What the next tries to take up its application end in. */
    readonly adoptFailures: Error[]
  } = {
    application: anHref('/app/1'),
    polled: [],
    opens: 0,
    answer: () => undefined,
    openFailure: null,
    adoptFailures: [],
  }
  let opened = 0
  const open = (
    person = 'lene',
    isOnWall = false,
    onState: (state: ChannelState) => void = () => undefined,
  ) => {
    const did: string[] = []
    const close = new AbortController()
    const line = browser.line()
    opened += 1
    let application: Href | null = server.application
    const page = anExamplePage()
    const tabs = joinTabs(line, { tab: `tab${opened}`, person, isVisible: page.isVisible })
    /** As the tab's own words are said by `compose`. */
    const becomesVisible = (isVisible: boolean) => {
      page.becomes({ isVisible })
      tabs.say({ kind: 'here', isVisible })
    }
    const shared = createSharedChannel({
      tabs,
      leadership: browser.locks,
      name: person,
      clock,
      page,
      isOnWall: () => isOnWall,
      applicationHref: () => application,
      adopt: async () => {
        did.push('adopt')
        const failure = server.adoptFailures.shift()
        if (failure !== undefined) throw failure
        application = server.application
      },
      onDistrust: () => did.push('distrusts'),
      onAdopted: () => did.push('reads again'),
      onLead: (isLeading) => did.push(isLeading ? 'leads' : 'follows'),
      nextTryAtMs: () => null,
      onNextTry: () => undefined,
      channel: {
        open: async () => {
          server.opens += 1
          if (server.openFailure !== null) throw new UcwaError(server.openFailure)
          application = server.application
          return anHref('/events?ack=1')
        },
        locate: async () => false,
        check: async () => undefined,
        poll: (next, signal) =>
          new Promise((resolve, reject) => {
            server.polled.push(next)
            signal.addEventListener('abort', () => reject(signal.reason))
            server.answer = (answer) => {
              if ('kind' in answer) reject(new UcwaError(answer))
              else resolve(answer)
            }
          }),
        pause: async () => undefined,
        untilHeld: () => new Promise(() => undefined),
        untilSignedIn: () => new Promise(() => undefined),
        untilClaimed: () => new Promise(() => undefined),
        onState: (state) => {
          did.push(state.kind)
          onState(state)
        },
        onEvents: (events) => did.push(`${events.length} events`),
        onGap: () => did.push('gap'),
        onBug: () => did.push('bug'),
      },
    })
    const running = shared.run(listeningTo(anHref('/events?ack=1')), close.signal).catch(() => 'closed')
    return { did, close, shared, tabs, becomesVisible, running }
  }
  const answers = async (answer: EventPackage | UcwaFailure) => {
    server.answer(answer)
    await settled()
  }
  return { open, server, answers, clock }
}

const heard = (ack: number, gap = false): EventPackage => ({
  events: [anEvent()],
  next: anHref(`/events?ack=${ack}`),
  gap,
})

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

describe('a leading tab on a wall', () => {
  test('lets the one lead at which the person is, and leads again when that one closes', async () => {
    const { open, server, answers } = tabsOf()
    const [wall, other, desk] = [open('lene', true), open('lene', true), open()]
    await settled()
    await answers(heard(2))
    expect(wall.shared.isLeading()).toBe(true)
    desk.tabs.say({ kind: 'touched' })
    await settled()
    desk.tabs.say({ kind: 'touched' }) // there may be two walls
    await settled()
    expect(desk.shared.isLeading()).toBe(true)
    expect(server.polled.at(-1)).toBe(anHref('/events?ack=2'))
    expect(server.opens).toBe(0)
    desk.close.abort()
    await settled()
    expect(wall.shared.isLeading() || other.shared.isLeading()).toBe(true)
    for (const { close } of [wall, other]) close.abort()
  })

  test('at a desk goes on leading, wherever else the person is', async () => {
    const { open } = tabsOf()
    const [one, two] = [open(), open()]
    await settled()
    two.tabs.say({ kind: 'touched' })
    await settled()
    expect(one.shared.isLeading()).toBe(true)
    for (const { close } of [one, two]) close.abort()
  })
})

/** Browsers let the timers of a tab that has long been hidden run but once a minute. */
describe('a leading tab that has long been hidden', () => {
  const LONG_MS = 5 * 60_000
  const leaders = (tabs: readonly { shared: { isLeading(): boolean } }[]) =>
    tabs.map(({ shared }) => shared.isLeading())

  test('yields to one in sight, which goes on with the last link', async () => {
    const { open, server, answers, clock } = tabsOf()
    const both = [open(), open()] as const
    await settled()
    await answers(heard(2))
    both[0].becomesVisible(false)
    await clock.advance(LONG_MS)
    expect(leaders(both)).toEqual([false, true])
    expect(server.polled.at(-1)).toBe(anHref('/events?ack=2'))
    expect(server.opens).toBe(0)
    for (const { close } of both) close.abort()
  })

  test('leads on while nobody is in sight, and yields as soon as somebody is', async () => {
    const { open, clock } = tabsOf()
    const both = [open(), open()] as const
    await settled()
    for (const { becomesVisible } of both) becomesVisible(false)
    await clock.advance(LONG_MS)
    expect(leaders(both)).toEqual([true, false])
    both[1].becomesVisible(true)
    await settled()
    expect(leaders(both)).toEqual([false, true])
    for (const { close } of both) close.abort()
  })

  test('leads on when it was hidden for a glance elsewhere only', async () => {
    const { open, clock } = tabsOf()
    const both = [open(), open()] as const
    await settled()
    both[0].becomesVisible(false)
    await clock.advance(60_000)
    both[0].becomesVisible(true)
    await clock.advance(LONG_MS)
    expect(leaders(both)).toEqual([true, false])
    for (const { close } of both) close.abort()
  })

  test('among many, the one in sight ends up with the lead, in one round', async () => {
    const { open, clock } = tabsOf()
    const all = [open(), open(), open(), open()] as const
    await settled()
    for (const { becomesVisible } of all) becomesVisible(false)
    await clock.advance(LONG_MS)
    all[2].becomesVisible(true)
    await clock.advance(LONG_MS)
    expect(leaders(all)).toEqual([false, false, true, false])
    const turns = all.flatMap(({ did }) => did).filter((what) => what === 'leads')
    expect(turns).toHaveLength(3) // the first, the second, which is hidden too, and the third
    for (const { close } of all) close.abort()
  })

  test('one that crashed in sight has the others hand it round once, and then they rest', async () => {
    const { open, clock } = tabsOf()
    const [one, two, crashed] = [open(), open(), open()]
    await settled()
    for (const { becomesVisible } of [one, two]) becomesVisible(false)
    crashed.close.abort() // says no good-bye
    await clock.advance(10 * LONG_MS)
    const turns = [one, two].flatMap(({ did }) => did).filter((what) => what === 'leads')
    expect(turns.length).toBeLessThanOrEqual(4)
    expect(leaders([one, two]).filter(Boolean)).toHaveLength(1)
    for (const { close } of [one, two]) close.abort()
  })
})
