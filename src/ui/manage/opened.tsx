import { AddPeopleDialog } from './add-people-dialog.tsx'
import { ContactMenu } from './contact-menu.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { GroupMenu } from './group-menu.tsx'
import { GroupsDialog } from './groups-dialog.tsx'
import { NameDialog } from './name-dialog.tsx'
import type { Open } from './use-managing.ts'

type OpenedProps = { open: Open; onOpen: (open: Open) => void; onClose: () => void }

/** In a file of its own, since menus and dialogs are heavy and loaded when first opened. */
export function Opened({ open, onOpen, onClose }: OpenedProps) {
  switch (open.kind) {
    case 'groupMenu':
      return <GroupMenu {...open} onOpen={onOpen} onClose={onClose} />
    case 'contactMenu':
      return <ContactMenu {...open} onOpen={onOpen} onClose={onClose} />
    case 'name':
      return <NameDialog {...open} onClose={onClose} />
    case 'delete':
      return <DeleteDialog {...open} onClose={onClose} />
    case 'groups':
      return <GroupsDialog {...open} onClose={onClose} />
    case 'addPeople':
      return <AddPeopleDialog {...open} onClose={onClose} />
  }
}
