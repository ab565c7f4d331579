import { mutationOptions } from '@tanstack/react-query'
import type { Choice } from '../session/publication.ts'
import { markStale } from './mark-stale.ts'
import { whyItFailed, type Writes } from './writes.ts'

export type PresenceChoice = Extract<Choice, { resource: 'presence' }>

/** Sets or resets one's availability. Hand it a choice of its own each time: the choice is what its publication is known by. */
export const setPresenceMutation = ({ ucwa, publications, ...known }: Writes) =>
  mutationOptions({
    mutationKey: ['presence'],
    scope: { id: 'presence' }, // one POST at a time: the last choice wins, whatever the network does
    onMutate: (choice: PresenceChoice) => publications.begin(choice), // on screen at once, though it may have to wait
    mutationFn: async (choice: PresenceChoice) => {
      if (publications.isNewest(choice)) await ucwa.setPresence(choice.wanted) // else replaced while it waited
    },
    onSuccess: (_, choice) => publications.accepted(choice), // 204 means heard, not done
    onError: (error, choice) => publications.failed(choice, whyItFailed(error)), // refused, or doubtful: the read decides
    onSettled: () => void markStale(known, [['presence']]), // the server has the last word; the next POST need not wait
  })
