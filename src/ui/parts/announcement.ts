/** What the polite live region says, and what waits its turn. Instants are milliseconds since the Unix epoch. */
export type Announcements = {
  readonly said: string
  readonly saidAtMs: number
  /** Counts the messages: one that repeats the last is said all the same. */
  readonly turn: number
  /** Only the newest waits: what it overtook is no longer so. */
  readonly waiting: string | null
}

export const SILENCE: Announcements = { said: '', saidAtMs: 0, turn: 0, waiting: null }

/** At most one message in this time, or a screen reader would talk without end. Source: design, section 10. */
export const BETWEEN_ANNOUNCEMENTS_MS = 5_000

export const announced = (before: Announcements, message: string, nowMs: number): Announcements =>
  passed({ ...before, waiting: message }, nowMs)

/** Whom it was meant for is gone: nothing of it is left to find, and nothing that waits is said. */
export const silenced = (before: Announcements): Announcements => ({ ...before, said: '', waiting: null })

/** Time has passed: says what waits, if its turn has come. The same value otherwise. */
export function passed(before: Announcements, nowMs: number): Announcements {
  if (before.waiting === null || nowMs - before.saidAtMs < BETWEEN_ANNOUNCEMENTS_MS) return before
  return { said: before.waiting, saidAtMs: nowMs, turn: before.turn + 1, waiting: null }
}
