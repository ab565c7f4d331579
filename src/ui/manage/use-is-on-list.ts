import type { Contact } from '../../ucwa/contact.ts'
import { useOwnGroups } from './use-own-groups.ts'

/** Whether they are in one of the groups that are one's own choice, as far as those have been read. */
export const useIsOnList = ({ uri }: Contact): boolean =>
  useOwnGroups().some(({ members }) => members?.some((member) => member.uri === uri) === true)
