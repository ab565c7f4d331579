import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { VERSION_CHECK_AT_MOST_MS, VERSION_CHECK_MS } from '../session/timing.ts'
import type { SignInState } from '../session/sign-in.ts'
import { createNewVersionStore } from '../state/new-version-store.ts'
import { createSignInStore } from '../state/sign-in-store.ts'
import { createWallStore } from '../state/wall-store.ts'
import { anExamplePage } from '../testing/example-page.ts'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import { createNewVersion } from './new-version.ts'

const SIGNED_IN: SignInState = { kind: 'signedIn', address: 'lene@contoso.com', onlyWatch: false }

function world({ isSilent = false } = {}) {
  const [page, clock, over] = [anExamplePage(), createHandTurnedClock(), new AbortController()]
  const address = { read: () => '', replace: () => {}, onChange: () => () => {} }
  const stores = {
    signInStore: createSignInStore(),
    newVersionStore: createNewVersionStore(),
    wallStore: createWallStore(address, true),
  }
  const happened: string[] = []
  let isNewer: () => void = () => {}
  const keptPage = {
    check: async () => void happened.push('asked'),
    onNewer: (listener: () => void) => {
      isNewer = listener
    },
    take: () => void happened.push('taken'),
  }
  const unasked = {
    whom: () => (isSilent ? { address: 'lene@contoso.com', onlyWatch: false } : null),
    worked: () => {},
    ended: () => {},
  }
  const report = (bug: unknown): void => void happened.push(String(bug))
  const unsettled = createStore<{ isAny: boolean }>()(() => ({ isAny: false }))
  const underWay = { isAny: () => unsettled.getState().isAny, subscribe: unsettled.subscribe }
  const newVersion = createNewVersion({ world: { keptPage, page, clock, report }, stores, unasked, underWay })
  newVersion.watch(over.signal)
  return {
    ...newVersion,
    page,
    clock,
    happened,
    isNewer: () => isNewer(),
    publishes: (isAny: boolean) => unsettled.setState({ isAny }),
    becomes: (signIn: SignInState) => stores.signInStore.setState({ signIn }),
    isOffered: () => stores.newVersionStore.getState().isOffered,
    stop: () => over.abort(),
  }
}

test('a newer version is offered, and taken as soon as they have signed out', () => {
  const { becomes, isNewer, page, isOffered, happened, stop } = world()
  becomes(SIGNED_IN)
  isNewer()
  expect(isOffered()).toBe(true)

  page.touched() // the click on Sign out
  becomes({ kind: 'signedOut' })
  expect(happened).toContain('taken')
  stop()
})

test('why a sign-in has failed stays on the screen, though a newer version came meanwhile', () => {
  const { becomes, isNewer, isOffered, happened, stop } = world()
  becomes({ kind: 'underWay', step: 'finding', host: null, page: null })
  isNewer()
  becomes({
    kind: 'failed',
    request: { address: 'lene@contoso.com', onlyWatch: false },
    because: { kind: 'wrongPassword' },
  })
  expect(happened).toEqual([])
  expect(isOffered()).toBe(true)
  stop()
})

test('what is typed to sign in is not lost', () => {
  const { page, isNewer, happened, stop } = world()
  page.touched()
  isNewer()
  expect(happened).toEqual([])
  stop()
})

test('where signing in asks for nothing, it is taken at once, but for a text half written', () => {
  const { becomes, isNewer, tellWriting, happened, stop } = world({ isSilent: true })
  becomes(SIGNED_IN)
  tellWriting(true)
  isNewer()
  expect(happened).toEqual([])

  tellWriting(false)
  expect(happened).toEqual(['taken'])
  stop()
})

test('it waits until it is known what became of what they chose', () => {
  const { becomes, isNewer, publishes, happened, stop } = world({ isSilent: true })
  becomes(SIGNED_IN)
  publishes(true)
  isNewer()
  expect(happened).toEqual([])

  publishes(false)
  expect(happened).toEqual(['taken'])
  stop()
})

test('it is asked for every hour, and on coming back, but not at every glance', async () => {
  const { page, clock, happened, stop } = world()
  page.becomes({ isVisible: true })
  page.becomes({ isVisible: true })
  expect(happened).toEqual(['asked'])

  await clock.advance(VERSION_CHECK_AT_MOST_MS)
  page.becomes({ isOnline: false })
  expect(happened).toHaveLength(1)
  page.becomes({ isOnline: true })
  expect(happened).toHaveLength(2)

  await clock.advance(VERSION_CHECK_MS)
  expect(happened).toHaveLength(3)
  stop()
  expect(clock.sleeping()).toBe(0)
})
