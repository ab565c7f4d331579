import * as v from 'valibot'
import { linkTo, parseWith, withQuery, type Href, type Linked, type Resource, type SipUri } from './hal.ts'
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

/** Source: "Delete a presence subscription". */
export async function unsubscribe(
  http: Http,
  { href }: PresenceSubscription,
  signal: AbortSignal,
): Promise<void> {
  await http.send({ method: 'DELETE', href }, signal)
}
