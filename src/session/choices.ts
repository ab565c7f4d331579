import type { EndingChoice } from './endings.ts'
import type { Choice, Publication, Resource } from './publication.ts'

/** What the person asks to be published; each call is one action of theirs. */
export type Choices = {
  /**
   * Publishes, each by itself, and takes it back at that time: milliseconds since the Unix epoch; null: until something
   * else is chosen. Nothing is begun while the page is drawn as stale.
   */
  publish(choices: readonly Choice[], endsAtMs: number | null): void
  /** What was refused once more, to end when it was to end. */
  tryAgain(resource: Resource): void
}

export type ChoicesDeps = {
  readonly mayWrite: () => boolean
  readonly publish: (choices: readonly Choice[]) => void
  readonly newest: (resource: Resource) => Publication | null
  readonly plan: (choice: EndingChoice, atMs: number) => void
  /** Milliseconds since the Unix epoch; null: it was to last. */
  readonly endOfRefused: (choice: Choice) => number | null
}

export function createChoices({ mayWrite, publish, newest, plan, endOfRefused }: ChoicesDeps): Choices {
  const begin = (choices: readonly Choice[], endsAtMs: number | null): void => {
    if (!mayWrite()) return
    for (const choice of choices) {
      if (endsAtMs !== null && choice.resource !== 'location') plan(choice, endsAtMs) // of this very choice
    }
    publish(choices)
  }
  return {
    publish: begin,
    tryAgain: (resource) => {
      const refused = newest(resource)
      if (refused?.state === 'refused') begin([{ ...refused.choice }], endOfRefused(refused.choice))
    },
  }
}
