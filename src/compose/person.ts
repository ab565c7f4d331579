import type { World } from './world.ts'

/** Who is signed in here, or signing in. */
export type Person = {
  /** As typed, in lower case; empty before the first sign-in. */
  readonly address: () => string
  readonly become: (address: string) => void
  /** Per person and browser, so that tabs and reloads share one application. Source: "Multi-Tab Support". */
  readonly keptId: (name: 'endpoint' | 'instance') => string
}

export function createPerson({ kept, uniqueId }: Pick<World, 'kept' | 'uniqueId'>): Person {
  let address = ''
  return {
    address: () => address,
    become: (typed) => {
      address = typed.trim().toLowerCase()
    },
    keptId: (name) => {
      const key = `${name}:${address}`
      const before = kept.read(key)
      if (before !== null) return before
      const fresh = uniqueId()
      kept.write(key, fresh)
      return fresh
    },
  }
}
