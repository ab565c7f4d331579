/** What this page is, and what its place and browser withhold from it. The real one is in `browser`. */
export type ThisPage = {
  readonly version: string
  readonly origin: string
  /** "Edge 139, Windows"; the browser's own long name where it is none that we know. */
  readonly browser: string
  /** In the order in which they matter. Over plain http all but the last two are missing. */
  readonly lacking: readonly Lack[]
}

export type Lack =
  | 'secureContext'
  | 'webLocks'
  | 'serviceWorker'
  | 'clipboard'
  | 'notifications'
  | 'broadcastChannel'
  | 'storage'
