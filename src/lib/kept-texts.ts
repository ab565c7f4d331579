/** Texts that outlive the page, where the browser keeps any: without that, nothing is found again. Never throws. */
export type KeptTexts = {
  read(key: string): string | null
  write(key: string, text: string): void
}

/** The same, as the tabs of one browser share them. */
export type SharedTexts = KeptTexts & {
  /** Tells under which key another tab has written. Answers how to stop. */
  onOthersWrite(listener: (key: string) => void): () => void
}
