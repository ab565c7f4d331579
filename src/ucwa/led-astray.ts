import { malformed } from './errors.ts'
import type { Href, Links, Resource } from './hal.ts'

/** Whether that origin may get a request at all: see `trust.ts`. */
export type Trusts = (url: string) => boolean

/**
 * Throws `malformed` when the resource, or one that is embedded in it, leads to an origin that is not trusted. No such link
 * would ever be followed; but kept, it would stand in the way of what is to be read there, again and again. Not taken at
 * all, it is asked for once more, and may come right.
 * Documented: an href is relative to the pool, or absolute ("Hypermedia", "URL usage").
 */
export function demandTrusted(resource: Resource, trusts: Trusts): Resource {
  const { links, embedded } = resource
  demandTrustedLinks(links, trusts)
  for (const those of embedded.values()) for (const one of those) demandTrusted(one, trusts)
  return resource
}

export function demandTrustedLinks(links: Links, trusts: Trusts): void {
  for (const those of links.values()) for (const { href } of those) demandTrustedHref(href, trusts)
}

function demandTrustedHref(href: Href, trusts: Trusts): void {
  if (!trusts(href)) throw malformed(`a link to an origin that is not trusted: ${new URL(href).origin}`)
}
