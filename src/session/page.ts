/** What a session needs to know of the page it lives in. The real one is in `browser`. Each `on…` answers how to stop. */
export type Page = {
  /** False is certain, true only likely: a network that leads nowhere counts as one. */
  isOnline(): boolean
  isVisible(): boolean
  /** Either of them may have changed. */
  onChange(listener: () => void): () => void
  /** The person did something here: a key, a pointer. */
  onInput(listener: () => void): () => void
  /** The page is going, for good: a last word may be said, and no answer be waited for. */
  onLeave(listener: () => void): () => void
}
