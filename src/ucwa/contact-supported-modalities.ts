import * as v from 'valibot'
import { hasLink, parseWith, type Linked, type Resource } from './hal.ts'

/**
 * By what somebody can be reached now: 'Messaging', 'PhoneAudio', 'Audio', 'Video', 'PanoramicVideo', or a name we do
 * not know. Source: UCWA reference, "contactSupportedModalities", "ModalityType".
 */
export type ContactSupportedModalities = readonly string[]

const wire = v.object({ modalities: v.nullish(v.array(v.string())) })

/** Not of an address that leads to nobody. */
export const canReadModalities = (contact: Linked): boolean => hasLink(contact, 'contactSupportedModalities')

/** Throws `malformed`. */
export const parseContactSupportedModalities = (resource: Resource): ContactSupportedModalities =>
  parseWith(wire, resource.properties, 'contactSupportedModalities').modalities ?? []
