/**
 * A person's own phone numbers: "one phone number in each of the following categories: work, mobile, home, and other"
 * (`MeDashboard.md`, "phones").
 */
import type { Person, Phone, PhoneType } from './world-model.ts'

export const PHONE_TYPES = ['Work', 'Mobile', 'Home', 'Other'] as const satisfies readonly PhoneType[]

export type Phones = ReadonlyMap<PhoneType, Phone>

const FIELD = {
  Work: 'workPhoneNumber',
  Mobile: 'mobilePhoneNumber',
  Home: 'homePhoneNumber',
  Other: 'otherPhoneNumber',
} as const satisfies { readonly [type in PhoneType]: keyof Person }

/**
 * As a world begins. Assumed: the work number is the directory's ("it can only be modified by the system administrator",
 * `MeDashboard.md`), the others are the person's own, and what there is is shared.
 */
export const phonesOf = (person: Person): Phones =>
  new Map(
    PHONE_TYPES.map((type) => {
      const number = person[FIELD[type]]
      const isOfDirectory = type === 'Work' && number !== null
      return [type, { type, number, isShared: number !== null, isOfDirectory }]
    }),
  )

/** The person with the numbers they have now; for others, those alone that they share. */
export const withPhones = (person: Person, phones: Phones, to: 'self' | 'others'): Person => {
  const number = (type: PhoneType): string | null => {
    const phone = phones.get(type)
    return phone !== undefined && (to === 'self' || phone.isShared) ? phone.number : null
  }
  return {
    ...person,
    workPhoneNumber: number('Work'),
    mobilePhoneNumber: number('Mobile'),
    homePhoneNumber: number('Home'),
    otherPhoneNumber: number('Other'),
  }
}

/**
 * "The server will normalize the number if necessary" (UCWA reference, "changeNumber"): the digits, with a plus before
 * and an extension after them if there were such; null: it is no number. Assumed, since no dial plan is documented.
 */
export function normalizedNumber(written: string): string | null {
  const [, plus, digits = '', extension] =
    /^(?:tel:)?\s*(\+?)([\d\s().\-/]+?)(?:(?:;ext=|\s*x\s*)(\d+))?\s*$/i.exec(written) ?? []
  const bare = digits.replaceAll(/\D/g, '')
  if (bare.length < 3) return null
  return `${plus ?? ''}${bare}${extension === undefined ? '' : `;ext=${extension}`}`
}
