import { MenuItem } from '@fluentui/react-components'
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team'
import { PersonDeleteRegular } from '@fluentui/react-icons/svg/person-delete'
import { AlertFilled, AlertRegular } from '@fluentui/react-icons/svg/alert'
import { StarFilled, StarRegular } from '@fluentui/react-icons/svg/star'
import type { ReactElement } from 'react'
import { isOpenGroup } from '../../data/list-change.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Group } from '../../ucwa/groups.ts'
import { ChoiceMenu } from '../parts/choice-menu.tsx'
import type { Closed } from '../parts/choice-menu.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { groupTitle } from '../dashboard/group-title.ts'
import { useWatch } from '../watching/use-watch.ts'
import { useIsFavourite } from './use-is-favourite.ts'
import { useIsOnList } from './use-is-on-list.ts'
import { useListRights } from './use-list-rights.ts'
import type { Open } from './use-managing.ts'

type ContactMenuProps = {
  target: HTMLElement
  contact: Contact
  from: Group | null
  onOpen: (open: Open) => void
  onClose: () => void
}

/** What can be done with somebody on the list: here alone, or where the server lets one. */
export function ContactMenu({ target, contact, from, onOpen, onClose }: ContactMenuProps) {
  const words = useWords()
  const { manage } = words
  const { listChanges, favouritesStore } = useServices()
  const rights = useListRights()
  const watch = useWatch(contact)
  const isFavourite = useIsFavourite(contact.uri)
  const isListed = useIsOnList(contact)
  const close = (how: Closed): void => {
    onClose()
    if (how === 'byKey') target.focus()
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
  return (
    <ChoiceMenu target={target} onClose={close}>
      {isListed && (
        <MenuItem
          className="menu-line"
          icon={isFavourite ? <StarFilled fontSize={20} /> : <StarRegular fontSize={20} />}
          subText={manage.favouriteHint}
          onClick={() => {
            close('byKey')
            favouritesStore.toggle(contact.uri)
          }}
        >
          {isFavourite ? manage.notFavourite : manage.favourite}
        </MenuItem>
      )}
      {watch !== null && (
        <MenuItem
          className="menu-line"
          icon={watch.alert === null ? <AlertRegular fontSize={20} /> : <AlertFilled fontSize={20} />}
          onClick={() => {
            close('byKey')
            watch.toggle()
          }}
        >
          {watch.alert === null ? words.watching.watch : words.watching.stop}
        </MenuItem>
      )}
      {rights.canChangeMembers &&
        item(
          <PeopleTeamRegular fontSize={20} />,
          isListed ? manage.groups : manage.addToList(contact.name),
          () => {
            target.focus()
            onOpen({ kind: 'groups', contact })
          },
        )}
      {rights.canChangeMembers &&
        from?.kind === 'group' &&
        isOpenGroup(from) &&
        item(<PersonDeleteRegular fontSize={20} />, manage.removeFrom(groupTitle(from, words)), () => {
          close('byKey')
          listChanges.make({ kind: 'remove', contact, from })
        })}
      {rights.canChangeMembers &&
        isListed &&
        item(<PersonDeleteRegular fontSize={20} />, manage.removeFromList, () => {
          close('byKey')
          listChanges.make({ kind: 'removeFromList', contact })
        })}
    </ChoiceMenu>
  )
}
