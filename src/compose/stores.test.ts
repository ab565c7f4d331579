import { expect, test } from 'vitest'
import type { SharedTexts } from '../lib/kept-texts.ts'
import { parsePreferencesFile, preferencesFile, type Preferences } from '../state/preferences-store.ts'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import { parseConfiguration, type Defaults } from '../ucwa/config.ts'
import { createStores } from './stores.ts'

type Tab = { heard: (key: string) => void }

/** What one browser keeps, shared by its tabs. */
function browser(first: string | null = null) {
  let text = first
  const tabs: Tab[] = []

  /** The page as it opens in a tab, with what the administrator decides by then. */
  function opens(defaults: Partial<Defaults> = {}) {
    const own: Tab = { heard: () => undefined }
    tabs.push(own)
    const kept: SharedTexts = {
      read: (key) => (key === 'preferences' ? text : null),
      write: (key, written) => {
        if (key !== 'preferences' || written === text) return
        text = written
        for (const tab of tabs) if (tab !== own) tab.heard(key)
      },
      onOthersWrite: (listener) => {
        own.heard = listener
        return () => undefined
      },
    }
    const { preferencesStore, preferredAtFirst, languageStore } = createStores({
      address: { read: () => '', replace: () => undefined, onChange: () => undefined },
      configuration: parseConfiguration({ defaults }),
      clock: createHandTurnedClock(),
      kept,
      machine: null,
      notices: {
        permission: () => 'notAsked',
        ask: () => Promise.resolve('notAsked'),
        show: () => undefined,
        ring: () => undefined,
        badge: () => undefined,
      },
      readerLanguages: { now: () => ['fr-CH', 'en'], onChange: () => () => undefined },
    })
    return {
      preferred: () => preferencesStore.getState(),
      prefers: (some: Partial<Preferences>) => preferencesStore.setState(some),
      resets: () => preferencesStore.setState(preferredAtFirst, true),
      speech: () => languageStore.getState(),
    }
  }
  return { opens, kept: () => text }
}

test('whoever chose one thing leaves the rest to the administrator, today and later', () => {
  const { opens } = browser()
  opens().prefers({ sound: true })
  expect(opens({ theme: 'dark', density: 'cards' }).preferred()).toMatchObject({
    sound: true,
    theme: 'dark',
    density: 'cards',
  })
})

test('what was chosen goes before what the administrator decides later, also where it was the default once', () => {
  const { opens } = browser()
  const tab = opens({ theme: 'light' })
  tab.prefers({ theme: 'dark' })
  tab.prefers({ theme: 'light' })
  expect(opens({ theme: 'dark' }).preferred().theme).toBe('light')
})

test('after a reset nothing is chosen any more', () => {
  const { opens } = browser()
  const tab = opens()
  tab.prefers({ theme: 'dark', sound: true })
  tab.resets()
  expect(tab.preferred()).toMatchObject({ theme: 'system', sound: false })
  expect(opens({ theme: 'light' }).preferred()).toMatchObject({ theme: 'light', sound: false })
})

test('an imported file changes what it says otherwise, and a reset takes that back', () => {
  const [here, there] = [browser(), browser()]
  const from = here.opens()
  from.prefers({ theme: 'dark', endOfDay: '16:45' })
  const tab = there.opens({ density: 'cards' })
  const found = parsePreferencesFile(preferencesFile(from.preferred()), tab.preferred())
  if ('mistake' in found) throw new Error('its own file is refused')
  tab.prefers(found.preferences)
  expect(there.opens({ theme: 'light' }).preferred()).toEqual(from.preferred())
  tab.resets()
  expect(tab.preferred()).toMatchObject({ theme: 'system', density: 'cards', endOfDay: '17:30' })
})

test('what an older version kept, all of it at once, still holds', () => {
  const old = { theme: 'dark', density: 'compact', notifications: false, sound: true, endOfDay: '16:00' }
  const { opens } = browser(JSON.stringify(old))
  const tab = opens()
  expect(tab.preferred()).toMatchObject(old)
  tab.prefers({ sound: false })
  expect(opens({ theme: 'light' }).preferred()).toMatchObject({ ...old, sound: false })
})

test('what one tab changes or resets holds in the others, and none of them writes it again', () => {
  const { opens, kept } = browser()
  const [one, other] = [opens({ theme: 'dark' }), opens({ theme: 'light' })]
  one.prefers({ theme: 'light' })
  expect(other.preferred().theme).toBe('light')
  expect(kept()).toBe('{"theme":"light"}')
  other.prefers({ sound: true })
  expect(one.preferred()).toMatchObject({ theme: 'light', sound: true })
  one.resets()
  expect([one.preferred().theme, other.preferred().theme]).toEqual(['dark', 'light'])
  expect(kept()).toBe('{}')
})

test('the administrator’s language holds at first, and everybody may have their browser’s instead', () => {
  const { opens } = browser()
  const tab = opens({ language: 'de' })
  expect(tab.preferred().language).toBe('de')
  expect(tab.speech()).toEqual({ language: 'de', culture: 'de-DE' })
  tab.prefers({ language: null })
  expect(tab.speech()).toEqual({ language: 'fr', culture: 'fr-CH' })
  expect(opens({ language: 'de' }).speech()).toEqual({ language: 'fr', culture: 'fr-CH' })
  tab.resets()
  expect(tab.speech().language).toBe('de')
})
