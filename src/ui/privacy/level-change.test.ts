import { expect, test } from 'vitest'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import { NO_REASON } from '../../ucwa/errors.ts'
import { parseContactPrivacyRelationship } from '../../ucwa/contact-privacy-relationship.ts'
import { parseResource } from '../../ucwa/hal.ts'
import type { PrivacyLevel } from '../../ucwa/privacy-level.ts'
import { en } from '../words/en/en.ts'
import { levelTrouble } from './level-change.ts'

const seen = parseContactPrivacyRelationship(
  parseResource({ relationshipLevel: 'Colleagues' }, 'https://lyncweb.contoso.com/'),
)
const refused = (status: number): UcwaFailure => ({ kind: 'refused', status, reason: NO_REASON })
const LOST: UcwaFailure = { kind: 'unreachable', detail: 'reset' }

test.each<[string, UcwaFailure | null, PrivacyLevel | null, string | null]>([
  [
    'somebody has set another level',
    refused(412),
    'Workgroup',
    'Somebody changed this at the same time. Now: Workgroup.',
  ],
  [
    'the server refuses again and again',
    refused(412),
    'Colleagues',
    'The server says each time that somebody has just changed this, and took nothing. Still: Colleagues.',
  ],
  ['it is forbidden', refused(403), 'Colleagues', 'You may not change this for this person.'],
  ['it is refused', refused(409), 'Colleagues', 'The server did not accept this. Still: Colleagues.'],
  ['the answer was lost', LOST, 'Colleagues', 'The server was not heard about this. Still: Colleagues.'],
  ['the answer was lost, and it took all the same', LOST, 'Blocked', null],
  [
    'nothing could be read since',
    LOST,
    null,
    'The server was not heard about this. Still: as the server decides.',
  ],
])('when %s', (_, failure, now, expected) => {
  expect(levelTrouble(en, { choice: { wanted: 'Blocked', seen }, failure }, now)).toBe(expected)
})
