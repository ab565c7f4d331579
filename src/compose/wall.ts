import { createLitScreen } from '../session/lit-screen.ts'
import type { SignInRequest, SignInState } from '../session/sign-in.ts'
import type { Connection } from '../state/channel-store.ts'
import { GRANTS, type Grant } from '../ucwa/grants.ts'
import type { Stores } from './stores.ts'
import type { World } from './world.ts'

export type HangingDeps = {
  readonly world: Pick<World, 'clock' | 'configuration' | 'kept' | 'page' | 'screenLight'>
  readonly stores: Pick<Stores, 'wallStore' | 'signInStore' | 'signInAgainStore' | 'channelStore'>
  /** With which grant whoever is signed in came in; null: none that this page asked for. */
  readonly grant: () => Grant | null
  readonly begin: (request: SignInRequest) => void
  readonly signInAgain: () => void
  readonly startAgain: () => void
  /** This and the next: false where nothing may be published now, and so nothing has begun. */
  readonly watchOnly: () => boolean
  readonly showMe: () => boolean
}

/** What a screen on a wall does with nobody there. */
export type Hanging = {
  /** Whoever signs in at a wall only watches. */
  as(request: SignInRequest): SignInRequest
  /** Who is to be signed in as soon as the page opens, unasked; null: nobody is known. */
  first(): SignInRequest | null
  /** They signed out: nobody comes back unasked. */
  ended(): void
  /** Begins again what has ended, for as long as this runs; rejects when the signal is aborted. */
  tend(signal: AbortSignal): Promise<never>
}

const KEY = 'wall'
/** Long enough that a hundred walls are no burden for a server that is coming back. (Our choice.) */
const TEND_EVERY_MS = 60_000

export function createHanging(deps: HangingDeps): Hanging {
  const { world, stores } = deps
  const { wallStore, signInStore, signInAgainStore, channelStore } = stores
  const { kept, clock, configuration, page } = world
  const isHung = (): boolean => wallStore.getState().wall !== null
  /** They were seen before this became a wall. */
  let wasShown = false
  /** It was hung or left while nothing could be published. */
  let isOwed = false

  /** A password is kept nowhere, so only who came in by something the browser knows comes in by it again. */
  const known = (): SignInRequest | null => {
    const [way, ...address] = (kept.read(KEY) ?? '').split(' ')
    const grant = GRANTS.find((one) => one === way)
    if (grant === undefined || grant === 'password' || !configuration.signIn.grants.includes(grant))
      return null
    return { address: address.join(' '), password: '', picked: grant, onlyWatch: true }
  }

  const hangOrLeave = (signIn: SignInState): void => {
    isOwed = false
    if (signIn.kind !== 'signedIn') return
    if (isHung() && !signIn.onlyWatch) {
      wasShown = deps.watchOnly()
      isOwed = !wasShown
    } else if (!isHung() && wasShown) {
      wasShown = !deps.showMe()
      isOwed = wasShown
    }
  }
  wallStore.subscribe(() => hangOrLeave(signInStore.getState().signIn))
  channelStore.subscribe(({ connection }) => {
    // Only what is owed: whoever has shown themselves in another tab since is left to it.
    if (isOwed && connection.kind === 'live') hangOrLeave(signInStore.getState().signIn)
  })

  const light = world.screenLight
  const litScreen = light === null ? null : createLitScreen({ light, page, isWanted: isHung })
  litScreen?.look()
  wallStore.subscribe(() => litScreen?.look())
  page.onChange(() => litScreen?.look())

  signInStore.subscribe(({ signIn }, { signIn: before }) => {
    if (signIn.kind !== 'signedIn') {
      wasShown = false // whoever signs in next has chosen for themselves
      isOwed = false
      return
    }
    if (before.kind === 'signedIn') return
    hangOrLeave(signIn) // the tabs of one person are seen alike, and another of theirs may be no wall
    const grant = deps.grant()
    if (isHung() && grant !== null) kept.write(KEY, `${grant} ${signIn.address}`)
  })

  return {
    as: (request) => (isHung() ? { ...request, onlyWatch: true } : request),
    first: () => (isHung() ? known() : null),
    ended: () => kept.write(KEY, ''),
    tend: async (signal) => {
      for (;;) {
        await clock.sleep(TEND_EVERY_MS, signal)
        litScreen?.look()
        if (!isHung()) continue
        const { connection } = channelStore.getState()
        const request = known()
        switch (stepFor(signInStore.getState().signIn.kind, connection.kind)) {
          case 'signIn':
            if (request !== null) deps.begin(request)
            break
          case 'signInAgain':
            if (request !== null && !signInAgainStore.getState().isUnderWay) deps.signInAgain()
            break
          case 'startAgain':
            deps.startAgain()
            break
          case 'none':
            break
        }
      }
    },
  }
}

/** A board that goes on elsewhere is left there: two screens would take it from each other for ever. */
function stepFor(
  signIn: SignInState['kind'],
  connection: Connection['kind'],
): 'signIn' | 'signInAgain' | 'startAgain' | 'none' {
  if (signIn === 'failed' || signIn === 'signedOut') return 'signIn'
  if (signIn === 'underWay') return 'none'
  if (connection === 'signedOut') return 'signInAgain'
  return connection === 'failed' ? 'startAgain' : 'none'
}
