import * as v from 'valibot'
import { malformed, notOffered } from './errors.ts'

declare const hrefBrand: unique symbol
declare const sipUriBrand: unique symbol

/** Where a resource is, as an absolute URL resolved against the document that named it. Minted here only. */
export type Href = string & { readonly [hrefBrand]: true }

/** Who: a SIP URI in lower case, `sip:dana@contoso.com`. URIs keep the directory's case on the wire and compare without. */
export type SipUri = string & { readonly [sipUriBrand]: true }

/** Without regard to case, as SIP URIs are compared. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a brand is minted by assertion, here alone
export const toSipUri = (uri: string): SipUri => uri.trim().toLowerCase() as SipUri

export type Link = {
  readonly href: Href
  /** The resource version that the link leads to; 1 where the server does not say. Source: "Versioning". */
  readonly revision: number
}

/** Links by rel. A single link and an array of them read alike: the documentation has both for the same rel. */
export type Links = ReadonlyMap<string, readonly Link[]>

/** Whatever has links. A link is a capability: what is not linked is not allowed. */
export type Linked = { readonly links: Links }

/** What the server said, before anybody has asked what it means. Source: UCWA general reference, "Payload Format". */
export type Resource = Linked & {
  /** Its own name for what it is; null where it has none. */
  readonly rel: string | null
  /** Embedded resources by rel, single or array alike. */
  readonly embedded: ReadonlyMap<string, readonly Resource[]>
  /** All but `_links` and `_embedded`, understood or not: a PUT has to play back every one. */
  readonly properties: Readonly<Record<string, unknown>>
  /** Without quotes. */
  readonly etag: string | null
}

const record = v.pipe(
  v.unknown(),
  v.check((one) => !Array.isArray(one), 'an array is no object'),
  v.record(v.string(), v.unknown()),
)
const wireLink = v.object({
  href: v.string(),
  revision: v.optional(v.union([v.number(), v.string()])),
})

/**
 * Reads any resource. Relative hrefs are resolved against `base`, the URL that the document came from.
 * Throws a `UcwaError` of kind `malformed`, and nothing else, when this is no resource.
 */
export function parseResource(json: unknown, base: string): Resource {
  const { _links, _embedded, ...properties } = parseWith(record, json, 'resource')
  const { rel, etag } = properties
  return {
    rel: typeof rel === 'string' ? rel : null,
    links: parseLinks(_links, base),
    embedded: parseEmbedded(_embedded, base),
    properties,
    etag: typeof etag === 'string' || typeof etag === 'number' ? unquoted(String(etag)) : null,
  }
}

function parseLinks(json: unknown, base: string): Links {
  const links = new Map<string, readonly Link[]>()
  if (json === undefined || json === null) return links
  for (const [rel, one] of Object.entries(parseWith(record, json, '_links'))) {
    if (one === null) continue
    links.set(
      rel,
      asArray(one).map((link) => parseLink(link, rel, base)),
    )
  }
  return links
}

function parseLink(json: unknown, rel: string, base: string): Link {
  const { href, revision } = parseWith(wireLink, json, `link "${rel}"`)
  const number = Number(revision ?? 1)
  return { href: toHref(href, base), revision: Number.isNaN(number) ? 1 : number }
}

function parseEmbedded(json: unknown, base: string): Resource['embedded'] {
  const embedded = new Map<string, readonly Resource[]>()
  if (json === undefined || json === null) return embedded
  for (const [rel, one] of Object.entries(parseWith(record, json, '_embedded'))) {
    if (one === null) continue
    embedded.set(
      rel,
      asArray(one).map((resource) => parseResource(resource, base)),
    )
  }
  return embedded
}

const asArray = (one: unknown): readonly unknown[] => (Array.isArray(one) ? one : [one])

/** Resolves an href that the server gave. Throws `malformed` when it is no URL at all. */
export function toHref(href: string, base: string): Href {
  if (!URL.canParse(href, base)) throw malformed(`"${href}" is no address`)
  return mint(new URL(href, base))
}

/** The same address with more query parameters; those that the server gave are kept. Source: "Hypermedia", "URL usage". */
export function withQuery(href: Href, parameters: Readonly<Record<string, string | number>>): Href {
  const url = new URL(href)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, String(value))
  return mint(url)
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a brand is minted by assertion, here alone
const mint = (url: URL): Href => url.href as Href

export const hasLink = (of: Linked, rel: string): boolean => (of.links.get(rel)?.length ?? 0) > 0

/** The first link of that rel, or null. */
export const findLink = (of: Linked, rel: string): Link | null => of.links.get(rel)?.[0] ?? null

/** Where that link leads. Without the link it throws `refused`: what the server does not offer is not asked. */
export function linkTo(of: Linked, rel: string): Href {
  const link = findLink(of, rel)
  if (link === null) throw notOffered(rel)
  return link.href
}

/** Embedded resources of that rel; empty where there are none. */
export const embeddedIn = (of: Resource, rel: string): readonly Resource[] => of.embedded.get(rel) ?? []

/** Parses with a schema, and says what was wrong as a `UcwaError` of kind `malformed`. */
export function parseWith<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
  what: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, json)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const path = v.getDotPath(issue)
  throw malformed(`${what}${path === null ? '' : `, ${path}`}: ${issue.message}`)
}

const unquoted = (etag: string): string => /^(?:W\/)?"(.*)"$/.exec(etag)?.[1] ?? etag
