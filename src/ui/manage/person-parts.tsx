import { StarFilled, StarRegular } from '@fluentui/react-icons/svg/star'
import type { Contact } from '../../ucwa/contact.ts'
import { useKeyHints } from '../keys/use-key-hints.ts'
import { TextButton } from '../parts/text-button.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { useIsFavourite } from './use-is-favourite.ts'
import { useIsOnList } from './use-is-on-list.ts'
import { useListRights } from './use-list-rights.ts'
import { useManaging } from './use-managing.ts'
import '../parts/icon-button.css'
import './person-parts.css'

/** A star at the head of somebody's panel: a favourite of this browser, or not. For those on the list alone. */
export function FavouriteStar({ contact }: { contact: Contact }) {
  const { manage } = useWords()
  const hint = useKeyHints()
  const { favouritesStore } = useServices()
  const isFavourite = useIsFavourite(contact.uri)
  if (!useIsOnList(contact)) return null
  return (
    <button
      type="button"
      className="icon-button person-star"
      aria-pressed={isFavourite}
      aria-label={manage.favourite}
      {...hint('favourite', isFavourite ? manage.notFavourite : manage.favourite)}
      onClick={() => favouritesStore.toggle(contact.uri)}
    >
      {isFavourite ? (
        <StarFilled fontSize={20} aria-hidden="true" />
      ) : (
        <StarRegular fontSize={20} aria-hidden="true" />
      )}
    </button>
  )
}

/** Below somebody's groups: to change them, or to put them on the list. */
export function ChangeGroups({ contact }: { contact: Contact }) {
  const { manage } = useWords()
  const open = useManaging()
  const { canChangeMembers, isStale } = useListRights()
  const isListed = useIsOnList(contact)
  if (!canChangeMembers) return null
  return (
    <TextButton
      aria-disabled={isStale}
      title={isStale ? manage.whyNot : undefined}
      onClick={isStale ? undefined : () => open({ kind: 'groups', contact })}
    >
      {isListed ? manage.changeGroups : manage.addToList(contact.name)}
    </TextButton>
  )
}
