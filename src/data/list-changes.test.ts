import { describe, expect, test } from 'vitest'
import { aContact, aGroup } from '../testing/examples.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { NO_REASON, UcwaError, type UcwaFailure } from '../ucwa/errors.ts'
import type { Contact } from '../ucwa/contact.ts'
import type { Group } from '../ucwa/groups.ts'
import type { People } from '../ucwa/people.ts'
import { createCache } from './cache.ts'
import { createListChanges } from './list-changes.ts'
import type { ListChange } from './list-change.ts'
import { markStale } from './mark-stale.ts'
import { createWatchedQueries, watchable } from './watched-queries.ts'

const DANA = aContact({ name: 'Dana' })
const LIN = aContact({ name: 'Lin' })
const TEAM = aGroup({ id: 'team', name: 'Team' })
const REST = aGroup({ id: 'rest', kind: 'defaultGroup' })
const EVERYONE = aGroup({ id: 'dg', kind: 'distributionGroup', name: 'Everyone' })
const OVERDUE_AFTER_MS = 10_000
const FULL: UcwaFailure = { kind: 'refused', status: 409, reason: { ...NO_REASON, subcode: 'LimitExceeded' } }
const LOST: UcwaFailure = { kind: 'unreachable', detail: 'reset' }

/** What the server does with the next request: carries it out at once, later by itself, not at all; and what it says. */
type How = { does: 'atOnce' | 'later' | 'never'; says: UcwaFailure | null }

/** A list on a server, and a board that reads it. */
async function there(
  before: ReadonlyMap<Group, readonly Contact[]> = new Map([
    [TEAM, [LIN]],
    [REST, []],
  ]),
) {
  const clock = createHandTurnedClock()
  const bugs: unknown[] = []
  const cache = createCache({ onBug: (bug) => bugs.push(bug), isLive: () => true })
  const watched = createWatchedQueries(cache)
  const known = { cache, watched }
  const groups = new Map<string, Group>()
  const members = new Map<string, readonly Contact[]>()
  for (const [group, those] of before) {
    groups.set(group.id, group)
    members.set(group.id, those)
  }
  const asked: string[] = []
  const late: (() => void)[] = []
  const how: How = { does: 'atOnce', says: null }
  const write = async (what: string, effect: () => void): Promise<void> => {
    asked.push(what)
    const { does, says } = how
    if (does === 'atOnce') effect()
    if (does === 'later') late.push(effect)
    if (says !== null) throw new UcwaError(says)
  }
  const put = (group: string, who: readonly Contact[]) => members.set(group, who)
  const without = (group: string, uri: string) => (members.get(group) ?? []).filter((one) => one.uri !== uri)
  const whoIs = (uri: string) => [DANA, LIN].filter((one) => one.uri === uri)
  const people: People = {
    offer: () => Promise.reject(new Error('not asked here')),
    search: () => Promise.reject(new Error('not asked here')),
    groupsWithin: () => Promise.reject(new Error('not asked here')),
    createGroup: (name) =>
      write(`create ${name}`, () => {
        groups.set(name, aGroup({ id: name, name }))
        put(name, [])
      }),
    renameGroup: (id, from, name) =>
      write(`rename ${id} from ${from} to ${name}`, () => groups.set(id, aGroup({ id, name }))),
    deleteGroup: (id) => write(`delete ${id}`, () => groups.delete(id)),
    addContact: (who, id) =>
      write(`add ${id}`, () => put(id ?? 'rest', [...without(id ?? 'rest', who), ...whoIs(who)])),
    removeContact: (who, id) => write(`remove ${id}`, () => put(id, without(id, who))),
    removeContactFromAll: (who) =>
      write('removeFromAll', () => {
        for (const id of groups.keys()) put(id, without(id, who))
      }),
    addDistributionGroup: (group) => write(`addGroup ${group.id}`, () => groups.set(group.id, group)),
    removeDistributionGroup: (group) => write(`removeGroup ${group.id}`, () => groups.delete(group.id)),
  }
  const read = () =>
    watched.keep([
      watchable({ queryKey: ['myGroups'], queryFn: async () => Array.from(groups.values()) }),
      ...Array.from(groups.keys(), (id) =>
        watchable({ queryKey: ['groupContacts', id], queryFn: async () => members.get(id) ?? [] }),
      ),
    ])
  read()
  await settled()
  const page = { isStale: false }
  const changes = createListChanges({
    ...known,
    people,
    clock,
    mayWrite: () => !page.isStale,
    overdueAfterMs: OVERDUE_AFTER_MS,
    onBug: (bug) => bugs.push(bug),
  })
  const standings = () => changes.getState().changes.map(({ standing }) => standing.kind)
  const makes = async (change: ListChange) => {
    changes.make(change)
    await settled()
    await settled()
  }
  /** Another client, or the server in its own time, and the event about it. */
  const hears = async () => {
    read()
    await markStale(known, [['myGroups'], ['groupContacts']])
    await settled()
  }
  return { clock, changes, page, how, late, asked, members, groups, standings, makes, hears, bugs }
}

const CHANGES: readonly ListChange[] = [
  { kind: 'add', contact: DANA, to: TEAM },
  { kind: 'add', contact: DANA, to: null },
  { kind: 'remove', contact: LIN, from: TEAM },
  { kind: 'removeFromList', contact: LIN },
  { kind: 'move', contact: LIN, from: TEAM, to: REST },
  { kind: 'createGroup', name: 'Spring', member: null },
  { kind: 'renameGroup', group: TEAM, name: 'Crew' },
  { kind: 'deleteGroup', group: TEAM },
  { kind: 'addGroup', group: EVERYONE },
]

describe.each(CHANGES)('$kind', (change) => {
  test('is over once a read after the answer shows it', async () => {
    const { makes, standings } = await there()
    await makes(change)
    expect(standings()).toEqual([])
  })

  test('stays pending after the answer, until the event', async () => {
    const { makes, standings, how, late, hears } = await there()
    how.does = 'later'
    await makes(change)
    if (change.kind === 'move') return // its second step is for a server that has done the first
    expect(standings()).toEqual(['accepted'])
    for (const effect of late) effect()
    await hears()
    expect(standings()).toEqual([])
  })

  test('is overdue when nothing confirms it, and over when something does at last', async () => {
    const { makes, standings, how, late, hears, clock } = await there()
    how.does = 'later'
    await makes(change)
    await clock.advance(OVERDUE_AFTER_MS)
    expect(standings()).toEqual(['overdue'])
    for (const effect of late) effect()
    await hears()
    expect(standings()).toEqual([])
  })

  test('is refused with the server’s reason, and kept to be tried again', async () => {
    const { makes, standings, how, changes } = await there()
    Object.assign(how, { does: 'never', says: FULL })
    await makes(change)
    expect(changes.getState().changes).toMatchObject([
      { change, standing: { kind: 'refused', because: FULL } },
    ])
    Object.assign(how, { does: 'atOnce', says: null })
    changes.tryAgain(changes.getState().changes[0]?.id ?? 0)
    await settled()
    await settled()
    expect(standings()).toEqual([])
  })

  test('whose answer was lost is over when it took', async () => {
    const { makes, standings, how, changes } = await there()
    how.says = LOST
    await makes(change)
    if (change.kind === 'move') {
      expect(changes.getState().changes).toMatchObject([{ standing: { kind: 'refused', because: LOST } }])
      return // half of it: in both groups now, and nobody is lost
    }
    expect(standings()).toEqual([])
  })

  test('whose answer was lost is told so when it did not', async () => {
    const { makes, changes, how } = await there()
    Object.assign(how, { does: 'never', says: LOST })
    await makes(change)
    expect(changes.getState().changes).toMatchObject([{ standing: { kind: 'refused', because: LOST } }])
  })
})

test('a group that somebody has renamed meanwhile is renamed again from the name that is read then', async () => {
  const { changes, how, asked, groups } = await there()
  groups.set(TEAM.id, aGroup({ id: TEAM.id, name: 'Squad' }))
  Object.assign(how, {
    does: 'never',
    says: { kind: 'refused', status: 412, reason: NO_REASON } satisfies UcwaFailure,
  })
  changes.make({ kind: 'renameGroup', group: TEAM, name: 'Crew' })
  await settled()
  const [refused] = changes.getState().changes
  expect(refused).toMatchObject({ change: { group: { name: 'Squad' } }, standing: { kind: 'refused' } })
  Object.assign(how, { does: 'atOnce', says: null })
  changes.tryAgain(refused?.id ?? 0)
  await settled()
  expect(asked).toEqual(['rename team from Team to Crew', 'rename team from Squad to Crew'])
  expect(changes.getState().changes).toEqual([])
})

test('nothing is begun while the page is stale, and nothing tried again', async () => {
  const { makes, asked, changes, how, page, standings } = await there()
  Object.assign(how, { does: 'never', says: FULL })
  await makes({ kind: 'add', contact: DANA, to: TEAM })
  page.isStale = true
  await makes({ kind: 'remove', contact: LIN, from: TEAM })
  changes.tryAgain(changes.getState().changes[0]?.id ?? 0)
  await settled()
  expect(asked).toEqual(['add team'])
  expect(standings()).toEqual(['refused'])
})

test('moving goes into the new group first, so that nobody is lost in between', async () => {
  const { makes, asked } = await there()
  await makes({ kind: 'move', contact: LIN, from: TEAM, to: REST })
  expect(asked).toEqual(['add rest', 'remove team'])
})

test('a group made for somebody has them in it once it is there', async () => {
  const { makes, asked, how, late, hears, members, standings } = await there()
  how.does = 'later'
  await makes({ kind: 'createGroup', name: 'Spring', member: DANA })
  expect(asked).toEqual(['create Spring'])
  how.does = 'atOnce'
  for (const effect of late) effect()
  await hears()
  await settled()
  expect(asked).toEqual(['create Spring', 'add Spring'])
  expect(members.get('Spring')).toEqual([DANA])
  await hears()
  expect(standings()).toEqual([])
})

test('out of a group and into a new one, nobody leaves the old before they are in the new', async () => {
  const { makes, asked, how, late, hears, members, standings } = await there()
  how.does = 'later'
  await makes({ kind: 'createGroup', name: 'Spring', member: LIN, thenLeave: [TEAM] })
  expect(asked).toEqual(['create Spring'])
  for (const effect of late.splice(0)) effect()
  await hears()
  expect(asked).toEqual(['create Spring', 'add Spring'])
  how.does = 'atOnce'
  for (const effect of late.splice(0)) effect()
  await hears()
  await settled()
  expect(asked).toEqual(['create Spring', 'add Spring', 'remove team'])
  expect(members.get('Spring')).toEqual([LIN])
  expect(members.get('team')).toEqual([])
  expect(standings()).toEqual([])
})

test('a new group that is refused costs nobody their place in the old', async () => {
  const { makes, asked, how, members } = await there()
  Object.assign(how, { does: 'never', says: FULL })
  await makes({ kind: 'createGroup', name: 'Spring', member: LIN, thenLeave: [TEAM] })
  expect(asked).toEqual(['create Spring'])
  expect(members.get('team')).toEqual([LIN])
})

test('what somebody did before is no refusal: who is there already has been added', async () => {
  const { makes, standings, how } = await there()
  Object.assign(how, {
    does: 'never',
    says: { kind: 'refused', status: 409, reason: { ...NO_REASON, subcode: 'AlreadyExists' } },
  })
  await makes({ kind: 'add', contact: LIN, to: TEAM })
  expect(standings()).toEqual([])
})

test('nothing is left over for the next person, nor any timer', async () => {
  const { makes, standings, how, changes, clock, bugs } = await there()
  how.does = 'later'
  await makes({ kind: 'removeFromList', contact: LIN })
  changes.clear()
  await settled()
  expect(standings()).toEqual([])
  expect(clock.sleeping()).toBe(0)
  expect(bugs).toEqual([])
})
