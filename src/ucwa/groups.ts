import type { Linked } from './hal.ts'

/** Source: UCWA reference, "myGroups" and the page of each kind. */
export type GroupKind =
  | 'pinnedGroup'
  | 'group'
  | 'distributionGroup'
  | 'delegatesGroup'
  | 'delegatorsGroup'
  | 'myOrganizationGroup'
  | 'defaultGroup'

export type Group = Linked & {
  /** Stable over applications, unlike the href. */
  readonly id: string
  readonly kind: GroupKind
  readonly name: string
}
