import type { PreferredAvailability } from '../ucwa/availability.ts'
import type { UcwaFailure } from '../ucwa/errors.ts'

/** What a person can publish in one go. Null resets to automatic, or clears. */
export type Choice =
  | { readonly resource: 'presence'; readonly wanted: PreferredAvailability | null }
  | { readonly resource: 'note'; readonly wanted: string | null }

export type PublicationState =
  | 'sending'
  | 'accepted'
  | 'confirmed'
  | 'refused'
  | 'doubtful'
  | 'overdue'
  | 'replaced'

/** One choice of the user's, from the click to the server's word. */
export type Publication<C extends Choice = Choice> = {
  readonly choice: C
  readonly state: PublicationState
  /** Why it was refused, or why its answer was lost. */
  readonly failure: UcwaFailure | null
  readonly beganAtMs: number
}
