import type { UcwaFailure } from '../../ucwa/errors.ts'
import type { Words } from '../words/words.ts'

/** Why a choice of availability did not take. `still` is what the server says now; null when that is not known. */
export function presenceRefusal(
  words: Words,
  because: UcwaFailure | null,
  wanted: string,
  still: string | null,
): string {
  const { publish } = words
  if (because?.kind === 'refused' && because.status === 409) {
    if (because.reason.subcode === 'MakeMeAvailableRequired') return publish.onlyWatching
  }
  if (still === null) return publish.refusedUnknown(wanted)
  if (because?.kind === 'refused' && because.status === 403) return publish.forbidden(still)
  return because?.kind === 'unreachable' ? publish.lost(wanted, still) : publish.refused(wanted, still)
}

/** Why a note did not take. */
export function noteRefusal({ publish }: Words, because: UcwaFailure | null): string {
  if (because !== null && because.kind !== 'refused') return publish.noteLost
  // Documented: 413 RequestEntityTooLarge; seen as well: 400 with a subcode that says "Long".
  if (because?.status === 413 || /too(?:large|long)/i.test(because?.reason.subcode ?? ''))
    return publish.noteTooLong
  if (because?.reason.subcode === 'MakeMeAvailableRequired') return publish.onlyWatching
  return publish.noteRefused
}
