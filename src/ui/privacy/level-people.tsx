import { useQuery } from '@tanstack/react-query'
import { myPrivacyRelationshipsQuery } from '../../data/privacy.ts'
import { sortedMembers } from '../../data/roster.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { GrantedLevel } from '../../ucwa/privacy-level.ts'
import type { SipUri } from '../../ucwa/hal.ts'
import { useListGroups } from '../contact/use-list-groups.ts'
import { useFreshness } from '../freshness.ts'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'

type LevelPeopleProps = { level: GrantedLevel; onPerson: (contact: Contact) => void }

/** Who stands at a level; a name leads to where that can be changed. */
export function LevelPeople({ level, onPerson }: LevelPeopleProps) {
  const { privacy, people, locale } = useWords()
  const query = myPrivacyRelationshipsQuery(useServices().ucwa)
  const { data, dataUpdatedAt, error, refetch } = useQuery(query)
  const { isStale } = useFreshness(query.queryKey, dataUpdatedAt)
  const listed = useEverybody()
  const members = data === undefined || data === null ? null : membersAt(level, data, listed)
  return (
    <>
      <h4 className="privacy-label">{privacy.people}</h4>
      {data === undefined && error !== null && (
        <FailureMessage text={people.failed}>
          <TextButton onClick={() => void refetch()}>{people.tryAgain}</TextButton>
        </FailureMessage>
      )}
      {data === null && <p className="privacy-hint">{privacy.noList}</p>}
      {members?.length === 0 && <p className="privacy-hint">{privacy.nobody}</p>}
      {members !== null && members.length > 0 && (
        <ul className={isStale ? 'privacy-people privacy-old' : 'privacy-people'}>
          {sortedMembers(members, new Intl.Collator(locale)).map((contact) => (
            <li key={contact.uri}>
              <TextButton onClick={() => onPerson(contact)}>
                <bdi>{contact.name}</bdi>
              </TextButton>
            </li>
          ))}
        </ul>
      )}
      {members !== null && <p className="privacy-hint">{privacy.whoeverElse}</p>}
    </>
  )
}

type Levels = {
  readonly levelOf: ReadonlyMap<SipUri, string>
  readonly strangers: readonly Contact[]
}

function membersAt(
  level: GrantedLevel,
  { levelOf, strangers }: Levels,
  listed: ReadonlyMap<SipUri, Contact>,
): readonly Contact[] {
  const known = new Map([...listed, ...strangers.map((one) => [one.uri, one] as const)])
  return [...levelOf].flatMap(([uri, at]) => {
    const contact = known.get(uri)
    return at === level && contact !== undefined ? [contact] : []
  })
}

/** Everybody on one's list, as far as it has been read. */
const useEverybody = (): ReadonlyMap<SipUri, Contact> =>
  new Map((useListGroups(byUri) ?? []).flatMap(({ told }) => told ?? []))

const byUri = (members: readonly Contact[]) => members.map((one) => [one.uri, one] as const)
