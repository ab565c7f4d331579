import { InfoRegular } from '@fluentui/react-icons/svg/info'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useOpenDiagnostics } from '../diagnostics/door.tsx'
import { useAnnounce } from '../parts/announcer.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { toldOf } from './told.ts'
import type { Told } from './told.ts'
import './band.css'

/** What is to be known about the connection, with the one thing that can be done about it. Never more than one. */
export function Band({ onSignIn }: { onSignIn: () => void }) {
  const services = useServices()
  const words = useWords()
  const view = useStore(services.channelStore)
  const nowMs = useStore(services.nowStore, (now) => now.nowMs)
  const told = toldOf(view, nowMs, words)
  useOutageAnnounced(told)
  const openDiagnostics = useOpenDiagnostics()
  if (told === null) return null

  const actions = {
    tryNow: [words.band.tryNow, services.tryNow],
    startAgain: [words.band.startAgain, services.startAgain],
    useHere: [words.band.useHere, services.startAgain],
    signIn: [words.band.signIn, onSignIn],
  } as const
  const [word, act] = told.action === null ? [null, null] : actions[told.action]
  return (
    <section className="band" role={told.isUrgent ? 'alert' : undefined}>
      {told.secondsLeft !== null && <Ring secondsLeft={told.secondsLeft} />}
      <div className="band-words">
        <p className="band-title">{told.title}</p>
        {told.text !== null && <p className="band-text">{told.text}</p>}
      </div>
      {act !== null && (
        <button type="button" className="band-button" onClick={act}>
          {word}
        </button>
      )}
      <button
        type="button"
        className="band-diagnostics"
        aria-label={words.me.diagnostics}
        title={words.me.diagnostics}
        onClick={({ currentTarget }) => openDiagnostics(currentTarget)}
      >
        <InfoRegular fontSize={20} aria-hidden="true" />
      </button>
    </section>
  )
}

const FULL_RING_SECONDS = 30
const RING_LENGTH = 2 * Math.PI * 12

function Ring({ secondsLeft }: { secondsLeft: number }) {
  const part = Math.min(1, secondsLeft / FULL_RING_SECONDS)
  return (
    <svg className="band-ring" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
      <circle className="band-ring-track" cx="14" cy="14" r="12" />
      <circle
        className="band-ring-left"
        cx="14"
        cy="14"
        r="12"
        strokeDasharray={`${part * RING_LENGTH} ${RING_LENGTH}`}
      />
      <text x="14" y="17.5" textAnchor="middle">
        {secondsLeft}
      </text>
    </svg>
  )
}

/** Once per outage, and once when it is over; a countdown read out would be no help. */
function useOutageAnnounced(told: Told | null): void {
  const { announce: words } = useWords()
  const announce = useAnnounce()
  const { kind } = useStore(useServices().channelStore, (view) => view.connection)
  const isOut = useRef(false)
  useEffect(() => {
    if (told !== null && !isOut.current && !told.isUrgent) {
      isOut.current = true
      announce(words.notLive(told.secondsLeft))
    }
    if (told === null && isOut.current && kind === 'live') {
      isOut.current = false
      announce(words.live)
    }
  })
}
