import { LaptopRegular } from '@fluentui/react-icons/svg/laptop'
import { MyPresence } from '../my-presence/my-presence.tsx'
import { useWords } from '../words/words.ts'
import { AccountButton } from './account-button.tsx'
import { Brand } from '../parts/brand.tsx'
import { People } from './people.tsx'
import './dashboard.css'

/** One sheet of people beside one rail of oneself; below 1024 px the rail is a strip above the sheet. */
export function Dashboard({ address, onlyWatch }: { address: string; onlyWatch: boolean }) {
  const { me, people } = useWords()
  const activity = onlyWatch ? me.notReported : me.reported
  return (
    <div className="dashboard">
      <SkipLink>{people.skip}</SkipLink>
      <aside className="dashboard-rail" aria-label={me.region}>
        <div className="dashboard-brand">
          <Brand />
        </div>
        <AccountButton address={address} activity={activity} />
        <div className="dashboard-me">
          <MyPresence />
        </div>
        <p className="dashboard-foot">
          <LaptopRegular fontSize={16} aria-hidden="true" />
          {activity}
        </p>
      </aside>
      <People />
    </div>
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
