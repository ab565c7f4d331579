import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { flushSync } from 'react-dom'
import { changePhoneMutation, phonesQuery } from '../../data/phones.ts'
import type { PhoneChange } from '../../data/phones.ts'
import { failureOf } from '../../ucwa/errors.ts'
import { canChangeNumber, canChangeVisibility } from '../../ucwa/phones.ts'
import type { Phone } from '../../ucwa/phones.ts'
import { useDrawnStaleNow, useFreshness } from '../freshness.ts'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { telephone } from '../person/numbers.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'

/** One's own numbers: which they are, whether they stand on the card, and what of that the server lets one change. */
export function MyPhones() {
  const { privacy, people } = useWords()
  const query = phonesQuery(useServices().ucwa)
  const { data, dataUpdatedAt, error, refetch } = useQuery(query)
  const { isStale: isOld } = useFreshness(query.queryKey, dataUpdatedAt)
  const titleId = useId()
  return (
    <section className="privacy-phones" aria-labelledby={titleId}>
      <h3 id={titleId} className="privacy-heading">
        {privacy.phones.title}
      </h3>
      {data === undefined && error !== null && (
        <FailureMessage text={phoneTrouble(privacy.phones, error)}>
          <TextButton onClick={() => void refetch()}>{people.tryAgain}</TextButton>
        </FailureMessage>
      )}
      {data !== undefined && (data === null || data.length === 0) && (
        <p className="privacy-hint">{privacy.phones.none}</p>
      )}
      {data !== undefined && data !== null && data.length > 0 && (
        <>
          <p className="privacy-hint">{privacy.phones.hint}</p>
          <ul className={isOld ? 'phone-lines privacy-old' : 'phone-lines'}>
            {data.map((phone, at) => (
              <PhoneLine key={`${phone.type} ${at}`} phone={phone} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function PhoneLine({ phone }: { phone: Phone }) {
  const { me, privacy } = useWords()
  const { ucwa, writes, mayWrite } = useServices()
  const { mutate, isPending, error, variables } = useMutation(changePhoneMutation(ucwa, writes))
  const [isEdited, setIsEdited] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const isStale = useDrawnStaleNow()
  const { phones } = privacy
  const type = phones.type(phone.type)
  const isOnCard =
    isPending && variables !== undefined && 'isOnCard' in variables ? variables.isOnCard : phone.isOnCard
  const close = (): void => {
    if (!isEdited) return
    flushSync(() => setIsEdited(false)) // what opened it is there again
    opener.current?.focus()
  }
  const change = (what: PhoneChange): void => {
    if (!mayWrite()) return
    close()
    mutate(what)
  }
  return (
    <li className="phone-line">
      <span className="phone-type">{type}</span>
      <bdi className="phone-number">
        {phone.number === null ? phones.noNumber : telephone(phone.number).number}
      </bdi>
      {canChangeVisibility(phone) && phone.number !== null ? (
        <label className="phone-on-card">
          <input
            type="checkbox"
            aria-label={phones.onCardName(type)}
            aria-disabled={isPending || isStale}
            checked={isOnCard}
            onChange={(event) => {
              if (!isPending && !isStale) change({ phone, isOnCard: event.target.checked })
            }}
          />
          {phones.onCard}
        </label>
      ) : (
        <span className="privacy-hint">{phone.isOnCard ? phones.isOnCard : phones.isNotOnCard}</span>
      )}
      {canChangeNumber(phone) && !isEdited && (
        <TextButton
          ref={opener}
          aria-label={phones.changeName(type)}
          aria-disabled={isStale}
          title={isStale ? me.whyNot : undefined}
          onClick={isStale ? undefined : () => setIsEdited(true)}
        >
          {phones.change}
        </TextButton>
      )}
      {isPending && <span className="privacy-hint">{privacy.saving}</span>}
      {isEdited && (
        <NumberForm
          type={type}
          number={phone.number}
          onSave={(number) => change({ phone, number })}
          onCancel={close}
        />
      )}
      {error !== null && <FailureMessage text={phoneTrouble(phones, error)} />}
    </li>
  )
}

/** Source: UCWA reference, "changeNumber". */
const LONGEST_NUMBER = 80

type NumberFormProps = {
  type: string
  number: string | null
  onSave: (number: string | null) => void
  onCancel: () => void
}

function NumberForm({ type, number, onSave, onCancel }: NumberFormProps) {
  const { me, privacy } = useWords()
  const { phones } = privacy
  const isStale = useDrawnStaleNow()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const [typed, setTyped] = useState(number === null ? '' : telephone(number).number)
  const wanted = typed.trim()
  const isTooLong = wanted.length > LONGEST_NUMBER
  const isOff = isTooLong || isStale
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (!isOff) onSave(wanted === '' ? null : wanted)
  }
  return (
    <form className="phone-form" onSubmit={save}>
      <input
        ref={field}
        className="phone-field"
        type="tel"
        dir="ltr"
        aria-label={phones.number(type)}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault() // the dialog stays
          onCancel()
        }}
      />
      <button
        type="submit"
        className="person-button"
        aria-disabled={isOff}
        title={isStale ? me.whyNot : undefined}
      >
        {phones.save}
      </button>
      <button type="button" className="person-button" onClick={onCancel}>
        {phones.cancel}
      </button>
      {isTooLong && <p className="privacy-hint">{phones.tooLong(LONGEST_NUMBER, wanted.length)}</p>}
    </form>
  )
}

/** Each documented "no" of "phones", "changeNumber" and "changeVisibility" in words. */
function phoneTrouble(phones: Words['privacy']['phones'], error: Error): string {
  const failure = failureOf(error)
  if (failure?.kind !== 'refused') return phones.lost
  if (failure.status === 403) return phones.notAllowed
  if (failure.reason.subcode === 'NormalizationFailed') return phones.notANumber
  return failure.status === 409 ? phones.readOnly : phones.refused
}
