import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { myPrivacyRelationshipsQuery } from '../../data/privacy.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { GrantedLevel } from '../../ucwa/privacy-level.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { LevelPeople } from './level-people.tsx'
import { LEVELS } from './levels.ts'
import { MyCard } from './my-card.tsx'
import { MyPhones } from './my-phones.tsx'
import { ShownParts } from './shown-parts.tsx'
import '../parts/icon-button.css'
import './privacy-dialog.css'

type PrivacyDialogProps = {
  first: GrantedLevel
  onClose: () => void
  /** Leaves for somebody's panel. */
  onPerson: (contact: Contact) => void
}

/**
 * Who sees what of me: level by level what it shows and hides, my own card as it looks from there, and who stands at it;
 * and my phones, which are a part of that card.
 */
export function PrivacyDialog({ first, onClose, onPerson }: PrivacyDialogProps) {
  const { privacy } = useWords()
  const [level, setLevel] = useState(first)
  const dialog = useRef<HTMLDialogElement>(null)
  const [titleId, levelId, name] = [useId(), useId(), useId()]
  const counts = useCounts()
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="privacy" aria-labelledby={titleId} onClose={onClose}>
      <div className="privacy-head">
        <h2 id={titleId} className="privacy-title">
          {privacy.title}
        </h2>
        <button
          type="button"
          className="icon-button"
          aria-label={privacy.close}
          title={privacy.close}
          onClick={() => dialog.current?.close()}
        >
          <DismissRegular fontSize={20} aria-hidden="true" />
        </button>
      </div>
      <div className="privacy-body">
        <fieldset className="privacy-levels">
          <legend className="visually-hidden">{privacy.title}</legend>
          {LEVELS.map((one) => (
            <label
              key={one}
              className={one === level ? 'privacy-level privacy-level-chosen' : 'privacy-level'}
            >
              <input
                type="radio"
                className="privacy-radio"
                name={name}
                aria-label={
                  counts === null
                    ? privacy.level(one)
                    : privacy.levelName(privacy.level(one), privacy.count(counts.get(one) ?? 0))
                }
                checked={one === level}
                onChange={() => setLevel(one)}
              />
              <span>{privacy.level(one)}</span>
              {counts !== null && (
                <span className="privacy-count">{privacy.count(counts.get(one) ?? 0)}</span>
              )}
            </label>
          ))}
        </fieldset>
        <section className="privacy-shown" aria-labelledby={levelId}>
          <h3 id={levelId} className="privacy-heading">
            {privacy.level(level)}
          </h3>
          <p className="privacy-hint">{privacy.levelHint(level)}</p>
          <MyCard level={level} />
          <h4 className="privacy-label">{privacy.shown}</h4>
          <ShownParts level={level} />
          <LevelPeople level={level} onPerson={onPerson} />
        </section>
        <MyPhones />
      </div>
    </dialog>
  )
}

/** How many stand at each level; null: not known. */
function useCounts(): ReadonlyMap<string, number> | null {
  const { data } = useQuery(myPrivacyRelationshipsQuery(useServices().ucwa))
  if (data === undefined || data === null) return null
  const counts = new Map<string, number>()
  for (const level of data.levelOf.values()) counts.set(level, (counts.get(level) ?? 0) + 1)
  return counts
}
