import { LocationRegular } from '@fluentui/react-icons/svg/location'
import { useQuery } from '@tanstack/react-query'
import type { UseQueryOptions } from '@tanstack/react-query'
import { locationQuery } from '../../data/location.ts'
import { meQuery } from '../../data/me.ts'
import { noteQuery } from '../../data/note.ts'
import { phonesQuery } from '../../data/phones.ts'
import { presenceQuery } from '../../data/presence.ts'
import type { GrantedLevel } from '../../ucwa/privacy-level.ts'
import { Portrait } from '../contact/portrait.tsx'
import { useFreshness } from '../freshness.ts'
import { roleOf, signOf, weightOf } from '../parts/sign.ts'
import { telephone } from '../person/numbers.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { cardFor } from './card.ts'
import type { Card } from './card.ts'

/** One's own card, as somebody at that level sees it: from what one publishes now, and what is documented of the level. */
export function MyCard({ level }: { level: GrantedLevel }) {
  const words = useWords()
  const { ucwa } = useServices()
  const me = useQuery(meQuery(ucwa)).data
  const { data: presence, isOld: isStale } = useKnown(presenceQuery(ucwa))
  const { data: note, isOld: isNoteOld } = useKnown(noteQuery(ucwa))
  const { data: location, isOld: isPlaceOld } = useKnown(locationQuery(ucwa))
  const { data: phones, isOld: arePhonesOld } = useKnown(phonesQuery(ucwa))
  if (me === undefined || presence === undefined) return <div className="my-card" aria-hidden="true" />

  const message = note?.message ?? null
  const card = cardFor(level, {
    presence,
    note: message === null ? null : { message, type: note?.type ?? 'Personal' },
    location: location?.location ?? null,
    description: words.person.list([me.title, me.department].flatMap((part) => part ?? [])) || null,
    phones: phones ?? [],
  })
  const [email] = me.emailAddresses
  const sign =
    card.presence === null ? null : signOf(card.presence.availability, card.presence.activity?.value ?? null)
  return (
    <section className="my-card" aria-label={words.privacy.card.name(words.privacy.level(level))}>
      <h4 className="privacy-label">{words.privacy.card.title}</h4>
      <div className="my-card-who">
        <Portrait
          of={level === 'Blocked' ? { links: new Map() } : me}
          rel="photo"
          name={me.name}
          colourBy={me.uri}
          size={64}
          sign={sign}
          look={isStale ? 'stale' : 'live'}
        />
        <div>
          <p className="my-card-name">
            <bdi>{me.name}</bdi>
          </p>
          {card.description !== null && (
            <p className="privacy-hint">
              <bdi>{card.description}</bdi>
            </p>
          )}
          {email !== undefined && (
            <p className="privacy-hint">
              <bdi>{email}</bdi>
            </p>
          )}
        </div>
      </div>
      <State card={card} isStale={isStale} />
      {card.note !== null && (
        <p className={isNoteOld ? 'my-card-note privacy-old' : 'my-card-note'}>
          {card.note.value.type === 'OutOfOffice' && (
            <span className="person-tag">{words.outOfOfficeTag}</span>
          )}
          <bdi>{card.note.value.message}</bdi>
          {!card.note.isCertain && <Perhaps part={words.privacy.part('note')} />}
        </p>
      )}
      {card.location !== null && (
        <p className={isPlaceOld ? 'my-card-line privacy-old' : 'my-card-line'}>
          <LocationRegular fontSize={16} aria-hidden="true" />
          <bdi>{card.location.value}</bdi>
          {!card.location.isCertain && <Perhaps part={words.privacy.part('location')} />}
        </p>
      )}
      {card.phones.map(({ type, number }) => (
        <p key={`${type} ${number}`} className={arePhonesOld ? 'my-card-line privacy-old' : 'my-card-line'}>
          <span>{words.privacy.phones.type(type)}</span>
          <bdi>{telephone(number).number}</bdi>
        </p>
      ))}
      <p className="privacy-hint">{words.privacy.card.hint}</p>
    </section>
  )
}

/** What was read, and whether it may not hold any more. */
function useKnown<T>(query: UseQueryOptions<T, Error, T, string[]>) {
  const { data, dataUpdatedAt } = useQuery(query)
  return { data, isOld: useFreshness(query.queryKey, dataUpdatedAt).isStale }
}

function State({ card: { presence }, isStale }: { card: Card; isStale: boolean }) {
  const words = useWords()
  if (presence === null) return <p className="privacy-hint">{words.privacy.card.notPublished}</p>
  const activity = presence.activity?.value ?? null
  const sign = signOf(presence.availability, activity)
  const word = words.sign(sign)
  const telling = activity === null ? '' : words.activity(activity)
  return (
    <p className="my-card-state">
      <span className={`role-word role-${isStale ? 'neutral' : roleOf(sign)} weight-${weightOf(sign)}`}>
        {isStale ? words.wasSign(sign) : word}
      </span>
      {telling !== '' && telling !== word && (
        <>
          <bdi>{telling}</bdi>
          {presence.activity?.isCertain === false && <Perhaps part={words.privacy.part('activity')} />}
        </>
      )}
    </p>
  )
}

function Perhaps({ part }: { part: string }) {
  const { privacy } = useWords()
  return <span className="my-card-perhaps">{privacy.mayBeShown(part)}</span>
}
