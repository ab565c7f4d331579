import * as v from 'valibot'
import { embeddedIn, hasLink, linkTo, parseWith, type Linked, type Resource } from './hal.ts'
import type { Http } from './http.ts'

/** One of the person's own numbers. Source: UCWA reference, "phone". */
export type Phone = Linked & {
  /** 'Work', 'Home', 'Mobile', 'Other', or a name we do not know. */
  readonly type: string
  /** `tel:+4533487219`, or as it was entered; null: none is set. */
  readonly number: string | null
  /** Whether it stands on the card that others see, as far as their privacy level goes. */
  readonly isOnCard: boolean
}

const wire = v.object({
  type: v.nullish(v.string()),
  number: v.nullish(v.string()),
  includeInContactCard: v.nullish(v.boolean()),
})

/** Throws `malformed`. Observed: the samples print type and number with blanks around them. */
export function parsePhone(resource: Resource): Phone {
  const { type, number, includeInContactCard } = parseWith(wire, resource.properties, 'phone')
  return {
    links: resource.links,
    type: type?.trim() || 'Other',
    number: number?.trim() || null,
    isOnCard: includeInContactCard ?? false,
  }
}

/** Those that are embedded. Source: UCWA reference, "phones". */
export const phonesIn = (phones: Resource): readonly Phone[] => embeddedIn(phones, 'phone').map(parsePhone)

export const canChangeNumber = (phone: Linked): boolean => hasLink(phone, 'changeNumber')
export const canChangeVisibility = (phone: Linked): boolean => hasLink(phone, 'changeVisibility')

/** Documented: 409 for a number that the directory has set. Source: UCWA reference, "changeVisibility". */
export async function setPhoneVisibility(
  http: Http,
  phone: Linked,
  isOnCard: boolean,
  signal: AbortSignal,
): Promise<void> {
  await http.post(linkTo(phone, 'changeVisibility'), { includeInContactCard: isOnCard }, signal)
}

/**
 * Null deletes the number. Documented: 400 NormalizationFailed for what is no number to the server; the server may
 * write it in another form. Source: UCWA reference, "changeNumber".
 */
export async function setPhoneNumber(
  http: Http,
  phone: Linked,
  number: string | null,
  signal: AbortSignal,
): Promise<void> {
  await http.post(linkTo(phone, 'changeNumber'), number === null ? {} : { number }, signal)
}
