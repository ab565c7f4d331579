import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { contactPresenceQuery } from '../data/contact-presence.ts'
import { createAlertsStore } from '../state/alerts-store.ts'
import { createElsewhereStore } from '../state/elsewhere-store.ts'
import { createPreferencesStore, USUAL_PREFERENCES } from '../state/preferences-store.ts'
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

/** The tabs of one person who watches Dana, each time, with a sound. The first of them leads. */
function aBrowser() {
  const clock = createHandTurnedClock()
  const browser = anExampleBrowser()
  const ucwa = aUcwa()
  const { queryKey } = contactPresenceQuery(ucwa, DANA)
  let ids = 0
  const caches: QueryClient[] = []
  const openTab = (isVisible: boolean) => {
    const cache = new QueryClient()
    caches.push(cache)
    const isFirst = caches.length === 1
    const page = anExamplePage()
    page.becomes({ isVisible })
    const seat = createSeat(browser.line(), String(caches.length), page.isVisible)
    const alertsStore = createAlertsStore('granted')
    const badges: number[] = []
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
      },
      person: { name: () => 'lene@contoso.com' },
      seat,
      cache,
      ucwa,
      isLeading: () => isFirst,
      follow: () => undefined,
    })
    seat.take('lene@contoso.com').onWord((word) => {
      if (word.kind === 'alerted' || word.kind === 'alertsSeen') alerts.heard(word)
    })
    alerts.beginWithKept()
    alerts.watch({ who: DANA, name: 'Dana', when: 'available', hasSound: true })
    return {
      page,
      badges,
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
