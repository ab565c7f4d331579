import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { ListChange } from '../../data/list-change.ts'
import type { ListChangeUnderWay } from '../../data/list-changes.ts'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import { groupTitle } from '../dashboard/group-title.ts'
import { useListRights } from './use-list-rights.ts'
import { useManaging } from './use-managing.ts'

/** What became of changes to the list: told when done, shown with the reason when not, until the person has read it. */
export function ListChangeOutcomes() {
  const words = useWords()
  const { listChanges } = useServices()
  const manage = useManaging()
  const { isStale } = useListRights()
  const changes = useStore(listChanges, (state) => state.changes)
  useAnnounced(changes, words)
  return changes.map(({ id, change, standing }) => {
    if (standing.kind !== 'refused' && standing.kind !== 'overdue') return null
    const canRename = change.kind === 'createGroup' || change.kind === 'renameGroup'
    return (
      <FailureMessage key={id} text={<bdi>{outcome(words, change, standing)}</bdi>}>
        {standing.kind === 'refused' && (
          <TextButton
            aria-disabled={isStale}
            title={isStale ? words.manage.whyNot : undefined}
            onClick={isStale ? undefined : () => listChanges.tryAgain(id)}
          >
            {words.manage.tryAgain}
          </TextButton>
        )}
        {standing.kind === 'refused' && canRename && (
          <TextButton
            onClick={() => {
              listChanges.dismiss(id)
              const group = change.kind === 'renameGroup' ? change.group : null
              const member = change.kind === 'createGroup' ? change.member : null
              const thenLeave = change.kind === 'createGroup' ? (change.thenLeave ?? []) : []
              manage({ kind: 'name', group, name: change.name, member, thenLeave })
            }}
          >
            {words.manage.changeIt}
          </TextButton>
        )}
        <TextButton onClick={() => listChanges.dismiss(id)}>{words.manage.dismiss}</TextButton>
      </FailureMessage>
    )
  })
}

type Unhappy = { readonly kind: 'overdue' } | { readonly kind: 'refused'; readonly because: UcwaFailure }

function outcome(words: Words, change: ListChange, standing: Unhappy): string {
  const { manage } = words
  if (standing.kind === 'overdue')
    return `${manage.notDone(change, aboutWhat(words, change))} ${manage.overdue}`
  const group = aboutWhat(words, change)
  const why = manage.whyRefused(change, standing.because, group) ?? words.failure(standing.because)
  return `${manage.notDone(change, group)} ${why}`
}

/** The group that it leads to, or is about. */
function aboutWhat(words: Words, change: ListChange): string {
  switch (change.kind) {
    case 'add':
      return change.to === null ? words.people.otherContacts : groupTitle(change.to, words)
    case 'remove':
      return groupTitle(change.from, words)
    case 'move':
      return groupTitle(change.to, words)
    case 'removeFromList':
      return ''
    case 'createGroup':
    case 'renameGroup':
      return change.name
    case 'deleteGroup':
    case 'addGroup':
    case 'removeGroup':
      return groupTitle(change.group, words)
  }
}

/** Changes that were under way and are no more have been done; what is refused is told as it is shown. */
function useAnnounced(changes: readonly ListChangeUnderWay[], words: Words): void {
  const announce = useAnnounce()
  const before = useRef<readonly ListChangeUnderWay[]>([])
  useEffect(() => {
    for (const was of before.current) {
      const now = changes.find(({ id }) => id === was.id)
      const wasPending = was.standing.kind === 'sending' || was.standing.kind === 'accepted'
      if (!wasPending) continue
      if (now === undefined) announce(words.manage.done(was.change, aboutWhat(words, was.change)))
      else if (now.standing.kind === 'refused' || now.standing.kind === 'overdue')
        announce(outcome(words, now.change, now.standing))
    }
    before.current = changes
  }, [changes, words, announce])
}
