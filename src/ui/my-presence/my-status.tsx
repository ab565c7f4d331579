import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useState } from 'react'
import { presenceQuery } from '../../data/presence.ts'
import { useStore } from 'zustand'
import type { Choice } from '../../session/publication.ts'
import { failureOf } from '../../ucwa/errors.ts'
import { canSetLocation } from '../../ucwa/location.ts'
import type { Me } from '../../ucwa/me.ts'
import { canSetPresence } from '../../ucwa/presence.ts'
import type { Closed } from '../parts/choice-menu.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useShortcut } from '../keys/use-shortcut.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { customChoiceShown } from './choices.ts'
import { Elsewhere } from './elsewhere.tsx'
import { Overdue, TryAgain, useOutcomeAnnounced } from './outcome.tsx'
import { presenceRefusal, whyNot } from './refusal.ts'
import { useShownPresence, wantedWord } from './shown-presence.ts'
import { useShownNote } from './shown-note.ts'
import type { StateChoice } from './state-line.tsx'
import { OnlyWatching, StatusButton } from './status-button.tsx'
import { Unread } from './unread.tsx'
import { useEnding } from './use-ending.ts'
import { useChoiceShortcuts } from './use-choice-shortcuts.ts'
import { usePublication } from './use-publication.ts'

const AvailabilityMenu = lazy(() =>
  import('./availability-menu.tsx').then(({ AvailabilityMenu: component }) => ({ default: component })),
)

const UntilEditor = lazy(() =>
  import('./until-editor.tsx').then(({ UntilEditor: component }) => ({ default: component })),
)

/** How one is shown to others, the menu that changes it, and what became of the last choice. */
export function MyStatus({ me, onLocation }: { me: Me; onLocation: () => void }) {
  const services = useServices()
  const words = useWords()
  const shown = useShownPresence()
  const { data, error, failureReason, refetch } = useQuery(presenceQuery(services.ucwa))
  const publication = usePublication('presence')
  const { own: ownNote } = useShownNote()
  const chosenCustom = useStore(services.customStatesStore, ({ file }) =>
    customChoiceShown(file, shown.chosen, ownNote),
  )
  const ending = useEnding('presence')
  const nowMs = useStore(services.nowStore, (now) => (ending === null ? 0 : now.nowMs)) // counts only what ends
  const [isOpen, setIsOpen] = useState(false)
  const [timed, setTimed] = useState<StateChoice | null>(null)
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  const [beside, setBeside] = useState<HTMLDivElement | null>(null)

  const choose = ({ wanted, note }: StateChoice, untilMs: number | null): void => {
    const presence: Choice = { resource: 'presence', wanted }
    services.publish(note === null ? [presence] : [presence, { resource: 'note', wanted: note }], untilMs)
  }
  const close = (how: Closed): void => {
    setIsOpen(false)
    if (how === 'byKey') button?.focus()
  }
  useOutcomeAnnounced('presence', (state) => {
    if (publication === null) return null
    const { wanted } = publication.choice
    if (state === 'refused') {
      return presenceRefusal(words, publication.failure, wantedWord(words, wanted), shown.settledWord)
    }
    if (shown.settledWord === null) return null
    const { announce } = words
    return wanted === null
      ? announce.presenceReset(shown.settledWord)
      : announce.presencePublished(shown.settledWord)
  })

  const canChoose = canSetPresence(me) && !shown.isStale && shown.sign !== null
  const chosenNow = canChoose ? shown.chosen : null
  useShortcut('availability', canChoose ? () => setIsOpen(true) : null)
  const noteNow = chosenCustom?.text ?? null
  useShortcut('until', chosenNow === null ? null : () => setTimed({ wanted: chosenNow, note: noteNow }))
  useChoiceShortcuts(
    canChoose
      ? (wanted) => {
          close('byKey')
          choose({ wanted, note: null }, null)
        }
      : null,
  )

  const isOnlyWatching = useStore(
    services.signInStore,
    ({ signIn }) => signIn.kind === 'signedIn' && signIn.onlyWatch,
  )
  useShortcut('visibility', () => {
    close('byKey')
    if (isOnlyWatching) services.showMe()
    else services.watchOnly()
  })

  const isWatching = data === null || (data === undefined && !canSetPresence(me))
  const refusal = publication?.state === 'refused' && (
    <FailureMessage
      text={presenceRefusal(
        words,
        publication.failure,
        wantedWord(words, publication.choice.wanted),
        shown.settledWord,
      )}
    >
      <TryAgain resource="presence" />
      <TextButton onClick={() => services.dismissPublication('presence')}>{words.publish.dismiss}</TextButton>
    </FailureMessage>
  )
  if (isWatching && shown.sign === null) {
    return (
      <div className="self-card-status">
        <OnlyWatching />
        {refusal}
      </div>
    )
  }
  const trouble = error ?? (whyNot(words, failureOf(failureReason)) === null ? null : failureReason) // tried again meanwhile
  if (shown.sign === null && trouble !== null)
    return <Unread error={trouble} onTryAgain={() => void refetch()} />
  if (shown.sign === null) return <div className="self-card-status-skeleton" aria-hidden="true" />
  const isEnding = ending !== null && shown.look !== 'stale'
  const until = isEnding ? words.mine.until.short(ending.atMs, nowMs) : ''
  return (
    <div className="self-card-status">
      <StatusButton
        ref={setButton}
        sign={shown.sign}
        word={shown.word}
        aside={shown.look === 'pending' || until === '' ? shown.aside : until}
        state={isEnding ? words.mine.until.state(shown.word, ending.atMs, nowMs) : shown.word}
        left={isEnding && shown.look === 'live' ? leftOf(ending, nowMs) : null}
        look={shown.look}
        isStale={shown.isStale}
        canChange={canSetPresence(me)}
        isOpen={isOpen}
        onToggle={() => {
          setTimed(null)
          setIsOpen(!isOpen)
        }}
      />
      <div ref={setBeside} className="self-card-beside" />
      {isOpen && (
        <Suspense fallback={null}>
          <AvailabilityMenu
            target={button}
            mountNode={beside}
            chosen={shown.chosen}
            chosenCustom={chosenCustom}
            onChoose={(chosen, untilMs) => {
              close('byKey')
              choose(chosen, untilMs)
            }}
            onChooseTime={(chosen) => {
              setIsOpen(false)
              setTimed(chosen)
            }}
            onWatchOnly={() => {
              close('byKey')
              services.watchOnly()
            }}
            onLocation={
              canSetLocation(me)
                ? () => {
                    close('byKey')
                    onLocation()
                  }
                : null
            }
            onClose={close}
          />
        </Suspense>
      )}
      {timed !== null && (
        <Suspense fallback={null}>
          <UntilEditor
            target={button}
            title={words.mine.until.of(timed.note ?? wantedWord(words, timed.wanted))}
            hint={words.mine.until.hint}
            onChoose={(untilMs) => {
              setTimed(null)
              close('byKey')
              choose(timed, untilMs)
            }}
            onClose={(how) => {
              setTimed(null)
              close(how)
            }}
          />
        </Suspense>
      )}
      {shown.look === 'live' && <Elsewhere resource="presence" />}
      {refusal}
      {publication?.state === 'overdue' && <Overdue />}
    </div>
  )
}

/** How much of its time is left, from 1 to 0. */
const leftOf = ({ fromMs, atMs }: { fromMs: number; atMs: number }, nowMs: number): number =>
  Math.min(1, Math.max(0, (atMs - nowMs) / Math.max(1, atMs - fromMs)))
