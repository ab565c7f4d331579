import { createContext, useCallback, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useServices } from '../services.ts'
import { SILENCE, announced, passed, silenced } from './announcement.ts'

type Announce = (message: string) => void

const AnnounceContext = createContext<Announce>(() => {})

/** Says something to those who listen rather than look; the newest wins. */
export const useAnnounce = (): Announce => useContext(AnnounceContext)

/**
 * Holds the polite live region of what has no place of its own on the page, or comes too often to be read out each time. What is
 * to be read where it stands (a hint, a step, a notice) is a `role="status"` there.
 */
export function Announcer({ children }: { children: ReactNode }) {
  const { nowStore, signInStore } = useServices()
  const [announcements, setAnnouncements] = useState(SILENCE)
  const announce = useCallback<Announce>(
    (message) => setAnnouncements((before) => announced(before, message, nowStore.getState().nowMs)),
    [nowStore],
  )
  // It stands above the page that one signs in on, where nobody is to hear of the person before.
  useEffect(
    () =>
      signInStore.subscribe(({ signIn }, before) => {
        if (before.signIn.kind === 'signedIn' && signIn.kind !== 'signedIn') setAnnouncements(silenced)
      }),
    [signInStore],
  )
  return (
    <AnnounceContext value={announce}>
      {children}
      {announcements.waiting !== null && <Turn take={setAnnouncements} />}
      <div className="visually-hidden" role="status">
        <span key={announcements.turn}>{announcements.said}</span>
      </div>
    </AnnounceContext>
  )
}

/** Looks at the clock only while somebody waits. */
function Turn({ take }: { take: (update: (before: typeof SILENCE) => typeof SILENCE) => void }) {
  const nowMs = useStore(useServices().nowStore, (now) => now.nowMs)
  useEffect(() => take((before) => passed(before, nowMs)), [take, nowMs])
  return null
}
