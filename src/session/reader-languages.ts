/** What this browser's person reads. The real one is in `browser`. */
export type ReaderLanguages = {
  /** Language tags (BCP 47), best first. */
  now(): readonly string[]
  /** Answers how to stop. */
  onChange(listener: () => void): () => void
}
