import { describe, expect, test } from 'vitest'
import { anExampleBrowser } from '../testing/example-tabs.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { electByLine } from './tab-leader.ts'

/** Complaint 24 of the peers: several tabs fight, or sign one another out. */
function tabsOf(clock = createHandTurnedClock()) {
  const browser = anExampleBrowser()
  const open = (id: string, name = 'lene', tabClock = clock) => {
    const it = { id, isLeading: false, close: new AbortController() }
    void electByLine(browser.line(), tabClock, id)
      .lead(name, it.close.signal)
      .then(
        (lost) => {
          it.isLeading = true
          lost.addEventListener('abort', () => (it.isLeading = false))
          it.close.signal.addEventListener('abort', () => (it.isLeading = false))
          return null
        },
        () => null,
      )
    return it
  }
  return { clock, open }
}

describe('without Web Locks', () => {
  test('the first tab leads, and the next does not', async () => {
    const { clock, open } = tabsOf()
    const [one] = [open('one')]
    await clock.advance(2_000)
    const two = open('two')
    await clock.advance(10_000)
    expect([one.isLeading, two.isLeading]).toEqual([true, false])
    one.close.abort()
    two.close.abort()
  })

  test('two that come at once agree on one', async () => {
    const { clock, open } = tabsOf()
    const both = [open('b'), open('a')]
    await clock.advance(10_000)
    expect(both.filter(({ isLeading }) => isLeading)).toHaveLength(1)
    for (const { close } of both) close.abort()
  })

  test('when the leading tab closes, another leads within 2 s', async () => {
    const { clock, open } = tabsOf()
    const [one, two, three] = [open('one'), open('two'), open('three')]
    await clock.advance(5_000)
    const leader = [one, two, three].find(({ isLeading }) => isLeading)
    leader?.close.abort()
    await clock.advance(2_000)
    const led = [one, two, three].filter((tab) => tab.isLeading)
    expect(led).toHaveLength(1)
    expect(led[0]).not.toBe(leader)
    for (const { close } of [one, two, three]) close.abort()
  })

  test('when the leading tab falls silent, another leads within 2 s; and when it speaks again, it yields', async () => {
    const stopped = createHandTurnedClock()
    const { clock, open } = tabsOf()
    const one = open('a', 'lene', stopped) // the stronger id, so that only its age is against it
    await stopped.advance(1_000)
    const two = open('b')
    expect(one.isLeading).toBe(true)
    await clock.advance(2_000)
    expect(two.isLeading).toBe(true)
    await stopped.advance(1_000)
    await settled()
    expect([one.isLeading, two.isLeading]).toEqual([false, true])
    one.close.abort()
    two.close.abort()
  })

  test('two people in one browser each have a leader', async () => {
    const { clock, open } = tabsOf()
    const [lene, dana] = [open('one', 'lene'), open('two', 'dana')]
    await clock.advance(5_000)
    expect([lene.isLeading, dana.isLeading]).toEqual([true, true])
    lene.close.abort()
    dana.close.abort()
  })

  test('a tab that is gone leaves no timer behind', async () => {
    const { clock, open } = tabsOf()
    const tabs = [open('one'), open('two')]
    await clock.advance(3_000)
    for (const { close } of tabs) close.abort()
    await settled()
    expect(clock.sleeping()).toBe(0)
  })
})
