import { useStore } from 'zustand'
import type { Alert } from '../../session/alerts.ts'
import type { Contact } from '../../ucwa/contact.ts'
import type { SipUri } from '../../ucwa/hal.ts'
import { useFeature } from '../features.ts'
import { useServices } from '../services.ts'

/** Whether one wants to be told of them. */
export const useIsWatched = (who: SipUri): boolean =>
  useStore(useServices().alertsStore, ({ alerts }) => alerts.has(who))

type Watch = {
  /** Null: they are not watched. */
  readonly alert: Alert | null
  /** Watches them or lets them be; only from a click or a key, since the browser may have to ask first. */
  readonly toggle: () => void
  readonly change: (to: Partial<Pick<Alert, 'when' | 'hasSound'>>) => void
}

/** To watch somebody; null for nobody, and where the administrator has switched that off. */
export function useWatch(contact: Pick<Contact, 'uri' | 'name'> | null): Watch | null {
  const { alertsStore, preferencesStore, watchPerson, unwatchPerson, askForNotices } = useServices()
  const alert = useStore(alertsStore, ({ alerts }) =>
    contact === null ? null : (alerts.get(contact.uri) ?? null),
  )
  const isOffered = useFeature('notifications')
  if (!isOffered || contact === null) return null
  const { uri: who, name } = contact
  return {
    alert,
    toggle: () => {
      if (alert !== null) return unwatchPerson(who)
      const { notifications, sound } = preferencesStore.getState()
      if (notifications) askForNotices()
      watchPerson({ who, name, when: 'availableOnce', hasSound: sound })
    },
    change: (to) => {
      if (alert !== null) watchPerson({ ...alert, name, ...to })
    },
  }
}
