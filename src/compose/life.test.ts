import { expect, test } from 'vitest'
import type { ChannelDeps } from '../session/channel.ts'
import { createAttendance } from '../session/attendance.ts'
import type { SignInRequest } from '../session/sign-in.ts'
import { END_GIVE_UP_MS, LEAD_WITHIN_MS } from '../session/timing.ts'
import { createKnownByStore } from '../state/known-by-store.ts'
import { createPreferencesStore, USUAL_PREFERENCES } from '../state/preferences-store.ts'
import { createSignInAgainStore } from '../state/sign-in-again-store.ts'
import { createSignInStore } from '../state/sign-in-store.ts'
import { createWallStore } from '../state/wall-store.ts'
import { anExamplePage } from '../testing/example-page.ts'
import { anExampleBrowser } from '../testing/example-tabs.ts'
import { anHref } from '../testing/examples.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { createLife } from './life.ts'
import { createPerson } from './person.ts'
import { createSeat } from './seat.ts'

const nothing = (): void => undefined
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))

/** A channel that nothing comes from: another tab leads, or nobody yet. */
const SILENT: ChannelDeps = {
  open: untilAborted,
  locate: untilAborted,
  check: untilAborted,
  poll: (_, signal) => untilAborted(signal),
  pause: (_, signal) => untilAborted(signal),
  untilHeld: untilAborted,
  untilSignedIn: untilAborted,
  untilClaimed: untilAborted,
  onState: nothing,
  onEvents: nothing,
  onGap: nothing,
  onBug: nothing,
}

/** A page of which another tab leads, in front of a server that is heard when the test says so. */
function aPage() {
  const clock = createHandTurnedClock()
  const browser = anExampleBrowser()
  const page = anExamplePage()
  const did: string[] = []
  const reported: unknown[] = []
  const signInStore = createSignInStore()
  const address = { read: () => '', replace: nothing, onChange: nothing }
  const kept = { read: () => null, write: nothing }
  let isLetIn = false
  const life = createLife({
    world: {
      clock,
      page,
      windows: { open: () => null, returned: untilAborted },
      machine: null,
      uniqueId: () => 'id',
      report: (bug) => void reported.push(bug),
    },
    client: {
      applicationHref: () => null,
      canReportMyActivity: () => false,
      close: async () => undefined,
      end: async (signal) => {
        did.push('ending')
        await untilAborted(signal).catch(nothing)
        did.push('ended')
      },
      grant: () => null,
      open: async () => anHref('/app/1/events'),
      passTokens: () => [],
      reportMyActivity: async () => undefined,
      signIn: async (request, signal) => {
        did.push(`sign in ${request.address}`)
        return isLetIn ? { kind: 'found', host: 'pool.contoso.com' } : untilAborted(signal)
      },
      signInAgain: (_, signal) => untilAborted(signal),
      whose: () => null,
    },
    stores: {
      favouritesStore: { begin: nothing },
      knownByStore: createKnownByStore(false),
      preferencesStore: createPreferencesStore(USUAL_PREFERENCES),
      signInAgainStore: createSignInAgainStore(),
      signInStore,
      wallStore: createWallStore(address, true),
    },
    recorder: { signInBegan: nothing, signInFailed: nothing, signedIn: nothing, tabs: nothing },
    attendance: createAttendance(clock),
    person: createPerson({ kept, uniqueId: () => 'id' }),
    unasked: { ended: nothing, worked: nothing },
    board: {
      begin: () => void did.push('board'),
      end: nothing,
      gap: nothing,
      isLeading: () => false,
      lead: nothing,
      appearance: {
        begin: nothing,
        keep: () => nothing,
        show: async () => undefined,
        wanted: () => 'watching',
        watch: nothing,
      },
      mine: { beginWithKept: nothing },
      alerts: { beginWithKept: nothing },
    },
    connection: {
      channelDeps: SILENT,
      distrust: nothing,
      end: nothing,
      nextTryAtMs: () => null,
      open: async () => anHref('/app/1/events'),
      signedInAgain: nothing,
      toldNextTry: nothing,
      waits: { watch: untilAborted },
    },
    seat: createSeat(browser.line(), 'this', page.isVisible),
    leadership: { lead: (_, signal) => untilAborted(signal) },
    onTabWord: nothing,
  })
  return {
    life,
    clock,
    did,
    reported,
    signInStore,
    letIn: () => {
      isLetIn = true
    },
  }
}

const as = (address: string): SignInRequest => ({ address, password: 'x', picked: null, onlyWatch: true })

test('who signs in while the last application is being ended waits for that, and it is ended once at a time', async () => {
  const { life, clock, did } = aPage()
  life.end(true)
  await settled()
  life.begin(as('dana@contoso.com'))
  await settled()
  expect(did).toEqual(['ending'])
  await clock.advance(END_GIVE_UP_MS)
  expect(did).toEqual(['ending', 'ended', 'ending'])
  await clock.advance(END_GIVE_UP_MS)
  expect(did).toEqual(['ending', 'ended', 'ending', 'ended', 'sign in dana@contoso.com'])
})

test('who is replaced while waiting for that never signs in', async () => {
  const { life, clock, did, reported } = aPage()
  life.begin(as('lene@contoso.com'))
  await settled()
  life.begin(as('dana@contoso.com'))
  await clock.advance(3 * END_GIVE_UP_MS)
  expect(did.filter((one) => one.startsWith('sign in'))).toEqual(['sign in dana@contoso.com'])
  expect(reported).toEqual([])
})

// Vitest fails for a rejection that nobody holds, as a browser would report one.
test('who signs out before it is known which tab leads leaves nothing behind', async () => {
  const { life, clock, did, signInStore, reported, letIn } = aPage()
  letIn()
  life.begin(as('lene@contoso.com'))
  await clock.advance(END_GIVE_UP_MS)
  await clock.advance(LEAD_WITHIN_MS - 1)
  expect(signInStore.getState().signIn.kind).toBe('underWay')
  life.end(false)
  await clock.advance(LEAD_WITHIN_MS)
  expect(did).not.toContain('board')
  expect(reported).toEqual([])
  expect(clock.sleeping()).toBe(0)
})
