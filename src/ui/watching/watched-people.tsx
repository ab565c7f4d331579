import { useStore } from 'zustand'
import type { Alert } from '../../session/alerts.ts'
import type { Contact } from '../../ucwa/contact.ts'
import { useKnown } from '../contact/known.ts'
import { Portrait } from '../contact/portrait.tsx'
import { signOfKnown } from '../contact/telling-line.ts'
import { roleOf } from '../parts/sign.ts'
import { useOpenPerson } from '../person/door.tsx'
import { useListed } from '../person/use-listed.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import './watching.css'

/** Whom one watches, and how they are now. */
export function WatchedPeople({ onOpen }: { onOpen?: () => void }) {
  const alerts = useStore(useServices().alertsStore, (view) => view.alerts)
  return (
    <ul className="watched-people">
      {Array.from(alerts.values(), (alert) => (
        <li key={alert.who}>
          <WatchedPerson alert={alert} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}

type WatchedPersonProps = { alert: Alert; onOpen: (() => void) | undefined }

function WatchedPerson({ alert, onOpen }: WatchedPersonProps) {
  const words = useWords()
  const openPerson = useOpenPerson()
  const contact = useListed(alert.who).contact ?? stranger(alert)
  const known = useKnown(alert.who)
  const sign = signOfKnown(known)
  const isStale = known.kind === 'read' && known.isStale
  return (
    <button
      type="button"
      className="watched-person"
      onClick={(event) => {
        onOpen?.()
        openPerson(contact, event.currentTarget)
      }}
    >
      <Portrait
        of={contact}
        rel="contactPhoto"
        name={contact.name}
        colourBy={contact.uri}
        size={28}
        sign={sign}
        look={isStale ? 'stale' : 'live'}
      />
      <bdi className="watched-person-name">{contact.name}</bdi>
      {sign !== null && (
        <span className={`watched-person-word role-word role-${isStale ? 'neutral' : roleOf(sign)}`}>
          {isStale ? words.wasSign(sign) : words.sign(sign)}
        </span>
      )}
    </button>
  )
}

/** As much as is known of somebody who is not on the list, or whose list has not been read. */
const stranger = ({ who, name }: Alert): Contact => ({
  links: new Map(),
  uri: who,
  name,
  title: null,
  department: null,
  company: null,
  office: null,
  emailAddresses: [],
  workPhoneNumber: null,
  mobilePhoneNumber: null,
  homePhoneNumber: null,
  otherPhoneNumber: null,
  sourceNetwork: null,
})
