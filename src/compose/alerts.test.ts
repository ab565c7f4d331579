import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { contactPresenceQuery } from '../data/contact-presence.ts'
import type { AlertWord } from '../session/alerts-book.ts'
import type { TabWord } from '../session/tabs.ts'
import { TOLD_WITHIN_MS } from '../session/timing.ts'
import { createAlertsStore } from '../state/alerts-store.ts'
import { createElsewhereStore } from '../state/elsewhere-store.ts'
import { createPreferencesStore, USUAL_PREFERENCES } from '../state/preferences-store.ts'
import { EVERYBODY } from '../state/wall.ts'
import { createWallStore } from '../state/wall-store.ts'
import { aUcwa } from '../testing/a-ucwa.ts'
import { anExamplePage } from '../testing/example-page.ts'
import { anExampleBrowser } from '../testing/example-tabs.ts'
import { aContactPresence } from '../testing/examples.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import type { Availability } from '../ucwa/availability.ts'
import { parseConfiguration } from '../ucwa/config.ts'
import { toSipUri } from '../ucwa/hal.ts'
import { joinAlerts } from './alerts.ts'
import { createSeat } from './seat.ts'

const DANA = toSipUri('sip:dana@contoso.com')

const isAlertWord = (word: TabWord): word is AlertWord =>
  ['alerted', 'canRing', 'ring', 'alertsSeen'].includes(word.kind)

/** The tabs of one person who watches Dana, each time, with a sound. The first of them leads. */
function aBrowser() {
  const clock = createHandTurnedClock()
  const browser = anExampleBrowser()
  const ucwa = aUcwa()
  const { queryKey } = contactPresenceQuery(ucwa, DANA)
  let ids = 0
  const caches: QueryClient[] = []
  const openTab = (isVisible: boolean) => {
    let fragment = ''
    const cache = new QueryClient()
    caches.push(cache)
    const isFirst = caches.length === 1
    const page = anExamplePage()
    page.becomes({ isVisible })
    const seat = createSeat(browser.line(), String(caches.length), page.isVisible)
    const alertsStore = createAlertsStore('granted')
    const badges: number[] = []
    const wallStore = createWallStore(
      { read: () => fragment, replace: (next) => void (fragment = next), onChange: () => undefined },
      true,
    )
    let rings = 0
    const alerts = joinAlerts({
      world: {
        clock,
        configuration: parseConfiguration({}),
        kept: { read: () => null, write: () => undefined, onOthersWrite: () => () => undefined },
        notices: {
          permission: () => 'granted',
          ask: async () => 'granted',
          show: () => undefined,
          ring: () => void (rings += 1),
          badge: (count) => void badges.push(count),
        },
        page,
        report: (bug) => {
          throw bug
        },
        uniqueId: () => String((ids += 1)),
      },
      stores: {
        alertsStore,
        elsewhereStore: createElsewhereStore(),
        preferencesStore: createPreferencesStore(USUAL_PREFERENCES),
        wallStore,
      },
      person: { name: () => 'lene@contoso.com' },
      seat,
      cache,
      ucwa,
      isLeading: () => isFirst,
      follow: () => undefined,
    })
    seat.take('lene@contoso.com').onWord((word) => {
      if (isAlertWord(word)) alerts.heard(word)
    })
    alerts.beginWithKept()
    alerts.watch({ who: DANA, name: 'Dana', when: 'available', hasSound: true })
    return {
      page,
      badges,
      lead: alerts.lead,
      wallStore,
      /** As the address does. */
      hang: () => wallStore.setState({ wall: EVERYBODY }),
      /** What the dashboard does where it is on the screen; how often this tab has rung. */
      rings: () => {
        if (wallStore.getState().wall === null)
          for (const telling of alertsStore.getState().toRing)
            alerts.rangOut(telling, { title: '', body: '' })
        return rings
      },
      toasts: () => alertsStore.getState().toasts.length,
      unseen: () => alertsStore.getState().unseen,
    }
  }
  return {
    clock,
    openTab,
    /** Every tab reads it, in the order in which they were opened. */
    danaBecomes: async (...availabilities: readonly Availability[]) => {
      for (const availability of availabilities) {
        for (const cache of caches) cache.setQueryData(queryKey, aContactPresence({ availability }))
        await settled()
      }
    },
  }
}

test('what was seen in the tab that leads is new in no other', async () => {
  const browser = aBrowser()
  const leader = browser.openTab(true)
  const hidden = browser.openTab(false)

  await browser.danaBecomes('Away', 'Online')

  expect([leader.unseen(), hidden.unseen()]).toEqual([0, 0])
  expect(hidden.badges.at(-1)).toBe(0)
})

test('a wall is silent, and so is the board when it is left; what was told meanwhile is counted there', async () => {
  const browser = aBrowser()
  const wall = browser.openTab(true)
  await browser.danaBecomes('Away', 'Online')
  wall.hang()
  await browser.danaBecomes('Away', 'Online', 'Away', 'Online')
  wall.page.touched() // somebody who passes by

  wall.wallStore.leave()
  expect([wall.rings(), wall.toasts(), wall.unseen()]).toEqual([0, 0, 2])
})

test('while a wall leads, one tab at which the person may be rings, and it counts what nobody has seen', async () => {
  const browser = aBrowser()
  const wall = browser.openTab(true)
  const tabs = [browser.openTab(false), browser.openTab(false)]
  wall.hang()
  await browser.danaBecomes('Away', 'Online')

  expect(wall.rings()).toBe(0)
  expect(tabs.map((tab) => tab.rings()).filter((times) => times > 0)).toEqual([1])
  expect(tabs.map((tab) => tab.unseen())).toEqual([1, 1])
})

test('what could not be told in time is told no more', async () => {
  const browser = aBrowser()
  const tab = browser.openTab(true)
  await browser.danaBecomes('Away', 'Online')
  await browser.clock.advance(TOLD_WITHIN_MS)
  expect(tab.rings()).toBe(0)
})

test('what a killed browser has left on the icon goes with the first tab, and what another tab counts stays', async () => {
  const browser = aBrowser()
  const first = browser.openTab(false)
  first.lead()
  expect(first.badges).toEqual([0])

  await browser.danaBecomes('Away', 'Online')
  const second = browser.openTab(false)
  await settled() // they have heard of one another
  second.lead()
  expect([first.badges, second.badges]).toEqual([[0, 1], []])
})
