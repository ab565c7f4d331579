import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { groupContactsQuery } from '../../data/groups.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Group } from '../../ucwa/groups.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Face } from '../parts/face.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { groupTitle } from '../dashboard/group-title.ts'
import { isLongEnough } from './directory-search.ts'
import { useListRights } from './use-list-rights.ts'
import './add-people-dialog.css'

type AddPeopleDialogProps = { group: Group; onClose: () => void }

/** The directory, to put people into one group: it stays open, since more than one is usual. */
export function AddPeopleDialog({ group, onClose }: AddPeopleDialogProps) {
  const words = useWords()
  const { manage } = words
  const { directory } = useServices()
  const [typed, setTyped] = useState('')
  const field = useId()
  const query = typed.trim()
  const found = useQuery({ ...directory(query), enabled: isLongEnough(query) })
  const title = groupTitle(group, words)
  const contacts = isLongEnough(query) ? (found.data?.contacts ?? []) : []
  return (
    <Dialog
      title={<bdi>{manage.addPeopleTitle(title)}</bdi>}
      onClose={onClose}
      onSubmit={null}
      buttons={<Button onClick={onClose}>{manage.close}</Button>}
    >
      <label className="dialog-field" htmlFor={field}>
        {manage.findInDirectory}
        <input
          id={field}
          className="dialog-input"
          dir="auto"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <ul className="add-people-list">
        {contacts.map((contact) => (
          <Found key={contact.uri} contact={contact} group={group} title={title} />
        ))}
      </ul>
      <p className="add-people-hint" role="status">
        {isLongEnough(query) && found.isError && manage.directoryFailed}
        {isLongEnough(query) && found.isFetching && contacts.length === 0 && manage.searching}
        {found.isSuccess && !found.isPlaceholderData && contacts.length === 0 && isLongEnough(query)
          ? manage.nobodyInDirectory(query)
          : null}
        {found.data?.moreResultsAvailable === true && contacts.length > 0 && manage.more(contacts.length)}
      </p>
    </Dialog>
  )
}

type FoundProps = { contact: Contact; group: Group; title: string }

function Found({ contact, group, title }: FoundProps) {
  const { manage } = useWords()
  const { listChanges, ucwa } = useServices()
  const { isStale } = useListRights()
  const members = useQuery(groupContactsQuery(ucwa, group.id)).data
  const isIn = members?.some(({ uri }) => uri === contact.uri) === true
  const isUnderWay = useStore(listChanges, ({ changes }) =>
    changes.some(
      ({ change, standing }) =>
        change.kind === 'add' &&
        change.contact.uri === contact.uri &&
        change.to?.id === group.id &&
        standing.kind !== 'refused',
    ),
  )
  const described = [contact.title, contact.department].filter((part) => part !== null)
  return (
    <li className="add-people-found">
      <Face name={contact.name} colourBy={contact.uri} size={40} sign={null} look="live" source={null} />
      <span className="add-people-who">
        <bdi>{contact.name}</bdi>
        <span className="add-people-what">
          <bdi>{described.join(' · ')}</bdi>
        </span>
      </span>
      {isIn || isUnderWay ? (
        <span className="add-people-what" role="status">
          {isIn ? manage.alreadyIn : manage.pending('adding')}
        </span>
      ) : (
        <Button
          size="small"
          disabledFocusable={isStale}
          title={isStale ? manage.whyNot : undefined}
          aria-label={manage.addTo(contact.name, title)}
          onClick={() => listChanges.make({ kind: 'add', contact, to: group })}
        >
          {manage.add}
        </Button>
      )}
    </li>
  )
}
