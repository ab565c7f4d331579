import type { Ucwa } from '../ucwa/ucwa.ts'

/** What a write needs. Completed by `set-presence.ts` and `set-note.ts`. */
export type Writes = { readonly ucwa: Ucwa }
