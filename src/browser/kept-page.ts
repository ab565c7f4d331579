import type { KeptPage } from '../session/kept-page.ts'

/** What the worker of the build answers to: it replaces the one before it without waiting for the last tab to close. */
const TAKE_OVER = { type: 'SKIP_WAITING' }

/** By then a list is on the screen: the copy of all files would take a third of a sign-in’s processor time. (Our choice.) */
const FIRST_COPY_AFTER_MS = 10_000

/**
 * The service worker of the build. Null where the browser gives none, as over plain http.
 * Where the browser refuses to keep anything (a setting, a private window), the page works as it would without.
 */
export function createKeptPage(page: Window, workerUrl: string): KeptPage | null {
  if (!page.isSecureContext || !('serviceWorker' in page.navigator)) return null
  const { serviceWorker } = page.navigator
  const listeners = new Set<() => void>()
  let isThere = false
  let isTaking = false

  const newer = (): void => {
    isThere = true
    for (const listener of listeners) listener()
  }
  const startAgain = (): void => page.location.reload()

  const watchInstalling = (worker: ServiceWorker | null, isFirst: boolean): void => {
    if (isFirst) return // nothing older is on the screen
    if (worker?.state === 'installed') newer()
    else worker?.addEventListener('statechange', () => worker.state === 'installed' && newer())
  }
  const registered = onceLoaded(page)
    .then(() => (serviceWorker.controller === null ? afterMs(page, FIRST_COPY_AFTER_MS) : null))
    .then(() => onceOnline(page))
    .then(() => serviceWorker.register(workerUrl))
    .then(
      (registration) => {
        if (registration.active !== null)
          watchInstalling(registration.waiting ?? registration.installing, false)
        registration.addEventListener('updatefound', () =>
          watchInstalling(registration.installing, registration.active === null),
        )
        return registration
      },
      () => null, // refused, and there is nothing to be done about it here
    )
  // From the second worker on: another tab has taken a newer version, and this one runs files that are no longer kept.
  let isControlled = serviceWorker.controller !== null
  serviceWorker.addEventListener('controllerchange', () => {
    if (isControlled && !isTaking) newer()
    isControlled = true
  })

  const takeOver = async (): Promise<void> => {
    const waiting = (await registered)?.waiting ?? null
    if (waiting === null) return startAgain()
    waiting.addEventListener('statechange', () => waiting.state === 'activated' && startAgain())
    waiting.postMessage(TAKE_OVER, { transfer: [] })
  }

  return {
    check: async () => {
      const registration = await registered
      await registration?.update().catch(() => null) // no network, or no such file now: asked again later
    },
    onNewer: (listener) => {
      listeners.add(listener)
      if (isThere) listener()
    },
    take: () => {
      if (isTaking) return
      isTaking = true
      void takeOver()
    },
  }
}

/** What the page itself needs comes first. */
const onceLoaded = (page: Window): Promise<unknown> =>
  page.document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((resolve) => page.addEventListener('load', resolve, { once: true }))

const onceOnline = (page: Window): Promise<unknown> =>
  page.navigator.onLine
    ? Promise.resolve()
    : new Promise((resolve) => page.addEventListener('online', resolve, { once: true }))

const afterMs = (page: Window, ms: number): Promise<unknown> =>
  new Promise((resolve) => {
    page.setTimeout(resolve, ms)
  })
