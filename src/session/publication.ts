import type { PreferredAvailability } from '../ucwa/availability.ts'
import type { UcwaFailure } from '../ucwa/errors.ts'
import type { Location } from '../ucwa/location.ts'
import type { Note } from '../ucwa/note.ts'
import { choiceShown, isByItself, type Presence } from '../ucwa/presence.ts'

/** What a person can publish in one go. Null resets to automatic, or clears. */
export type Choice =
  | { readonly resource: 'presence'; readonly wanted: PreferredAvailability | null }
  | { readonly resource: 'note'; readonly wanted: string | null }
  | { readonly resource: 'location'; readonly wanted: string | null }

export type Resource = Choice['resource']

export const isPublished = (rel: unknown): rel is Resource =>
  rel === 'presence' || rel === 'note' || rel === 'location'

/** What a read has found of one's own; null while only watching. */
export type Found =
  | { readonly resource: 'presence'; readonly value: Presence | null }
  | { readonly resource: 'note'; readonly value: Note | null }
  | { readonly resource: 'location'; readonly value: Location | null }

/**
 * How far a choice has got.
 *
 *     sending ──204──► accepted ──shown, or heard and read──► confirmed
 *      │ ▲ │              └──10 s of silence──► overdue ──read──┘ ▲
 *      │ │ └──answer lost──► doubtful ──read: it took─────┼───────┘
 *      │ └──read: it did not take──┘                      │
 *      └──"no"──► refused ◄──read: another is shown───────┘
 *     doubtful ──cannot be read──► refused
 *
 * A newer choice of the same resource takes its place, wherever it stands.
 */
export type PublicationState =
  | 'sending'
  /** 204: heard, not done. */
  | 'accepted'
  | 'confirmed'
  | 'refused'
  | 'doubtful'
  | 'overdue'

/** One choice of the user's, from the click to the server's word. */
export type Publication<C extends Choice = Choice> = {
  readonly choice: C
  readonly state: PublicationState
  /** Why it was refused, or why its answer was lost. Null when refused: the server took it, and then showed another. */
  readonly failure: UcwaFailure | null
  readonly beganAtMs: number
}

/** What has been heard and read meanwhile, by which the server's word is known. */
export type Progress = Publication & {
  /** How often it has been sent. */
  readonly sent: number
  /** An event on the resource has come. */
  readonly isHeard: boolean
  /** A read is under way that began after the answer. */
  readonly isReadAfterAnswer: boolean
  /** A read is under way that began after the event. */
  readonly isReadAfterEvent: boolean
}

/**
 * Whether what was read is what was chosen; what a reset leads to, the server alone knows. Hidden: what comes by itself is
 * shown instead, and the choice may well stand below it.
 */
export type Shows = 'it' | 'another' | 'hidden' | 'cannotTell'

export type Step =
  | { readonly kind: 'sent' }
  /** Null: 204. */
  | { readonly kind: 'answered'; readonly failure: UcwaFailure | null }
  | { readonly kind: 'heard' }
  | { readonly kind: 'readBegan' }
  | { readonly kind: 'readLanded'; readonly shows: Shows }
  | { readonly kind: 'readFailed'; readonly failure: UcwaFailure }
  | { readonly kind: 'silence' }

/** A lost answer that is followed by a lost answer, and so on, ends as a refusal. (Our choice.) */
export const SENT_AT_MOST = 3

export const begun = (choice: Choice, nowMs: number): Progress => ({
  choice,
  state: 'sending',
  failure: null,
  beganAtMs: nowMs,
  sent: 1,
  isHeard: false,
  isReadAfterAnswer: false,
  isReadAfterEvent: false,
})

/** Whether the screen still has to show the choice, in place of what the server last said. */
export const isUnsettled = ({ state }: Pick<Publication, 'state'>): boolean =>
  state === 'sending' || state === 'accepted' || state === 'doubtful' || state === 'overdue'

/** One step of one publication. Pure; what is settled stays as it is. */
export function advancePublication(from: Progress, step: Step): Progress {
  if (!isUnsettled(from)) return from
  switch (step.kind) {
    case 'sent':
      return { ...from, state: 'sending', failure: null, sent: from.sent + 1, isReadAfterAnswer: false }
    case 'answered':
      return answered(from, step.failure)
    case 'heard': // what it announces is read by a read that begins from now on
      return { ...from, isHeard: true, isReadAfterEvent: false }
    case 'readBegan':
      return { ...from, isReadAfterAnswer: true, isReadAfterEvent: from.isHeard } // until the next answer
    case 'readLanded':
      return afterRead(from, step.shows)
    case 'readFailed': // what took is not known, and nothing more is asked: the person has to know
      return from.state === 'doubtful' && from.isReadAfterAnswer && isForGood(step.failure)
        ? { ...from, state: 'refused' }
        : from
    case 'silence':
      return from.state === 'accepted' ? { ...from, state: 'overdue', isReadAfterAnswer: false } : from
  }
}

function answered(from: Progress, failure: UcwaFailure | null): Progress {
  if (failure === null) return { ...from, state: 'accepted', failure: null, isReadAfterAnswer: false }
  switch (failure.kind) {
    case 'refused':
      if (isOfLostApplication(failure))
        return { ...from, state: 'doubtful', failure, isReadAfterAnswer: false }
      return { ...from, state: 'refused', failure }
    case 'signedOut':
    case 'replaced':
      return { ...from, state: 'refused', failure }
    case 'unreachable':
    case 'serverFailed':
    case 'applicationGone':
    case 'malformed': // it may have taken all the same
      return { ...from, state: 'doubtful', failure, isReadAfterAnswer: false }
  }
}

/** 404 and 410 say that where it was sent is no more; by the next application it is read, and sent again. */
const isOfLostApplication = ({ status }: Extract<UcwaFailure, { kind: 'refused' }>): boolean =>
  status === 404 || status === 410

/** Nothing follows by which it would be read again: neither another application nor another token. */
export const isForGood = (failure: UcwaFailure): boolean =>
  failure.kind === 'malformed' || (failure.kind === 'refused' && !isOfLostApplication(failure))

function afterRead(from: Progress, shows: Shows): Progress {
  const landed = { ...from, isReadAfterAnswer: false, isReadAfterEvent: false }
  switch (from.state) {
    case 'accepted':
      if (from.isReadAfterAnswer && (shows === 'it' || shows === 'cannotTell' || from.isReadAfterEvent))
        return { ...landed, state: 'confirmed' }
      return landed
    case 'overdue': // the next read decides
      if (!from.isReadAfterAnswer) return landed
      if (shows !== 'another' || from.isReadAfterEvent) return { ...landed, state: 'confirmed' }
      return from.isHeard ? landed : { ...landed, state: 'refused' } // heard meanwhile: the read after that decides
    case 'doubtful':
      if (!from.isReadAfterAnswer) return landed
      if (shows === 'it') return { ...landed, state: 'confirmed', failure: null }
      return from.sent < SENT_AT_MOST ? landed : { ...landed, state: 'refused' }
    case 'sending':
    case 'confirmed':
    case 'refused':
      return landed
  }
}

/** A lost answer, and a read that began after it: the choice did not take. */
export const didNotTake = (from: Progress, to: Progress): boolean =>
  from.state === 'doubtful' && to.state === 'doubtful' && from.isReadAfterAnswer && !to.isReadAfterAnswer

/** Whether a read shows a choice; of another resource it cannot tell. */
export function showsChoice(choice: Choice, found: Found): Shows {
  if (choice.resource === 'presence' && found.resource === 'presence')
    return showsPresence(choice.wanted, found.value)
  if (choice.resource === 'note' && found.resource === 'note') return showsNote(choice.wanted, found.value)
  if (choice.resource === 'location' && found.resource === 'location')
    return showsLocation(choice.wanted, found.value)
  return 'cannotTell'
}

/**
 * Idle is what it would be awake. Busy and Available give way to a call, a meeting, a presentation, and to Away once all
 * devices are idle.
 */
export function showsPresence(wanted: PreferredAvailability | null, found: Presence | null): Shows {
  if (wanted === null) return 'cannotTell'
  if (found === null) return 'another'
  const shown = choiceShown(found)
  if (shown === wanted) return 'it'
  if (isByItself(found)) return 'hidden'
  return shown === 'Away' && (wanted === 'Busy' || wanted === 'Online') ? 'hidden' : 'another'
}

/** An out-of-office message hides the personal note while it is on. Source: UCWA reference, "note". */
export function showsNote(wanted: string | null, found: Note | null): Shows {
  if (found?.type === 'OutOfOffice') return 'cannotTell'
  return (found?.message ?? '').trim() === (wanted ?? '').trim() ? 'it' : 'another'
}

/** After a reset it is the most active endpoint's, wherever that is. Source: "Me dashboard", location. */
export function showsLocation(wanted: string | null, found: Location | null): Shows {
  if ((found?.location ?? '').trim() === (wanted ?? '').trim()) return 'it'
  return wanted === null ? 'cannotTell' : 'another'
}
