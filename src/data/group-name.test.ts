import { expect, test } from 'vitest'
import { aGroup } from '../testing/examples.ts'
import { faultOf } from './group-name.ts'

const design = aGroup({ name: 'Design' })
const pinned = aGroup({ kind: 'pinnedGroup', name: 'Pinned Contacts' })

test.each<[string, string, typeof design | null, object | null]>([
  ['has nothing in it', '', null, { kind: 'missing' }],
  ['has 256 characters', 'x'.repeat(256), null, null],
  ['has 257 characters', 'x'.repeat(257), null, { kind: 'tooLong', length: 257 }],
  ['is another group’s', 'Design', null, { kind: 'taken', by: 'Design' }],
  ['is another group’s but for its case', 'dESIGN', null, { kind: 'taken', by: 'Design' }],
  ['is its own, written differently', 'DESIGN', design, null],
  ['is that of a group that the server keeps', 'Pinned Contacts', null, null],
])('a name that %s', (_, name, of, fault) => {
  expect(faultOf(name, of, [design, pinned])).toEqual(fault)
})
