import type { KeptTexts } from '../lib/kept-texts.ts'

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
