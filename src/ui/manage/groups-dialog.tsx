import { Button, Checkbox } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { isOpenGroup } from '../../data/list-change.ts'
import type { Contact } from '../../ucwa/contact.ts'
import { Dialog } from '../parts/dialog.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { changesFor } from './chosen-groups.ts'
import { faultOf } from '../../data/group-name.ts'
import { groupTitle } from '../dashboard/group-title.ts'
import { SubmitButton } from './submit-button.tsx'
import { useListRights } from './use-list-rights.ts'
import { useOwnGroups } from './use-own-groups.ts'
import './groups-dialog.css'

type GroupsDialogProps = { contact: Contact; onClose: () => void }

/** In which groups somebody is, all at once; for somebody who is on no list yet, in which they are to be. */
export function GroupsDialog({ contact, onClose }: GroupsDialogProps) {
  const words = useWords()
  const { manage } = words
  const { listChanges } = useServices()
  const { canCreateGroup, isStale } = useListRights()
  const own = useOwnGroups()
  const isIn = ({ members }: (typeof own)[number]): boolean =>
    members?.some(({ uri }) => uri === contact.uri) === true
  const open = own.filter(({ group }) => isOpenGroup(group))
  const [before] = useState<ReadonlySet<string>>(
    () => new Set(open.filter(isIn).map(({ group }) => group.id)),
  )
  const isListed = own.some(isIn)
  const [after, setAfter] = useState<ReadonlySet<string>>(() => {
    const byDefault = open.filter(({ group }) => group.kind === 'defaultGroup').map(({ group }) => group.id)
    return isListed ? before : new Set(byDefault)
  })
  const [newGroup, setNewGroup] = useState('')
  const [isJudged, setIsJudged] = useState(false)
  const [field, told] = [useId(), useId()]
  const name = newGroup.trim()
  const groups = own.map(({ group }) => group)
  const fault = name === '' ? null : faultOf(name, null, groups)
  const isLeaving = isListed && after.size === 0 && name === ''

  const toggle = (id: string): void => {
    const next = new Set(after)
    if (!next.delete(id)) next.add(id)
    setAfter(next)
  }
  const submit = (): void => {
    setIsJudged(true)
    if (fault !== null || isStale) return
    onClose()
    for (const change of changesFor({ contact, groups, before, after, newGroup: name }))
      listChanges.make(change)
  }
  return (
    <Dialog
      title={<bdi>{isListed ? manage.groupsOf(contact.name) : manage.addTitle(contact.name)}</bdi>}
      onClose={onClose}
      onSubmit={submit}
      buttons={
        <>
          <Button onClick={onClose}>{manage.cancel}</Button>
          <SubmitButton label={isListed ? manage.save : manage.add} />
        </>
      }
    >
      <div className="groups-dialog-list" role="group" aria-label={manage.inGroups}>
        {open.map(({ group }) => (
          <Checkbox
            key={group.id}
            checked={after.has(group.id)}
            label={<bdi>{groupTitle(group, words)}</bdi>}
            onChange={() => toggle(group.id)}
          />
        ))}
      </div>
      {canCreateGroup && (
        <label className="dialog-field" htmlFor={field}>
          {manage.andNew}
          <input
            id={field}
            className="dialog-input"
            dir="auto"
            autoComplete="off"
            value={newGroup}
            aria-invalid={isJudged && fault !== null}
            aria-describedby={told}
            onChange={(event) => setNewGroup(event.target.value)}
          />
        </label>
      )}
      <p id={told} className="dialog-error" role="alert">
        {fault?.kind === 'tooLong' && manage.nameTooLong(fault.length)}
        {fault?.kind === 'taken' && isJudged && manage.nameTaken(fault.by)}
      </p>
      <p className="groups-dialog-hint" role="status">
        {isLeaving && manage.noneLeft(contact.name)}
      </p>
    </Dialog>
  )
}
