import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { contactLocationQuery } from '../../data/contact-location.ts'
import { contactSupportedModalitiesQuery } from '../../data/contact-supported-modalities.ts'
import { canReadModalities } from '../../ucwa/contact-supported-modalities.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { Group } from '../../ucwa/groups.ts'
import { locationOf, useText } from '../contact/known.ts'
import type { KnownPresence } from '../contact/telling-line.ts'
import { groupTitle } from '../dashboard/group-title.ts'
import { useFreshness } from '../freshness.ts'
import { CopyIcon } from '../parts/copy-icon.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { addressOf, mailHref, skypeCallHref, telephone } from './numbers.ts'
import { GROUP_PARTS } from './parts.ts'

type ContactDetailsProps = { contact: Contact; known: KnownPresence; groups: readonly Group[] }

/** Row by row what there is; a row without a value is left out. */
export function ContactDetails({ contact, known, groups }: ContactDetailsProps) {
  const words = useWords()
  const { person } = words
  const { ucwa } = useServices()
  const place = useText(contactLocationQuery(ucwa, contact.uri), locationOf)
  const address = addressOf(contact.uri)
  const skypeHref = skypeCallHref(contact)
  const isAddressToldBefore = contact.emailAddresses.some((email) => email.toLowerCase() === address)
  return (
    <section className="person-details" aria-label={person.details}>
      <dl>
        {place.value !== null && (
          <Detail label={person.location} isOld={place.isStale}>
            <bdi>{place.value}</bdi>
          </Detail>
        )}
        {contact.office !== null && contact.office !== place.value && (
          <Detail label={person.office}>
            <bdi>{contact.office.replace(/^tel:/i, '')}</bdi>
          </Detail>
        )}
        <LastActive known={known} />
        <Modalities contact={contact} />
        {contact.emailAddresses.map((email) => (
          <Detail key={email} label={person.email} copy={email}>
            <a className="person-link" href={mailHref(email)}>
              <bdi>{email}</bdi>
            </a>
          </Detail>
        ))}
        {!isAddressToldBefore && (
          <Detail label={person.address} copy={address}>
            <bdi>{address}</bdi>
          </Detail>
        )}
        <Phone label={person.workPhone} text={contact.workPhoneNumber} />
        <Phone label={person.mobilePhone} text={contact.mobilePhoneNumber} />
        <Phone label={person.homePhone} text={contact.homePhoneNumber} />
        <Phone label={person.otherPhone} text={contact.otherPhoneNumber} />
        {skypeHref !== null && (
          <Detail label={person.callBy}>
            <a className="person-link person-link-word" href={skypeHref}>
              {person.skype}
            </a>
          </Detail>
        )}
        {groups.length > 0 && (
          <Detail label={person.groups}>
            <bdi>{person.list(groups.map((group) => groupTitle(group, words)))}</bdi>
          </Detail>
        )}
      </dl>
      {GROUP_PARTS.map((Part, at) => (
        <Part key={at} contact={contact} />
      ))}
    </section>
  )
}

type DetailProps = { label: string; children: ReactNode; isOld?: boolean; copy?: string }

function Detail({ label, children, isOld = false, copy }: DetailProps) {
  return (
    <div className={isOld ? 'person-detail person-old' : 'person-detail'}>
      <dt>{label}</dt>
      <dd>
        <span>{children}</span>
        {copy !== undefined && <CopyIcon what={label} text={copy} />}
      </dd>
    </div>
  )
}

function Phone({ label, text }: { label: string; text: string | null }) {
  const { person } = useWords()
  if (text === null) return null
  const { number, extension, href } = telephone(text)
  const told = <bdi>{[number, ...(extension === null ? [] : [person.extension(extension)])].join(', ')}</bdi>
  return (
    <Detail label={label} copy={number}>
      {href === null ? (
        told
      ) : (
        <a className="person-link" href={href}>
          {told}
        </a>
      )}
    </Detail>
  )
}

/** Not while stale: it would be counted from a time unknown. */
function LastActive({ known }: { known: KnownPresence }) {
  const { person, moments } = useWords()
  const { nowStore } = useServices()
  const { lastActiveAtMs = null, deviceType = 'Unknown' } =
    known.kind === 'read' && !known.isStale ? known.presence : {}
  const when = useStore(nowStore, ({ nowMs }) =>
    lastActiveAtMs === null ? null : (moments.ago(lastActiveAtMs, nowMs) ?? person.activeNow),
  )
  const hasDevice = deviceType !== 'Unknown'
  if (when !== null)
    return <Detail label={person.lastActive}>{hasDevice ? person.activeOn(when, deviceType) : when}</Detail>
  return hasDevice ? <Detail label={person.device}>{person.deviceWord(deviceType)}</Detail> : null
}

function Modalities({ contact }: { contact: Contact }) {
  return canReadModalities(contact) ? <ReadModalities contact={contact} /> : null
}

function ReadModalities({ contact }: { contact: Contact }) {
  const { person } = useWords()
  const query = contactSupportedModalitiesQuery(useServices().ucwa, contact.uri)
  const { data, dataUpdatedAt } = useQuery(query)
  const { isStale } = useFreshness(query.queryKey, dataUpdatedAt)
  if (data === undefined || data.length === 0) return null
  return (
    <Detail label={person.reachableBy} isOld={isStale}>
      {person.list(data.map(person.modality))}
    </Detail>
  )
}
