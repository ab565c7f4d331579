import type { Contact } from '../../ucwa/contact.ts'
import type { SipUri } from '../../ucwa/hal.ts'

/** A telephone number as people read it, and what their machine is handed. */
export type Telephone = {
  readonly number: string
  readonly extension: string | null
  /** `tel:` and what RFC 3966 knows; null where there is no digit in it. */
  readonly href: string | null
}

/**
 * Documented: `tel:+1425554321;ext=54321`, `tel:4255551212;phone-context=defaultprofile` (UCWA reference, "contact"); people
 * and directories write all else. What is no number is shown as it came, and cannot be called.
 */
export function telephone(text: string): Telephone {
  const [number = '', ...parameters] = text.trim().replace(/^tel:/i, '').split(';')
  const extension = parameters.find((one) => /^ext=/i.test(one))?.slice('ext='.length) ?? null
  const digits = number.replaceAll(/[^\d+*#]/g, '')
  const isNumber = /\d/.test(digits) && !/[^\d\s()+*#./-]/.test(number)
  const href = `tel:${digits}${extension === null ? '' : `;ext=${extension.replaceAll(/\D/g, '')}`}`
  return { number, extension, href: isNumber ? href : null }
}

/** `dana@contoso.com` */
export const addressOf = (uri: SipUri): string => uri.replace(/^sips?:/, '')

/**
 * What the person's machine is handed to write to somebody. Whether it knows what to do with it cannot be found out, so
 * the address stands beside it, to be copied.
 */
export const chatHref = (uri: SipUri): string => `im:${addressOf(uri)}`

/** By telephone where there is a number, else by Skype for Business. */
export function callHref({ uri, workPhoneNumber, mobilePhoneNumber }: Contact): string {
  const numbers = [workPhoneNumber, mobilePhoneNumber].flatMap((text) =>
    text === null ? [] : [telephone(text).href],
  )
  return numbers.find((href) => href !== null) ?? uri
}

/** By Skype for Business, where a call goes to a telephone by itself; null: it goes there anyway. */
export const skypeCallHref = (contact: Contact): string | null =>
  callHref(contact) === contact.uri ? null : contact.uri

/** Nothing in an address may add a header to the mail: all but the @ is escaped. */
export const mailHref = (address: string): string =>
  `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`
