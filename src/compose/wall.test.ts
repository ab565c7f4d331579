import { expect, test } from 'vitest'
import type { SignInState } from '../session/sign-in.ts'
import { createChannelStore, type Connection } from '../state/channel-store.ts'
import { createSignInAgainStore } from '../state/sign-in-again-store.ts'
import { createSignInStore } from '../state/sign-in-store.ts'
import { createWallStore } from '../state/wall-store.ts'
import { anExamplePage } from '../testing/example-page.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { parseConfiguration } from '../ucwa/config.ts'
import type { Grant } from '../ucwa/grants.ts'
import { createHanging } from './wall.ts'

const MINUTE_MS = 60_000
const signedIn = (onlyWatch: boolean): SignInState => ({
  kind: 'signedIn',
  address: 'wall@contoso.com',
  onlyWatch,
})
const FAILED: SignInState = {
  kind: 'failed',
  request: { address: 'wall@contoso.com', onlyWatch: true },
  because: { kind: 'windowsRefused' },
}

type Screen = { readonly fragment?: string; readonly grant?: Grant | null; readonly memory?: string }

function screen({ fragment = '#view=wall', grant = 'passive', memory = '' }: Screen = {}) {
  const [clock, over] = [createHandTurnedClock(), new AbortController()]
  const did: string[] = []
  const page = anExamplePage()
  const screenIs = { lit: false, stale: false }
  let kept = memory
  let [at, changed] = [fragment, (): void => undefined]
  const address = {
    read: () => at,
    replace: (next: string) => void (at = next),
    onChange: (listener: () => void) => void (changed = listener),
  }
  const stores = {
    wallStore: createWallStore(address, true),
    signInStore: createSignInStore(),
    signInAgainStore: createSignInAgainStore(),
    channelStore: createChannelStore(),
  }
  const hanging = createHanging({
    world: {
      clock,
      page,
      screenLight: {
        hold: async () => {
          screenIs.lit = true
          return () => void (screenIs.lit = false)
        },
      },
      configuration: parseConfiguration({}),
      kept: {
        read: () => kept,
        write: (_, text) => void (kept = text),
        onOthersWrite: () => () => undefined,
      },
    },
    stores,
    grant: () => grant,
    begin: ({ address: whom, picked, onlyWatch }) =>
      void did.push(`signs ${whom} in by ${picked ?? 'nothing'}, ${onlyWatch ? 'watching' : 'shown'}`),
    signInAgain: () => void did.push('signs in again'),
    startAgain: () => void did.push('starts again'),
    watchOnly: () => {
      if (screenIs.stale) return false
      did.push('watches')
      stores.signInStore.setState({ signIn: signedIn(true) })
      return true
    },
    showMe: () => {
      if (screenIs.stale) return false
      did.push('is shown')
      stores.signInStore.setState({ signIn: signedIn(false) })
      return true
    },
  })
  const tending = hanging.tend(over.signal).catch(() => null)
  return {
    ...hanging,
    did,
    clock,
    isLit: () => screenIs.lit,
    becomes: (signIn: SignInState) => stores.signInStore.setState({ signIn }),
    isConnected: (connection: Connection) => {
      screenIs.stale = connection.kind === 'offline'
      stores.channelStore.setState({ connection })
    },
    follows: (next: string) => {
      at = next
      changed()
    },
    leave: () => stores.wallStore.leave(),
    memory: () => kept,
    stop: async () => {
      over.abort()
      await tending
    },
  }
}

test('whoever signs in at a wall only watches; at a desk they are as they chose', async () => {
  const request = { address: 'lene@contoso.com', password: '', picked: null, onlyWatch: false }
  const [wall, desk] = [screen(), screen({ fragment: '' })]
  expect(wall.as(request).onlyWatch).toBe(true)
  expect(desk.as(request)).toBe(request)
  await Promise.all([wall.stop(), desk.stop()])
})

test('who is shown only watches while their board hangs on a wall, and is shown again when they leave it', async () => {
  const { becomes, follows, leave, did, stop } = screen({ fragment: '' })
  becomes(signedIn(false))
  follows('#view=wall')
  expect(did).toEqual(['watches'])
  leave()
  expect(did).toEqual(['watches', 'is shown'])
  await stop()
})

test('who only watched before goes on watching after it', async () => {
  const { becomes, leave, did, stop } = screen()
  becomes(signedIn(true))
  leave()
  expect(did).toEqual([])
  await stop()
})

test('what is hung during an outage only watches when it is over, and what is left is shown', async () => {
  const { becomes, follows, isConnected, leave, did, stop } = screen({ fragment: '' })
  becomes(signedIn(false))
  isConnected({ kind: 'offline' })
  follows('#view=wall')
  expect(did).toEqual([])
  isConnected({ kind: 'live' })
  expect(did).toEqual(['watches'])
  isConnected({ kind: 'offline' })
  leave()
  isConnected({ kind: 'live' })
  expect(did).toEqual(['watches', 'is shown'])
  await stop()
})

test('what is hung and left within one outage is as it was', async () => {
  const { becomes, follows, isConnected, leave, did, stop } = screen({ fragment: '' })
  becomes(signedIn(false))
  isConnected({ kind: 'offline' })
  follows('#view=wall')
  leave()
  isConnected({ kind: 'live' })
  expect(did).toEqual([])
  await stop()
})

test('whoever shows themselves in another tab is left to it after an outage', async () => {
  const { becomes, follows, isConnected, did, stop } = screen({ fragment: '' })
  becomes(signedIn(false))
  follows('#view=wall')
  becomes(signedIn(false))
  isConnected({ kind: 'offline' })
  isConnected({ kind: 'live' })
  expect(did).toEqual(['watches'])
  await stop()
})

test('how one person was seen before it is nothing to the next', async () => {
  const { becomes, follows, leave, did, stop } = screen({ fragment: '' })
  becomes(signedIn(false))
  follows('#view=wall')
  becomes({ kind: 'signedOut' }) // in another tab, and this one has heard it
  leave()
  becomes(signedIn(true))
  expect(did).toEqual(['watches'])
  await stop()
})

test.each<[Grant, string | null]>([
  ['windows', 'windows wall@contoso.com'],
  ['passive', 'passive wall@contoso.com'],
  ['modern', 'modern wall@contoso.com'],
  ['password', null],
])('a wall that was signed in by %s is so again when its page opens', async (grant, expected) => {
  const before = screen({ grant })
  before.becomes(signedIn(true))
  const after = screen({ memory: before.memory() })
  const first = after.first()
  expect(first === null ? null : `${first.picked ?? ''} ${first.address}`).toBe(expected)
  expect(first?.onlyWatch ?? true).toBe(true)
  await Promise.all([before.stop(), after.stop()])
})

test('who signs out stays out', async () => {
  const wall = screen({ memory: 'passive wall@contoso.com' })
  wall.ended()
  expect(wall.first()).toBe(null)
  await wall.stop()
})

test.each<[string, SignInState, Connection, readonly string[]]>([
  ['could not sign in', FAILED, { kind: 'connecting' }, ['signs wall@contoso.com in by passive, watching']],
  ['has lost its sign-in', signedIn(true), { kind: 'signedOut' }, ['signs in again']],
  [
    'has ended for good',
    signedIn(true),
    { kind: 'failed', because: { kind: 'signedOut' } },
    ['starts again'],
  ],
  ['goes on elsewhere', signedIn(true), { kind: 'elsewhere' }, []],
  ['is live', signedIn(true), { kind: 'live' }, []],
])(
  'a wall that %s mends that by itself, once a minute, or leaves it',
  async (_, signIn, connection, step) => {
    const wall = screen({ memory: 'passive wall@contoso.com', grant: null })
    wall.becomes(signIn)
    wall.isConnected(connection)
    await wall.clock.advance(MINUTE_MS - 1)
    expect(wall.did).toEqual([])
    await wall.clock.advance(1)
    expect(wall.did).toEqual(step)
    await wall.clock.advance(MINUTE_MS)
    expect(wall.did).toEqual([...step, ...step])
    await wall.stop()
  },
)

test('a screen on a wall stays lit for as long as it hangs there', async () => {
  const { isLit, follows, leave, stop } = screen({ fragment: '' })
  await settled()
  expect(isLit()).toBe(false)
  follows('#view=wall')
  await settled()
  expect(isLit()).toBe(true)
  leave()
  expect(isLit()).toBe(false)
  await stop()
})

test('a board at a desk is left to the person in front of it', async () => {
  const desk = screen({ fragment: '', memory: 'passive wall@contoso.com' })
  desk.becomes(FAILED)
  await desk.clock.advance(5 * MINUTE_MS)
  expect([desk.first(), desk.did]).toEqual([null, []])
  await desk.stop()
})
