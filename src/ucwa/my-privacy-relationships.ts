import * as v from 'valibot'
import type { Contact } from './contact.ts'
import { parseWith, type Href, type Resource, type SipUri } from './hal.ts'
import { privacyLevel, type PrivacyLevel } from './privacy-level.ts'

/** Who stands at which level. Source: UCWA reference, "myPrivacyRelationships". */
export type PrivacyRelationships = {
  /** Each of them once. Nobody is at a level that is missing. */
  readonly levelOf: ReadonlyMap<SipUri, PrivacyLevel>
  /** Those of them who are on no list, and had to be read for their names. */
  readonly strangers: readonly Contact[]
}

/** One level and the people at it, as the server links to them. */
export type LevelMembers = { readonly level: PrivacyLevel; readonly contacts: readonly Href[] }

const wire = v.object({ relationshipLevel: v.fallback(privacyLevel, 'Unknown') })

/** Throws `malformed`. A level that we do not know reads as `Unknown`. Source: UCWA reference, "myPrivacyRelationship". */
export function parseMyPrivacyRelationship(resource: Resource): LevelMembers {
  const { relationshipLevel } = parseWith(wire, resource.properties, 'myPrivacyRelationship')
  return {
    level: relationshipLevel,
    contacts: (resource.links.get('contact') ?? []).map(({ href }) => href),
  }
}
