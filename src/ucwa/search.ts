import * as v from 'valibot'
import { contactsIn, type Contact } from './contact.ts'
import { groupsIn, type Group } from './groups.ts'
import { hasLink, linkTo, parseWith, withQuery, type Href, type Linked, type Resource } from './hal.ts'

/** Source: UCWA reference, "search2". */
export type SearchResult = {
  readonly contacts: readonly Contact[]
  /** Distribution groups whose name or address fits. */
  readonly groups: readonly Group[]
  /** There are more than were asked for; null where the server's version of `search` does not say. */
  readonly moreResultsAvailable: boolean | null
}

const LONGEST_QUERY = 256

export const canSearch = (people: Linked): boolean => hasLink(people, 'search')

/** Where the answer is. `limit`: 1 to 100. A longer query than the server takes is cut. Throws `refused` without a link. */
export const searchHref = (people: Linked, query: string, limit: number): Href =>
  withQuery(linkTo(people, 'search'), { query: query.slice(0, LONGEST_QUERY), limit })

const wire = v.object({ moreResultsAvailable: v.nullish(v.boolean()) })

/** Throws `malformed`. */
export function parseSearch(resource: Resource): SearchResult {
  const { moreResultsAvailable } = parseWith(wire, resource.properties, 'search')
  return {
    contacts: contactsIn(resource),
    groups: groupsIn(resource),
    moreResultsAvailable: moreResultsAvailable ?? null,
  }
}
