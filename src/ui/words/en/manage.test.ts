import { expect, test } from 'vitest'
import { aContact, aGroup } from '../../../testing/examples.ts'
import { NO_REASON, type UcwaFailure } from '../../../ucwa/errors.ts'
import { enManage } from './manage.ts'

const ADDED = { kind: 'add', contact: aContact({ name: 'Dana' }), to: aGroup({ name: 'Team' }) } as const
const MADE = { kind: 'createGroup', name: 'Team', member: null } as const

const refused = (status: number, subcode: string | null): UcwaFailure => ({
  kind: 'refused',
  status,
  reason: { ...NO_REASON, subcode },
})
const failed = (subcode: string | null): UcwaFailure => ({
  kind: 'serverFailed',
  status: 500,
  retryAfterMs: 0,
  reason: { ...NO_REASON, subcode },
})

// Source: UCWA reference, "myGroups2", "myGroupMemberships2", "myGroupMembership2", synchronous errors.
test.each<[string, Parameters<typeof enManage.whyRefused>[0], UcwaFailure, string | null]>([
  [
    '409 AlreadyExists of a group',
    MADE,
    refused(409, 'AlreadyExists'),
    'There is already a group called Team.',
  ],
  ['409 AlreadyExists of a person', ADDED, refused(409, 'AlreadyExists'), 'Dana is there already.'],
  [
    '409 TooManyGroups',
    MADE,
    refused(409, 'TooManyGroups'),
    'The server takes no more groups. Delete one first.',
  ],
  [
    '409 LimitExceeded',
    ADDED,
    refused(409, 'LimitExceeded'),
    'Your list is full; the server takes no more people. Remove somebody first.',
  ],
  [
    '500 MigrationInProgress',
    ADDED,
    failed('MigrationInProgress'),
    'Your contacts are being moved to another server. You can look, but not change them until that is done.',
  ],
  ['403', ADDED, refused(403, 'OperationNotSupported'), 'You may not change this.'],
  ['another 500', ADDED, failed('ExchangeServiceFailure'), null],
  ['a 503 that says nothing', ADDED, failed(null), null],
  ['no answer', ADDED, { kind: 'unreachable', detail: 'reset' }, 'The server was not heard.'],
])('when a change of the list meets %s', (_, change, because, told) => {
  expect(enManage.whyRefused(change, because, 'Team')).toBe(told)
})
