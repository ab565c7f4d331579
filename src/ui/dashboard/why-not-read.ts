import type { UcwaFailure } from '../../ucwa/errors.ts'
import type { Words } from '../words/words.ts'

/** Why a group's people are not there. `isFinal`: trying again would change nothing. */
export function whyNotRead(
  { people, manage }: Words,
  because: UcwaFailure | null,
): { readonly told: string; readonly isFinal: boolean } {
  if (because?.kind === 'refused' && because.reason.subcode === 'TooManyContacts')
    return { told: manage.tooBig, isFinal: true }
  if (because?.kind === 'refused' && because.status === 403) return { told: manage.mayNotOpen, isFinal: true }
  return { told: people.groupFailed, isFinal: false }
}
