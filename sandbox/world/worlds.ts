import type { LifeKind } from './life.ts'
import { createPhotos } from './photos.ts'
import type { SandboxClock, World } from './world-model.ts'
import { createWorld } from './world.ts'

/** The world of the ready line. */
export const DEFAULT_DOMAIN = 'contoso.com'

export type WorldsOptions = {
  /** Size of the first user's list; 0 to 5,000 are tested. */
  readonly contacts: number
  /** Personal groups, beside the pinned and the default one. */
  readonly groups: number
  readonly seed: string | number
  readonly life: LifeKind
}

export type Worlds = {
  /** The world of that SIP domain, in any case; made on first use. */
  get(domain: string): World
  /** Back to the state after start: one world, or all of them. A world that nobody has used yet is left unmade. */
  reset(domain?: string): void
  all(): readonly World[]
  /** Ends everything that happens by itself, in all of them. */
  stop(): void
}

/**
 * One world a SIP domain, from the same options, so that tests run side by side. The default one has the seed as
 * given, every other one a seed that follows from it and the domain.
 */
export function createWorlds({ seed, ...options }: WorldsOptions, clock: SandboxClock): Worlds {
  const worlds = new Map<string, World>()
  const photos = createPhotos() // the same look, in whatever world
  const get = (domain: string): World => {
    const key = domain.toLowerCase()
    const known = worlds.get(key)
    if (known !== undefined) return known
    const own = key === DEFAULT_DOMAIN ? String(seed) : `${seed} ${key}`
    const world = createWorld({ ...options, domain: key, seed: own, clock, photos })
    worlds.set(key, world)
    return world
  }
  return {
    get,
    reset(domain) {
      const wanted = domain === undefined ? [...worlds.values()] : [worlds.get(domain.toLowerCase())]
      for (const world of wanted) world?.reset()
    },
    all: () => [...worlds.values()],
    stop() {
      for (const world of worlds.values()) world.stop()
    },
  }
}
