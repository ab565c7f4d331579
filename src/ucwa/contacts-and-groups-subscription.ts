import { linkTo, withQuery, type Linked } from './hal.ts'
import type { Http } from './http.ts'

/**
 * Starts hearing of changes to contacts and groups, or goes on. Minutes: 10 to 60, though never more than 30 remain.
 * Carries changes to the lists, not presence.
 * Source: UCWA reference, "startOrRefreshSubscriptionToContactsAndGroups".
 */
export async function startOrRefresh(
  http: Http,
  subscription: Linked,
  durationMinutes: number,
  signal: AbortSignal,
): Promise<void> {
  const href = linkTo(subscription, 'startOrRefreshSubscriptionToContactsAndGroups')
  await http.post(withQuery(href, { duration: durationMinutes }), null, signal)
}
