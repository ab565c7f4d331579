import type { SignInPage } from '../ucwa/token.ts'

/** Opens windows, as this browser lets a page. */
export type Windows = {
  /**
   * Has to be called within a click. Resolves with the address at which the window came back to this page's own place, or
   * null when it was closed; null at once where the browser let none open.
   */
  open(url: string): Promise<string | null> | null
  /** Resolves with the address at which any window of ours came back, however it was opened. */
  returned(signal: AbortSignal): Promise<string>
}

/** A page that the person has to sign in on, as the screen shows it. */
export type PageToVisit = SignInPage & {
  readonly state: 'offered' | 'open' | 'blocked'
}

/**
 * One visit at a time to a page on which the person signs in.
 *
 *     offered ──open()──► open ──closed, or come back, or done()──► over
 *        └──open(), blocked by the browser──► blocked ──come back, or done()──► over
 */
export type PageVisit = {
  readonly visit: (page: SignInPage, signal: AbortSignal) => Promise<string | null>
  /** From the person's click. */
  open(): void
  /** The person says that they have signed in there. */
  done(): void
}

export function createPageVisit(windows: Windows, onChange: (page: PageToVisit | null) => void): PageVisit {
  let offered: SignInPage | null = null
  let end: ((returned: string | null) => void) | null = null
  return {
    visit: async (page, signal) => {
      const over = new AbortController()
      try {
        return await new Promise<string | null>((resolve, reject) => {
          const stop = () => reject(signal.reason)
          signal.addEventListener('abort', stop, { once: true, signal: over.signal })
          if (signal.aborted) stop()
          offered = page
          end = resolve
          onChange({ ...page, state: 'offered' })
          windows.returned(over.signal).then(resolve, () => null) // over: nobody waits for it any more
        })
      } finally {
        over.abort()
        offered = null
        end = null
        onChange(null)
      }
    },
    open: () => {
      if (offered === null) return
      const page = offered
      const opened = windows.open(page.url)
      onChange({ ...page, state: opened === null ? 'blocked' : 'open' })
      const endThis = end
      void opened?.then((returned) => endThis?.(returned))
    },
    done: () => end?.(null),
  }
}
