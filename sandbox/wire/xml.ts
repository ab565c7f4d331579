import { type Json } from './http.ts'
import { isObject } from './is-object.ts'

/**
 * Resources, errors and input as XML.
 * Source: `PayloadFormat.md`, "XML representation"; `presence_ref.md`, XML samples; `ErrorsAndInformationalMessages.md`,
 * "Error sample - XML". Resources inside others and arrays of numbers are left out: nothing that is served as XML has any.
 */
const NAMESPACE = 'http://schemas.microsoft.com/rtc/2012/03/ucwa'
const PROLOGUE = '<?xml version="1.0" encoding="utf-8"?>\n'

/** "rel" and "href" of the element are the self link; `rel` is a property too, and comes first (`presence_ref.md`). */
export function xmlResource(resource: Json): string {
  const { _links: links, rel, ...properties } = resource
  const { self, ...others } = isObject(links) ? links : {}
  const href = isObject(self) ? ` href="${escaped(self['href'])}"` : ''
  const lines = [
    property('rel', rel),
    ...Object.entries(properties).map(([name, value]) => property(name, value)),
    ...Object.entries(others).flatMap(([name, link]) =>
      isObject(link) ? `  <link rel="${escaped(name)}" href="${escaped(link['href'])}" />` : [],
    ),
  ]
  return `${PROLOGUE}<resource rel="${escaped(rel)}"${href} xmlns="${NAMESPACE}">\n${lines.join('\n')}\n</resource>`
}

const property = (name: string, value: unknown): string =>
  Array.isArray(value)
    ? `  <propertyList name="${escaped(name)}">${value.map((one) => `<item>${escaped(one)}</item>`).join('')}</propertyList>`
    : `  <property name="${escaped(name)}">${escaped(value)}</property>`

export const xmlReason = ({ code, subcode, message }: Json): string =>
  `${PROLOGUE}<reason xmlns="${NAMESPACE}">\n${[
    ['code', code],
    ['subcode', subcode],
    ['message', message],
  ]
    .flatMap(([name, value]) =>
      value === undefined ? [] : `  <${String(name)}>${escaped(value)}</${String(name)}>`,
    )
    .join('\n')}\n</reason>`

/**
 * The properties of an `<input>`; null: it is none. Links and resources in it would be ignored (`PayloadFormat.md`,
 * "Input formats"); here they are refused, for no page sends them.
 */
export function readXmlInput(text: string): Readonly<Record<string, string>> | null {
  const [, emptied, content = ''] =
    /^\uFEFF?\s*(?:<\?xml[^>]*\?>)?\s*<input(?:\s[^>]*?)?(?:(\/)>|>([^]*)<\/input>)\s*$/.exec(text) ?? []
  if (emptied === undefined && !/<\/input>\s*$/.test(text)) return null
  const properties: [string, string][] = []
  const rest = content.replaceAll(
    /<property\s+name="([^"<]*)"\s*(?:\/>|>([^<]*)<\/property>)/g,
    (_, name: string, value: string | undefined) => {
      properties.push([plain(name), plain(value ?? '')])
      return ''
    },
  )
  return rest.trim() === '' ? Object.fromEntries(properties) : null
}

const ENTITIES = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
] as const

const escaped = (value: unknown): string =>
  ENTITIES.reduce((text, [letter, entity]) => text.replaceAll(letter, entity), String(value))

const plain = (text: string): string =>
  ENTITIES.toReversed().reduce((read, [letter, entity]) => read.replaceAll(entity, letter), text)
