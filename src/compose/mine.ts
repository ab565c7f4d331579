import type { Writes } from '../data/writes.ts'
import { publish } from '../data/publish.ts'
import { NO_ENDINGS } from '../session/endings.ts'
import { createMine, type Mine } from '../session/mine.ts'
import { parseEndings } from '../state/endings-store.ts'
import { parseRecentNotes, withNote } from '../state/recent-notes-store.ts'
import type { Person } from './person.ts'
import type { Seat } from './seat.ts'
import type { Stores } from './stores.ts'
import type { World } from './world.ts'

export type MineDeps = {
  readonly world: Pick<World, 'clock' | 'kept'>
  readonly stores: Stores
  readonly person: Person
  readonly seat: Seat
  readonly writes: () => Writes
}

/** What surrounds one's own publications, with where it is shown, kept, and told to the other tabs. */
export function joinMine({
  world,
  stores,
  person,
  seat,
  writes,
}: MineDeps): Mine & { beginWithKept(): void } {
  const { clock, kept } = world
  const keyOf = (what: 'endings' | 'notes'): string => `${what}:${person.name()}`
  const mine = createMine({
    clock,
    publish: (choices) => publish(writes(), choices),
    say: (word) => seat.say(word),
    onElsewhere: (resource, set) => stores.elsewhereStore.setState({ [resource]: set }),
    onEndings: (endings) => stores.endingsStore.setState(endings),
    keepEndings: (endings) => kept.write(keyOf('endings'), JSON.stringify(endings)),
    onNotes: (texts) => stores.recentNotesStore.setState({ texts }),
    keepNotes: (texts) => kept.write(keyOf('notes'), JSON.stringify(texts)),
    withNote,
  })
  return {
    ...mine,
    beginWithKept: () =>
      mine.begin({
        endings: parseEndings(kept.read(keyOf('endings'))) ?? NO_ENDINGS,
        notes: parseRecentNotes(kept.read(keyOf('notes'))),
      }),
  }
}
