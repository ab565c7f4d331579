/**
 * A text with nothing in it that could be a person's or a secret: addresses, paths (people are named in them), and
 * runs too long to be words. What a server or a browser says of a failure is shown and sent only after this.
 */
export function withoutSecrets(text: string): string
export function withoutSecrets(text: string | null): string | null
export function withoutSecrets(text: string | null): string | null {
  if (text === null) return null
  return text.replaceAll(URLS, originOf).replaceAll(ADDRESSES, LEFT_OUT).replaceAll(SECRETS, LEFT_OUT)
}

const LEFT_OUT = '(left out)'

function originOf(url: string): string {
  if (!URL.canParse(url)) return LEFT_OUT
  const { origin, pathname, search } = new URL(url)
  return pathname === '/' && search === '' ? origin : `${origin}/…`
}

const URLS = /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>,;]+/gi
const ADDRESSES = /(?:\bsip:)?[^\s"'<>,;:=]+(?:@|%40)[^\s"'<>,;]+/gi
/** Tokens: base64 of any kind, in one piece or dotted. A GUID, which is not one, has 36 characters. (Our choice.) */
const SECRETS = /(?:\bcwt=[^\s"',;]*)|[\w+/=-]{40,}(?:\.[\w+/=-]*)*|\beyJ[\w.-]+/g
