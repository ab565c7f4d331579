import { describe, expect, test } from 'vitest'
import { anHref } from '../testing/examples.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import { heard, tabsOf } from '../testing/channel-tabs.ts'

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
