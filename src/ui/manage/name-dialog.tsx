import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { myGroupsQuery } from '../../data/groups.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Group } from '../../ucwa/groups.ts'
import { Dialog } from '../parts/dialog.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import { SubmitButton } from './submit-button.tsx'
import { useListRights } from './use-list-rights.ts'
import { faultOf } from '../../data/group-name.ts'
import type { NameFault } from '../../data/group-name.ts'

type NameDialogProps = {
  /** Null: a new one, with `member` in it. */
  group: Group | null
  /** What stands in the field at first. */
  name: string
  member: Contact | null
  /** Which of their groups the member leaves once they are in it. */
  thenLeave?: readonly Group[]
  onClose: () => void
}

export function NameDialog({ group, name: before, member, thenLeave = [], onClose }: NameDialogProps) {
  const words = useWords()
  const { manage } = words
  const { isStale } = useListRights()
  const { listChanges, ucwa } = useServices()
  const groups = useQuery(myGroupsQuery(ucwa)).data ?? []
  const [typed, setTyped] = useState(before)
  const [isJudged, setIsJudged] = useState(false)
  const [field, told] = [useId(), useId()]
  const name = typed.trim()
  const fault = faultOf(name, group, groups)
  // While somebody is still typing nothing is missing yet; too long is too long at once.
  const isTold = fault !== null && (isJudged || fault.kind === 'tooLong')
  const submit = (): void => {
    setIsJudged(true)
    if (fault !== null || isStale) return
    onClose()
    if (group === null) listChanges.make({ kind: 'createGroup', name, member, thenLeave })
    else if (name !== group.name) listChanges.make({ kind: 'renameGroup', group, name })
  }
  return (
    <Dialog
      title={group === null ? manage.newGroupTitle : <bdi>{manage.renameTitle(group.name)}</bdi>}
      onClose={onClose}
      onSubmit={submit}
      buttons={
        <>
          <Button onClick={onClose}>{manage.cancel}</Button>
          <SubmitButton label={group === null ? manage.create : manage.save} />
        </>
      }
    >
      <label className="dialog-field" htmlFor={field}>
        {manage.name}
        <input
          id={field}
          className="dialog-input"
          dir="auto"
          autoComplete="off"
          value={typed}
          aria-invalid={isTold}
          aria-describedby={told}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <p id={told} className="dialog-error" role="alert">
        {isTold && faultWords(words, fault)}
      </p>
    </Dialog>
  )
}

function faultWords({ manage }: Words, fault: NameFault): string {
  switch (fault.kind) {
    case 'missing':
      return manage.nameMissing
    case 'tooLong':
      return manage.nameTooLong(fault.length)
    case 'taken':
      return manage.nameTaken(fault.by)
  }
}
