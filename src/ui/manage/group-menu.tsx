import { MenuItem } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { FolderAddRegular } from '@fluentui/react-icons/svg/folder-add'
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add'
import { RenameRegular } from '@fluentui/react-icons/svg/rename'
import type { ReactElement } from 'react'
import { isOpenGroup } from '../../data/list-change.ts'
import { canChangeGroup } from '../../ucwa/groups.ts'
import type { Group } from '../../ucwa/groups.ts'
import { ChoiceMenu } from '../parts/choice-menu.tsx'
import type { Closed } from '../parts/choice-menu.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { useListRights } from './use-list-rights.ts'
import type { Open } from './use-managing.ts'

type GroupMenuProps = {
  target: HTMLElement
  group: Group
  size: number
  onOpen: (open: Open) => void
  onClose: () => void
}

/** What the server lets one do with a group, and nothing else. */
export function GroupMenu({ target, group, size, onOpen, onClose }: GroupMenuProps) {
  const { manage } = useWords()
  const { listChanges } = useServices()
  const rights = useListRights()
  const close = (how: Closed): void => {
    onClose()
    if (how === 'byKey') target.focus()
  }
  /** The focus goes back first, so that what opens next knows where to return it to. */
  const then = (next: Open): void => {
    target.focus()
    onOpen(next)
  }
  const item = (icon: ReactElement, label: string, act: () => void): ReactElement => (
    <MenuItem
      className="menu-line"
      icon={icon}
      disabled={rights.isStale}
      title={rights.isStale ? manage.whyNot : undefined}
      onClick={act}
    >
      {label}
    </MenuItem>
  )
  const canChange = rights.canCreateGroup && canChangeGroup(group)
  return (
    <ChoiceMenu target={target} onClose={close}>
      {rights.canChangeMembers &&
        isOpenGroup(group) &&
        item(<PersonAddRegular fontSize={20} />, manage.addPeople, () => then({ kind: 'addPeople', group }))}
      {canChange &&
        item(<RenameRegular fontSize={20} />, manage.rename, () =>
          then({ kind: 'name', group, name: group.name, member: null }),
        )}
      {canChange &&
        item(<DeleteRegular fontSize={20} />, manage.delete, () => then({ kind: 'delete', group, size }))}
      {rights.canRemove(group) &&
        item(<DeleteRegular fontSize={20} />, manage.removeFromList, () => {
          close('byKey')
          listChanges.make({ kind: 'removeGroup', group })
        })}
      {rights.canCreateGroup &&
        item(<FolderAddRegular fontSize={20} />, manage.newGroup, () =>
          then({ kind: 'name', group: null, name: '', member: null }),
        )}
    </ChoiceMenu>
  )
}
