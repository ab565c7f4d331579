import { useStore } from 'zustand'
import type { PresenceTold } from '../../session/alerts.ts'
import type { RecentChange } from '../../state/alerts-store.ts'
import { signOf } from '../parts/sign.ts'
import type { Sign } from '../parts/sign.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { useServices } from '../services.ts'
import { useTodayMs } from '../today.ts'
import { useWords } from '../words/words.ts'
import './watching.css'

/** What has changed of whom one watches, and of oneself at other devices; the newest first. */
export function RecentChanges() {
  const recent = useStore(useServices().alertsStore, (view) => view.recent)
  return (
    <ol className="recent-changes">
      {recent.map((change) => (
        <Line key={keyOf(change)} change={change} />
      ))}
    </ol>
  )
}

const keyOf = (change: RecentChange): string =>
  change.kind === 'person' ? change.telling.id : `${change.resource} ${change.atMs}`

function Line({ change }: { change: RecentChange }) {
  const { moments, watching } = useWords()
  const todayMs = useTodayMs()
  return (
    <li className="recent-change">
      <time className="recent-change-time" dateTime={new Date(change.atMs).toISOString()}>
        {moments.at(change.atMs, todayMs)}
      </time>
      <span className="recent-change-sign">
        <SignOfChange sign={signIn(change)} />
      </span>
      {change.kind === 'mine' ? (
        <span className="recent-change-words">
          <b>{watching.you}</b> {watching.mine(change.resource)}
        </span>
      ) : (
        <span className="recent-change-words">
          <bdi className="recent-change-name">{change.telling.change.alert.name}</bdi>{' '}
          {watching.became(
            presenceSign(change.telling.change.presence),
            change.telling.change.presence.activity,
          )}
        </span>
      )}
    </li>
  )
}

const SignOfChange = ({ sign }: { sign: Sign | null }) =>
  sign === null ? null : <StateSign sign={sign} size={14} />

const presenceSign = ({ availability, activity }: PresenceTold): Sign => signOf(availability, activity)

function signIn(change: RecentChange): Sign | null {
  if (change.kind === 'person') return presenceSign(change.telling.change.presence)
  return change.presence === null ? null : presenceSign(change.presence)
}
