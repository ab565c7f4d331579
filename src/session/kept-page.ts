/** The copy of this page's own files that the browser keeps, so that it opens at once, and without a network. */
export type KeptPage = {
  /** Asks the web server for a newer version. That none could be asked for is no failure: it is asked again later. */
  check(): Promise<void>
  /** Called once a newer version is there, or has taken over in another tab. */
  onNewer(listener: () => void): void
  /** The newer version takes over; this page starts again with it. */
  take(): void
}
