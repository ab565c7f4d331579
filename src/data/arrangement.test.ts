import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContact, aGroup } from '../testing/examples.ts'
import { toSipUri, type SipUri } from '../ucwa/hal.ts'
import { arrange, moved, type Key, type Order } from './arrangement.ts'
import { createArranging, type Places } from './arranging.ts'
import type { RosterGroup } from './roster.ts'
import type { Trait } from './traits.ts'

const PEOPLE = Array.from({ length: 12 }, (_, n) =>
  aContact({ uri: toSipUri(`sip:p${n}@contoso.com`), name: ['Ada', 'Åse', 'Bo', 'Cy'][n % 4] ?? '' }),
)
const uriOf = (at: number): SipUri => PEOPLE[at % PEOPLE.length]?.uri ?? toSipUri('sip:nobody@contoso.com')
const of = (id: string, people: readonly number[], kind: 'group' | 'pinnedGroup' = 'group'): RosterGroup => ({
  group: aGroup({ id, kind }),
  members: PEOPLE.filter((_, n) => people.includes(n)),
  within: [],
  pending: null,
  pendingOf: new Map(),
})
const collator = new Intl.Collator('en')
const byGroup: Order = {
  keyOf: (_, trait) => ({
    rank: trait.changedAtMs ?? 0,
    value: trait.place,
    isRead: trait.availability !== null,
  }),
  compareValues: null,
  compareNames: collator.compare,
}
const alike: Order = { ...byGroup, compareValues: (one, other) => collator.compare(one, other) }
const UNREAD: Trait = { availability: null, changedAtMs: 0, place: null }

const keys = fc.record<Key>({
  rank: fc.integer({ min: 0, max: 3 }),
  value: fc.constantFrom(null, 'a', 'b'),
  isRead: fc.constant(true),
})
const some = fc.array(fc.tuple(fc.nat({ max: 11 }), keys), { maxLength: 8 })
const rosters = fc
  .tuple(fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]), fc.subarray([4, 5, 6, 7, 8, 9, 10]))
  .map(([one, other]) => [of('favourites', one, 'pinnedGroup'), of('team', other)])

test('to put some people in their places leads to what sorting everybody anew would', () =>
  fc.assert(
    fc.property(
      rosters,
      fc.array(keys, { minLength: 12, maxLength: 12 }),
      some,
      fc.boolean(),
      (groups, first, changes, isByGroup) => {
        const order = isByGroup ? byGroup : alike
        const keyOf = new Map(
          PEOPLE.map(({ uri }, n) => [uri, first[n] ?? { rank: 0, value: null, isRead: true }]),
        )
        const find = (uri: SipUri): Key => keyOf.get(uri) ?? { rank: 0, value: null, isRead: true }
        const before = arrange(groups, order, ({ uri }) => find(uri))
        const changed = new Map(changes.map(([at, key]) => [uriOf(at), key]))
        for (const [uri, key] of changed) keyOf.set(uri, key)
        const after = moved(before, changed)
        const anew = arrange(groups, order, ({ uri }) => find(uri))
        expect(after.arranged).toEqual(anew.arranged)
      },
    ),
  ))

test('one change among a thousand compares nobody with everybody', () => {
  let compared = 0
  const counting: Order = {
    ...byGroup,
    compareNames: (one, other) => {
      compared += 1
      return collator.compare(one, other)
    },
  }
  const members = Array.from({ length: 1000 }, (_, n) =>
    aContact({ uri: toSipUri(`sip:n${n}@contoso.com`), name: `Name ${n}` }),
  )
  const group: RosterGroup = { ...of('team', []), members }
  const before = arrange([group], counting, () => ({ rank: 0, value: null, isRead: true }))
  compared = 0
  moved(before, new Map([[toSipUri('sip:n500@contoso.com'), { rank: 1, value: null, isRead: true }]]))
  expect(compared).toBeLessThan(60) // two or three times the 10 steps of a binary search
})

/** A list whose people change as the test says. */
function list(order: Order, people: readonly number[] = [0, 1, 2, 3]) {
  const trait = new Map<SipUri, Trait>()
  let hear: ((changed: ReadonlySet<SipUri>) => void) | null = null
  let told = 0
  const traits = {
    of: (uri: SipUri) => trait.get(uri) ?? UNREAD,
    subscribe: (listener: (changed: ReadonlySet<SipUri>) => void) => {
      hear = listener
      return () => {
        hear = null
      }
    },
    told: () => told,
  }
  const places: Places = { isHeld: false, last: null, read: new Set() }
  const make = () => {
    const arranging = createArranging([of('team', people)], order, traits, places)
    arranging.subscribe(() => undefined)
    return arranging
  }
  return {
    make,
    becomes: (at: number, changedAtMs: number, place: string | null = null) => {
      told += 1
      trait.set(uriOf(at), { availability: 'Online', changedAtMs, place })
      hear?.(new Set([uriOf(at)]))
    },
  }
}
const namesIn = (arranging: ReturnType<ReturnType<typeof list>['make']>): string =>
  arranging
    .get()
    .arranged.groups.map(({ members }) => members?.map(({ name }) => name).join(' '))
    .join()

test('whoever changes goes where they belong', () => {
  const { make, becomes } = list(byGroup)
  const arranging = make()
  becomes(0, 5)
  expect(namesIn(arranging)).toBe('Åse Bo Cy Ada')
})

test('while the list is held nobody moves, and how many would is counted', () => {
  const { make, becomes } = list(byGroup)
  const arranging = make()
  for (const at of [0, 1, 2, 3]) becomes(at, 1)
  arranging.hold(true)
  becomes(0, 5)
  becomes(1, 6)
  expect([namesIn(arranging), arranging.get().waiting]).toEqual(['Ada Åse Bo Cy', 2])
  becomes(1, 1)
  expect(arranging.get().waiting).toBe(1)
  arranging.sortAgain()
  expect([namesIn(arranging), arranging.get().waiting]).toEqual(['Åse Bo Cy Ada', 0])
})

test('whoever is read for the first time takes their place, held or not', () => {
  const { make, becomes } = list(byGroup)
  const arranging = make()
  arranging.hold(true)
  becomes(0, 5)
  expect([namesIn(arranging), arranging.get().waiting]).toEqual(['Åse Bo Cy Ada', 0])
})

test('whose first reading moved nobody is held like all others', () => {
  const { make, becomes } = list(byGroup)
  const arranging = make()
  becomes(0, 0)
  arranging.hold(true)
  becomes(0, 5)
  expect([namesIn(arranging), arranging.get().waiting]).toEqual(['Ada Åse Bo Cy', 1])
})

test('let go of, everybody goes where they belong', () => {
  const { make, becomes } = list(byGroup)
  const arranging = make()
  becomes(0, 1)
  arranging.hold(true)
  becomes(0, 5)
  arranging.hold(false)
  expect([namesIn(arranging), arranging.get().waiting]).toEqual(['Åse Bo Cy Ada', 0])
})

test('only who has been read before is seen to go elsewhere', () => {
  const { make, becomes } = list(byGroup)
  const arranging = make()
  becomes(0, 5)
  expect(arranging.get().isMove).toBe(false)
  becomes(0, 7)
  becomes(1, 6)
  expect(arranging.get().isMove).toBe(false) // its place was kept for nobody
  becomes(1, 8)
  expect(arranging.get().isMove).toBe(true)
})

test('a list that is read anew while it is held moves nobody either', () => {
  const { make, becomes } = list(byGroup)
  const first = make()
  for (const at of [0, 1, 2, 3]) becomes(at, 1)
  first.hold(true)
  becomes(0, 5)
  const again = make()
  expect([namesIn(again), again.get().waiting]).toEqual(['Ada Åse Bo Cy', 1])
})

test('what changed before anybody listened is not missed', () => {
  const { make, becomes } = list(byGroup)
  const first = make()
  const second = make()
  becomes(0, 5)
  expect(namesIn(second)).toBe('Åse Bo Cy Ada')
  first.subscribe(() => undefined)
  expect(namesIn(first)).toBe('Åse Bo Cy Ada')
})

test('whoever is shown otherwise stands in the same order, and is held with the list', () => {
  const { make, becomes } = list(byGroup)
  const arranging = make()
  const shown = (): string =>
    PEOPLE.slice(0, 4)
      .toSorted(arranging.get().compare)
      .map(({ name }) => name)
      .join(' ')
  for (const at of [0, 1, 2, 3]) becomes(at, 1)
  const { compare } = arranging.get()
  becomes(0, 5)
  expect(arranging.get().compare).not.toBe(compare)
  expect(shown()).toBe('Åse Bo Cy Ada')
  arranging.hold(true)
  becomes(1, 6)
  expect(shown()).toBe('Åse Bo Cy Ada')
  arranging.sortAgain()
  expect(shown()).toBe('Bo Cy Ada Åse')
})
