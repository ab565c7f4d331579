import type { GrantedLevel } from '../../ucwa/privacy-level.ts'

/** From whom most is shown to whom nothing is. */
export const LEVELS: readonly GrantedLevel[] = [
  'FriendsAndFamily',
  'Workgroup',
  'Colleagues',
  'External',
  'Blocked',
]
