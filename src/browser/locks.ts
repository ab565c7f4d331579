import type { Leadership } from '../session/tab-leader.ts'

/**
 * Leads by the browser's own locks: had at once when free, and free the moment a tab is gone, however it went. A tab that
 * holds one is not frozen. Null over plain http, where browsers have none.
 */
export function createLocks(page: Window): Leadership | null {
  const locks: LockManager | undefined = page.navigator.locks
  if (locks === undefined) return null
  return {
    lead: (name, signal) =>
      new Promise((resolve, reject) => {
        const lost = new AbortController()
        const hold = (): Promise<void> =>
          new Promise((release) => {
            resolve(lost.signal)
            if (signal.aborted) return release()
            signal.addEventListener('abort', () => release(), { once: true })
          })
        locks.request(`presence-board:${name}`, { signal }, hold).then(
          () => lost.abort(),
          (error: unknown) => {
            lost.abort() // taken from us, or never had
            reject(error)
          },
        )
      }),
  }
}
