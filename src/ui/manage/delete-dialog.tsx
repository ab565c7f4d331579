import { Button } from '@fluentui/react-components'
import type { Group } from '../../ucwa/groups.ts'
import { Dialog } from '../parts/dialog.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'

type DeleteDialogProps = { group: Group; size: number; onClose: () => void }

/** Nothing brings a group back, so it is asked first. */
export function DeleteDialog({ group, size, onClose }: DeleteDialogProps) {
  const { manage } = useWords()
  const { listChanges } = useServices()
  return (
    <Dialog
      title={manage.deleteTitle(group.name, size)}
      onClose={onClose}
      onSubmit={() => {
        onClose()
        listChanges.make({ kind: 'deleteGroup', group })
      }}
      buttons={
        <>
          <Button onClick={onClose}>{manage.cancel}</Button>
          <Button type="submit" appearance="primary">
            {manage.deleteIt}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  )
}
