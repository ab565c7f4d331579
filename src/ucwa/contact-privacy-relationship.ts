import * as v from 'valibot'
import { malformed } from './errors.ts'
import { linkTo, parseWith, type Href, type Linked, type Resource } from './hal.ts'
import type { Http } from './http.ts'
import { resourceIn } from './reply.ts'

/** How much somebody lets another see. Source: UCWA reference, "PrivacyRelationshipLevel". */
export type PrivacyLevel = v.InferOutput<typeof level>

/** What the person lets one contact see. Source: UCWA reference, "contactPrivacyRelationship2". */
export type ContactPrivacyRelationship = Linked & {
  /** A level that we do not know reads as `Unknown`. */
  readonly level: PrivacyLevel
  /** As it came: a PUT has to play all of it back. */
  readonly raw: Resource
}

const level = v.picklist(['Unknown', 'External', 'Colleagues', 'Workgroup', 'FriendsAndFamily', 'Blocked'])
const wire = v.object({ relationshipLevel: v.fallback(level, 'Unknown') })

/** Throws `malformed`. */
export function parseContactPrivacyRelationship(raw: Resource): ContactPrivacyRelationship {
  const { relationshipLevel } = parseWith(wire, raw.properties, 'contactPrivacyRelationship')
  return { links: raw.links, level: relationshipLevel, raw }
}

/** The version that can be written; the rel on the wire has no 2. Source: "Versioning". */
const REVISION = 2

/** Documented: 404 APIVersionNotSupported where the server has no such version; it is `refused` then. */
export async function readContactPrivacyRelationship(
  http: Http,
  href: Href,
  signal: AbortSignal,
): Promise<ContactPrivacyRelationship> {
  const reply = await http.send({ method: 'GET', href, minResourceVersion: REVISION }, signal)
  return parseContactPrivacyRelationship(resourceIn(reply))
}

/**
 * Documented: a PUT plays back every property that came, understood or not, and the ETag as `If-Match` ("HTTP"). Where
 * somebody has changed it meanwhile, it is `refused` with status 412: read it again, and ask.
 */
export async function setContactPrivacyLevel(
  http: Http,
  { raw }: ContactPrivacyRelationship,
  wanted: Exclude<PrivacyLevel, 'Unknown'>,
  signal: AbortSignal,
): Promise<void> {
  if (raw.etag === null) throw malformed('a contactPrivacyRelationship without an ETag cannot be written')
  const json = { ...raw.properties, relationshipLevel: wanted }
  await http.send(
    { method: 'PUT', href: linkTo(raw, 'self'), json, ifMatch: raw.etag, minResourceVersion: REVISION },
    signal,
  )
}
