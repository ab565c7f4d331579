import type { ReaderLanguages } from '../session/reader-languages.ts'

export const createReaderLanguages = (page: Window): ReaderLanguages => ({
  now: () => page.navigator.languages,
  onChange: (listener) => {
    const over = new AbortController()
    page.addEventListener('languagechange', listener, { signal: over.signal })
    return () => over.abort()
  },
})
