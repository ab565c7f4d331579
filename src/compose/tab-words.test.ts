import { expect, test } from 'vitest'
import { createAppearance } from '../session/appearance.ts'
import { createAttendance } from '../session/attendance.ts'
import type { SignInRequest } from '../session/sign-in.ts'
import { ANYBODY, TAB_LANGUAGE, type TabWord } from '../session/tabs.ts'
import { MEDIUM_HIDDEN_SECONDS, MEDIUM_SECONDS } from '../session/timing.ts'
import { createTuning } from '../session/tuning.ts'
import { createAlertsStore } from '../state/alerts-store.ts'
import { createOtherTabsStore } from '../state/other-tabs-store.ts'
import { createSignInStore } from '../state/sign-in-store.ts'
import { createWallStore } from '../state/wall-store.ts'
import { anExamplePage } from '../testing/example-page.ts'
import { anExampleBrowser } from '../testing/example-tabs.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { toSipUri } from '../ucwa/hal.ts'
import { createSeat } from './seat.ts'
import { createTabWords } from './tab-words.ts'

const LENE = 'lene@contoso.com'
const nothing = (): void => undefined

/** A tab in which nobody is signed in yet, and the ears and mouth of another one of the same browser. */
function aTab(fragment = '') {
  const clock = createHandTurnedClock()
  const browser = anExampleBrowser()
  const [line, other] = [browser.line(), browser.line()]
  const heard: TabWord[] = []
  other.onMessage(({ word }) => void heard.push(word))
  const page = anExamplePage()
  const attendance = createAttendance(clock)
  const signInStore = createSignInStore()
  const seat = createSeat(line, 'this', page.isVisible)
  const began: SignInRequest[] = []
  const address = { read: () => fragment, replace: nothing, onChange: nothing }
  const wallStore = createWallStore(address, true)
  const appearance = createAppearance({
    mayShow: () => true,
    client: { applicationHref: () => null, canReportMyActivity: () => false, showMe: async () => undefined },
    attendance,
    onChange: nothing,
    onShown: nothing,
    onBug: nothing,
  })
  const otherTabsStore = createOtherTabsStore()
  const alertsStore = createAlertsStore('notAsked')
  const tuning = createTuning(page)
  const words = createTabWords({
    world: { clock, page, tabLine: line, sendLast: nothing },
    tabId: 'this',
    client: {
      goOn: nothing,
      lastRequest: () => null,
      passTokens: () => [],
      takeTokens: () => false,
      transport: () => null,
    },
    stores: {
      alertsStore,
      otherTabsStore,
      signInStore,
      viewStore: { forgetFind: nothing },
      wallStore,
    },
    recorder: { signedOut: nothing },
    attendance,
    tuning,
    board: {
      appearance,
      heardAgain: nothing,
      isLeading: () => false,
      reflectAppearance: nothing,
      subscribedElsewhere: nothing,
      tellSubscribed: nothing,
      unheard: nothing,
      mine: { heard: nothing },
      alerts: { heard: nothing },
    },
    connection: {
      doubted: nothing,
      signedInAgain: nothing,
      waits: { look: nothing, tryNow: nothing, claim: nothing },
    },
    life: { begin: (request) => void began.push(request), end: nothing, tellTabs: nothing },
    seat,
  })
  const says = async (word: TabWord, person = LENE) => {
    other.post({ language: TAB_LANGUAGE, from: 'other', person, word })
    await settled()
  }
  return {
    words,
    otherTabsStore,
    alertsStore,
    tuning,
    clock,
    page,
    attendance,
    signInStore,
    seat,
    appearance,
    began,
    heard,
    says,
  }
}

const TOKENS: TabWord = { kind: 'tokens', passed: [] }

test.each([
  ['in time', 5_000, 1],
  ['too late', 5_001, 0],
])('when the tokens that were asked for come %s', async (_, afterMs, times) => {
  const { words, clock, began, says } = aTab()
  words.goOnAs(LENE)
  await clock.advance(afterMs)
  await says(TOKENS)
  expect(began.map(({ address }) => address)).toEqual(Array.from({ length: times }, () => LENE))
})

test('when none come in time, that is said, until somebody signs in', async () => {
  const { words, otherTabsStore, signInStore, clock, says } = aTab()
  await says({ kind: 'iAm', address: LENE }, ANYBODY)
  words.goOnAs(LENE)
  await clock.advance(5_000)
  expect(otherTabsStore.getState()).toEqual({ people: [], unanswered: LENE })
  signInStore.setState({ signIn: { kind: 'underWay', step: 'finding', host: null, page: null } })
  expect(otherTabsStore.getState().unanswered).toBe(null)
})

test('who is signing in already goes on as nobody', async () => {
  const { words, signInStore, began, heard, says } = aTab()
  signInStore.setState({ signIn: { kind: 'underWay', step: 'finding', host: null, page: null } })
  words.goOnAs(LENE)
  await says(TOKENS)
  expect([began, heard]).toEqual([[], []])
})

test('when they come in time, nothing is said', async () => {
  const { words, otherTabsStore, clock, says } = aTab()
  words.goOnAs(LENE)
  await says(TOKENS)
  await clock.advance(10_000)
  expect(otherTabsStore.getState().unanswered).toBe(null)
})

test('whoever has closed their other tab is offered no more, unless another of theirs answers', async () => {
  const { words, otherTabsStore, heard, says } = aTab()
  words.lookAround()
  await says({ kind: 'iAm', address: LENE }, ANYBODY)
  expect(otherTabsStore.getState().people).toEqual([LENE])
  await says({ kind: 'bye' })
  expect(otherTabsStore.getState().people).toEqual([])
  expect(heard.map(({ kind }) => kind)).toEqual(['whoIsThere', 'whoIsThere'])
  await says({ kind: 'iAm', address: LENE }, ANYBODY)
  expect(otherTabsStore.getState().people).toEqual([LENE])
})

test('whoever has signed out in another tab is not offered in this one, where they were signed in too', async () => {
  const { words, otherTabsStore, heard, says } = aTab()
  await says({ kind: 'iAm', address: LENE }, ANYBODY)
  words.hear({ kind: 'signedOut' })
  await settled()
  expect(otherTabsStore.getState().people).toEqual([])
  expect(heard).toEqual([{ kind: 'whoIsThere' }])
})

test('when somebody has signed in otherwise meanwhile, the tokens come to nothing', async () => {
  const { words, signInStore, began, says } = aTab()
  words.goOnAs(LENE)
  signInStore.setState({ signIn: { kind: 'underWay', step: 'finding', host: null, page: null } })
  await says(TOKENS)
  expect(began).toEqual([])
})

test('who goes on as somebody tells nobody how they are seen before having been told', async () => {
  const { words, seat, appearance, heard } = aTab()
  const said = () => heard.filter(({ kind }) => kind === 'appearance')
  seat.take(LENE)
  appearance.begin(null)
  words.hear({ kind: 'hello', isVisible: true })
  await settled()
  expect(said()).toEqual([])
  words.hear({ kind: 'appearance', wanted: 'shown', chosen: 'Busy' })
  words.hear({ kind: 'hello', isVisible: true })
  await settled()
  expect(said()).toEqual([{ kind: 'appearance', wanted: 'shown', chosen: 'Busy' }])
})

test.each([
  ['at a desk is where the person is', '', true],
  ['on a wall is touched by whoever passes by', '#view=wall', false],
])('a tab %s', async (_, fragment, isHere) => {
  const { page, seat, attendance, heard } = aTab(fragment)
  seat.take(LENE)
  page.touched()
  await settled()
  expect(attendance.isHere()).toBe(isHere)
  expect(heard.some(({ kind }) => kind === 'touched')).toBe(isHere)
})

test('while somebody is watched for an alert, a hidden tab does not gather events for long', async () => {
  const { page, alertsStore, tuning } = aTab()
  const who = toSipUri('sip:adam@contoso.com')
  page.becomes({ isVisible: false })
  expect(tuning.parameters().mediumSeconds).toBe(MEDIUM_HIDDEN_SECONDS)
  alertsStore.setState({ alerts: new Map([[who, { who, name: 'Lene', when: 'change', hasSound: false }]]) })
  expect(tuning.parameters().mediumSeconds).toBe(MEDIUM_SECONDS)
  alertsStore.setState({ alerts: new Map() })
  expect(tuning.parameters().mediumSeconds).toBe(MEDIUM_HIDDEN_SECONDS)
})
