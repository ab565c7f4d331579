import { mutationOptions } from '@tanstack/react-query'
import type { Choice } from '../session/publication.ts'
import { markStale } from './mark-stale.ts'
import { whyItFailed, type Writes } from './writes.ts'

export type NoteChoice = Extract<Choice, { resource: 'note' }>

/** Sets or clears one's note. Hand it a choice of its own each time: the choice is what its publication is known by. */
export const setNoteMutation = ({ ucwa, publications, ...known }: Writes) =>
  mutationOptions({
    mutationKey: ['note'],
    scope: { id: 'note' }, // one POST at a time: the last choice wins, whatever the network does
    onMutate: (choice: NoteChoice) => publications.begin(choice), // on screen at once, though it may have to wait
    mutationFn: async (choice: NoteChoice) => {
      if (publications.isNewest(choice)) await ucwa.setNote(choice.wanted) // else replaced while it waited
    },
    onSuccess: (_, choice) => publications.accepted(choice), // 204 means heard, not done
    onError: (error, choice) => publications.failed(choice, whyItFailed(error)), // refused, or doubtful: the read decides
    onSettled: () => void markStale(known, [['note']]), // the server has the last word; the next POST need not wait
  })
