import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPassiveSessions } from '../sign-in/passive.ts'
import { createTokens } from '../sign-in/tokens.ts'
import { createHandTurnedClock, type HandTurnedClock } from '../time/clock.ts'
import { type Person, type World } from '../world/world-model.ts'
import { createWorlds } from '../world/worlds.ts'
import { type Application } from './application.ts'
import { createHomes } from './homes.ts'
import { createRealm, type Realm } from './realm.ts'

const MINUTE_MS = 60_000

let clock: HandTurnedClock
let world: World
let realm: Realm
let lene: Person

beforeEach(() => {
  clock = createHandTurnedClock()
  world = createWorlds({ contacts: 5, groups: 1, seed: 1, life: 'quiet' }, clock).get('contoso.com')
  const homes = createHomes(() => ({ autodiscover: 'http://a', pools: ['http://b'] }))
  realm = createRealm(world, {
    clock,
    tokens: createTokens(clock),
    homes,
    passive: createPassiveSessions(clock),
  })
  const [first] = world.users
  if (first === undefined) throw new Error('the world has no users')
  lene = first
})
afterEach(() => realm.stop())

const register = (endpointId: string): Application =>
  realm.register(lene, { userAgent: 'test', endpointId, culture: 'en-US', type: null }, '').application

const makeAvailable = (application: Application): void => {
  world.addEndpoint(lene.uri, { deviceType: 'Web', inactiveTimeoutMs: 5 * MINUTE_MS, id: application.id })
  application.madeAvailable = {
    endpoint: application.id,
    modalities: [],
    messageFormats: [],
    usedAtMs: clock.now(),
  }
}

/** A client that polls, and goes on. */
async function listen(application: Application): Promise<void> {
  const channel = application.channels.get('')
  if (channel === undefined) throw new Error('the application has no channel')
  for (let ack = 1; ; ack += 1) {
    const answer = await channel.poll({
      ack,
      lowSeconds: null,
      mediumSeconds: null,
      timeoutSeconds: null,
      priority: 0,
      hungUp: new AbortController().signal,
    })
    if (answer.kind !== 'package') return
  }
}

/** Long enough for whoever polls to poll again. */
async function pass(minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 3) {
    clock.advance(3 * MINUTE_MS)
    await Promise.resolve()
    await Promise.resolve()
  }
}

const statusOf = (application: Application): number | 'alive' =>
  realm.application(application.id) === null ? realm.refusalOf(application.id).reply.status : 'alive'

describe('an application', () => {
  test('that polls and is used lives on; unused for four hours it has expired, and nobody is there any more', async () => {
    const application = register('e')
    makeAvailable(application)
    void listen(application)
    await pass(3 * 60)
    const { madeAvailable } = application
    if (madeAvailable !== null) application.madeAvailable = { ...madeAvailable, usedAtMs: clock.now() }
    await pass(3 * 60)
    expect(statusOf(application)).toBe('alive')
    await pass(63)
    expect(statusOf(application)).toBe(410)
    expect(application.madeAvailable).toBeNull()
  })

  test('of a lurker need not be used', async () => {
    const application = register('e')
    void listen(application)
    await pass(8 * 60)
    expect(statusOf(application)).toBe('alive')
  })

  test('that does not poll for fifteen minutes has expired', async () => {
    const application = register('e')
    await pass(12)
    expect(statusOf(application)).toBe('alive')
    await pass(6)
    expect(statusOf(application)).toBe(410)
  })

  test('that was deleted is not found', () => {
    const application = register('e')
    realm.close(application, '')
    expect(statusOf(application)).toBe(404)
  })
})

test.each(['reset', 'stop'] as const)('a %s ends the storms that are under way', async (how) => {
  const storm = realm.storms.run({ changesPerSecond: 0, durationSeconds: 3600 })
  realm[how]()
  expect(await storm).toBe(0)
})
