/** Time, handed in. The real one is `browser/clock.ts`; tests turn `testing/hand-turned-clock.ts` by hand. */
export type Clock = {
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** Resolves after that many milliseconds; rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}
