import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContact, aGroup } from '../../testing/examples.ts'
import { changesFor } from './chosen-groups.ts'

const contact = aContact()
const groups = ['a', 'b', 'c', 'd'].map((id) => aGroup({ id }))
const some = fc.subarray(groups.map(({ id }) => id)).map((ids) => new Set(ids))

test('whatever is chosen, carrying out the changes leads there, and never through no group at all', () =>
  fc.assert(
    fc.property(some, some, fc.constantFrom('', 'New'), (before, after, newGroup) => {
      const now = new Set(before)
      for (const change of changesFor({ contact, groups, before, after, newGroup })) {
        if (change.kind === 'removeFromList') now.clear()
        if (change.kind === 'add' && change.to !== null) now.add(change.to.id)
        if (change.kind === 'createGroup') now.add(change.name)
        if (change.kind === 'add' || change.kind === 'createGroup')
          for (const { id } of change.thenLeave ?? []) now.delete(id)
        if (change.kind === 'move') now.add(change.to.id)
        if (change.kind === 'move' || change.kind === 'remove') now.delete(change.from.id)
        if (after.size > 0) expect(now.size).toBeGreaterThan(0)
      }
      expect(now).toEqual(new Set([...after, ...(newGroup === '' ? [] : [newGroup])]))
    }),
  ))

test('whichever of the changes are refused, nobody is lost who was to stay on the list', () =>
  fc.assert(
    fc.property(
      some,
      some,
      fc.constantFrom('', 'New'),
      fc.infiniteStream(fc.boolean()),
      (before, after, newGroup, no) => {
        fc.pre(before.size > 0 && (after.size > 0 || newGroup !== ''))
        const now = new Set(before)
        for (const change of changesFor({ contact, groups, before, after, newGroup })) {
          if (no.next().value === true) continue // refused: what waits for it is never sent
          if (change.kind === 'add' && change.to !== null) now.add(change.to.id)
          if (change.kind === 'createGroup') now.add(change.name)
          if (change.kind === 'move') now.add(change.to.id)
          if (change.kind === 'move' || change.kind === 'remove') now.delete(change.from.id)
          if (change.kind === 'add' || change.kind === 'createGroup')
            for (const { id } of change.thenLeave ?? []) now.delete(id)
          expect(now.size).toBeGreaterThan(0)
        }
      },
    ),
  ))

test('out of one group and into another is one move', () => {
  const changes = changesFor({ contact, groups, before: new Set(['a']), after: new Set(['b']), newGroup: '' })
  expect(changes).toMatchObject([{ kind: 'move', from: { id: 'a' }, to: { id: 'b' } }])
})
