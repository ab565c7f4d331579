import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useState } from 'react'
import { locationQuery } from '../../data/location.ts'
import { canSetLocation } from '../../ucwa/location.ts'
import type { Me } from '../../ucwa/me.ts'
import { isUnsettled } from '../../session/publication.ts'
import { useDrawnStaleNow, useFreshness } from '../freshness.ts'
import type { Closed } from '../parts/choice-menu.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useShortcut } from '../keys/use-shortcut.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { Elsewhere } from './elsewhere.tsx'
import { LocationLine } from './note-line.tsx'
import { Overdue, TryAgain, useOutcomeAnnounced } from './outcome.tsx'
import { locationRefusal } from './refusal.ts'
import { usePublication } from './use-publication.ts'

const LocationEditor = lazy(() =>
  import('./location-editor.tsx').then(({ LocationEditor: component }) => ({ default: component })),
)

type MyLocationProps = { me: Me; isOpen: boolean; onOpen: (isOpen: boolean) => void }

/** One's own place, the editor that changes it, and what became of the last one. */
export function MyLocation({ me, isOpen, onOpen }: MyLocationProps) {
  const services = useServices()
  const words = useWords()
  const query = locationQuery(services.ucwa)
  const { data, dataUpdatedAt } = useQuery(query)
  const publication = usePublication('location')
  const isStale = useDrawnStaleNow()
  const { isStale: isOld } = useFreshness(query.queryKey, dataUpdatedAt)
  const [line, setLine] = useState<HTMLButtonElement | null>(null)

  useOutcomeAnnounced('location', (state) => {
    if (publication === null) return null
    if (state === 'refused') return locationRefusal(words, publication.failure)
    return publication.choice.wanted === null ? words.mine.location.cleared : words.mine.location.published
  })

  const published = data?.location ?? null
  const isUnderWay = publication !== null && isUnsettled(publication)
  const location = isUnderWay ? publication.choice.wanted : published
  const canChange = canSetLocation(me)
  useShortcut('location', canChange && !isStale && data !== undefined ? () => onOpen(true) : null)
  const close = (how: Closed): void => {
    onOpen(false)
    if (how === 'byKey') line?.focus()
  }

  if (!canChange && published === null) return null
  if (data === undefined) return null // what is below it does not move when it comes: it stands last
  return (
    <div className="self-card-location">
      <LocationLine
        ref={setLine}
        location={location}
        isPending={isUnderWay}
        isOld={isOld}
        isOff={isStale}
        canChange={canChange}
        onEdit={() => onOpen(!isOpen)}
      />
      {isOpen && (
        <Suspense fallback={null}>
          <LocationEditor
            target={line}
            location={location}
            isStale={isStale}
            onPublish={(wanted) => {
              services.publish([{ resource: 'location', wanted }], null)
              close('byKey')
            }}
            onClose={close}
          />
        </Suspense>
      )}
      {publication?.state === 'refused' && (
        <FailureMessage text={locationRefusal(words, publication.failure)}>
          <TryAgain resource="location" />
          <TextButton onClick={() => services.dismissPublication('location')}>
            {words.publish.dismiss}
          </TextButton>
        </FailureMessage>
      )}
      {publication?.state === 'overdue' && <Overdue />}
      {!isUnderWay && !isOld && <Elsewhere resource="location" />}
    </div>
  )
}
