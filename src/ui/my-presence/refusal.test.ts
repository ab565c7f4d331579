import { expect, test } from 'vitest'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import { NO_REASON } from '../../ucwa/errors.ts'
import { en } from '../words/en/en.ts'
import { locationRefusal, noteRefusal, presenceRefusal, whyNot } from './refusal.ts'

const refused = (status: number, subcode: string | null = null): UcwaFailure => ({
  kind: 'refused',
  status,
  reason: { ...NO_REASON, subcode },
})
const unreachable: UcwaFailure = { kind: 'unreachable', detail: 'reset' }

test.each<[string, UcwaFailure | null, string | null, string]>([
  [
    'the server says no',
    refused(400),
    'Available',
    'The server did not accept Busy. You are still Available.',
  ],
  [
    'the answers were lost',
    unreachable,
    'Available',
    'The server was not heard about Busy. You are still Available.',
  ],
  ['it is forbidden', refused(403), 'Available', 'You may not set this here. You are still Available.'],
  [
    'one only watches',
    refused(409, 'MakeMeAvailableRequired'),
    null,
    'You only watch. Choose “Show me” first.',
  ],
  ['another conflict', refused(409, 'Odd'), 'Away', 'The server did not accept Busy. You are still Away.'],
  ['what holds is not known', refused(400), null, 'The server did not accept Busy.'],
])('when %s', (_, failure, still, expected) => {
  expect(presenceRefusal(en, failure, 'Busy', still)).toBe(expected)
})

test.each<[string, UcwaFailure, string]>([
  ['too long', refused(413), 'The server finds this note too long. Shorten it and publish again.'],
  ['refused', refused(400), 'The server did not accept this note. Your text is kept here.'],
  ['lost', unreachable, 'The server was not heard about your note. Your text is kept here.'],
])('when the note is %s', (_, failure, expected) => {
  expect(noteRefusal(en, failure)).toBe(expected)
})

const failed = (subcode: string): UcwaFailure => ({
  kind: 'serverFailed',
  status: 500,
  retryAfterMs: 0,
  reason: { ...NO_REASON, subcode },
})

// Source: UCWA reference, "presence", synchronous errors of GET and POST, every row of both tables.
const DOCUMENTED: readonly [string, UcwaFailure, string][] = [
  ['500 CallbackChannelError', failed('CallbackChannelError'), 'Its event channel cannot be reached.'],
  [
    '500 InvalidExchangeServerVersion',
    failed('InvalidExchangeServerVersion'),
    'Your mailbox has moved to a version of Exchange that does not support this.',
  ],
  ['409 AlreadyExists', refused(409, 'AlreadyExists'), 'It says that this exists already.'],
  ['409 TooManyGroups', refused(409, 'TooManyGroups'), 'It says that there are too many groups.'],
  ['409 without a subcode', refused(409), 'It does not offer this.'],
  ['409 None', refused(409, 'None'), 'It does not offer this.'],
  [
    '410 CannotRedirect',
    refused(410, 'CannotRedirect'),
    'Your pool is out of order, and no other stands in for it.',
  ],
]

test.each(DOCUMENTED)('the server’s reason is told when it answers %s', (_, failure, why) => {
  expect(whyNot(en, failure)).toBe(why)
  expect(en.mine.failedToRead(whyNot(en, failure))).toBe(`The server did not tell this. ${why}`)
  expect(presenceRefusal(en, failure, 'Busy', 'Available')).toBe(
    `The server did not accept Busy. You are still Available. ${why}`,
  )
  expect(noteRefusal(en, failure)).toMatch(new RegExp(`${why}$`))
  expect(locationRefusal(en, failure)).toMatch(new RegExp(`${why}$`))
})

test('409 MakeMeAvailableRequired means that one only watches, whatever was to be set', () => {
  const failure = refused(409, 'MakeMeAvailableRequired')
  const expected = 'You only watch. Choose “Show me” first.'
  expect(presenceRefusal(en, failure, 'Busy', 'Available')).toBe(expected)
  expect(noteRefusal(en, failure)).toBe(expected)
  expect(locationRefusal(en, failure)).toBe(expected)
})

test('a subcode that nobody knows, and a silence, need no reason', () => {
  expect(whyNot(en, refused(400, 'SomethingNew'))).toBe(null)
  expect(whyNot(en, unreachable)).toBe(null)
  expect(en.mine.failedToRead(null)).toBe('The server did not answer.')
})
