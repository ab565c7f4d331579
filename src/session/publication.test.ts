import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aLocation, aNote, aPresence } from '../testing/examples.ts'
import { NO_REASON, type UcwaFailure } from '../ucwa/errors.ts'
import {
  advancePublication,
  begun,
  isUnsettled,
  SENT_AT_MOST,
  showsLocation,
  showsNote,
  showsPresence,
  type Choice,
  type PublicationState,
  type Step,
} from './publication.ts'

const LOST: UcwaFailure = { kind: 'unreachable', detail: 'reset' }
const REFUSED: UcwaFailure = { kind: 'refused', status: 403, reason: NO_REASON }

const accepted: Step = { kind: 'answered', failure: null }
const refused: Step = { kind: 'answered', failure: REFUSED }
const lost: Step = { kind: 'answered', failure: LOST }
const heard: Step = { kind: 'heard' }
const begins: Step = { kind: 'readBegan' }
const shows: Step = { kind: 'readLanded', shows: 'it' }
const showsAnother: Step = { kind: 'readLanded', shows: 'another' }
const hidden: Step = { kind: 'readLanded', shows: 'hidden' }
const cannotTell: Step = { kind: 'readLanded', shows: 'cannotTell' }
const silence: Step = { kind: 'silence' }
const unread: Step = { kind: 'readFailed', failure: REFUSED }
const notRead: Step = { kind: 'readFailed', failure: { kind: 'signedOut' } }
const sentAgain: Step = { kind: 'sent' }

const BUSY: Choice = { resource: 'presence', wanted: 'Busy' }

const after = (...steps: readonly Step[]): PublicationState =>
  steps.reduce(advancePublication, begun(BUSY, 0)).state

describe('a publication', () => {
  test.each<[string, Step[], PublicationState]>([
    ['it is sent, it is under way', [], 'sending'],
    ['it is answered with 204, it is heard but not done', [accepted], 'accepted'],
    ['reply first: the read after the answer shows it', [accepted, begins, shows], 'confirmed'],
    [
      'the read after the answer does not show it yet, it waits for the event',
      [accepted, begins, showsAnother],
      'accepted',
    ],
    [
      'the event came, and what it announced is read: the server’s word stands',
      [accepted, heard, begins, showsAnother],
      'confirmed',
    ],
    ['event first: the read after the answer decides', [heard, accepted, begins, showsAnother], 'confirmed'],
    [
      'event first, but its read began before the answer, it waits',
      [heard, begins, accepted, showsAnother],
      'accepted',
    ],
    ['a read from before the answer shows it by chance, it waits', [begins, accepted, shows], 'accepted'],
    [
      'a read from before the event lands after it, it waits',
      [accepted, begins, heard, showsAnother],
      'accepted',
    ],
    [
      'nobody can tell what a reset leads to, the read after the answer stands',
      [accepted, begins, cannotTell],
      'confirmed',
    ],
    ['nothing is heard for 10 s, it is overdue', [accepted, silence], 'overdue'],
    [
      'it is overdue and the next read shows another, it did not take',
      [accepted, silence, begins, showsAnother],
      'refused',
    ],
    ['it is overdue and the next read shows it', [accepted, silence, begins, shows], 'confirmed'],
    [
      'it is overdue and something else covers it, the server’s 204 stands',
      [accepted, silence, begins, hidden],
      'confirmed',
    ],
    [
      'it is overdue and the event comes after all: the server’s word stands',
      [accepted, silence, heard, begins, showsAnother],
      'confirmed',
    ],
    [
      'it is overdue and the event comes while it is read, the read after that decides',
      [accepted, silence, begins, heard, showsAnother],
      'overdue',
    ],
    ['something covers it in the read after the answer, it waits', [accepted, begins, hidden], 'accepted'],
    ['it is overdue, a read from before is no word', [accepted, begins, silence, showsAnother], 'overdue'],
    ['it is refused, it is over', [refused], 'refused'],
    ['it is refused, what is read afterwards changes nothing', [refused, begins, shows], 'refused'],
    ['its answer is lost, it is doubtful', [lost], 'doubtful'],
    ['its answer is lost and the read shows it, it took', [lost, begins, shows], 'confirmed'],
    [
      'its answer is lost and the read does not show it, it is to be sent again',
      [lost, begins, showsAnother],
      'doubtful',
    ],
    ['it is sent again', [lost, begins, showsAnother, sentAgain], 'sending'],
    [
      'it is sent again and heard',
      [lost, begins, showsAnother, sentAgain, accepted, begins, shows],
      'confirmed',
    ],
    ['its answer is lost and it cannot be read, it is refused', [lost, begins, unread], 'refused'],
    ['its answer is lost and reading waits for a token, so does it', [lost, begins, notRead], 'doubtful'],
    [
      'its answer is lost, a read from before fails, it waits for the next',
      [begins, lost, unread],
      'doubtful',
    ],
    ['it was heard and cannot be read, it waits', [accepted, begins, unread], 'accepted'],
    ['its answer is lost, silence says nothing', [lost, silence], 'doubtful'],
    ['it is confirmed, it stays so', [accepted, begins, shows, lost, silence], 'confirmed'],
  ])('when %s', (_, steps, state) => {
    expect(after(...steps)).toBe(state)
  })

  test('when its answer is lost each time, it ends as a refusal with the reason', () => {
    const round = [lost, begins, showsAnother, sentAgain]
    let progress = begun(BUSY, 0)
    for (let sent = 0; sent < SENT_AT_MOST; sent += 1) progress = round.reduce(advancePublication, progress)
    expect(progress).toMatchObject({ state: 'refused', failure: LOST })
  })

  test('any interleaving of answer, event, reads and silence settles once a read follows them all', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(heard, begins, shows, showsAnother, hidden, silence), { maxLength: 8 }),
        fc.array(fc.constantFrom(heard, begins, shows, showsAnother, hidden, silence), { maxLength: 8 }),
        (before, afterwards) => {
          const state = after(...before, accepted, ...afterwards, heard, begins, showsAnother)
          expect(['confirmed', 'refused']).toContain(state)
          if (state === 'refused') expect(mayBeRefused(before, afterwards)).toBe(true)
        },
      ),
    ))

  /** Only silence, and then a read that shows another before any event has come, says that it did not take. */
  function mayBeRefused(before: readonly Step[], afterwards: readonly Step[]): boolean {
    const unheard = afterwards.includes(heard)
      ? afterwards.slice(0, afterwards.indexOf(heard) + 1)
      : afterwards
    const silentAt = unheard.indexOf(silence)
    return !before.includes(heard) && silentAt !== -1 && silentAt < unheard.lastIndexOf(showsAnother)
  }

  test('no read that began before the answer ever confirms it', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(heard, shows, showsAnother, silence), { maxLength: 10 }),
        (steps) => {
          expect(isUnsettled({ state: after(begins, accepted, ...steps) })).toBe(true)
        },
      ),
    ))
})

describe('what a read shows', () => {
  test.each([
    ['Busy', aPresence({ availability: 'Busy' }), 'it'],
    ['Busy', aPresence({ availability: 'Online' }), 'another'],
    ['Offwork', aPresence({ availability: 'Away', activity: 'off-work' }), 'it'],
    ['Offwork', aPresence({ availability: 'Away' }), 'another'],
    ['Away', aPresence({ availability: 'Away', activity: 'off-work' }), 'another'],
    ['Busy', aPresence({ availability: 'IdleBusy' }), 'it'],
    ['Online', aPresence({ availability: 'IdleOnline' }), 'it'],
    ['Busy', aPresence({ availability: 'IdleOnline' }), 'another'],
    ['Busy', aPresence({ availability: 'DoNotDisturb', activity: 'presenting' }), 'hidden'],
    ['Online', aPresence({ availability: 'Busy', activity: 'in-a-meeting' }), 'hidden'],
    ['Busy', aPresence({ availability: 'Busy', activity: 'in-a-meeting' }), 'it'],
    ['Busy', aPresence({ availability: 'Away' }), 'hidden'],
    ['BeRightBack', aPresence({ availability: 'Away' }), 'another'],
    ['Busy', null, 'another'],
    [null, aPresence({ availability: 'Busy' }), 'cannotTell'],
  ] as const)('of the wish %s', (wanted, found, expected) => {
    expect(showsPresence(wanted, found)).toBe(expected)
  })

  test.each([
    ['Back at 2', aNote({ message: 'Back at 2' }), 'it'],
    ['Back at 2 ', aNote({ message: 'Back at 2' }), 'it'],
    ['Back at 2', aNote({ message: 'Back at 3' }), 'another'],
    [null, aNote({ message: null }), 'it'],
    [null, null, 'it'],
    ['Back at 2', aNote({ message: 'On leave', type: 'OutOfOffice' }), 'cannotTell'],
  ] as const)('of the note %s', (wanted, found, expected) => {
    expect(showsNote(wanted, found)).toBe(expected)
  })
})

describe('what a read shows of a place', () => {
  test.each([
    ['Room 3', aLocation({ location: 'Room 3' }), 'it'],
    ['Room 3', aLocation({ location: 'Room 4' }), 'another'],
    [null, aLocation(), 'it'],
    [null, aLocation({ location: 'Copenhagen' }), 'cannotTell'], // of another device
  ] as const)('of the place %s', (wanted, found, expected) => {
    expect(showsLocation(wanted, found)).toBe(expected)
  })
})
