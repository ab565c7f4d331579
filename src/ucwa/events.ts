import * as v from 'valibot'
import { malformed } from './errors.ts'
import { findLink, parseResource, parseWith, toHref, withQuery, type Href, type Resource } from './hal.ts'

export type EventLink = { readonly rel: string; readonly href: Href }

/** What changed, not what it now is. Source: UCWA general reference, "Event channel details". */
export type UcwaEvent = {
  readonly sender: EventLink
  readonly target: EventLink
  /** The collection gained or left; null where the event names none. */
  readonly in: EventLink | null
  readonly type: (typeof EVENT_TYPES)[number]
}

const EVENT_TYPES = ['added', 'updated', 'deleted', 'started', 'completed'] as const

export type EventPackage = {
  /** In the order in which they came about. */
  readonly events: readonly UcwaEvent[]
  /** Where the next P-GET goes, unchanged. */
  readonly next: Href
  /** Something went unheard: a `resume` or `resync` link came in place of `next`. */
  readonly gap: boolean
}

/** Any of them null: the server's own value. Source: UCWA reference, "events", query parameters. */
export type EventParameters = {
  readonly lowSeconds: number | null
  readonly mediumSeconds: number | null
  readonly timeoutSeconds: number | null
}

/**
 * Adds them to a link; `ack` and whatever else the server put there stays. They are remembered, so only the first P-GET
 * and one that resumes need them. Source: "Event channel details", "Requesting events".
 */
export function withEventParameters(href: Href, parameters: EventParameters): Href {
  const { lowSeconds: low, mediumSeconds: medium, timeoutSeconds: timeout } = parameters
  const wanted = Object.entries({ low, medium, timeout })
  return withQuery(
    href,
    Object.fromEntries(wanted.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))),
  )
}

const wireLink = v.object({ rel: v.string(), href: v.string() })
const wireEvent = v.object({
  link: wireLink,
  in: v.nullish(wireLink),
  type: v.string(),
  _embedded: v.nullish(v.record(v.string(), v.unknown())),
})
const wireSender = v.object({ rel: v.string(), href: v.string(), events: v.nullish(v.array(wireEvent)) })
const wirePackage = v.object({ sender: v.nullish(v.array(wireSender)) })

/**
 * Reads an answered P-GET. `resume` says that subscriptions were dropped and parameters may be forgotten ("Events in
 * UCWA", "Resume/resynchronize"); `resync` that we lost our place. `embedded` hands on what the events brought along.
 * Throws `malformed`: a package that cannot be read in full is not read in part, since what is missed is a lie.
 */
export function parseEventPackage(
  json: unknown,
  base: string,
): EventPackage & { readonly isResumed: boolean; readonly embedded: readonly Resource[] } {
  const resource = parseResource(json, base)
  const { sender: senders } = parseWith(wirePackage, resource.properties, 'events')
  const blocks = (senders ?? []).flatMap(({ events, ...sender }) =>
    (events ?? []).map((event) => ({ sender, event })),
  )
  const toLink = ({ rel, href }: { rel: string; href: string }): EventLink => ({
    rel,
    href: toHref(href, base),
  })
  return {
    ...nextIn(resource),
    events: blocks.map(({ sender, event }) => ({
      sender: toLink(sender),
      target: toLink(event.link),
      in: event.in ? toLink(event.in) : null,
      // An unfamiliar type says at least that something is not as it was.
      type: EVENT_TYPES.find((type) => type === event.type) ?? 'updated',
    })),
    embedded: blocks.map(({ event: { _embedded } }) => parseResource({ _embedded }, base)),
  }
}

function nextIn(resource: Resource): Pick<EventPackage, 'next' | 'gap'> & { readonly isResumed: boolean } {
  const resume = findLink(resource, 'resume')
  if (resume !== null) return { next: resume.href, gap: true, isResumed: true }
  const resync = findLink(resource, 'resync')
  const next = findLink(resource, 'next') ?? resync
  if (next === null) throw malformed('an event package without "next", "resume" or "resync"')
  return { next: next.href, gap: resync !== null, isResumed: false }
}
