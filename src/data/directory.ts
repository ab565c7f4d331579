import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Clock } from '../lib/clock.ts'
import type { People } from '../ucwa/people.ts'

/** What the server offers to do with people and groups. Costs no request. */
export const peopleOfferQuery = (people: People) =>
  queryOptions({ queryKey: ['people'], queryFn: ({ signal }) => people.offer(signal) })

/** So many results are asked for; who wants others types on. (Our choice; UCWA gives at most 100.) */
export const MOST_RESULTS = 24

/** A query is sent once nothing was typed for so long. (Our choice.) */
export const TYPED_REST_MS = 250

/**
 * Who in the directory fits. Asked when the typing rests: a query that nobody looks at any more is aborted, whether it
 * waits or is under way. Kept for as long as it is on screen, since the links of the results die with the application.
 */
export const directoryQuery = (people: People, clock: Clock, typed: string) =>
  queryOptions({
    queryKey: ['search', typed],
    queryFn: async ({ signal }) => {
      await clock.sleep(TYPED_REST_MS, signal)
      return people.search(typed, MOST_RESULTS, signal)
    },
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
