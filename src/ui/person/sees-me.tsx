import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { contactPrivacyRelationshipQuery } from '../../data/privacy.ts'
import {
  canReadPrivacyLevel,
  canResetPrivacyLevel,
  canSetPrivacyLevel,
} from '../../ucwa/contact-privacy-relationship.ts'
import type { ContactPrivacyRelationship } from '../../ucwa/contact-privacy-relationship.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { GrantedLevel } from '../../ucwa/privacy-level.ts'
import { useFeature } from '../features.ts'
import { useDrawnStaleNow, useFreshness } from '../freshness.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useOpenPrivacy } from '../privacy/door.tsx'
import { levelTrouble, useLevelChange } from '../privacy/level-change.ts'
import type { LevelChange } from '../privacy/level-change.ts'
import { LEVELS } from '../privacy/levels.ts'
import { ShownParts } from '../privacy/shown-parts.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'

/** What somebody sees of me, and the ways to change that. Without its link there is nothing to say. */
export function SeesMe({ contact }: { contact: Contact }) {
  const { privacy, people } = useWords()
  const query = contactPrivacyRelationshipQuery(useServices().ucwa, contact.uri)
  const isWanted = useFeature('privacy')
  const isOffered = canReadPrivacyLevel(contact) && isWanted
  const { data, error, dataUpdatedAt, refetch } = useQuery({ ...query, enabled: isOffered })
  const { isStale } = useFreshness(query.queryKey, dataUpdatedAt)
  if (!isOffered) return null
  if (data !== undefined) return <Granted contact={contact} seen={data} isOld={isStale} />
  return (
    <section className="person-sees">
      {error === null ? (
        <div className="person-sees-skeleton" aria-hidden="true" />
      ) : (
        <FailureMessage text={privacy.failed}>
          <TextButton onClick={() => void refetch()}>{people.tryAgain}</TextButton>
        </FailureMessage>
      )}
    </section>
  )
}

type GrantedProps = { contact: Contact; seen: ContactPrivacyRelationship; isOld: boolean }

function Granted({ contact, seen, isOld }: GrantedProps) {
  const words = useWords()
  const { privacy, me } = words
  const openPrivacy = useOpenPrivacy()
  const { newest, choose, dismiss } = useLevelChange(contact.uri)
  const [isAsked, setIsAsked] = useState(false)
  const isStale = useDrawnStaleNow()
  const select = useRef<HTMLSelectElement>(null)
  const selectId = useId()
  useOutcomeAnnounced(contact, newest, seen)

  const isPending = newest?.state === 'pending'
  const level = (isPending ? newest.choice.wanted : null) ?? seen.level
  const isOff = isStale || isPending
  const trouble = newest?.state === 'failed' ? levelTrouble(words, newest, seen.level) : null
  const put = (wanted: GrantedLevel | null): void => {
    setIsAsked(false)
    dismiss()
    choose({ wanted, seen })
  }
  const pick = (wanted: GrantedLevel): void => {
    if (wanted === 'Blocked') setIsAsked(true)
    else put(wanted)
  }
  return (
    <section className="person-sees" aria-label={privacy.seesYou(contact.name)}>
      <div className="person-sees-level">
        <label htmlFor={selectId}>{privacy.seesYou(contact.name)}</label>
        {canSetPrivacyLevel(contact) ? (
          <select
            id={selectId}
            ref={select}
            className={`person-select${isPending ? ' person-select-pending' : isOld ? ' person-old' : ''}`}
            value={isAsked ? 'Blocked' : level}
            aria-disabled={isOff}
            title={isStale ? me.whyNot : undefined}
            onChange={(event) => {
              const wanted = LEVELS.find((one) => one === event.target.value)
              if (wanted !== undefined && !isOff) pick(wanted)
            }}
          >
            {level === 'Unknown' && (
              <option value="Unknown" disabled>
                {privacy.unknownLevel}
              </option>
            )}
            {LEVELS.map((one) => (
              <option key={one} value={one}>
                {privacy.asLevel(one)}
              </option>
            ))}
          </select>
        ) : (
          <span id={selectId} className={isOld ? 'person-old' : undefined}>
            {level === 'Unknown' ? privacy.unknownLevel : privacy.asLevel(level)}
          </span>
        )}
        {isPending && <Saving since={newest.beganAtMs} />}
      </div>
      {isAsked && (
        <AskBlock
          name={contact.name}
          isOff={isOff}
          onYes={() => {
            if (isOff) return
            put('Blocked')
            select.current?.focus()
          }}
          onNo={() => {
            setIsAsked(false)
            select.current?.focus()
          }}
        />
      )}
      {trouble !== null && newest !== null && (
        <Trouble change={newest} text={trouble} onAgain={put} onDismiss={dismiss} />
      )}
      {level !== 'Unknown' && <ShownParts level={level} />}
      <div className="person-sees-buttons">
        <TextButton
          onClick={(event) => openPrivacy(event.currentTarget, level === 'Unknown' ? 'Colleagues' : level)}
        >
          {privacy.preview}
        </TextButton>
        {canResetPrivacyLevel(seen) && (
          <TextButton
            aria-disabled={isOff}
            title={isStale ? me.whyNot : undefined}
            onClick={isOff ? undefined : () => put(null)}
          >
            {privacy.reset}
          </TextButton>
        )}
      </div>
    </section>
  )
}

/** How long a choice may take before that is said. */
const OVERDUE_MS = 10_000

function Saving({ since }: { since: number }) {
  const { privacy } = useWords()
  const isOverdue = useStore(useServices().nowStore, ({ nowMs }) => nowMs - since > OVERDUE_MS)
  return <p className="person-sees-saving">{isOverdue ? privacy.overdue : privacy.saving}</p>
}

type AskBlockProps = { name: string; isOff: boolean; onYes: () => void; onNo: () => void }

/** Asked first, since somebody who is blocked is cut off and not told. */
function AskBlock({ name, isOff, onYes, onNo }: AskBlockProps) {
  const { block } = useWords().privacy
  const [titleId, textId] = [useId(), useId()]
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => cancel.current?.focus(), [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it from wherever one is in it
    <div
      className="person-ask"
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onNo()
      }}
    >
      <h3 id={titleId} className="person-ask-title">
        {block.title(name)}
      </h3>
      <p id={textId}>{block.text}</p>
      <div className="person-sees-buttons">
        <button type="button" className="person-button" aria-disabled={isOff} onClick={onYes}>
          {block.yes}
        </button>
        <button ref={cancel} type="button" className="person-button" onClick={onNo}>
          {block.no}
        </button>
      </div>
    </div>
  )
}

type TroubleProps = {
  change: LevelChange
  text: string
  onAgain: (wanted: GrantedLevel | null) => void
  onDismiss: () => void
}

function Trouble({ change: { choice, failure }, text, onAgain, onDismiss }: TroubleProps) {
  const { privacy, me } = useWords()
  const isStale = useDrawnStaleNow()
  const isConflict = failure?.kind === 'refused' && failure.status === 412
  const again =
    isConflict && choice.wanted !== null
      ? privacy.trouble.anyway(privacy.level(choice.wanted))
      : privacy.trouble.tryAgain
  return (
    <FailureMessage text={text}>
      <TextButton
        aria-disabled={isStale}
        title={isStale ? me.whyNot : undefined}
        onClick={isStale ? undefined : () => onAgain(choice.wanted)}
      >
        {again}
      </TextButton>
      <TextButton onClick={onDismiss}>{privacy.trouble.dismiss}</TextButton>
    </FailureMessage>
  )
}

/** Says once what has become of a choice that was made here. */
function useOutcomeAnnounced(
  contact: Contact,
  newest: LevelChange | null,
  seen: ContactPrivacyRelationship,
): void {
  const words = useWords()
  const announce = useAnnounce()
  const awaited = useRef<LevelChange['choice'] | null>(null)
  useEffect(() => {
    if (newest === null) return
    if (newest.state === 'pending') {
      awaited.current = newest.choice
      return
    }
    if (awaited.current !== newest.choice) return
    awaited.current = null
    const { privacy } = words
    const trouble = newest.state === 'failed' ? levelTrouble(words, newest, seen.level) : null
    if (trouble !== null) announce(trouble)
    else if (newest.choice.wanted === null) announce(privacy.wasReset(contact.name))
    else if (seen.level !== 'Unknown') announce(privacy.set(contact.name, seen.level))
  })
}
