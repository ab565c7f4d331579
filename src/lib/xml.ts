/** An element of an XML document, as plain data: names without their prefixes. */
export type XmlElement = {
  readonly name: string
  /** Null: none. */
  readonly namespace: string | null
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlElement[]
  /** What stands in it outside of its elements. */
  readonly text: string
}

export type XmlAttribute = {
  readonly name: string
  readonly namespace: string | null
  readonly value: string
}

export type XmlDocument = { readonly root: XmlElement; readonly hasDoctype: boolean }

/** Reads a text as XML. What is not well-formed gives the parser's own words. Never throws. */
export type ParseXml = (text: string) => XmlDocument | { readonly mistake: string }

/** As much of the platform's nodes as is read of them. */
export type XmlNode = {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<XmlNode>
  readonly localName?: string | null
  readonly namespaceURI?: string | null
  readonly attributes?: ArrayLike<{
    readonly localName: string | null
    readonly namespaceURI: string | null
    readonly value: string
  }>
}

const ELEMENT = 1
const TEXT = 3
const CDATA = 4
const NAMESPACES = 'http://www.w3.org/2000/xmlns/'

/** Declarations of namespaces are no attributes here, and comments and instructions are nothing. */
export function elementOf(node: XmlNode): XmlElement {
  const nodes = Array.from(node.childNodes)
  return {
    name: node.localName ?? '',
    namespace: node.namespaceURI ?? null,
    attributes: Array.from(node.attributes ?? [])
      .filter(({ namespaceURI }) => namespaceURI !== NAMESPACES)
      .map(({ localName, namespaceURI, value }) => ({
        name: localName ?? '',
        namespace: namespaceURI,
        value,
      })),
    children: nodes.filter(({ nodeType }) => nodeType === ELEMENT).map(elementOf),
    text: nodes
      .filter(({ nodeType }) => nodeType === TEXT || nodeType === CDATA)
      .map(({ nodeValue }) => nodeValue ?? '')
      .join(''),
  }
}
