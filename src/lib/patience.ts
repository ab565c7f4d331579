/** How long to wait before another try of what failed in passing. All in milliseconds. */

/** The first wait; each further one is up to twice as long. (Our choice.) */
export const FIRST_WAIT_MS = 1000
/** So long a wait may be however short the trouble has been. (Our choice.) */
const SHORT_WAIT_MS = 2000
/**
 * A longer one is no more than an eighth of how long the trouble has lasted: what was away for a short time is seen
 * soon, and what is away for long is asked ever less often. (Our choice; docs/reliability.md weighs it.)
 */
const SHARE_OF_TROUBLE = 8
/** No wait is longer than this, so that a server that was away all night is seen within a minute. (Our choice.) */
export const LONGEST_WAIT_MS = 60_000

/**
 * The wait after that many failures in a row, of trouble that has lasted so long.
 * @param failures the one that has just happened is the first
 */
export const waitAfterMs = (failures: number, troubledForMs: number): number =>
  Math.min(
    LONGEST_WAIT_MS,
    FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1),
    Math.max(SHORT_WAIT_MS, troubledForMs / SHARE_OF_TROUBLE),
  )

/** The same for whoever keeps no clock: the trouble is taken to have lasted as long as the waits themselves. */
export function nextWaitMs(failures: number): number {
  let waitedMs = 0
  let waitMs = FIRST_WAIT_MS
  for (let failure = 2; failure <= failures && waitMs < LONGEST_WAIT_MS; failure += 1) {
    waitedMs += waitMs
    waitMs = waitAfterMs(failure, waitedMs)
  }
  return waitMs
}
