import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { locationQuery } from '../../data/location.ts'
import { meQuery } from '../../data/me.ts'
import { noteQuery } from '../../data/note.ts'
import { presenceQuery } from '../../data/presence.ts'
import { publish } from '../../data/publish.ts'
import type { Choice } from '../../session/publication.ts'
import type { PreferredAvailability } from '../../ucwa/availability.ts'
import type { Me } from '../../ucwa/me.ts'
import { canSetNote } from '../../ucwa/note.ts'
import { canSetPresence } from '../../ucwa/presence.ts'
import { Portrait } from '../contact/portrait.tsx'
import { useDrawnStale, useKnownAtMs } from '../freshness.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import type { Closed } from '../parts/choice-menu.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { OUT_OF_OFFICE, signOf, signOfChoice } from '../parts/sign.ts'
import type { Sign } from '../parts/sign.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import { choiceShown } from './choices.ts'
import { LocationLine, NoteLine } from './note-line.tsx'
import { useNoteDraft } from './note-draft.tsx'
import type { NoteChoice } from './note-editor.tsx'
import { noteRefusal, presenceRefusal } from './refusal.ts'
import { OnlyWatching, StatusButton } from './status-button.tsx'
import { isPending, usePublication } from './use-publication.ts'
import './my-presence.css'

const AvailabilityMenu = lazy(() =>
  import('./availability-menu.tsx').then(({ AvailabilityMenu: component }) => ({ default: component })),
)
const NoteEditor = lazy(() =>
  import('./note-editor.tsx').then(({ NoteEditor: component }) => ({ default: component })),
)

/** The signed-in person: who they are, how they are shown to others, and the ways to change that. */
export function MyPresence() {
  const me = useQuery(meQuery(useServices().ucwa))

  if (me.data !== undefined) return <SelfCard me={me.data} />
  if (me.error === null) return <SelfSkeleton />
  return (
    <div className="self-card">
      <Unread onTryAgain={() => void me.refetch()} />
    </div>
  )
}

function Unread({ onTryAgain }: { onTryAgain: () => void }) {
  const { me, publish: words } = useWords()
  return (
    <FailureMessage text={me.failedToLoad}>
      <TextButton onClick={onTryAgain}>{words.tryAgain}</TextButton>
    </FailureMessage>
  )
}

function SelfCard({ me }: { me: Me }) {
  const location = useQuery(locationQuery(useServices().ucwa)).data?.location ?? null
  const shown = useShownPresence()
  const description = [me.title, me.department].filter((part) => part !== null && part !== '')
  return (
    <section className={shown.look === 'stale' ? 'self-card self-card-stale' : 'self-card'}>
      <div className="self-card-who">
        <Portrait
          of={me}
          rel="photo"
          name={me.name}
          colourBy={me.uri}
          size={64}
          sign={shown.sign}
          look={shown.look === 'stale' ? 'stale' : 'live'}
        />
        <div className="self-card-names">
          <h2 className="self-card-name">
            <bdi>{me.name}</bdi>
          </h2>
          <p className="self-card-title">
            <bdi>{description.join(' · ')}</bdi>
          </p>
        </div>
      </div>
      <MyStatus me={me} />
      <MyNote me={me} />
      {location !== null && <LocationLine location={location} />}
    </section>
  )
}

type Shown = {
  readonly sign: Sign | null
  readonly word: string
  readonly aside: string
  readonly look: 'live' | 'pending' | 'stale'
  /** What the server says, whatever is under way. Null: not known. */
  readonly settledWord: string | null
  readonly chosen: PreferredAvailability | null
}

/** The newest choice while its outcome is open, else the server's word; in the past while that may not hold. */
function useShownPresence(): Shown {
  const words = useWords()
  const { data, dataUpdatedAt } = useQuery(presenceQuery(useServices().ucwa))
  const publication = usePublication('presence')
  const isStale = useDrawnStale(dataUpdatedAt)
  const knownAtMs = useKnownAtMs()

  const settled = data === undefined || data === null ? null : signOf(data.availability, data.activity)
  const settledWord = settled === null ? null : words.sign(settled)
  if (publication !== null && isPending(publication)) {
    const { wanted } = publication.choice
    const sign = wanted === null ? (settled ?? 'unknown') : signOfChoice(wanted)
    const word = wanted === null ? words.me.automatic : chosenWord(words, wanted)
    return { sign, word, aside: words.me.saving, look: 'pending', settledWord, chosen: wanted }
  }
  if (data === undefined || data === null || settled === null) {
    return { sign: null, word: '', aside: '', look: 'live', settledWord, chosen: null }
  }
  const chosen = choiceShown(data.availability, data.activity)
  if (isStale) {
    const aside = knownAtMs === null ? '' : words.asOf(knownAtMs)
    return { sign: settled, word: words.wasSign(settled), aside, look: 'stale', settledWord, chosen }
  }
  const hasOwnWords = data.activity !== null && data.activity !== OUT_OF_OFFICE
  const activity = hasOwnWords ? words.activity(data.activity) : ''
  const aside = activity === settledWord ? '' : activity
  return { sign: settled, word: words.sign(settled), aside, look: 'live', settledWord, chosen }
}

/** On the button stands what others will see; "Appear away" is for the menu. */
const chosenWord = (words: Words, wanted: PreferredAvailability): string =>
  wanted === 'Offwork' ? words.choice(wanted) : words.sign(signOfChoice(wanted))

function MyStatus({ me }: { me: Me }) {
  const services = useServices()
  const words = useWords()
  const shown = useShownPresence()
  const { error, refetch } = useQuery(presenceQuery(services.ucwa))
  const publication = usePublication('presence')
  const [isOpen, setIsOpen] = useState(false)
  const [button, setButton] = useState<HTMLButtonElement | null>(null)

  const choose = (wanted: PreferredAvailability | null): void =>
    publish(services.writes, [{ resource: 'presence', wanted }])
  const close = (how: Closed): void => {
    setIsOpen(false)
    if (how === 'byKey') button?.focus()
  }
  useOutcomeAnnounced('presence', (state) => {
    if (publication === null || shown.settledWord === null) return null
    const { wanted } = publication.choice
    if (state === 'refused') {
      return presenceRefusal(words, publication.failure, wantedWord(words, wanted), shown.settledWord)
    }
    const { announce } = words
    return wanted === null
      ? announce.presenceReset(shown.settledWord)
      : announce.presencePublished(shown.settledWord)
  })

  if (!canSetPresence(me) && shown.sign === null) return <OnlyWatching />
  if (shown.sign === null && error !== null) return <Unread onTryAgain={() => void refetch()} />
  if (shown.sign === null) return <div className="self-card-status-skeleton" aria-hidden="true" />
  return (
    <div className="self-card-status">
      <StatusButton
        ref={setButton}
        sign={shown.sign}
        word={shown.word}
        aside={shown.aside}
        look={shown.look}
        canChange={canSetPresence(me)}
        isOpen={isOpen}
        onToggle={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <Suspense fallback={null}>
          <AvailabilityMenu
            target={button}
            chosen={shown.chosen}
            onChoose={(wanted) => {
              close('byKey')
              choose(wanted)
            }}
            onClose={close}
          />
        </Suspense>
      )}
      {publication?.state === 'refused' && (
        <FailureMessage
          text={presenceRefusal(
            words,
            publication.failure,
            wantedWord(words, publication.choice.wanted),
            shown.settledWord,
          )}
        >
          <TextButton onClick={() => choose(publication.choice.wanted)}>{words.publish.tryAgain}</TextButton>
          <TextButton onClick={() => services.dismissPublication('presence')}>
            {words.publish.dismiss}
          </TextButton>
        </FailureMessage>
      )}
      {publication?.state === 'overdue' && <Overdue>{words.publish.overdue}</Overdue>}
    </div>
  )
}

const wantedWord = (words: Words, wanted: PreferredAvailability | null): string =>
  wanted === null ? words.me.automatic : chosenWord(words, wanted)

function MyNote({ me }: { me: Me }) {
  const services = useServices()
  const words = useWords()
  const note = useQuery(noteQuery(services.ucwa))
  const publication = usePublication('note')
  const isStale = useDrawnStale(note.dataUpdatedAt)
  const [isOpen, setIsOpen] = useState(false)
  const [draft, setDraft] = useNoteDraft(me.uri)
  const [line, setLine] = useState<HTMLButtonElement | null>(null)

  useOutcomeAnnounced('note', (state) => {
    if (publication === null) return null
    if (state === 'refused') return noteRefusal(words, publication.failure)
    return publication.choice.wanted === null ? words.announce.noteCleared : words.announce.notePublished
  })

  const published = note.data?.message ?? null
  const isUnderWay = publication !== null && isPending(publication)
  const message = isUnderWay ? publication.choice.wanted : published
  const canChange = canSetNote(me)
  const close = (how: Closed): void => {
    setIsOpen(false)
    if (how === 'byKey') line?.focus()
  }
  const publishBoth = ({ message: wanted, together }: NoteChoice): void => {
    const alone: Choice = { resource: 'note', wanted }
    publish(
      services.writes,
      together === null ? [alone] : [{ resource: 'presence', wanted: together }, alone],
    )
    setDraft(null)
    close('byKey')
  }
  const editAgain = (): void => {
    setDraft(publication?.choice.wanted ?? '')
    services.dismissPublication('note')
    setIsOpen(true)
  }

  if (!canChange && published === null) return null
  if (note.data === undefined && note.error !== null) return <Unread onTryAgain={() => void note.refetch()} />
  if (note.data === undefined) return <NoteSkeleton />
  return (
    <div className="self-card-note">
      <NoteLine
        ref={setLine}
        message={message}
        type={note.data?.type ?? 'Personal'}
        isPending={isUnderWay}
        isStale={isStale}
        canChange={canChange}
        onEdit={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <Suspense fallback={null}>
          <NoteEditor
            target={line}
            draft={draft ?? message ?? ''}
            onDraft={setDraft}
            hasNote={message !== null}
            isStale={isStale}
            canSetPresence={canSetPresence(me)}
            onPublish={publishBoth}
            onClose={close}
          />
        </Suspense>
      )}
      {publication?.state === 'refused' && (
        <FailureMessage text={noteRefusal(words, publication.failure)}>
          <TextButton onClick={editAgain}>{words.publish.editAgain}</TextButton>
          <TextButton onClick={() => publish(services.writes, [{ ...publication.choice }])}>
            {words.publish.tryAgain}
          </TextButton>
          <TextButton onClick={() => services.dismissPublication('note')}>{words.publish.dismiss}</TextButton>
        </FailureMessage>
      )}
      {publication?.state === 'overdue' && <Overdue>{words.publish.overdue}</Overdue>}
    </div>
  )
}

const Overdue = ({ children }: { children: ReactNode }) => <p className="self-card-overdue">{children}</p>

/** Says once what has become of a choice of one's own. */
function useOutcomeAnnounced(
  resource: 'presence' | 'note',
  wordsFor: (state: 'confirmed' | 'refused') => string | null,
): void {
  const announce = useAnnounce()
  const publication = usePublication(resource)
  const told = useRef<object | null>(null)
  useEffect(() => {
    if (publication === null || told.current === publication.choice) return
    if (publication.state !== 'confirmed' && publication.state !== 'refused') return
    told.current = publication.choice
    const message = wordsFor(publication.state)
    if (message !== null) announce(message)
  })
}

function NoteSkeleton() {
  return (
    <div className="self-card-note-skeleton" aria-hidden="true">
      <Skeleton widthPx={190} />
    </div>
  )
}

function SelfSkeleton() {
  return (
    <section className="self-card" aria-hidden="true">
      <div className="self-card-who">
        <span className="self-card-nobody" />
        <div className="self-card-names">
          <Skeleton widthPx={120} />
          <Skeleton widthPx={90} isSmall />
        </div>
      </div>
      <div className="self-card-status-skeleton" />
      <NoteSkeleton />
    </section>
  )
}
