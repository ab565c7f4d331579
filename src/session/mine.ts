import type { Clock } from '../lib/clock.ts'
import { createElsewhere, type SetElsewhere } from './elsewhere.ts'
import { createEndings, type EndingChoice, type Endings } from './endings.ts'
import type { Choice, Found, Publication, Resource } from './publication.ts'

/** What the tabs of one person tell one another about what that person publishes. */
export type MineWord =
  | { readonly kind: 'published'; readonly newest: Publication }
  | { readonly kind: 'endings'; readonly endings: Endings }
  | { readonly kind: 'noted'; readonly texts: readonly string[] }

/** What surrounds a person's own publications, over all tabs of this browser: who set it, until when, which notes before. */
export type Mine = {
  begin(kept: { readonly endings: Endings; readonly notes: readonly string[] }): void
  plan(choice: EndingChoice, atMs: number): void
  /** When a refused choice was to end; null: it was to last. Milliseconds since the Unix epoch. */
  endOfRefused(choice: Choice): number | null
  published(newest: Publication): void
  read(found: Found): void
  gap(): void
  heard(word: MineWord): void
  check(): void
  dismissLate(): void
  /** Null: all of them. */
  forgetNote(text: string | null): void
  end(): void
}

export type MineDeps = {
  readonly clock: Clock
  readonly publish: (choices: readonly Choice[]) => void
  readonly say: (word: MineWord) => void
  readonly onElsewhere: (resource: Resource, set: SetElsewhere | null) => void
  readonly onEndings: (endings: Endings) => void
  readonly keepEndings: (endings: Endings) => void
  readonly onNotes: (texts: readonly string[]) => void
  readonly keepNotes: (texts: readonly string[]) => void
  /** The list after that note was published. */
  readonly withNote: (texts: readonly string[], text: string) => readonly string[]
}

export function createMine(deps: MineDeps): Mine {
  const { clock, publish, say } = deps
  let notes: readonly string[] = []

  const endings = createEndings({
    clock,
    publish,
    onChange: (to, isTold) => {
      deps.onEndings(to)
      if (isTold) return
      deps.keepEndings(to)
      say({ kind: 'endings', endings: to })
    },
  })
  const elsewhere = createElsewhere({
    clock,
    onChange: (resource, set) => {
      deps.onElsewhere(resource, set)
      if (set !== null) endings.setElsewhere(resource)
    },
  })
  const note = (texts: readonly string[]): void => {
    notes = texts
    deps.onNotes(texts)
  }
  const noteAndKeep = (texts: readonly string[]): void => {
    note(texts)
    deps.keepNotes(texts)
    say({ kind: 'noted', texts })
  }

  return {
    begin: (kept) => {
      endings.begin(kept.endings)
      note(kept.notes)
    },
    plan: endings.plan,
    endOfRefused: endings.endOfRefused,
    published: (newest) => {
      elsewhere.published(newest)
      endings.published(newest)
      say({ kind: 'published', newest })
      const { choice, state } = newest
      if (choice.resource === 'note' && choice.wanted !== null && state === 'confirmed')
        noteAndKeep(deps.withNote(notes, choice.wanted))
    },
    read: (found) => {
      elsewhere.read(found)
      endings.read(found)
    },
    gap: () => {
      elsewhere.gap()
      endings.gap()
    },
    heard: (word) => {
      switch (word.kind) {
        case 'published':
          return elsewhere.published(word.newest)
        case 'endings':
          return endings.told(word.endings)
        case 'noted':
          return note(word.texts)
      }
    },
    check: endings.check,
    dismissLate: endings.dismissLate,
    forgetNote: (text) => noteAndKeep(text === null ? [] : notes.filter((one) => one !== text)),
    end: () => {
      elsewhere.clear()
      endings.end()
      note([])
    },
  }
}
