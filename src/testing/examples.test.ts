import { expect, test } from 'vitest'
import { parseContactPresence } from '../ucwa/contact-presence.ts'
import { parseContact } from '../ucwa/contact.ts'
import { parseGroup } from '../ucwa/groups.ts'
import { parseResource, type Linked, type Resource } from '../ucwa/hal.ts'
import { parseLocation } from '../ucwa/location.ts'
import { parseMe } from '../ucwa/me.ts'
import { canSetNote, parseNote } from '../ucwa/note.ts'
import { canSetPresence, parsePresence } from '../ucwa/presence.ts'
import {
  aContact,
  aContactPresence,
  aGroup,
  aLocation,
  aMe,
  aNote,
  aPresence,
  linksTo,
  POOL,
} from './examples.ts'

/** The example as a server would write it. */
const asResource = (example: object & Partial<Linked>): Resource => {
  const { links = new Map(), ...properties } = example
  return parseResource({ ...properties, _links: Object.fromEntries(links) }, POOL)
}

test.each<[string, object, (resource: Resource) => unknown]>([
  ['contact', aContact(), parseContact],
  ['me', aMe(), parseMe],
  ['group', aGroup(), (resource) => parseGroup(resource, 'group')],
  ['presence', aPresence(), parsePresence],
  ['note', aNote({ message: 'Back soon' }), parseNote],
  ['location', aLocation({ location: 'At home' }), parseLocation],
  ['contactPresence', aContactPresence({ activity: 'in-a-meeting' }), parseContactPresence],
])('the example of a %s is what the parser makes of it', (_, example, parse) => {
  expect(parse(asResource(example))).toEqual(example)
})

test('what may be set is told by the links of me', () => {
  expect([canSetPresence(aMe()), canSetNote(aMe())]).toEqual([true, true])
  const lurker = aMe({ links: linksTo(['self', 'makeMeAvailable']) })
  expect([canSetPresence(lurker), canSetNote(lurker)]).toEqual([false, false])
})
