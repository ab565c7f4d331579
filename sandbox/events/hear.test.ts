import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Application } from '../server/application.ts'
import { createHomes } from '../server/homes.ts'
import { createRealm, type Realm } from '../server/realm.ts'
import { createPassiveSessions } from '../sign-in/passive.ts'
import { createTokens } from '../sign-in/tokens.ts'
import { createHandTurnedClock, type HandTurnedClock } from '../time/clock.ts'
import { type GroupKind, type Person, type World } from '../world/world-model.ts'
import { createWorlds } from '../world/worlds.ts'

let clock: HandTurnedClock
let world: World
let realm: Realm

beforeEach(() => {
  clock = createHandTurnedClock()
  world = createWorlds({ contacts: 20, groups: 2, seed: 1, life: 'quiet' }, clock).get('contoso.com')
  const homes = createHomes(() => ({ autodiscover: 'http://a', pools: ['http://b'] }))
  realm = createRealm(world, {
    clock,
    tokens: createTokens(clock),
    homes,
    passive: createPassiveSessions(clock),
  })
})
afterEach(() => realm.stop())

const person = (index: number): Person => {
  const found = world.users[index]
  if (found === undefined) throw new Error(`the world has no user ${index}`)
  return found
}

let endpoints = 0
const applicationOf = (user: Person, instanceId = ''): Application => {
  endpoints += 1
  const registration = { userAgent: 'test', endpointId: `e${endpoints}`, culture: 'en-US', type: null }
  return realm.register(user, registration, instanceId).application
}

/** What waits on the channel, without the hrefs; and nothing waits any more. */
async function heard(application: Application, instanceId = ''): Promise<readonly string[]> {
  const channel = application.channels.get(instanceId)
  if (channel === undefined) throw new Error('no such channel')
  const polled = channel.poll({
    ack: acks.get(channel) ?? 1,
    lowSeconds: null,
    mediumSeconds: null,
    timeoutSeconds: null,
    priority: 0,
    hungUp: new AbortController().signal,
  })
  clock.advance(180_000)
  const answer = await polled
  if (answer.kind !== 'package') throw new Error(`answered ${answer.kind}`)
  acks.set(channel, answer.package.ack + 1)
  return answer.package.events.map(
    ({ sender, type, link, in: within }) =>
      `${sender.rel}: ${type} ${link.rel}${within === null ? '' : ` in ${within.rel}`}`,
  )
}
const acks = new WeakMap<object, number>()

describe('when somebody’s presence, note or location changes', () => {
  test('an application that subscribes hears it, another does not', async () => {
    const [lene, dana] = [person(0), person(1)]
    const [watching, idle] = [applicationOf(lene), applicationOf(lene)]
    watching.subscriptions.add([dana.uri], 30)
    await heard(watching)
    world.setNote(dana.uri, 'in the cellar')
    expect(await heard(watching)).toEqual(['people: updated contactNote in contact'])
    world.setLocation(dana.uri, 'Cellar')
    expect(await heard(watching)).toEqual(['people: updated contactLocation in contact'])
    expect(await heard(idle)).toEqual([])
  })

  test('one who may not see it hears nothing', async () => {
    const [lene, dana] = [person(0), person(1)]
    world.setPrivacyRelationship(dana.uri, lene.uri, 'Blocked')
    const application = applicationOf(lene)
    application.subscriptions.add([dana.uri], 30)
    await heard(application)
    world.setNote(dana.uri, 'not for Lene')
    expect(await heard(application)).toEqual([])
  })

  test('of one’s own, only who is available hears it', async () => {
    const lene = person(0)
    const [available, lurker] = [applicationOf(lene), applicationOf(lene)]
    available.madeAvailable = { endpoint: 'x', modalities: [], messageFormats: [], usedAtMs: clock.now() }
    world.addEndpoint(lene.uri, { deviceType: 'Web', inactiveTimeoutMs: 3_600_000, id: 'x' })
    await heard(available)
    world.setNote(lene.uri, 'here')
    expect(await heard(available)).toEqual(['me: updated note'])
    expect(await heard(lurker)).toEqual([])
  })

  test('every instance of an application hears it on a channel of its own', async () => {
    const [lene, dana] = [person(0), person(1)]
    const registration = { userAgent: 'test', endpointId: 'tabs', culture: 'en-US', type: null }
    const { application } = realm.register(lene, registration, 'one')
    realm.register(lene, registration, 'two')
    application.subscriptions.add([dana.uri], 30)
    for (const instance of ['one', 'two']) {
      expect(await heard(application, instance)).toContain('people: updated contactPresence in contact')
    }
  })

  test('an application that ends is heard of no more', () => {
    const [lene, dana] = [person(0), person(1)]
    const application = applicationOf(lene)
    application.subscriptions.add([dana.uri], 30)
    expect(Array.from(realm.watchersOf(dana.uri))).toEqual([application])
    realm.end(application)
    expect(Array.from(realm.watchersOf(dana.uri))).toEqual([])
    expect(Array.from(realm.applicationsOf(lene.uri))).toEqual([])
  })
})

describe('when somebody is moved to another level', () => {
  test('its owner hears of the relationship, the other of what now reads differently', async () => {
    const [lene, dana] = [person(0), person(1)]
    world.setNote(lene.uri, 'for colleagues')
    const [owner, other, third] = [applicationOf(lene), applicationOf(dana), applicationOf(person(2))]
    owner.subscriptions.add([dana.uri], 30)
    other.subscriptions.add([lene.uri], 30)
    third.subscriptions.add([lene.uri], 30)
    await Promise.all([heard(owner), heard(other), heard(third)])
    world.setPrivacyRelationship(lene.uri, dana.uri, 'Blocked')
    expect(await heard(owner)).toEqual(['people: updated contactPrivacyRelationship in contact'])
    expect(await heard(other)).toContain('people: updated contactNote in contact')
    expect(await heard(third)).toEqual([])
  })
})

describe('when the contact list changes', () => {
  test('who subscribes to contacts and groups hears it, and nobody else', async () => {
    const lene = person(0)
    const [connected, other] = [applicationOf(lene), applicationOf(lene)]
    connected.contactsAndGroups.startOrRefresh(30)
    const group = world.addGroup(lene.uri, 'Choir')
    expect(await heard(connected)).toEqual(['people: added group in myGroups'])
    world.renameGroup(lene.uri, group.id, 'Quartet')
    expect(await heard(connected)).toEqual(['people: updated group'])
    const [contact] = world.contacts(lene.uri)
    if (contact === undefined) throw new Error('nobody on the list')
    world.removeContact(lene.uri, contact.uri)
    expect(await heard(connected)).toContain('people: deleted contact in myContacts')
    world.addContact(lene.uri, contact.uri, group.id)
    expect(await heard(connected)).toEqual(
      expect.arrayContaining(['people: added contact in myContacts', 'people: added contact in group']),
    )
    expect(await heard(other)).toEqual([])
  })
})

describe('how long an event of the list may wait (Events of each page: High at once, Low up to 15 s)', () => {
  const group = (kind: GroupKind, name = ''): string => {
    const found = world.groups(person(2).uri).find((one) => one.kind === kind && one.name.includes(name))
    if (found === undefined) throw new Error(`no ${kind} ${name}`)
    return found.id
  }
  const list = (): string => world.distributionGroups()[1]?.id ?? ''
  const sara = 'sip:sarad@contoso.com'
  const joins = (kind: GroupKind): void => {
    const members = world.members(sara, group(kind))
    const other = world.contacts(sara).find((contact) => !members.includes(contact))
    if (other === undefined) throw new Error(`everybody is in the ${kind}`)
    world.addMember(sara, group(kind), other.uri)
  }

  test.each<[string, number, () => unknown]>([
    ['added group in myGroups', 0, () => world.addGroup(sara, 'Choir')],
    ['updated group', 0, () => world.renameGroup(sara, group('group'), 'Quartet')],
    ['deleted group in myGroups', 0, () => world.removeGroup(sara, group('group'))],
    ['added contact in group', 0, () => joins('group')],
    ['added contact in pinnedGroup', 0, () => joins('pinnedGroup')],
    ['added contact in defaultGroup', 0, () => joins('defaultGroup')],
    ['added contact in myContacts', 0, () => world.addContact(sara, 'sip:nobody@nowhere.example')],
    ['added distributionGroup in myGroups', 0, () => world.addDistributionGroup(sara, list())],
    [
      'updated distributionGroup',
      0,
      () => world.changeDistributionGroup(group('distributionGroup'), { name: 'Renamed' }),
    ],
    [
      'deleted distributionGroup in myGroups',
      0,
      () => world.removeDistributionGroup(sara, group('distributionGroup')),
    ],
    ['added contact in delegatesGroup', 15, () => world.addDelegate(sara, person(0).uri)],
    [
      'deleted contact in delegatesGroup',
      15,
      () => world.removeMember(sara, group('delegatesGroup'), person(3).uri),
    ],
  ])('%s: %i s', async (event, seconds, act) => {
    const application = applicationOf(person(2))
    const channel = application.channels.get('')
    if (channel === undefined) throw new Error('no channel')
    application.contactsAndGroups.startOrRefresh(30)
    const hungUp = new AbortController().signal
    const asked = { lowSeconds: null, mediumSeconds: null, timeoutSeconds: null, priority: 0, hungUp }
    let answeredAtMs: number | null = null
    const polled = channel.poll({ ack: 1, ...asked }).then((answer) => {
      answeredAtMs = clock.now()
      return answer
    })
    const changedAtMs = clock.now()
    act()
    for (let second = 0; second < 20; second += 1) {
      await Promise.resolve().then(() => null) // whoever waits for the answer has it
      if (answeredAtMs === null) clock.advance(1000)
    }
    const answer = await polled
    if (answer.kind !== 'package') throw new Error(`answered ${answer.kind}`)
    const names = answer.package.events.map(
      ({ type, link, in: within }) => `${type} ${link.rel}${within === null ? '' : ` in ${within.rel}`}`,
    )
    expect(names).toContain(event)
    expect(((answeredAtMs ?? Infinity) - changedAtMs) / 1000).toBe(seconds)
  })
})

describe('when nobody asks for events', () => {
  test('subscriptions go after ten minutes, the application after fifteen, and an endpoint with it', () => {
    const [lene, dana] = [person(0), person(1)]
    const application = applicationOf(lene)
    application.subscriptions.add([dana.uri], 30)
    const endpoint = world.addEndpoint(lene.uri, { deviceType: 'Web', inactiveTimeoutMs: 3_600_000 })
    application.madeAvailable = { endpoint, modalities: [], messageFormats: [], usedAtMs: clock.now() }
    clock.advance(9 * 60_000)
    expect(application.subscriptions.all()).toHaveLength(1)
    clock.advance(2 * 60_000)
    expect(application.subscriptions.all()).toEqual([])
    expect(realm.application(application.id)).toBe(application)
    clock.advance(5 * 60_000)
    expect(realm.application(application.id)).toBeNull()
    expect(() => world.reportActivity(lene.uri, endpoint)).toThrow(RangeError)
  })
})
