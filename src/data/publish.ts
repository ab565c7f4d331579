import type { MutationOptions, QueryClient } from '@tanstack/react-query'
import type { Choice } from '../session/publication.ts'
import { setNoteMutation } from './set-note.ts'
import { setPresenceMutation } from './set-presence.ts'
import type { Writes } from './writes.ts'

/**
 * Publishes one choice, or an availability and a note in one action: then as two publications with outcomes of their own,
 * since UCWA has no request for both. What becomes of each is told by the publication store.
 */
export function publish(writes: Writes, choices: readonly Choice[]): void {
  for (const choice of choices) {
    switch (choice.resource) {
      case 'presence':
        execute(writes.cache, setPresenceMutation(writes), choice)
        break
      case 'note':
        execute(writes.cache, setNoteMutation(writes), choice)
        break
    }
  }
}

function execute<V, C>(cache: QueryClient, options: MutationOptions<void, Error, V, C>, choice: V): void {
  const mutation = cache.getMutationCache().build(cache, options)
  mutation.execute(choice).catch(() => null) // told to its publication by the mutation's own `onError`
}
