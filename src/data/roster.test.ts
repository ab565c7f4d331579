import { describe, expect, test } from 'vitest'
import { aContact, aGroup } from '../testing/examples.ts'
import { toSipUri } from '../ucwa/hal.ts'
import { roster } from './roster.ts'

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
