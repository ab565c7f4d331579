import { expect, test } from 'vitest'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import { NO_REASON } from '../../ucwa/errors.ts'
import { en } from '../words/en/en.ts'
import { noteRefusal, presenceRefusal } from './refusal.ts'

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
  ['another conflict', refused(409), 'Away', 'The server did not accept Busy. You are still Away.'],
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
