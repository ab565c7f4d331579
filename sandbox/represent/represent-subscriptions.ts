import { type Subscription } from '../events/subscriptions.ts'
import { type Hrefs } from '../server/hrefs.ts'
import { type Json } from '../wire/http.ts'

/**
 * Source: `SubscribeToThePresenceOfSelectedContacts.md`, step 2, and `SubscribeToThePresenceOfAGroupOfContacts.md`,
 * step 4, which prints a group's subscription without `addToPresenceSubscription`.
 */
export const presenceSubscriptionResource = (hrefs: Hrefs, { id, isOfGroup }: Subscription): Json => ({
  id,
  _links: {
    self: { href: hrefs.presenceSubscription(id) },
    memberships: { href: hrefs.membershipsOf(id) },
    ...(isOfGroup ? {} : { addToPresenceSubscription: { href: hrefs.membershipsOf(id) } }),
  },
  rel: 'presenceSubscription',
})

/** Source: UCWA reference, "presenceSubscriptionMemberships" and "memberships", GET samples: one `rel` for both. */
export const membershipsResource = (
  hrefs: Hrefs,
  self: string,
  subscriptions: readonly Subscription[],
): Json => ({
  _links: { self: { href: self } },
  _embedded: {
    presenceSubscriptionMembership: subscriptions.flatMap((subscription) =>
      Array.from(subscription.uris.values(), (uri) => membershipResource(hrefs, subscription.id, uri)),
    ),
  },
  rel: 'presenceSubscriptionMemberships',
})

/** Source: UCWA reference, "presenceSubscriptionMembership". */
export const membershipResource = (hrefs: Hrefs, id: string, uri: string): Json => ({
  _links: {
    self: { href: hrefs.presenceSubscriptionMembership(id, uri) },
    contact: { href: hrefs.contact(uri) },
    presenceSubscription: { href: hrefs.presenceSubscription(id) },
  },
  rel: 'presenceSubscriptionMembership',
})
