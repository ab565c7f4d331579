import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Compare } from '../../data/arrangement.ts'
import type { RosterGroup } from '../../data/roster.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Group, GroupKind } from '../../ucwa/groups.ts'
import { toSipUri } from '../../ucwa/hal.ts'
import { directoryOf, foldedIn, isAllRead, linesAlike, linesFound, linesOf } from './lines.ts'
import type { Directory, Narrowing, Search } from './lines.ts'
import { createSearch } from './search.ts'

const group = (id: string, kind: GroupKind = 'group'): Group => ({
  id,
  kind,
  name: id,
  address: null,
  revision: 2,
  links: new Map(),
})
const person = (name: string, more: Partial<Contact> = {}): Contact => ({
  uri: toSipUri(`sip:${name.split(' ')[0]}@contoso.com`),
  name,
  title: null,
  department: null,
  company: null,
  office: null,
  emailAddresses: [],
  workPhoneNumber: null,
  mobilePhoneNumber: null,
  homePhoneNumber: null,
  otherPhoneNumber: null,
  sourceNetwork: null,
  links: new Map(),
  ...more,
})
const of = (id: string, members: readonly Contact[] | null, kind?: GroupKind): RosterGroup => ({
  group: group(id, kind),
  members,
  within: [],
  pending: null,
  pendingOf: new Map(),
})
const EVERYBODY: Narrowing = { keeps: null, folded: new Set(), failed: new Map() }
const keysOf = (groups: readonly RosterGroup[], narrowing = EVERYBODY) =>
  linesOf(groups, narrowing).map((line) => line.key)

const NOBODY = {
  Online: 0,
  IdleOnline: 0,
  Busy: 0,
  IdleBusy: 0,
  DoNotDisturb: 0,
  BeRightBack: 0,
  Away: 0,
  Offline: 0,
  Unknown: 0,
}

const dana = person('Dana Birkby', { title: 'Product designer', department: 'Design' })
const lin = person('Lin Wei')

test.each<[string, readonly RosterGroup[], readonly string[]]>([
  [
    'somebody is in two groups, they stand in both',
    [of('fav', [dana], 'pinnedGroup'), of('team', [lin, dana])],
    [
      'group fav',
      `contact ${dana.uri} fav`,
      'group team',
      `contact ${lin.uri} team`,
      `contact ${dana.uri} team`,
    ],
  ],
  ['a group of ours is empty, it says so', [of('team', [])], ['group team', 'empty team']],
  [
    'the pinned group is empty, it is left out',
    [of('fav', [], 'pinnedGroup'), of('team', [dana])],
    ['group team', `contact ${dana.uri} team`],
  ],
  [
    'people are being read, their places are kept',
    [of('team', null), of('asia', [lin])],
    ['group team', ...[0, 1, 2, 3].map((n) => `reading ${n} team`), 'group asia', `contact ${lin.uri} asia`],
  ],
  [
    'nobody has been read, no header stands where people are about to be',
    [of('team', null), of('asia', null), of('dg', null, 'distributionGroup')],
    [0, 1, 2, 3].map((n) => `reading ${n}`),
  ],
])('when %s', (_, groups, expected) => {
  expect(keysOf(groups)).toEqual(expected)
})

test('when a group is folded, only its header is left', () => {
  expect(keysOf([of('team', [dana])], { ...EVERYBODY, folded: new Set(['team']) })).toEqual(['group team'])
})

test('when a group is folded under a chip, its header is left, if anybody in it is as the chip says', () => {
  const groups = [of('team', [dana, lin]), of('asia', [lin])]
  const under = (keeps: (contact: Contact) => boolean) =>
    keysOf(groups, { ...EVERYBODY, keeps, folded: new Set(['team']) })
  expect(under((contact) => contact === dana)).toEqual(['group team'])
  expect(under((contact) => contact === lin)).toEqual(['group team', 'group asia', `contact ${lin.uri} asia`])
  expect(under(() => false)).toEqual([])
})

test('when people who are alike are folded under a chip, so is their heading left', () => {
  const arranged = { groups: [], alike: [{ value: 'Design', members: [dana, lin] }] }
  const under = (keeps: (contact: Contact) => boolean) =>
    linesAlike([], arranged, 'department', { ...EVERYBODY, keeps, folded: new Set(['department:Design']) })
  expect(under((contact) => contact === dana).map(({ key }) => key)).toEqual(['alike department:Design'])
  expect(under(() => false)).toEqual([])
})

test('folded are groups that were turned, distribution groups until they are, and whoever is alike', () => {
  const groups = [
    of('team', [dana]),
    of('asia', [lin]),
    of('dg', null, 'distributionGroup'),
    of('read', null, 'distributionGroup'),
  ]
  const turned = new Set(['asia', 'read', 'department:Design'])
  expect(foldedIn(groups, turned)).toEqual(new Set(['dg', 'asia', 'department:Design']))
})

test('when reading failed, it says so', () => {
  expect(keysOf([of('team', null)], { ...EVERYBODY, failed: new Map([['team', null]]) })).toEqual([
    'group team',
    'failed team',
  ])
})

test('when narrowed, people who are still being read may be among them', () => {
  const keeps = () => false
  expect(keysOf([of('team', null), of('asia', [lin])], { ...EVERYBODY, keeps })).toEqual([
    'group team',
    ...[0, 1, 2, 3].map((n) => `reading ${n} team`),
  ])
})

test.each<[string, readonly RosterGroup[], { total: number; read: number } | null, boolean]>([
  ['a group is being read', [of('team', null), of('asia', [lin])], null, false],
  ['all groups have been read', [of('team', []), of('asia', [lin])], null, true],
  ['somebody’s presence has not', [of('asia', [lin])], { total: 1, read: 0 }, false],
  ['everybody’s presence has', [of('asia', [lin])], { total: 1, read: 1 }, true],
])('“nobody” may be said only of all, when %s', (_, groups, read, expected) => {
  const counts = read === null ? null : { ...read, by: NOBODY }
  expect(isAllRead(groups, counts)).toBe(expected)
})

test('when narrowed, a group without a match is left out', () => {
  const keeps = (contact: Contact) => contact === lin
  expect(keysOf([of('team', [dana]), of('asia', [lin])], { ...EVERYBODY, keeps })).toEqual([
    'group asia',
    `contact ${lin.uri} asia`,
  ])
})

test('whatever the groups, no two lines share a key', () => {
  const people = fc.uniqueArray(fc.constantFrom(dana, lin, person('Omar Haddad')))
  const groups = fc.uniqueArray(fc.record({ id: fc.string(), people: fc.option(people) }), {
    selector: ({ id }) => id,
  })
  fc.assert(
    fc.property(groups, (all) => {
      const keys = keysOf(all.map(({ id, people: members }) => of(id, members)))
      return new Set(keys).size === keys.length
    }),
  )
})

test.each<[string, Contact, boolean]>([
  ['da', dana, true],
  ['BIRK dana', dana, true],
  ['design', dana, true],
  ['ana', dana, false],
  ['', dana, true],
  ['gross', person('Jürgen Groß'), true],
  ['jurgen', person('Jürgen Groß'), true],
  ['sorensen', person('Ingrid Sørensen'), true],
  ['美', person('田中 美咲'), true],
  ['中', person('田中 美咲'), true],
  ['منصور', person('ليلى منصور'), true],
])('when %j is searched, %# is found or not', (typed, contact, isFound) => {
  expect(createSearch(typed)?.(contact) ?? true).toBe(isFound)
})

describe('what a search finds', () => {
  const birkby = person('Dana Birkby')
  const wei = person('Lin Wei')
  const eve = person('Eve Stranger')
  const groups = [of('friends', [birkby, wei]), of('team', [birkby])]
  const byName: Compare = (one, other) => one.name.localeCompare(other.name, 'en')
  const looking = (typed: string, directory: Directory | null): Search => ({
    keeps: createSearch(typed) ?? (() => true),
    compare: byName,
    directory,
    filter: null,
  })
  const found = (directory: Directory | null, typed = 'dana') =>
    linesFound(groups, looking(typed, directory)).map((line) =>
      line.kind === 'section'
        ? `${line.of} ${line.found.kind === 'found' ? line.found.count : line.found.kind}`
        : line.key,
    )
  const directory = (contacts: readonly Contact[], groupsFound: readonly Group[] = [], hasMore = false) =>
    ({ kind: 'found', contacts, groups: groupsFound, hasMore }) as const

  test('is each of one’s own people once, though in several groups, and nothing else where the directory is not asked', () => {
    expect(found(null)).toEqual(['yourPeople 1', `found ${birkby.uri}`])
  })

  test('is sorted as the list is, whichever group somebody is in; the directory’s stand as they came', () => {
    const [zoe, adam] = [person('Zoe Team'), person('Adam Team')]
    const both = [of('fav', [zoe], 'pinnedGroup'), of('team', [adam, zoe])]
    const namesBy = (compare: Compare) =>
      linesFound(both, { ...looking('team', directory([wei, eve])), compare }).flatMap((line) =>
        line.kind === 'contact' ? line.contact.name : [],
      )
    expect(namesBy(byName)).toEqual(['Adam Team', 'Zoe Team', 'Lin Wei', 'Eve Stranger'])
    expect(namesBy((one, other) => byName(other, one))).toEqual([
      'Zoe Team',
      'Adam Team',
      'Lin Wei',
      'Eve Stranger',
    ])
  })

  test('has the directory’s below, without those who stand above', () => {
    expect(found(directory([birkby, eve]))).toEqual([
      'yourPeople 1',
      `found ${birkby.uri}`,
      'directory 1',
      `found ${eve.uri}`,
    ])
  })

  test('keeps whoever is on the list, but found by the directory alone, as listed', () => {
    const lines = linesFound(groups, looking('dana', directory([wei, eve])))
    const listed = lines.flatMap((line) =>
      line.kind === 'contact' ? [[line.contact.name, line.isListed]] : [],
    )
    expect(listed).toEqual([
      ['Dana Birkby', true],
      ['Lin Wei', true],
      ['Eve Stranger', false],
    ])
  })

  test.each([{ kind: 'searching' } as const, { kind: 'failed' } as const])(
    'says that it is $kind',
    (state) => {
      expect(found(state)).toEqual(['yourPeople 1', `found ${birkby.uri}`, `directory ${state.kind}`])
    },
  )

  test('is, of the directory’s, whoever is as the chip says; who has not been read is waited for, not ruled out', () => {
    const all = directory([birkby, eve], [group('everybody', 'distributionGroup')])
    const [none, both] = [directoryOf(all, () => false), directoryOf(all, null)]
    expect(both).toEqual(all)
    expect(none).toEqual(directory([]))
    expect(directoryOf(all, ({ uri }) => uri === eve.uri)).toEqual(directory([eve]))
    expect(directoryOf(all, () => null)).toEqual({ kind: 'searching' })
    expect(directoryOf(all, ({ uri }) => (uri === eve.uri ? true : null))).toEqual(directory([eve]))
    expect(directoryOf({ kind: 'failed' }, () => false)).toEqual({ kind: 'failed' })
  })

  test('knows a distribution group that is on the list by its address', () => {
    const list = (id: string): Group => ({
      ...group(id, 'distributionGroup'),
      address: toSipUri('sip:everyone@contoso.com'),
    })
    const [line] = linesFound([{ ...of('dg', []), group: list('dg') }], {
      ...looking('', directory([], [list('found under another id')])),
      keeps: () => false,
    }).slice(-1)
    expect(line).toMatchObject({ kind: 'foundGroup', isListed: true })
  })
})
