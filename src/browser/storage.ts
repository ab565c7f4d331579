/** What this browser keeps for us. Where it may not keep anything, it forgets with the page. */
export type Kept = {
  read(key: string): string | null
  /** Null removes it. */
  write(key: string, value: string | null): void
}

/** `prefix` keeps us apart from whatever else is served from the same origin. */
export function createKept(open: () => Storage, prefix: string): Kept {
  const memory = new Map<string, string>()
  const attempt = <T>(ask: (storage: Storage) => T, otherwise: () => T): T => {
    try {
      return ask(open())
    } catch {
      return otherwise() // blocked by a setting, or full: keeping is a convenience, never a need
    }
  }
  return {
    read: (key) =>
      memory.get(key) ??
      attempt(
        (storage) => storage.getItem(prefix + key),
        () => null,
      ),
    write: (key, value) => {
      memory.delete(key)
      attempt(
        (storage) => {
          if (value === null) storage.removeItem(prefix + key)
          else storage.setItem(prefix + key, value)
        },
        () => {
          if (value !== null) memory.set(key, value)
        },
      )
    },
  }
}
