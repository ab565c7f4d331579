import { useQuery } from '@tanstack/react-query'
import { canRemoveFromList } from '../../ucwa/distribution-group.ts'
import type { Group } from '../../ucwa/groups.ts'
import { useFeature } from '../features.ts'
import { useDrawnStaleNow } from '../freshness.ts'
import { useServices } from '../services.ts'

/** What the server lets one do with the list, and the administrator leaves on; each false until it is known. */
export type ListRights = {
  readonly canCreateGroup: boolean
  readonly canChangeMembers: boolean
  /** Take that distribution group off the list. */
  canRemove(group: Group): boolean
  /** Drawn as stale: everything is offered as before, and nothing of it can be done. */
  readonly isStale: boolean
}

export function useListRights(): ListRights {
  const offer = useQuery(useServices().peopleOffer).data
  const isOn = useFeature('manageList')
  const isStale = useDrawnStaleNow()
  return {
    canCreateGroup: isOn && offer?.canCreateGroup === true,
    canChangeMembers: isOn && offer?.canChangeMembers === true,
    canRemove: (group) => isOn && canRemoveFromList(group),
    isStale,
  }
}
