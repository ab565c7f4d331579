import type { Linked } from './hal.ts'

/** One's own place. Source: UCWA reference, "location". */
export type Location = Linked & { readonly location: string | null }
