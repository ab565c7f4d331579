import { notifyManager, QueryClient } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aContact, aContactPresence, aGroup } from '../testing/examples.ts'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import { toSipUri, type SipUri } from '../ucwa/hal.ts'
import type { Availability } from '../ucwa/availability.ts'
import { createDoubts } from './doubts.ts'
import { createTally } from './tally.ts'

const person = (number: number): SipUri => toSipUri(`sip:p${number}@contoso.com`)

/** The cache of a server whose replies the test makes up. */
function counted() {
  const cache = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } })
  const clock = createHandTurnedClock()
  const doubts = createDoubts({ cache, clock, graceMs: 3000, unheardSinceMs: () => null })
  const marked = { people: new Set<SipUri>(), tell: (): void => undefined }
  const tally = createTally(cache, doubts, {
    id: 'here',
    members: () => marked.people,
    subscribe: (listener) => {
      marked.tell = listener
      return () => undefined
    },
  })
  const lands = (queryKey: readonly string[], reply: unknown) =>
    cache.fetchQuery({ queryKey, queryFn: () => reply })
  return {
    cache,
    clock,
    tally,
    lands,
    mark: (...numbers: readonly number[]) => {
      marked.people = new Set(numbers.map(person))
      marked.tell()
    },
    groups: (...ids: readonly string[]) =>
      lands(
        ['myGroups'],
        ids.map((id) => aGroup({ id })),
      ),
    members: (id: string, numbers: readonly number[]) =>
      lands(
        ['groupContacts', id],
        numbers.map((number) => aContact({ uri: person(number) })),
      ),
    is: (number: number, availability: Availability) =>
      lands(['contactPresence', person(number)], aContactPresence({ availability })),
  }
}

/** Query tells its listeners in a turn of their own. */
const told = () => new Promise<void>((resolve) => notifyManager.schedule(resolve))

describe('the tally', () => {
  test('counts each person once in all, and once in each group', async () => {
    const { tally, groups, members, is } = counted()
    await groups('a', 'b')
    await members('a', [1, 2])
    await members('b', [2, 3])
    await is(1, 'Online')
    await is(2, 'Busy')
    const { all, groups: each } = tally.get()
    expect([all.total, all.read, all.by.Online, all.by.Busy]).toEqual([3, 2, 1, 1])
    expect([each.get('a')?.total, each.get('a')?.by.Busy]).toEqual([2, 1])
    expect([each.get('b')?.total, each.get('b')?.read]).toEqual([2, 1])
  })

  test('counts whoever has no presence as read, and unknown', async () => {
    const { tally, groups, members, lands } = counted()
    await groups('a')
    await members('a', [1])
    await lands(['contactPresence', person(1)], null)
    const { all } = tally.get()
    expect([all.total, all.read, all.by.Unknown]).toEqual([1, 1, 1])
    expect(tally.availabilities().get(person(1))).toBe('Unknown')
  })

  test('counts a group of this browser’s own beside the server’s, and nobody twice in all', async () => {
    const { tally, groups, members, is, mark } = counted()
    await groups('a')
    await members('a', [1, 2])
    await is(1, 'Online')
    mark(1, 7) // the seventh is not on the list
    const { all, groups: each } = tally.get()
    expect([all.total, all.by.Online]).toEqual([2, 1])
    expect([each.get('here')?.total, each.get('here')?.by.Online]).toEqual([1, 1])
    await is(1, 'Busy')
    expect(tally.get().groups.get('here')?.by.Busy).toBe(1)
  })

  test('moves a person from one count to the other when they change', async () => {
    const { tally, groups, members, is } = counted()
    await groups('a')
    await members('a', [1])
    await is(1, 'Online')
    await is(1, 'Away')
    expect(tally.get().all.by).toMatchObject({ Online: 0, Away: 1 })
    expect(tally.availabilities().get(person(1))).toBe('Away')
  })

  test('gives the same picture until something changes, and tells once for many changes', async () => {
    const { tally, groups, members, is } = counted()
    await groups('a')
    await members('a', [1, 2])
    const [before, howBefore] = [tally.get(), tally.availabilities()]
    expect(tally.get()).toBe(before)
    expect(tally.availabilities()).toBe(howBefore)
    await is(1, 'Online')
    expect(tally.get()).not.toBe(before)
    expect(tally.availabilities()).not.toBe(howBefore)
    expect([before.all.read, howBefore.size]).toEqual([0, 0])
    const howNow = tally.availabilities()
    await groups('a', 'b') // another list, and nobody is otherwise
    expect(tally.availabilities()).toBe(howNow)
  })

  test('forgets a group that is no longer listed, and everybody with the cache', async () => {
    const { cache, tally, groups, members, is } = counted()
    await groups('a', 'b')
    await members('a', [1])
    await members('b', [2])
    await is(1, 'Online')
    await groups('b')
    expect([tally.get().all.total, tally.get().all.read]).toEqual([1, 0])
    cache.clear()
    expect(tally.get().all.total).toBe(0)
    expect(tally.availabilities().size).toBe(0)
  })

  test('counts nobody by what may no longer be so, until it has been read again', async () => {
    const { cache, clock, tally, groups, members, is } = counted()
    await groups('a')
    await members('a', [1, 2])
    await is(1, 'Online')
    await is(2, 'Online')
    cache
      .getQueryCache()
      .find({ queryKey: ['contactPresence', person(1)] })
      ?.invalidate()
    await clock.advance(2999)
    expect(tally.get().all).toMatchObject({ read: 2, by: { Online: 2 } })

    await clock.advance(1)
    await told()
    expect(tally.get().all).toMatchObject({ total: 2, read: 1, by: { Online: 1 } })
    expect(tally.get().groups.get('a')).toMatchObject({ read: 1, by: { Online: 1 } })
    expect(tally.availabilities().has(person(1))).toBe(false)

    await is(1, 'Online')
    await told()
    expect(tally.get().all).toMatchObject({ read: 2, by: { Online: 2 } })
  })

  test('equals a count made afresh, in whatever order replies land', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.record({ kind: fc.constant('groups' as const), ids: fc.subarray(['a', 'b', 'c']) }),
            fc.record({
              kind: fc.constant('members' as const),
              id: fc.constantFrom('a', 'b', 'c'),
              numbers: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }),
            }),
            fc.record({
              kind: fc.constant('is' as const),
              number: fc.integer({ min: 0, max: 5 }),
              availability: fc.constantFrom<Availability>('Online', 'Busy', 'Away', 'Unknown'),
            }),
          ),
          { maxLength: 25 },
        ),
        async (replies) => {
          const { tally, groups, members, is } = counted()
          let listed: readonly string[] = []
          const inGroup = new Map<string, readonly number[]>()
          const how = new Map<number, Availability>()
          for (const reply of replies) {
            if (reply.kind === 'groups') await groups(...(listed = reply.ids))
            if (reply.kind === 'members') {
              inGroup.set(reply.id, reply.numbers)
              await members(reply.id, reply.numbers)
            }
            if (reply.kind === 'is') {
              how.set(reply.number, reply.availability)
              await is(reply.number, reply.availability)
            }
          }
          const everybody = [...new Set(listed.flatMap((id) => inGroup.get(id) ?? []))]
          const { all, groups: each } = tally.get()
          expect(all.total).toBe(everybody.length)
          expect(all.read).toBe(everybody.filter((number) => how.has(number)).length)
          expect(all.by.Busy).toBe(everybody.filter((number) => how.get(number) === 'Busy').length)
          for (const id of listed) {
            const people = [...new Set(inGroup.get(id))]
            expect(each.get(id)?.total).toBe(people.length)
            expect(each.get(id)?.by.Online).toBe(
              people.filter((number) => how.get(number) === 'Online').length,
            )
          }
        },
      ),
    ))
})
