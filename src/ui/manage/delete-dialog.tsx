import { Button } from '@fluentui/react-components'
import type { Group } from '../../ucwa/groups.ts'
import { Dialog } from '../parts/dialog.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { SubmitButton } from './submit-button.tsx'
import { useListRights } from './use-list-rights.ts'

type DeleteDialogProps = { group: Group; size: number; onClose: () => void }

/** Nothing brings a group back, so it is asked first. */
export function DeleteDialog({ group, size, onClose }: DeleteDialogProps) {
  const { manage } = useWords()
  const { listChanges } = useServices()
  const { isStale } = useListRights()
  return (
    <Dialog
      title={manage.deleteTitle(group.name, size)}
      onClose={onClose}
      onSubmit={() => {
        if (isStale) return
        onClose()
        listChanges.make({ kind: 'deleteGroup', group })
      }}
      buttons={
        <>
          <Button onClick={onClose}>{manage.cancel}</Button>
          <SubmitButton label={manage.deleteIt} />
        </>
      }
    >
      {null}
    </Dialog>
  )
}
