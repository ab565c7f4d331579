import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { meQuery } from '../../data/me.ts'
import type { Me } from '../../ucwa/me.ts'
import { Portrait } from '../contact/portrait.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useServices } from '../services.ts'
import { LateEndings } from './late-endings.tsx'
import { MyLocation } from './my-location.tsx'
import { MyNote, NoteSkeleton } from './my-note.tsx'
import { MyStatus } from './my-status.tsx'
import { useShownPresence } from './shown-presence.ts'
import { Unread } from './unread.tsx'
import './my-presence.css'

/** The signed-in person: who they are, how they are shown to others, and the ways to change that. */
export function MyPresence() {
  const me = useQuery(meQuery(useServices().ucwa))

  if (me.data !== undefined) return <SelfCard me={me.data} />
  if (me.error === null) return <SelfSkeleton />
  return (
    <div className="self-card">
      <Unread error={me.error} onTryAgain={() => void me.refetch()} />
    </div>
  )
}

function SelfCard({ me }: { me: Me }) {
  const [isPlacing, setIsPlacing] = useState(false)
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
      <MyStatus me={me} onLocation={() => setIsPlacing(true)} />
      <MyNote me={me} />
      <MyLocation me={me} isOpen={isPlacing} onOpen={setIsPlacing} />
      <LateEndings />
    </section>
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
