import type { PreferredAvailability } from './availability.ts'
import { embeddedIn, findLink, linkTo, type Href, type Linked, type Link, type Resource } from './hal.ts'
import { failureOf, malformed } from './errors.ts'
import type { Http } from './http.ts'
import { resourceIn } from './reply.ts'

/** Our registration with the server, which all else hangs on. Source: UCWA reference, "application". */
export type Application = {
  readonly href: Href
  /** The first P-GET. */
  readonly events: Href
  /** Null: the server offers no batches. */
  readonly batch: Href | null
  readonly me: Resource
  readonly people: Linked
}

export type Identity = {
  readonly userAgent: string
  readonly culture: string
  readonly endpointId: string
  readonly instanceId: string
}

/** Throws `malformed`. */
export function parseApplication(resource: Resource): Application {
  const [me] = embeddedIn(resource, 'me')
  const [people] = embeddedIn(resource, 'people')
  if (me === undefined || people === undefined) {
    throw malformed('an application without "me" or "people" embedded')
  }
  const demand = (rel: string): Href => {
    const link = findLink(resource, rel)
    if (link === null) throw malformed(`an application without a link to "${rel}"`)
    return link.href
  }
  const batch = findLink(resource, 'batch')
  return { href: demand('self'), events: demand('events'), batch: batch?.href ?? null, me, people }
}

/**
 * 201, or 200 when it was there already: the same endpoint, culture, type and user agent are the same application,
 * and the same instance has the same event channel.
 * Source: "Multi-Tab Support"; UCWA reference, "applications2", whose version is asked for where the link has it.
 */
export async function createApplication(
  http: Http,
  { href, revision }: Link,
  identity: Identity,
  signal: AbortSignal,
): Promise<Resource> {
  const json = { ...identity, type: 'Browser' }
  const version = revision >= 2 ? { minResourceVersion: 2 } : {}
  return resourceIn(await http.send({ method: 'POST', href, json, ...version }, signal))
}

/**
 * Shares the person's availability, and announces no modality: `supportedModalities` is "the list of incoming
 * modalities ... of interest to the user", and this page can take neither a call nor a message.
 * 409 means that it was done before, after a reload, say. False for whom the server does not offer it.
 * Source: UCWA reference, "makeMeAvailable".
 */
export async function makeMeAvailable(
  http: Http,
  me: Linked,
  signInAs: PreferredAvailability | null,
  signal: AbortSignal,
): Promise<boolean> {
  const link = findLink(me, 'makeMeAvailable')
  if (link === null) return false
  try {
    const as = signInAs === null ? {} : { signInAs }
    await http.post(link.href, { supportedModalities: [], ...as }, signal)
  } catch (error) {
    const failure = failureOf(error)
    const isDone = failure?.kind === 'refused' && failure.status === 409
    if (!isDone) throw error
  }
  return true
}

/** 409 MakeMeAvailableRequired before makeMeAvailable. Source: UCWA reference, "reportMyActivity". */
export async function reportMyActivity(http: Http, me: Linked, signal: AbortSignal): Promise<void> {
  await http.post(linkTo(me, 'reportMyActivity'), null, signal)
}
