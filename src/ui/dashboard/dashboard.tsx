import { LaptopRegular } from '@fluentui/react-icons/svg/laptop'
import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useState } from 'react'
import { useStore } from 'zustand'
import { isActivityReported, meQuery } from '../../data/me.ts'
import { Managing } from '../manage/managing.tsx'
import { MyPresence } from '../my-presence/my-presence.tsx'
import { WallDoor } from '../wallboard/door.tsx'
import { Shortcuts } from '../keys/door.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { AccountButton } from './account-button.tsx'
import { BoardKeys } from './board-keys.ts'
import { Brand } from '../parts/brand.tsx'
import { PersonDoor } from '../person/door.tsx'
import { PersonPlace } from '../person/person-place.tsx'
import { PreferencesDoor } from '../preferences/door.tsx'
import { PrivacyDoor } from '../privacy/door.tsx'
import { RailSections } from '../watching/rail-sections.tsx'
import { Telling } from '../watching/telling.tsx'
import { People } from './people.tsx'
import './dashboard.css'

const SignInAgain = lazy(() =>
  import('../sign-in-again/sign-in-again.tsx').then(({ SignInAgain: component }) => ({ default: component })),
)

/**
 * One sheet of people beside one rail of oneself; below 1024 px the rail is a strip above the sheet.
 *
 * @param isBack - from the wall: the focus is then where one set out for it
 */
export function Dashboard({ address, isBack }: { address: string; isBack: boolean }) {
  const { me, people } = useWords()
  const { ucwa, channelStore, knownByStore, preferencesStore } = useServices()
  const mine = useQuery(meQuery(ucwa)).data
  const isAsked = useStore(channelStore, ({ connection }) => connection.kind === 'signedOut')
  const [isLater, setIsLater] = useState(false)
  const knownBy = useStore(knownByStore, ({ by }) => by)
  const reported = knownBy === 'machine' ? me.reportedMachine : me.reported
  const isWanted = useStore(preferencesStore, ({ reportsActivity }) => reportsActivity)
  const isReported = isWanted && mine !== undefined && isActivityReported(mine)
  const activity = isReported ? reported : me.notReported
  return (
    <PersonDoor>
      <PreferencesDoor>
        <PrivacyDoor>
          <div className="dashboard">
            <WallDoor>
              <Shortcuts>
                <BoardKeys />
                <SkipLink>{people.skip}</SkipLink>
                <aside className="dashboard-rail" aria-label={me.region}>
                  <div className="dashboard-brand">
                    <Brand />
                  </div>
                  <AccountButton address={address} activity={activity} takesFocus={isBack} />
                  <div className="dashboard-me">
                    <MyPresence />
                    <RailSections />
                  </div>
                  <p className="dashboard-foot">
                    <LaptopRegular fontSize={16} aria-hidden="true" />
                    {activity}
                  </p>
                </aside>
                <Managing>
                  <People onSignInAgain={() => setIsLater(false)} />
                  <PersonPlace />
                </Managing>
                <Telling />
                {isAsked && !isLater && (
                  <Suspense fallback={null}>
                    <SignInAgain address={address} onLater={() => setIsLater(true)} />
                  </Suspense>
                )}
              </Shortcuts>
            </WallDoor>
          </div>
        </PrivacyDoor>
      </PreferencesDoor>
    </PersonDoor>
  )
}

/** Past oneself to the list's tab stop. By script, since the address is not ours to change. */
function SkipLink({ children }: { children: string }) {
  return (
    <button
      type="button"
      className="dashboard-skip"
      onClick={(event) => {
        const list = event.currentTarget.parentElement?.querySelector<HTMLElement>(
          '[role=grid] [tabindex="0"]',
        )
        list?.focus()
      }}
    >
      {children}
    </button>
  )
}
