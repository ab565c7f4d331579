import type { Linked } from './hal.ts'

/** One's own note. Source: UCWA reference, "note". */
export type Note = Linked & {
  /** Null when none is set. Foreign text: shown as text, never as anything else. */
  readonly message: string | null
  readonly type: 'Personal' | 'OutOfOffice'
}
