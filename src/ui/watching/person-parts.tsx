import { AlertOnRegular } from '@fluentui/react-icons/svg/alert-on'
import { AlertRegular } from '@fluentui/react-icons/svg/alert'
import { useId } from 'react'
import { useStore } from 'zustand'
import { ALERT_WHENS } from '../../state/alerts-store.ts'
import type { Contact } from '../../ucwa/contact.ts'
import { useKeyHints } from '../keys/use-key-hints.ts'
import { Switch } from '../parts/switch.tsx'
import { useListed } from '../person/use-listed.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import { useWatch } from './use-watch.ts'
import './person-parts.css'

/** Beside Chat, Call and Mail: for those on the list, since of nobody else the server goes on telling. */
export function WatchAction({ contact }: { contact: Contact }) {
  const { watching } = useWords()
  const hint = useKeyHints()
  const watch = useWatch(contact)
  const { isListed } = useListed(contact.uri)
  if (watch === null || (!isListed && watch.alert === null)) return null
  const isWatched = watch.alert !== null
  return (
    <button
      type="button"
      className={isWatched ? 'person-action person-action-on' : 'person-action'}
      aria-pressed={isWatched}
      {...hint('watch', isWatched ? watching.stop : watching.watch)}
      onClick={watch.toggle}
    >
      {isWatched ? (
        <AlertOnRegular fontSize={20} aria-hidden="true" />
      ) : (
        <AlertRegular fontSize={20} aria-hidden="true" />
      )}
      {isWatched ? watching.watching : watching.watch}
    </button>
  )
}

/** Of what, how often, and how: only while they are watched. */
export function TellMeWhen({ contact }: { contact: Contact }) {
  const words = useWords()
  const { watching } = words
  const { alertsStore, preferencesStore } = useServices()
  const watch = useWatch(contact)
  const permission = useStore(alertsStore, (alerts) => alerts.permission)
  const isWanted = useStore(preferencesStore, ({ notifications }) => notifications)
  const [titleId, name] = [useId(), useId()]
  if (watch === null || watch.alert === null) return null
  const { when: chosen, hasSound } = watch.alert
  const hint = hintOf(words, isWanted ? permission : 'off')
  return (
    <section className="tell-me" aria-labelledby={titleId}>
      <h3 id={titleId} className="tell-me-title">
        {watching.tellMeWhen(contact.name)}
      </h3>
      <div role="radiogroup" aria-labelledby={titleId}>
        {ALERT_WHENS.map((when) => (
          <label key={when} className="tell-me-line">
            <input
              type="radio"
              className="tell-me-radio"
              name={name}
              checked={when === chosen}
              onChange={() => watch.change({ when })}
            />
            {watching.when(when)}
          </label>
        ))}
      </div>
      <label className="tell-me-line tell-me-sound">
        {watching.withSound}
        <Switch checked={hasSound} onChange={(event) => watch.change({ hasSound: event.target.checked })} />
      </label>
      {hint !== null && <p className="tell-me-hint">{hint}</p>}
    </section>
  )
}

/** Why nothing may come of it beyond the page. */
function hintOf({ watching }: Words, permission: string): string | null {
  switch (permission) {
    case 'off':
      return watching.isOff
    case 'denied':
      return watching.blocked
    case 'notOffered':
      return watching.notOffered
    case 'notAsked':
      return watching.notAsked
    default:
      return null
  }
}
