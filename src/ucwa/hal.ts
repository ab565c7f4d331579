declare const hrefBrand: unique symbol
declare const sipUriBrand: unique symbol

/** Where a resource is, as an absolute URL resolved against the document that named it. Minted by `parseResource` only. */
export type Href = string & { readonly [hrefBrand]: true }

/** Who: a SIP URI in lower case, `sip:dana@contoso.com`. URIs keep the directory's case on the wire and compare without. */
export type SipUri = string & { readonly [sipUriBrand]: true }

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
