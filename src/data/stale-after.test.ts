import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anEvent, anEventLink, anHref } from '../testing/examples.ts'
import type { UcwaEvent } from '../ucwa/events.ts'
import { staleAfter } from './stale-after.ts'

const LIN = 'sip:lin@contoso.com'
const LIN_HREF = anHref()
const GROUP = 'g1'
const GROUP_HREF = anHref()
const PHOTO_HREF = anHref()

const ownerOf = (href: string): string | null =>
  href === LIN_HREF ? LIN : href === GROUP_HREF ? GROUP : null

const of = (
  rel: string,
  href = anHref(),
  type: UcwaEvent['type'] = 'updated',
  into: UcwaEvent['in'] = null,
): UcwaEvent => anEvent({ target: anEventLink(rel, href), type, in: into })

describe('what goes stale', () => {
  test.each<[string, UcwaEvent, string[][]]>([
    ['a contact’s presence changes', of('contactPresence', LIN_HREF), [['contactPresence', LIN]]],
    [
      'it names the contact it belongs to',
      of('contactPresence', LIN_HREF, 'updated', anEventLink('contact')),
      [['contactPresence', LIN]],
    ],
    ['a contact’s note changes', of('contactNote', LIN_HREF), [['contactNote', LIN]]],
    ['a contact’s place changes', of('contactLocation', LIN_HREF), [['contactLocation', LIN]]],
    ['nobody knows whose presence it is, all are', of('contactPresence'), [['contactPresence']]],
    ['my presence changes', of('presence'), [['presence']]],
    ['my note comes into being', of('note', anHref(), 'added'), [['note']]],
    ['I become visible', of('me'), [['me'], ['presence'], ['note'], ['location']]],
    ['I am shown', of('presence', anHref(), 'added'), [['me'], ['presence'], ['note'], ['location']]],
    [
      'I am shown no more',
      of('presence', anHref(), 'deleted'),
      [['me'], ['presence'], ['note'], ['location']],
    ],
    ['a group is renamed', of('group', GROUP_HREF), [['myGroups'], ['groupContacts', GROUP]]],
    [
      'a group is made',
      of('group', anHref(), 'added', anEventLink('myGroups')),
      [['myGroups'], ['groupContacts'], ['myGroups']],
    ],
    [
      'somebody joins a group',
      of('contact', LIN_HREF, 'added', anEventLink('group', GROUP_HREF)),
      [['myGroups'], ['groupContacts', GROUP]],
    ],
    [
      'somebody leaves my list',
      of('contact', LIN_HREF, 'deleted', anEventLink('myContacts')),
      [['groupContacts']],
    ],
    ['somebody is renamed', of('contact', LIN_HREF), [['groupContacts'], ['contact']]],
    [
      'somebody may see more of me',
      of('contactPrivacyRelationship', LIN_HREF),
      [['contactPrivacyRelationship', LIN], ['myPrivacyRelationships']],
    ],
    [
      'somebody can be called',
      of('contactSupportedModalities', LIN_HREF),
      [['contactSupportedModalities', LIN]],
    ],
    ['somebody has a new photo', of('contactPhoto', PHOTO_HREF), [['photo', PHOTO_HREF]]],
    ['it is about what we do not keep, nothing is that we keep', of('conversation'), [['conversation']]],
  ])('when %s', (_, event, keys) => {
    expect(staleAfter(event, ownerOf)).toEqual(keys)
  })

  test('no event is without a key, whatever it is about', () =>
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.option(fc.string({ minLength: 1 })),
        fc.constantFrom<UcwaEvent['type']>('added', 'updated', 'deleted', 'started', 'completed'),
        (rel, collection, type) => {
          const event = of(rel, anHref(), type, collection === null ? null : anEventLink(collection))
          expect(staleAfter(event, ownerOf).length).toBeGreaterThan(0)
        },
      ),
    ))
})
