import * as v from 'valibot'
import { parseWith, type Resource } from './hal.ts'

/**
 * By what somebody can be reached now: 'Messaging', 'PhoneAudio', 'Audio', 'Video', 'PanoramicVideo', or a name we do
 * not know. Source: UCWA reference, "contactSupportedModalities", "ModalityType".
 */
export type ContactSupportedModalities = readonly string[]

const wire = v.object({ modalities: v.nullish(v.array(v.string())) })

/** Throws `malformed`. */
export const parseContactSupportedModalities = (resource: Resource): ContactSupportedModalities =>
  parseWith(wire, resource.properties, 'contactSupportedModalities').modalities ?? []
