import type { UcwaFailure } from '../../ucwa/errors.ts'
import type { Words } from '../words/words.ts'

/**
 * In one sentence, why the server says no; null where it does not say, or nobody here knows the word.
 * Source: UCWA reference, "presence", "note" and "location", synchronous errors.
 */
export function whyNot({ mine }: Words, because: UcwaFailure | null): string | null {
  if (because?.kind !== 'refused' && because?.kind !== 'serverFailed') return null
  const { subcode } = because.reason
  if (subcode !== null) return mine.because.get(subcode) ?? null
  return because.status === 409 ? (mine.because.get('None') ?? null) : null
}

const isWatching = (because: UcwaFailure | null): boolean =>
  because?.kind === 'refused' && because.reason.subcode === 'MakeMeAvailableRequired'

const withReason = (words: Words, sentence: string, because: UcwaFailure | null): string =>
  [sentence, whyNot(words, because)].filter((part) => part !== null).join(' ')

/** Why a choice of availability did not take. `still` is what the server says now; null when that is not known. */
export function presenceRefusal(
  words: Words,
  because: UcwaFailure | null,
  wanted: string,
  still: string | null,
): string {
  const { publish } = words
  if (isWatching(because)) return publish.onlyWatching
  if (because === null) return publish.notTaken(wanted, still)
  if (still === null) return withReason(words, publish.refusedUnknown(wanted), because)
  if (because?.kind === 'refused' && because.status === 403) return publish.forbidden(still)
  if (because?.kind === 'unreachable') return publish.lost(wanted, still)
  return withReason(words, publish.refused(wanted, still), because)
}

/** Why a note did not take. */
export function noteRefusal(words: Words, because: UcwaFailure | null): string {
  const { publish } = words
  if (because === null) return publish.noteNotTaken
  if (because.kind !== 'refused') return withReason(words, publish.noteLost, because)
  // Documented: 413 RequestEntityTooLarge; seen as well: 400 with a subcode that says "Long".
  if (because.status === 413 || /too(?:large|long)/i.test(because.reason.subcode ?? ''))
    return publish.noteTooLong
  return isWatching(because) ? publish.onlyWatching : withReason(words, publish.noteRefused, because)
}

/** Why a place did not take. */
export function locationRefusal(words: Words, because: UcwaFailure | null): string {
  const { mine, publish } = words
  if (isWatching(because)) return publish.onlyWatching
  if (because === null) return mine.location.notTaken
  const sentence = because.kind === 'refused' ? mine.location.refused : mine.location.lost
  return withReason(words, sentence, because)
}
