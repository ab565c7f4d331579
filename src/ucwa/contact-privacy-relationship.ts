import * as v from 'valibot'
import { failureOf, malformed } from './errors.ts'
import { findLink, hasLink, linkTo, parseWith, type Href, type Linked, type Resource } from './hal.ts'
import type { Http } from './http.ts'
import { privacyLevel, type GrantedLevel, type PrivacyLevel } from './privacy-level.ts'
import { resourceIn } from './reply.ts'

/** What the person lets one contact see. Source: UCWA reference, "contactPrivacyRelationship2". */
export type ContactPrivacyRelationship = Linked & {
  /** A level that we do not know reads as `Unknown`. */
  readonly level: PrivacyLevel
  /** As it came: a PUT has to play all of it back. */
  readonly raw: Resource
}

const wire = v.object({ relationshipLevel: v.fallback(privacyLevel, 'Unknown') })

/** Throws `malformed`. */
export function parseContactPrivacyRelationship(raw: Resource): ContactPrivacyRelationship {
  const { relationshipLevel } = parseWith(wire, raw.properties, 'contactPrivacyRelationship')
  return { links: raw.links, level: relationshipLevel, raw }
}

/** The version that can be written; the rel on the wire has no 2. Source: "Versioning". */
export const WRITABLE_REVISION = 2

/** Whether there is a level to be read at all. */
export const canReadPrivacyLevel = (contact: Linked): boolean =>
  hasLink(contact, 'contactPrivacyRelationship')

/** Whether the level can be set: the first version is read only. Source: UCWA reference, "contactPrivacyRelationship". */
export const canSetPrivacyLevel = (contact: Linked): boolean =>
  (findLink(contact, 'contactPrivacyRelationship')?.revision ?? 0) >= WRITABLE_REVISION

/** Whether the level can be left to the server again. */
export const canResetPrivacyLevel = (relationship: Linked): boolean =>
  hasLink(relationship, 'resetContactPrivacyRelationship')

/** Documented: 404 APIVersionNotSupported where the server has no such version; it is `refused` then. */
export async function readContactPrivacyRelationship(
  http: Http,
  href: Href,
  signal: AbortSignal,
): Promise<ContactPrivacyRelationship> {
  const reply = await http.send({ method: 'GET', href, minResourceVersion: WRITABLE_REVISION }, signal)
  return parseContactPrivacyRelationship(resourceIn(reply))
}

/** How often a PUT is tried where each time something else has just changed. (Our choice.) */
export const MOST_TRIES = 4

/**
 * Sets the level, which stands on what the person has seen. Documented: a PUT plays back every property that came,
 * understood or not, and the ETag as `If-Match` ("HTTP"); it is `refused` with 412 where the resource has changed since.
 * Then it is read again: where the level is still what they saw, it is tried again, `MOST_TRIES` times in all; where
 * somebody has set another level, the person is to decide, and the refusal stands.
 */
export async function setContactPrivacyLevel(
  http: Http,
  href: Href,
  seen: ContactPrivacyRelationship,
  wanted: GrantedLevel,
  signal: AbortSignal,
): Promise<void> {
  let { raw } = seen
  for (let tries = 1; ; tries += 1) {
    if (raw.etag === null) throw malformed('a contactPrivacyRelationship without an ETag cannot be written')
    const json = { ...raw.properties, relationshipLevel: wanted }
    try {
      const put = {
        method: 'PUT',
        href,
        json,
        ifMatch: raw.etag,
        minResourceVersion: WRITABLE_REVISION,
      } as const
      await http.send(put, signal)
      return
    } catch (error) {
      const failure = failureOf(error)
      const hasChanged = failure?.kind === 'refused' && failure.status === 412
      if (!hasChanged || tries === MOST_TRIES) throw error
      const now = await readContactPrivacyRelationship(http, href, signal)
      if (now.level === wanted) return
      if (now.level !== seen.level) throw error
      raw = now.raw
    }
  }
}

/** Leaves the level to the server again. Source: UCWA reference, "resetContactPrivacyRelationship". */
export async function resetContactPrivacyLevel(http: Http, href: Href, signal: AbortSignal): Promise<void> {
  const now = await readContactPrivacyRelationship(http, href, signal)
  await http.post(linkTo(now, 'resetContactPrivacyRelationship'), null, signal)
}
