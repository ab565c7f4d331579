import type { Choice } from '../session/publication.ts'
import { setMineMutation } from './set-mine.ts'
import type { Writes } from './writes.ts'

/**
 * Publishes one choice, or an availability and a note in one action: then as two publications with outcomes of their own,
 * since UCWA has no request for both. What becomes of each is told by the publication store.
 */
export function publish(writes: Writes, choices: readonly Choice[]): void {
  for (const choice of choices) {
    const mutation = writes.cache
      .getMutationCache()
      .build(writes.cache, setMineMutation(writes, choice.resource))
    mutation.execute(choice).catch(() => null) // told to its publication by the mutation's own `onError`
  }
}
