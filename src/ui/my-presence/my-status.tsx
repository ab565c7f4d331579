import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useState } from 'react'
import { presenceQuery } from '../../data/presence.ts'
import { publish } from '../../data/publish.ts'
import type { PreferredAvailability } from '../../ucwa/availability.ts'
import type { Me } from '../../ucwa/me.ts'
import { canSetPresence } from '../../ucwa/presence.ts'
import type { Closed } from '../parts/choice-menu.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { Overdue, useOutcomeAnnounced } from './outcome.tsx'
import { presenceRefusal } from './refusal.ts'
import { useShownPresence, wantedWord } from './shown-presence.ts'
import { OnlyWatching, StatusButton } from './status-button.tsx'
import { Unread } from './unread.tsx'
import { usePublication } from './use-publication.ts'

const AvailabilityMenu = lazy(() =>
  import('./availability-menu.tsx').then(({ AvailabilityMenu: component }) => ({ default: component })),
)

/** How one is shown to others, the menu that changes it, and what became of the last choice. */
export function MyStatus({ me }: { me: Me }) {
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
        isStale={shown.isStale}
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
      {publication?.state === 'overdue' && <Overdue />}
    </div>
  )
}
