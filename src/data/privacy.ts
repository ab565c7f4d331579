import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { ContactPrivacyRelationship } from '../ucwa/contact-privacy-relationship.ts'
import type { SipUri } from '../ucwa/hal.ts'
import type { GrantedLevel } from '../ucwa/privacy-level.ts'
import type { Ucwa } from '../ucwa/ucwa.ts'
import { markStale, type Known } from './mark-stale.ts'

/** What one contact may see of oneself. */
export const contactPrivacyRelationshipQuery = (ucwa: Ucwa, of: SipUri) =>
  queryOptions({
    queryKey: ['contactPrivacyRelationship', of],
    queryFn: ({ signal }) => ucwa.contactPrivacyRelationship(of, signal),
  })

/** Who stands at which level; null: the server offers no such list. */
export const myPrivacyRelationshipsQuery = (ucwa: Ucwa) =>
  queryOptions({
    queryKey: ['myPrivacyRelationships'],
    queryFn: ({ signal }) => ucwa.myPrivacyRelationships(signal),
  })

/** One choice of a level. */
export type LevelChoice = {
  /** Null resets it: the server decides again. */
  readonly wanted: GrantedLevel | null
  /** What the person saw when they chose. */
  readonly seen: ContactPrivacyRelationship
}

export const privacyLevelKey = (of: SipUri) => ['contactPrivacyRelationship', of]

/**
 * Sets the level of one contact. Pending until the server has been heard: its answer, and the read after it, which is
 * made whether the answer was a yes, a no, or got lost.
 */
export const setPrivacyLevelMutation = (ucwa: Ucwa, { cache, watched }: Known, of: SipUri) =>
  mutationOptions({
    mutationKey: privacyLevelKey(of),
    gcTime: Infinity, // one that failed waits for whoever chose it, however long their panel is closed
    scope: { id: `contactPrivacyRelationship ${of}` }, // one at a time: the last choice wins
    mutationFn: ({ wanted, seen }: LevelChoice) =>
      wanted === null ? ucwa.resetContactPrivacyLevel(of) : ucwa.setContactPrivacyLevel(of, seen, wanted),
    onMutate: () => forgetSettled(cache, privacyLevelKey(of)), // of each person the newest alone is kept
    onSettled: () =>
      markStale({ cache, watched }, [['contactPrivacyRelationship', of], ['myPrivacyRelationships']]),
  })

function forgetSettled(cache: QueryClient, mutationKey: QueryKey): void {
  const mutations = cache.getMutationCache()
  for (const one of mutations.findAll({ mutationKey, exact: true })) {
    if (one.state.status === 'success' || one.state.status === 'error') mutations.remove(one)
  }
}
