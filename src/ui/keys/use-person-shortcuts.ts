import type { RefObject } from 'react'
import type { Contact } from '../../ucwa/contact.ts'
import { useFeature } from '../features.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { callHref, chatHref, mailHref } from '../person/numbers.ts'
import { useServices } from '../services.ts'
import { useWatch } from '../watching/use-watch.ts'
import { useWords } from '../words/words.ts'
import { useShortcut } from './use-shortcut.ts'

type Place = RefObject<HTMLElement | null>
const nobody = (): boolean => false

type Whom = { readonly contact: Contact; readonly isListed: boolean }

/**
 * What can be done with one person by a key.
 * @param place where they are shown
 * @param within where the focus has to be for them to be meant; null: anywhere
 */
export function usePersonShortcuts(whom: Whom | null, place: Place, within: Place | null = null): void {
  const { favouritesStore } = useServices()
  const { watching, manage } = useWords()
  const announce = useAnnounce()
  const contact = whom?.contact ?? null
  const watch = useWatch(contact)
  const canWatchAnybody = useFeature('notifications')
  const canWatch = watch !== null && (whom?.isListed === true || watch.alert !== null)
  const [email] = contact?.emailAddresses ?? []
  const follow = (href: string) => (): void => {
    const link = place.current?.ownerDocument.createElement('a')
    if (link === undefined) return
    link.href = href
    link.click() // by whatever the person's machine has for it
  }
  // A key is pressed far from where its outcome is drawn, so it is told as well.
  const toggleWatch = (): void => {
    if (contact === null || watch === null) return
    const isWatched = watch.alert !== null
    watch.toggle()
    announce((isWatched ? watching.watchedNoMore : watching.watchedNow)(contact.name))
  }
  const toggleFavourite = ({ uri, name }: Contact): void => {
    const isFavourite = favouritesStore.getState().people.has(uri)
    favouritesStore.toggle(uri)
    announce((isFavourite ? manage.favouriteNoMore : manage.favouriteNow)(name))
  }
  // Listed all the same where nobody is meant just now: whoever looks a key up is on the way to somebody.
  useShortcut('chat', contact === null ? nobody : follow(chatHref(contact.uri)), within)
  useShortcut('call', contact === null ? nobody : follow(callHref(contact)), within)
  useShortcut('mail', email === undefined ? nobody : follow(mailHref(email)), within)
  useShortcut('watch', canWatchAnybody ? (canWatch ? toggleWatch : nobody) : null, within)
  useShortcut(
    'favourite',
    contact === null || whom?.isListed !== true ? nobody : () => toggleFavourite(contact),
    within,
  )
}
