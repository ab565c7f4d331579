import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useState } from 'react'
import { useStore } from 'zustand'
import { noteQuery } from '../../data/note.ts'
import type { Me } from '../../ucwa/me.ts'
import { canSetNote } from '../../ucwa/note.ts'
import { canSetPresence } from '../../ucwa/presence.ts'
import { useDrawnStaleNow, useFreshness } from '../freshness.ts'
import type { Closed } from '../parts/choice-menu.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useShortcut } from '../keys/use-shortcut.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { useNoteDraft } from './note-draft.tsx'
import type { NoteChoice } from './note-editor.tsx'
import { NoteLine } from './note-line.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { Overdue, TryAgain, useOutcomeAnnounced } from './outcome.tsx'
import { noteRefusal } from './refusal.ts'
import { useShownNote } from './shown-note.ts'
import { Unread } from './unread.tsx'
import { useEnding } from './use-ending.ts'
import { usePublication } from './use-publication.ts'

const NoteEditor = lazy(() =>
  import('./note-editor.tsx').then(({ NoteEditor: component }) => ({ default: component })),
)

/** One's own note, the editor that changes it, and what became of the last text. */
export function MyNote({ me }: { me: Me }) {
  const services = useServices()
  const words = useWords()
  const query = noteQuery(services.ucwa)
  const note = useQuery(query)
  const publication = usePublication('note')
  const isStale = useDrawnStaleNow()
  const { isStale: isOld } = useFreshness(query.queryKey, note.dataUpdatedAt)
  const ending = useEnding('note')
  const [isOpen, setIsOpen] = useState(false)
  const [draft, setDraft] = useNoteDraft(me.uri)
  /** When the refused text that is edited again was to end; undefined: none is. */
  const [againUntilMs, setAgainUntilMs] = useState<number | null>()
  const [line, setLine] = useState<HTMLButtonElement | null>(null)

  useOutcomeAnnounced('note', (state) => {
    if (publication === null) return null
    if (state === 'refused') return noteRefusal(words, publication.failure)
    return publication.choice.wanted === null ? words.announce.noteCleared : words.announce.notePublished
  })

  const published = note.data?.message ?? null
  const { message, own, isOutOfOffice, isUnderWay } = useShownNote()
  const canChange = canSetNote(me)
  useShortcut('note', canChange && !isStale ? () => setIsOpen(true) : null)
  const close = (how: Closed): void => {
    setIsOpen(false)
    if (how === 'byKey') line?.focus()
  }
  const drop = (): void => {
    setDraft(null)
    setAgainUntilMs(undefined)
    close('byKey')
  }
  const publishBoth = ({ message: wanted, together, endsAtMs }: NoteChoice): void => {
    if (together !== null) services.publish([{ resource: 'presence', wanted: together }], endsAtMs)
    services.publish([{ resource: 'note', wanted }], wanted === null ? null : endsAtMs)
    drop()
  }
  const editAgain = (): void => {
    setDraft(publication?.choice.wanted ?? '')
    setAgainUntilMs(publication === null ? undefined : services.endOfRefused(publication.choice))
    services.dismissPublication('note')
    setIsOpen(true)
  }

  const isConfirmed =
    publication?.state === 'confirmed' &&
    publication.choice.wanted !== null &&
    publication.choice.wanted === published
  const isAtRest = !isUnderWay && !isOld
  const publishedAt = useStore(services.nowStore, ({ nowMs }) =>
    isAtRest && isConfirmed ? words.mine.note.published(publication.beganAtMs, nowMs) : null,
  )
  const clearsAt = useStore(services.nowStore, ({ nowMs }) =>
    isAtRest && ending !== null ? words.mine.note.clears(ending.atMs, nowMs) : null,
  )
  if (!canChange && published === null) return null
  if (note.data === undefined && note.error !== null)
    return <Unread error={note.error} onTryAgain={() => void note.refetch()} />
  if (note.data === undefined) return <NoteSkeleton />
  return (
    <div className="self-card-note">
      <NoteLine
        ref={setLine}
        message={message}
        type={note.data?.type ?? 'Personal'}
        isPending={isUnderWay}
        isOld={isOld}
        isOff={isStale}
        canChange={canChange}
        publishedAt={publishedAt}
        clearsAt={clearsAt}
        onEdit={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <Suspense fallback={null}>
          <NoteEditor
            target={line}
            draft={draft ?? own ?? ''}
            isOutOfOffice={isOutOfOffice}
            onDraft={setDraft}
            hasNote={own !== null || isOutOfOffice}
            isStale={isStale}
            canSetPresence={canSetPresence(me)}
            endsAtMs={againUntilMs === undefined ? ending?.atMs : againUntilMs}
            onPublish={publishBoth}
            onClose={close}
            onCancel={drop}
          />
        </Suspense>
      )}
      {!isUnderWay && !isOld && <Elsewhere resource="note" />}
      {publication?.state === 'refused' && (
        <FailureMessage text={noteRefusal(words, publication.failure)}>
          <TextButton onClick={editAgain}>{words.publish.editAgain}</TextButton>
          <TryAgain resource="note" />
          <TextButton onClick={() => services.dismissPublication('note')}>{words.publish.dismiss}</TextButton>
        </FailureMessage>
      )}
      {publication?.state === 'overdue' && <Overdue />}
    </div>
  )
}

export function NoteSkeleton() {
  return (
    <div className="self-card-note-skeleton" aria-hidden="true">
      <Skeleton widthPx={190} />
    </div>
  )
}
