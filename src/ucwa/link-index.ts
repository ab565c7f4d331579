import { GROUP_KINDS } from './groups.ts'
import { demandTrusted, type Trusts } from './led-astray.ts'
import { toSipUri, type Href, type Resource, type SipUri } from './hal.ts'

/**
 * Whose resource is this href, and where is that resource of theirs? Filled by every resource that passes, emptied
 * with the application, whose hrefs die with it ("Hypermedia", "URL usage").
 * Owners are contacts, by SIP URI, and groups, by id. One's own resources have none: each is one of its kind.
 */
export type LinkIndex = {
  /** Throws `malformed`, and learns nothing, when it leads to where nothing may be asked: see `led-astray.ts`. */
  learn(resource: Resource): void
  ownerOf(href: Href): SipUri | string | null
  /** As received, never canonical: requests use what the server gave. */
  hrefOf(owner: SipUri | string, rel: string): Href | null
  knows(owner: SipUri | string): boolean
  /** Of which kind the resource there is, where something that passed has linked to it. For counting, not for finding. */
  relOf(href: Href): string | null
  clear(): void
}

const GROUPS = new Set<string>(GROUP_KINDS)

/** There is one of each, and their links lead to all that is not somebody's. */
const ONE_OF_A_KIND = new Set(['application', 'me', 'people'])

/** Links that name somebody else's resource, or an operation that all share. */
const NOT_ONES_OWN = new Set(['contact', 'me', 'addToContactList', 'removeFromContactList', ...GROUPS])

export function createLinkIndex(trusts: Trusts = () => true): LinkIndex {
  /** Null: claimed by two, so nobody's. */
  const owners = new Map<string, SipUri | string | null>()
  const hrefs = new Map<SipUri | string, Map<string, Href>>()
  /** Of what is nobody's, by address without its query, which a P-GET's or a search's changes. */
  const rels = new Map<string, string>()

  const learn = (resource: Resource, namedBy: string | null): void => {
    const owner = ownerIn(resource, namedBy)
    if (owner !== null) claim(owner, resource)
    else learnRels(resource, resource.rel ?? namedBy)
    for (const [rel, those] of resource.embedded) for (const embedded of those) learn(embedded, rel)
  }

  const learnRels = ({ links }: Resource, kind: string | null): void => {
    if (kind === null || !ONE_OF_A_KIND.has(kind)) return
    for (const [rel, those] of links) {
      for (const { href } of those) rels.set(withoutQuery(href), rel === 'self' ? kind : rel)
    }
  }

  const claim = (owner: SipUri | string, { links }: Resource): void => {
    const own = hrefs.get(owner) ?? new Map<string, Href>()
    hrefs.set(owner, own)
    for (const [rel, those] of links) {
      if (NOT_ONES_OWN.has(rel)) continue
      for (const { href } of those) {
        const canonical = canonicalHref(href)
        const before = owners.get(canonical)
        owners.set(canonical, before === undefined || before === owner ? owner : null)
      }
      const [first] = those
      if (first !== undefined) own.set(rel, first.href)
    }
  }

  return {
    learn: (resource) => learn(demandTrusted(resource, trusts), null),
    ownerOf: (href) => owners.get(canonicalHref(href)) ?? null,
    hrefOf: (owner, rel) => hrefs.get(owner)?.get(rel) ?? null,
    knows: (owner) => hrefs.has(owner),
    relOf: (href) => {
      const canonical = canonicalHref(href)
      const owner = owners.get(canonical) ?? null
      if (owner === null) return rels.get(withoutQuery(href)) ?? null
      for (const [rel, own] of hrefs.get(owner) ?? []) {
        if (own !== href && canonicalHref(own) !== canonical) continue
        return rel === 'self' ? (owner.startsWith('sip:') ? 'contact' : 'group') : rel
      }
      return null
    },
    clear: () => {
      rels.clear()
      owners.clear()
      hrefs.clear()
    },
  }
}

/** A distribution group has a URI too, so groups are told by their rel, contacts by their URI. */
function ownerIn({ rel, properties }: Resource, namedBy: string | null): SipUri | string | null {
  const kind = rel ?? namedBy
  if (kind !== null && GROUPS.has(kind)) return typeof properties['id'] === 'string' ? properties['id'] : null
  if (kind === 'contact') return typeof properties['uri'] === 'string' ? toSipUri(properties['uri']) : null
  return null
}

/**
 * For comparison only. Observed: Microsoft's samples write one contact's href as `sarad@contoso.com`,
 * `sarad@Contoso.com` and `saraD@contoso.com`, and a group's id with `=` in one place and `%3d` in another.
 * So escapes are resolved, and whatever holds an `@` is lowered; all else keeps its case, since ids may need it.
 */
export function canonicalHref(href: Href): string {
  const { origin, pathname, searchParams } = new URL(href)
  const path = pathname.split('/').map((segment) => canonicalPart(decoded(segment)))
  const query = [...searchParams].map(([name, value]) => `${canonicalPart(name)}=${canonicalPart(value)}`)
  return `${origin}${path.join('/')}?${query.toSorted().join('&')}`
}

const withoutQuery = (href: Href): string => href.replace(/\?.*$/, '')

const canonicalPart = (text: string): string =>
  encodeURIComponent(text.includes('@') ? text.toLowerCase() : text)

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment // a stray percent sign stands for itself
  }
}
