import { describe, expect, test } from 'vitest'
import { aContact, aGroup } from '../testing/examples.ts'
import { toSipUri } from '../ucwa/hal.ts'
import type { ListChange } from './list-change.ts'
import { FAVOURITES_HERE, roster, withChanges, withFavouritesHere } from './roster.ts'

const collator = new Intl.Collator('da')

describe('the roster', () => {
  test('has favourites first, the default group last, and the others as the server orders them', () => {
    const groups = [
      aGroup({ kind: 'defaultGroup', id: 'rest' }),
      aGroup({ id: 'z' }),
      aGroup({ kind: 'distributionGroup', id: 'list' }),
      aGroup({ kind: 'pinnedGroup', id: 'favourites' }),
      aGroup({ id: 'a' }),
    ]
    const shown = roster(groups, () => null, collator).map(({ group }) => group.id)
    expect(shown).toEqual(['favourites', 'z', 'list', 'a', 'rest'])
  })

  test('has people by name, as the reader’s language sorts them', () => {
    const members = ['Åse', 'Zoe', 'adam', 'Ærø', 'Bo'].map((name) => aContact({ name }))
    const [shown] = roster([aGroup()], () => members, collator)
    expect(shown?.members?.map(({ name }) => name)).toEqual(['adam', 'Bo', 'Zoe', 'Ærø', 'Åse'])
  })

  test('has people of one name by address, so that they never trade places', () => {
    const [b, a] = ['sip:b@contoso.com', 'sip:a@contoso.com'].map((uri) =>
      aContact({ name: 'Lin', uri: toSipUri(uri) }),
    )
    const members = [b, a].filter((contact) => contact !== undefined)
    const [shown] = roster([aGroup()], () => members, collator)
    expect(shown?.members?.map(({ uri }) => uri)).toEqual(['sip:a@contoso.com', 'sip:b@contoso.com'])
  })

  test('tells a group that nobody is in from one that is not read yet', () => {
    const shown = roster(
      [aGroup({ id: 'empty' }), aGroup({ id: 'unread' })],
      (id) => (id === 'empty' ? [] : null),
      collator,
    )
    expect(shown.map(({ members }) => members)).toEqual([[], null])
  })
})

describe('what is under way', () => {
  const [dana, lin] = [aContact({ name: 'Dana' }), aContact({ name: 'Lin' })]
  const [team, crew] = [aGroup({ id: 'team', name: 'Team' }), aGroup({ id: 'crew', name: 'Crew' })]
  const rest = aGroup({ id: 'rest', kind: 'defaultGroup', name: 'rest' })
  const all = roster([team, crew, rest], (id) => (id === 'team' ? [lin] : []), collator)
  const after = (change: ListChange, kind: 'sending' | 'accepted' | 'overdue' = 'sending') =>
    withChanges(all, [{ id: 1, change, standing: { kind } }], collator).map(
      ({ group, members, pending, pendingOf }) =>
        [
          `${group.name || group.id}${pending === null ? '' : ` ${pending}`}`,
          ...(members ?? []).map(({ uri, name }) => `${name} ${pendingOf.get(uri) ?? ''}`.trim()),
        ].join(': '),
    )

  test.each<[string, ListChange, readonly string[]]>([
    ['somebody joins', { kind: 'add', contact: dana, to: team }, ['Team: Dana adding: Lin', 'Crew', 'rest']],
    [
      'somebody joins the list',
      { kind: 'add', contact: dana, to: null },
      ['Team: Lin', 'Crew', 'rest: Dana adding'],
    ],
    ['somebody leaves', { kind: 'remove', contact: lin, from: team }, ['Team: Lin removing', 'Crew', 'rest']],
    [
      'somebody leaves the list',
      { kind: 'removeFromList', contact: lin },
      ['Team: Lin removing', 'Crew', 'rest'],
    ],
    [
      'somebody moves',
      { kind: 'move', contact: lin, from: team, to: crew },
      ['Team', 'Crew: Lin moving', 'rest'],
    ],
    [
      'a group is made',
      { kind: 'createGroup', name: 'New', member: null },
      ['Team: Lin', 'Crew', 'New adding', 'rest'],
    ],
    [
      'a group gets a name',
      { kind: 'renameGroup', group: team, name: 'A' },
      ['A renaming: Lin', 'Crew', 'rest'],
    ],
    ['a group goes', { kind: 'deleteGroup', group: crew }, ['Team: Lin', 'Crew removing', 'rest']],
  ])('is shown in its new place and marked when %s', (_, change, shown) => {
    expect(after(change)).toEqual(shown)
    expect(after(change, 'accepted')).toEqual(shown)
  })

  test('changes nothing any more when nothing has confirmed it', () => {
    expect(after({ kind: 'deleteGroup', group: crew }, 'overdue')).toEqual(['Team: Lin', 'Crew', 'rest'])
  })
})

describe('favourites of this browser', () => {
  const [dana, lin] = [aContact({ name: 'Dana' }), aContact({ name: 'Lin' })]
  const groups = roster(
    [aGroup({ id: 'team' }), aGroup({ id: 'pinned', kind: 'pinnedGroup' }), aGroup({ id: 'crew' })],
    (id) => (id === 'pinned' ? [] : [lin, dana]),
    collator,
  )

  test('stand below the server’s own, each once though in several groups', () => {
    const shown = withFavouritesHere(groups, new Set([dana.uri, toSipUri('sip:gone@contoso.com')]), collator)
    expect(shown.map(({ group }) => group.id)).toEqual(['pinned', FAVOURITES_HERE, 'team', 'crew'])
    expect(shown[1]?.members).toEqual([dana])
  })

  test('are no group while there are none on the list', () => {
    expect(withFavouritesHere(groups, new Set([toSipUri('sip:gone@contoso.com')]), collator)).toBe(groups)
  })
})
