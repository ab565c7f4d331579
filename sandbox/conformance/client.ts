import { isObject } from '../wire/is-object.ts'
import { type Credentials, type ServerUnderTest } from './server-under-test.ts'

/** Raw HTTP with the least help: enough to sign in and to follow links. */
export type Answered = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON; null when it is not. */
  readonly json: Wire | null
}

/** A resource as it came. Reading what is not there throws, with the path. */
export type Wire = {
  readonly raw: Readonly<Record<string, unknown>>
  href(rel: string): string
  has(rel: string): boolean
  embedded(rel: string): Wire
  embeddedAll(rel: string): readonly Wire[]
}

export type Asking = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly body?: string
  readonly signal?: AbortSignal
}

export async function ask(
  url: string,
  { method = 'GET', headers, json, body, signal }: Asking = {},
): Promise<Answered> {
  const payload = json === undefined ? body : JSON.stringify(json)
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      Accept: 'application/json',
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(payload === undefined ? {} : { body: payload }),
    ...(signal === undefined ? {} : { signal }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: wireIn(text) }
}

function wireIn(text: string): Wire | null {
  try {
    const parsed: unknown = JSON.parse(text)
    return isObject(parsed) ? wire(parsed) : null
  } catch {
    return null
  }
}

export function wire(raw: Readonly<Record<string, unknown>>): Wire {
  const bag = (name: string): Readonly<Record<string, unknown>> => {
    const found = raw[name]
    return isObject(found) ? found : {}
  }
  const embeddedAll = (rel: string): readonly Wire[] => {
    const found = bag('_embedded')[rel]
    if (!Array.isArray(found)) throw new Error(`${String(raw['rel'])} embeds no array of ${rel}`)
    return found.filter(isObject).map(wire)
  }
  return {
    raw,
    has: (rel) => rel in bag('_links'),
    href: (rel) => {
      const link = bag('_links')[rel]
      if (!isObject(link) || typeof link['href'] !== 'string') {
        throw new Error(`${String(raw['rel'])} has no link ${rel}`)
      }
      return link['href']
    },
    embedded: (rel) => {
      const found = bag('_embedded')[rel]
      if (!isObject(found)) throw new Error(`${String(raw['rel'])} embeds no ${rel}`)
      return wire(found)
    },
    embeddedAll,
  }
}

/** The body of an answer that must be JSON. */
export function jsonOf(answered: Answered): Wire {
  if (answered.json === null)
    throw new Error(`${answered.status}, and no JSON: ${answered.text.slice(0, 200)}`)
  return answered.json
}

export type SignedIn = {
  readonly application: Wire
  readonly root: Wire
  /** The `user` resource. */
  readonly user: Wire
  readonly created: Answered
  readonly token: string
  /** Follows a link of the pool. */
  ask(href: string, asking?: Asking): Promise<Answered>
  /** Another application of the same user's, or the same one again. */
  register(registration: Readonly<Record<string, unknown>>): Promise<Answered>
  /** Events until one is like that; those before it are in the answer too. */
  eventsUntil(isLast: (event: WireEvent) => boolean): Promise<readonly WireEvent[]>
}

export type WireEvent = {
  readonly sender: string
  readonly rel: string
  readonly href: string
  readonly type: string
  readonly in: string | null
  readonly embedded: boolean
}

/**
 * What every answer of UCWA's own carries (`Versioning.md`, and the samples of every page). The correlation id's header is
 * assumed.
 */
const CARRIED = [
  'x-ms-ucwaversion',
  'cache-control',
  'x-ms-server-fqdn',
  'x-ms-correlation-id',
  'x-content-type-options',
] as const

/** Those that this one lacks. */
export const lackedBy = ({ headers }: Answered): readonly string[] =>
  CARRIED.filter((name) => !headers.has(name))

let endpoints = 0

/** Discovery, challenge, token, application: `CreateAnApplication.md`, steps 1 to 9. */
export async function signIn(
  server: ServerUnderTest,
  { username, password }: Credentials = server.users[0],
  culture = 'en-US',
): Promise<SignedIn> {
  const root = jsonOf(await ask(server.autodiscover))
  const challenge = (await ask(root.href('user'))).headers.get('www-authenticate') ?? ''
  const [, service] = /MsRtcOAuth href="?([^",]+)/.exec(challenge) ?? []
  if (service === undefined) throw new Error(`no web ticket service in ${challenge}`)
  const granted = jsonOf(
    await ask(service, {
      method: 'POST',
      headers: { 'Content-Type': "application/x-www-form-urlencoded;charset='utf-8'" },
      body: new URLSearchParams({ grant_type: 'password', username, password }).toString(),
    }),
  )
  const token = String(granted.raw['access_token'])
  const authorized = (url: string, asking: Asking = {}): Promise<Answered> =>
    ask(url, { ...asking, headers: { Authorization: `Bearer ${token}`, ...asking.headers } })

  const user = jsonOf(await authorized(root.href('user')))
  const applications = user.href('applications')
  const register = (registration: Readonly<Record<string, unknown>>): Promise<Answered> =>
    authorized(applications, { method: 'POST', json: registration })
  endpoints += 1
  const created = await register({
    userAgent: 'Conformance/1.0',
    endpointId: `conformance-${process.pid}-${endpoints}`,
    culture,
  })
  const application = jsonOf(created)
  const onPool = (href: string, asking: Asking = {}): Promise<Answered> =>
    authorized(new URL(href, applications).href, asking)

  let next = application.href('events')
  return {
    application,
    root,
    user,
    created,
    token,
    ask: onPool,
    register,
    eventsUntil: async (isLast) => {
      const seen: WireEvent[] = []
      while (!seen.some(isLast)) {
        const polled = jsonOf(await onPool(next))
        next = polled.href('next')
        seen.push(...eventsIn(polled))
      }
      return seen
    },
  }
}

/** The events of a package in their order. */
export function eventsIn(polled: Wire): readonly WireEvent[] {
  const senders = polled.raw['sender']
  if (!Array.isArray(senders)) return []
  return senders.filter(isObject).flatMap((sender) => {
    const events = sender['events']
    if (!Array.isArray(events)) throw new Error('a sender has no events')
    return events.filter(isObject).map((event): WireEvent => {
      const link = event['link']
      const within = event['in']
      if (!isObject(link)) throw new Error('an event has no link')
      return {
        sender: String(sender['rel']),
        rel: String(link['rel']),
        href: String(link['href']),
        type: String(event['type']),
        in: isObject(within) ? String(within['rel']) : null,
        embedded: '_embedded' in event,
      }
    })
  })
}
