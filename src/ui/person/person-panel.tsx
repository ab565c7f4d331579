import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useLayoutEffect, useRef } from 'react'
import { contactQuery } from '../../data/contact.ts'
import type { Contact } from '../../ucwa/contact.ts'
import { Portrait } from '../contact/portrait.tsx'
import { useIsBlocked, useKnown } from '../contact/known.ts'
import { signOfKnown } from '../contact/telling-line.ts'
import { usePersonShortcuts } from '../keys/use-person-shortcuts.ts'
import { useKeyHints } from '../keys/use-key-hints.ts'
import { useShortcut } from '../keys/use-shortcut.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { ContactActions } from './contact-actions.tsx'
import { ContactDetails } from './contact-details.tsx'
import { HEAD_PARTS, SECTION_PARTS } from './parts.ts'
import { PresenceBlock } from './presence-block.tsx'
import { SeesMe } from './sees-me.tsx'
import { useListed } from './use-listed.ts'
import '../parts/icon-button.css'
import './person-panel.css'

type PersonPanelProps = {
  /** As they stood in the row that was opened. */
  opened: Contact
  onClose: () => void
}

/**
 * Everything known of one person, beside the list; over it where there is no room for both, and in its place on a phone.
 * What the server does not give is left out.
 */
export function PersonPanel({ opened, onClose }: PersonPanelProps) {
  const words = useWords()
  const { ucwa, visit } = useServices()
  const listed = useListed(opened.uri)
  const card = useQuery(contactQuery(ucwa, opened.uri))
  const contact = card.data ?? listed.contact ?? opened
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  // A layout effect, since those come before the effects of the parts, which read: first watched, then read.
  useLayoutEffect(() => {
    visit(opened.uri)
    return () => visit(null)
  }, [visit, opened.uri])

  const panel = useRef<HTMLElement>(null)
  const hint = useKeyHints()
  useShortcut('close', onClose)
  usePersonShortcuts({ contact, isListed: listed.isListed }, panel)

  const known = useKnown(contact.uri)
  const isBlocked = useIsBlocked(contact.uri)
  const own = signOfKnown(known)
  const sign = isBlocked && own !== null ? 'blocked' : own
  const isStale = known.kind === 'read' && known.isStale
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it from wherever one is in it
    <aside
      ref={panel}
      className={isStale ? 'person person-stale' : 'person'}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <div className="person-bar">
        <button
          type="button"
          className="icon-button person-back"
          aria-label={words.person.back}
          onClick={onClose}
        >
          <ChevronLeftRegular fontSize={20} aria-hidden="true" />
        </button>
        <span className="person-bar-end">
          {HEAD_PARTS.map((Part, at) => (
            <Part key={at} contact={contact} />
          ))}
          <button
            type="button"
            className="icon-button person-close"
            aria-label={words.person.close}
            {...hint('close', words.person.close)}
            onClick={onClose}
          >
            <DismissRegular fontSize={20} aria-hidden="true" />
          </button>
        </span>
      </div>
      <div className="person-scroll">
        <div className="person-who">
          <Portrait
            of={contact}
            rel="contactPhoto"
            name={contact.name}
            colourBy={contact.uri}
            size={72}
            sign={sign}
            look={isStale ? 'stale' : 'live'}
          />
          <div className="person-names">
            <h2 id={titleId} ref={title} className="person-name" tabIndex={-1}>
              <bdi>{contact.name}</bdi>
            </h2>
            <Line texts={[contact.title, contact.department]} />
            <Line texts={[contact.company]} />
            <Network contact={contact} />
            {!listed.isListed && <p className="person-line">{words.person.notOnList}</p>}
          </div>
        </div>
        <PresenceBlock contact={contact} known={known} isBlocked={isBlocked} />
        <ContactActions contact={contact} />
        {SECTION_PARTS.map((Part, at) => (
          <Part key={at} contact={contact} />
        ))}
        <ContactDetails contact={contact} known={known} groups={listed.groups} />
        <SeesMe contact={contact} />
      </div>
    </aside>
  )
}

function Line({ texts }: { texts: readonly (string | null)[] }) {
  const words = useWords()
  const known = texts.flatMap((text) => text ?? [])
  if (known.length === 0) return null
  return (
    <p className="person-line">
      <bdi>{words.person.list(known)}</bdi>
    </p>
  )
}

/** Said only of those who are not of the same company. Source: UCWA reference, "SourceNetwork". */
function Network({ contact: { sourceNetwork } }: { contact: Contact }) {
  const { person } = useWords()
  if (sourceNetwork === null || sourceNetwork === 'SameEnterprise') return null
  return (
    <p className="person-line">{sourceNetwork === 'PublicCloud' ? person.publicCloud : person.external}</p>
  )
}
