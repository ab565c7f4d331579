import { failureOf, type UcwaFailure } from '../ucwa/errors.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'
import type { PublicationBook } from '../session/publications.ts'
import type { Known } from './mark-stale.ts'

/** What a write needs: where it goes, what is told of it, and what has to be read again. */
export type Writes = Known & {
  readonly ucwa: Pick<Ucwa, 'setPresence' | 'setNote' | 'setLocation'>
  readonly publications: PublicationBook
}

/** Whatever stops a write unnamed leaves it open whether the server has heard it: as good as a lost answer. */
export const whyItFailed = (error: unknown): UcwaFailure =>
  failureOf(error) ?? { kind: 'malformed', detail: String(error) }
