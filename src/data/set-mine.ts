import { mutationOptions } from '@tanstack/react-query'
import type { Choice, Resource } from '../session/publication.ts'
import { markStale } from './mark-stale.ts'
import { whyItFailed, type Writes } from './writes.ts'

/**
 * Sets or resets one's availability, note or place. Hand it a choice of its own each time: the choice is what its
 * publication is known by.
 */
export const setMineMutation = ({ ucwa, publications, ...known }: Writes, resource: Resource) =>
  mutationOptions({
    mutationKey: [resource],
    scope: { id: resource }, // one POST at a time: the last choice wins, whatever the network does
    onMutate: (choice: Choice) => publications.begin(choice), // on screen at once, though it may have to wait
    mutationFn: async (choice: Choice) => {
      if (publications.isNewest(choice)) await send(ucwa, choice) // else replaced while it waited
    },
    onSuccess: (_, choice) => publications.accepted(choice), // 204 means heard, not done
    onError: (error, choice) => publications.failed(choice, whyItFailed(error)), // refused, or doubtful: the read decides
    onSettled: () => void markStale(known, [[resource]]), // the server has the last word; the next POST need not wait
  })

function send(ucwa: Writes['ucwa'], choice: Choice): Promise<void> {
  switch (choice.resource) {
    case 'presence':
      return ucwa.setPresence(choice.wanted)
    case 'note':
      return ucwa.setNote(choice.wanted)
    case 'location':
      return ucwa.setLocation(choice.wanted)
  }
}
