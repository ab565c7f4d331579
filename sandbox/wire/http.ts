/** What the two origins take and give, before anything is known of UCWA. */

export type Ask = {
  /** In upper case. */
  readonly method: string
  /** Absolute, at the origin that was asked. */
  readonly url: URL
  readonly headers: Headers
  readonly body: Uint8Array
  /** The body was too long to be read, and is left out. */
  readonly isTooLong?: true
  /** Fires when the caller hangs up before the answer. */
  readonly hungUp: AbortSignal
}

export type Reply = {
  readonly status: number
  /** In the order and spelling that go on the wire; a name may occur twice (`WWW-Authenticate` does). */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | Uint8Array | null
  /** Absent: at once and whole. */
  readonly delivery?: Delivery
}

/** A body that does not go out as it should. */
export type Delivery =
  /** The head promises all of it, and then the connection is cut. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  | {
      readonly kind: 'slow'
      readonly bytesPerSecond: number
      /** What is left goes out at once. */
      readonly hurry: AbortSignal
      /** Told when all is out, or nobody is there any more. */
      readonly over: () => void
    }

/** `dropped`: no answer at all, the connection is cut. */
export type Answer = Reply | 'dropped'

/** A resource or an error body: JSON, as it goes out. */
export type Json = { readonly [name: string]: unknown }

/** UCWA's content type where the caller names none. Source: `PayloadFormat.md`. */
export const JSON_TYPE = 'application/json; charset=utf-8'

export const reply = (
  status: number,
  body: Json | null,
  headers: readonly (readonly [string, string])[] = [],
): Reply =>
  body === null
    ? { status, headers, body: null }
    : { status, headers: [['Content-Type', JSON_TYPE], ...headers], body: JSON.stringify(body) }

export const ok = (body: Json, headers: readonly (readonly [string, string])[] = []): Reply =>
  reply(200, body, headers)
export const created = (body: Json, headers: readonly (readonly [string, string])[] = []): Reply =>
  reply(201, body, headers)
export const noContent = (): Reply => reply(204, null)

/** The first value of a header of a reply, or null. */
export function headerOf(from: Reply, name: string): string | null {
  const found = from.headers.find(([candidate]) => candidate.toLowerCase() === name.toLowerCase())
  return found?.[1] ?? null
}

/** The value of a cookie that came with a request, or null. */
export function cookieOf({ headers }: Ask, name: string): string | null {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null
}

/** The same reply with these headers in place of any of the same name. */
export function withHeaders(from: Reply, headers: readonly (readonly [string, string])[]): Reply {
  const replaced = new Set(headers.map(([name]) => name.toLowerCase()))
  return {
    ...from,
    headers: [...from.headers.filter(([name]) => !replaced.has(name.toLowerCase())), ...headers],
  }
}
