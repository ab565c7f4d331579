import * as v from 'valibot'
import type { Batch } from './batch.ts'
import { failureOf } from './errors.ts'
import {
  embeddedIn,
  findLink,
  linkTo,
  parseWith,
  withQuery,
  type Href,
  type Linked,
  type Resource,
  type SipUri,
} from './hal.ts'
import type { Http } from './http.ts'
import { resourceIn } from './reply.ts'

/** Who we hear of, for a while. Source: UCWA reference, "presenceSubscription". */
export type PresenceSubscription = Linked & {
  readonly href: Href
  /** Unique in the application. */
  readonly id: string
}

const wire = v.object({ id: v.nullish(v.union([v.string(), v.number()])) })

/** Throws `malformed`. */
export function parsePresenceSubscription(resource: Resource): PresenceSubscription {
  const { id } = parseWith(wire, resource.properties, 'presenceSubscription')
  const href = linkTo(resource, 'self')
  return { links: resource.links, href, id: String(id ?? href) }
}

/**
 * Minutes: 10 to 30. Refused with 403 LimitExceeded when there are too many subscriptions.
 * Source: UCWA reference, "presenceSubscriptions", POST.
 */
export async function subscribe(
  http: Http,
  people: Linked,
  uris: readonly SipUri[],
  durationMinutes: number,
  signal: AbortSignal,
): Promise<PresenceSubscription> {
  const to = linkTo(people, 'presenceSubscriptions')
  const reply = await http.post(to, { duration: durationMinutes, uris }, signal)
  return parsePresenceSubscription(resourceIn(reply))
}

/**
 * Adds that many minutes, to at most 30. Documented: 200 in "Extend a presence subscription", 201 in the reference.
 * A subscription that has lapsed is refused with 404.
 */
export async function extend(
  http: Http,
  { href }: PresenceSubscription,
  durationMinutes: number,
  signal: AbortSignal,
): Promise<void> {
  await http.post(withQuery(href, { duration: durationMinutes }), null, signal)
}

/** Source: UCWA reference, "addToPresenceSubscription". */
export async function addTo(
  http: Http,
  subscription: PresenceSubscription,
  contactUris: readonly SipUri[],
  signal: AbortSignal,
): Promise<void> {
  await http.post(linkTo(subscription, 'addToPresenceSubscription'), { contactUris }, signal)
}

/** One person in one subscription. Source: UCWA reference, "presenceSubscriptionMembership". */
type Membership = { readonly href: Href; readonly contact: Href }

/** Who is in a subscription, as far as each can be taken out of it. Source: "presenceSubscription", link `memberships`. */
export async function readMembers(
  batch: Batch,
  subscription: PresenceSubscription,
  signal: AbortSignal,
): Promise<readonly Membership[]> {
  const all = resourceIn(await batch.read(linkTo(subscription, 'memberships'), signal))
  return embeddedIn(all, 'presenceSubscriptionMembership').flatMap((membership) => {
    const href = findLink(membership, 'self')?.href
    const contact = findLink(membership, 'contact')?.href
    return href === undefined || contact === undefined ? [] : [{ href, contact }]
  })
}

/** Takes somebody out, together with others of the same tick. Gone already counts as done. Source: "presenceSubscriptionMembership", DELETE. */
export async function removeMember(batch: Batch, { href }: Membership, signal: AbortSignal): Promise<void> {
  await batch.remove(href, signal).catch((error: unknown) => {
    const failure = failureOf(error)
    if (failure?.kind !== 'refused' || failure.status !== 404) throw error
  })
}

/** Source: "Delete a presence subscription". */
export async function unsubscribe(
  http: Http,
  { href }: Pick<PresenceSubscription, 'href'>,
  signal: AbortSignal,
): Promise<void> {
  await http.send({ method: 'DELETE', href }, signal)
}
