import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { Phone } from '../ucwa/phones.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'
import { markStale, type Known } from './mark-stale.ts'

/** One's own numbers; null: the server offers none. No event tells of them, so they are read while they are looked at. */
export const phonesQuery = (ucwa: Ucwa) =>
  queryOptions({
    queryKey: ['phones'],
    queryFn: ({ signal }) => ucwa.phones(signal),
    staleTime: 0,
    gcTime: 0,
  })

/** What is to become of one number. Null as a number deletes it. */
export type PhoneChange = { readonly phone: Phone } & (
  | { readonly isOnCard: boolean }
  | { readonly number: string | null }
)

/** Pending until the numbers have been read again. */
export const changePhoneMutation = (ucwa: Ucwa, { cache, watched }: Known) =>
  mutationOptions({
    mutationKey: ['phones'],
    scope: { id: 'phones' },
    mutationFn: (change: PhoneChange) =>
      'isOnCard' in change
        ? ucwa.setPhoneVisibility(change.phone, change.isOnCard)
        : ucwa.setPhoneNumber(change.phone, change.number),
    onSettled: () => markStale({ cache, watched }, [['phones']]),
  })
