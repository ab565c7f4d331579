import type { FileRead } from '../session/custom-states.ts'

/** Reads a file that the configuration names, by no token, and from nowhere that it leads on to. Rejects only when aborted. */
export const createReadFile =
  (fetch: typeof globalThis.fetch) =>
  async (url: string, signal: AbortSignal): Promise<FileRead> => {
    try {
      const response = await fetch(url, {
        cache: 'no-cache',
        credentials: 'same-origin',
        redirect: 'error',
        signal,
      })
      if (!response.ok) return { kind: 'unread', detail: `status ${response.status}` }
      return { kind: 'read', text: await response.text() }
    } catch (error) {
      signal.throwIfAborted()
      return { kind: 'unread', detail: String(error) }
    }
  }
