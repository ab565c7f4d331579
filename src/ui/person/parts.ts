import type { ComponentType } from 'react'
import type { Contact } from '../../ucwa/contact.ts'
import { ChangeGroups, FavouriteStar } from '../manage/person-parts.tsx'
import { TellMeWhen, WatchAction } from '../watching/person-parts.tsx'

/** Whatever stands in somebody's panel; reads by itself what it needs beside this. */
export type PersonPart = ComponentType<{ contact: Contact }>

// Where other features join the panel: each list is drawn in its place, in its order.

/** Icon buttons at the head, before "Close": a star, a menu. */
export const HEAD_PARTS: readonly PersonPart[] = [FavouriteStar]

/** Buttons beside Chat, Call and Mail. */
export const ACTION_PARTS: readonly PersonPart[] = [WatchAction]

/** Sections between the actions and the contact details. */
export const SECTION_PARTS: readonly PersonPart[] = [TellMeWhen]

/** Below the line of groups. */
export const GROUP_PARTS: readonly PersonPart[] = [ChangeGroups]
