/** Texts that outlive the page, where the browser keeps any: without that, nothing is found again. Never throws. */
export type KeptTexts = {
  read(key: string): string | null
  write(key: string, text: string): void
}
