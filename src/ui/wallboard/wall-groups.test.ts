import { describe, expect, test } from 'vitest'
import { roster } from '../../data/roster.ts'
import { aContact, aGroup } from '../../testing/examples.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import type { Group } from '../../ucwa/groups.ts'
import { en } from '../words/en/en.ts'
import { wallOf } from './wall-groups.ts'

const design = aGroup({ name: 'Design' })
const desk = aGroup({ name: 'Desk' })
const onCall = aGroup({ name: 'On call', kind: 'distributionGroup' })
const dana = aContact({ name: 'Dana Birkby' })
const FAILURE: UcwaFailure = { kind: 'malformed', detail: 'a page' }

const listOf = (groups: readonly (readonly [Group, readonly Contact[] | null])[]) =>
  roster(
    groups.map(([group]) => group),
    (id) => groups.find(([group]) => group.id === id)?.[1] ?? null,
    new Intl.Collator('en'),
  )
/** What stands on the wall, each group with how far it is read and who is in it. */
const onWall = (
  groups: readonly (readonly [Group, readonly Contact[] | null])[],
  { groups: chosen = [], people = [] }: { groups?: readonly string[]; people?: readonly string[] } = {},
  failed: ReadonlyMap<string, UcwaFailure | null> = new Map(),
) =>
  wallOf(listOf(groups), failed, { groups: chosen, people }, en).map(({ group, members }) => [
    group.title,
    group.standing.kind,
    ...members.map(({ name }) => name),
  ])

describe('on the wall', () => {
  test('a group without anybody takes no place', () => {
    expect(
      onWall([
        [design, [dana]],
        [desk, []],
      ]),
    ).toEqual([['Design', 'read', 'Dana Birkby']])
  })

  test('a group that is being read keeps its place, and is not taken for empty', () => {
    expect(
      onWall([
        [design, null],
        [desk, []],
      ]),
    ).toEqual([['Design', 'reading']])
  })

  test('a group that could not be read says so beside those that could', () => {
    const failed = new Map([[desk.id, FAILURE]])
    const groups = [
      [design, [dana]],
      [desk, null],
    ] as const
    expect(onWall(groups, { groups: [design.id, desk.id] }, failed)).toEqual([
      ['Design', 'read', 'Dana Birkby'],
      ['Desk', 'failed'],
    ])
    expect(onWall(groups, { groups: [design.id] }, failed)).toEqual([['Design', 'read', 'Dana Birkby']])
  })

  test('while somebody chosen is not found, what is not read may hold them', () => {
    const groups = [
      [design, [dana]],
      [desk, null],
    ] as const
    expect(onWall(groups, { people: [dana.uri] })).toEqual([['People', 'read', 'Dana Birkby']])
    expect(onWall(groups, { people: [dana.uri, 'sip:lin@contoso.com'] })).toEqual([
      ['Desk', 'reading'],
      ['People', 'read', 'Dana Birkby'],
    ])
  })

  test('a distribution group stands where it is chosen, and is not waited for where it is not', () => {
    const groups = [
      [design, [dana]],
      [onCall, null],
    ] as const
    expect(onWall(groups)).toEqual([['Design', 'read', 'Dana Birkby']])
    expect(onWall(groups, { people: ['sip:lin@contoso.com'] })).toEqual([])
    expect(onWall(groups, { groups: [onCall.id] })).toEqual([['On call', 'reading']])
  })
})
