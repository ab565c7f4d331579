import { useEffect, useRef } from 'react'
import type { Resource } from '../../session/publication.ts'
import { useDrawnStaleNow } from '../freshness.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { usePublication } from './use-publication.ts'

/** Below what was published, when nothing has been heard of it for too long. */
export function Overdue() {
  return <p className="self-card-overdue">{useWords().publish.overdue}</p>
}

/** Sends once more what was refused, to end when it was to end; not while the page is stale. */
export function TryAgain({ resource }: { resource: Resource }) {
  const { publish, me } = useWords()
  const { tryAgain } = useServices()
  const isStale = useDrawnStaleNow()
  return (
    <TextButton
      aria-disabled={isStale}
      title={isStale ? me.whyNot : undefined}
      onClick={isStale ? undefined : () => tryAgain(resource)}
    >
      {publish.tryAgain}
    </TextButton>
  )
}

/** Says once what has become of a choice of one's own that was seen under way here: what ended before is no news. */
export function useOutcomeAnnounced(
  resource: Resource,
  wordsFor: (state: 'confirmed' | 'refused') => string | null,
): void {
  const announce = useAnnounce()
  const publication = usePublication(resource)
  const awaited = useRef<object | null>(null)
  useEffect(() => {
    if (publication === null) return
    if (publication.state !== 'confirmed' && publication.state !== 'refused') {
      awaited.current = publication.choice
      return
    }
    if (awaited.current !== publication.choice) return
    awaited.current = null
    const message = wordsFor(publication.state)
    if (message !== null) announce(message)
  })
}
