import { AlertRegular } from '@fluentui/react-icons/svg/alert'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useFeature } from '../features.ts'
import { useKeyHints } from '../keys/use-key-hints.ts'
import { useShortcut } from '../keys/use-shortcut.ts'
import { Dialog } from '../parts/dialog.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { RecentChanges } from './recent-changes.tsx'
import { WatchedPeople } from './watched-people.tsx'

/** The bell in the top bar: how many alerts are new, and all of it where there is no rail to show it. */
export function AlertsButton() {
  const { watching, moments } = useWords()
  const { alertsStore, alertsSeen } = useServices()
  const unseen = useStore(alertsStore, (view) => view.unseen)
  const [isOpen, setIsOpen] = useState(false)
  const hint = useKeyHints()
  const isOffered = useFeature('notifications')
  const open = (): void => {
    alertsSeen()
    setIsOpen(true)
  }
  useShortcut('alerts', isOffered ? open : null)
  if (!isOffered) return null
  const label = watching.alertsName(unseen)
  return (
    <>
      <button
        type="button"
        className="icon-button bar-button bar-button-always"
        aria-label={label}
        {...hint('alerts', label)}
        aria-haspopup="dialog"
        onClick={open}
      >
        <AlertRegular fontSize={20} aria-hidden="true" />
        {unseen > 0 && (
          <span className="bar-button-count" aria-hidden="true">
            {moments.number(unseen)}
          </span>
        )}
      </button>
      {isOpen && <AlertsDialog onClose={() => setIsOpen(false)} />}
    </>
  )
}

function AlertsDialog({ onClose }: { onClose: () => void }) {
  const { watching } = useWords()
  const { alertsStore } = useServices()
  const watched = useStore(alertsStore, ({ alerts }) => alerts.size)
  const recent = useStore(alertsStore, (view) => view.recent.length)
  return (
    <Dialog
      title={watching.alerts}
      onClose={onClose}
      onSubmit={onClose}
      buttons={
        <button type="submit" className="toast-button">
          {watching.close}
        </button>
      }
    >
      <h3 className="rail-heading">{watching.title}</h3>
      {watched === 0 ? <p className="rail-empty">{watching.nobody}</p> : <WatchedPeople onOpen={onClose} />}
      <h3 className="rail-heading">
        <span>{watching.recent}</span>
        <span className="rail-aside">{watching.recentKept}</span>
      </h3>
      {recent === 0 ? <p className="rail-empty">{watching.nothingRecent}</p> : <RecentChanges />}
    </Dialog>
  )
}
