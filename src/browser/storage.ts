import type { KeptTexts, SharedTexts } from '../lib/kept-texts.ts'

/**
 * Texts kept by the browser. `prefix` keeps ours apart from whatever else is served from the same origin.
 * Where nothing may be kept (a setting, a full store), they last as long as the page.
 */
export function createKept(open: () => Storage, prefix: string): KeptTexts {
  const memory = new Map<string, string>()
  return {
    read: (key) => {
      try {
        return memory.get(key) ?? open().getItem(prefix + key)
      } catch {
        return null // blocked: keeping is a convenience, never a need
      }
    },
    write: (key, text) => {
      memory.delete(key)
      try {
        open().setItem(prefix + key, text)
      } catch {
        memory.set(key, text)
      }
    },
  }
}

/** What other tabs of this browser write, under names that begin with `prefix`: a tab never hears its own. */
export const createOthersWrites =
  (page: Pick<Window, 'addEventListener'>, prefix: string): SharedTexts['onOthersWrite'] =>
  (listener) => {
    const over = new AbortController()
    const hear = ({ key }: StorageEvent): void => {
      if (key?.startsWith(prefix) === true) listener(key.slice(prefix.length))
    }
    page.addEventListener('storage', hear, { signal: over.signal })
    return () => over.abort()
  }
