import { createHandTurnedClock } from '../time/clock.ts'
import { createPhotos } from './photos.ts'
import type { Uri, World, WorldChange } from './world-model.ts'
import { createWorld, type WorldOptions } from './world.ts'

export const LENE = 'sip:lenea@contoso.com'
export const DANA = 'sip:danab@contoso.com'

const MINUTE_MS = 60_000

/** A small and quiet one, its clock, and all that it has told. */
export function worldUnderTest(options: Partial<WorldOptions> = {}) {
  const clock = createHandTurnedClock()
  const world = createWorld({
    domain: 'contoso.com',
    contacts: 20,
    groups: 3,
    seed: 1,
    clock,
    life: 'quiet',
    photos: createPhotos(),
    ...options,
  })
  const heard: WorldChange[] = []
  world.onChange((change) => heard.push(change))
  return { world, clock, heard }
}
/** What an application says of itself as an endpoint. */
export const application = { deviceType: 'Web', inactiveTimeoutMs: 5 * MINUTE_MS } as const

/** All that somebody is shown of somebody. */
export const everything = (world: World, subject: Uri, viewer: Uri): readonly unknown[] => [
  world.presence(subject, viewer),
  world.note(subject, viewer),
  world.location(subject, viewer),
  world.modalities(subject, viewer),
]
