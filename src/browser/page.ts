import type { Page } from '../session/page.ts'

/** What shows that somebody is here. Moving a pointer across a page on the way elsewhere does not. */
const INPUTS = ['keydown', 'pointerdown', 'wheel'] as const

/** This browser's page, as a session sees it. */
export const createPage = (page: Window): Page => ({
  isOnline: () => page.navigator.onLine,
  isVisible: () => page.document.visibilityState === 'visible',
  onChange: (listener) => {
    const over = new AbortController()
    page.addEventListener('online', listener, { signal: over.signal })
    page.addEventListener('offline', listener, { signal: over.signal })
    page.document.addEventListener('visibilitychange', listener, { signal: over.signal })
    return () => over.abort()
  },
  onLeave: (listener) => {
    const over = new AbortController()
    const leave = ({ persisted }: PageTransitionEvent): void => {
      if (!persisted) listener()
    }
    page.addEventListener('pagehide', leave, { signal: over.signal })
    return () => over.abort()
  },
  onInput: (listener) => {
    const over = new AbortController()
    for (const input of INPUTS) {
      page.addEventListener(input, listener, { signal: over.signal, capture: true, passive: true })
    }
    return () => over.abort()
  },
})
