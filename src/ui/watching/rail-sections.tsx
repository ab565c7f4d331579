import { useId } from 'react'
import { useStore } from 'zustand'
import { useFeature } from '../features.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { RecentChanges } from './recent-changes.tsx'
import { WatchedPeople } from './watched-people.tsx'
import './watching.css'

/** Below oneself: whom one watches, and what has changed lately. Each is there once there is something in it. */
export function RailSections() {
  const { watching, moments } = useWords()
  const { alertsStore } = useServices()
  const watched = useStore(alertsStore, ({ alerts }) => alerts.size)
  const recent = useStore(alertsStore, (view) => view.recent.length)
  const [watchingId, recentId] = [useId(), useId()]
  const isOffered = useFeature('notifications')
  return (
    <>
      {isOffered && watched > 0 && (
        <section className="rail-section" aria-labelledby={watchingId}>
          <h2 className="rail-heading">
            <span id={watchingId}>{watching.title}</span>
            <span className="rail-aside">{moments.number(watched)}</span>
          </h2>
          <WatchedPeople />
        </section>
      )}
      {recent > 0 && (
        <section className="rail-section" aria-labelledby={recentId}>
          <h2 className="rail-heading">
            <span id={recentId}>{watching.recent}</span>
            <span className="rail-aside">{watching.recentKept}</span>
          </h2>
          <RecentChanges />
        </section>
      )}
    </>
  )
}
