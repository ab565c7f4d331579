import { type Json } from './http.ts'
import { isObject } from './is-object.ts'

/**
 * Resources, errors and input as XML.
 * Source: `PayloadFormat.md`, "XML representation"; `presence_ref.md` and `phones_ref.md`, XML samples;
 * `ErrorsAndInformationalMessages.md`, "Error sample - XML".
 */
const NAMESPACE = 'http://schemas.microsoft.com/rtc/2012/03/ucwa'
const PROLOGUE = '<?xml version="1.0" encoding="utf-8"?>\n'

/** "rel" and "href" of the element are the self link; `rel` is a property too, and comes first (`presence_ref.md`). */
export const xmlResource = (resource: Json): string =>
  `${PROLOGUE}${element(resource, '', ` xmlns="${NAMESPACE}"`)}`

/** Embedded resources are elements within, links of one name stand side by side ("phones", "myPrivacyRelationships"). */
function element(resource: Json, indent: string, namespace: string): string {
  const { _links: links, _embedded: embedded, rel, ...properties } = resource
  const { self, ...others } = isObject(links) ? links : {}
  const href = isObject(self) ? ` href="${escaped(self['href'])}"` : ''
  const lines = [
    property('rel', rel),
    ...Object.entries(properties).map(([name, value]) => property(name, value)),
    ...Object.entries(others).flatMap(([name, link]) =>
      [link]
        .flat()
        .filter(isObject)
        .map((one) => `<link rel="${escaped(name)}" href="${escaped(one['href'])}" />`),
    ),
    ...Object.values(isObject(embedded) ? embedded : {})
      .flat()
      .filter(isObject)
      .map((one) => element(one, `${indent}  `, '')),
  ]
  const body = lines.map((line) => `${indent}  ${line}\n`).join('')
  return `<resource rel="${escaped(rel)}"${href}${namespace}>\n${body}${indent}</resource>`
}

const property = (name: string, value: unknown): string =>
  Array.isArray(value)
    ? `<propertyList name="${escaped(name)}">${value.map((one) => `<item>${escaped(one)}</item>`).join('')}</propertyList>`
    : `<property name="${escaped(name)}">${escaped(printed(value))}</property>`

/** "False", as .NET writes it ("phone", XML sample). */
const printed = (value: unknown): unknown => (typeof value === 'boolean' ? (value ? 'True' : 'False') : value)

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
 * The properties of an `<input>`, or of a `<resource>` that is played back ("contactPrivacyRelationship2", PUT); null: it
 * is neither. Links in it are ignored, as `PayloadFormat.md`, "Input formats", says. Lists are strings in an array.
 */
export function readXmlInput(text: string): Readonly<Record<string, string | readonly string[]>> | null {
  const [, , emptied, content = ''] =
    /^\uFEFF?\s*(?:<\?xml[^>]*\?>)?\s*<(input|resource)(?:\s[^>]*?)?(?:(\/)>|>([^]*)<\/\1>)\s*$/.exec(text) ??
    []
  if (emptied === undefined && !/<\/(input|resource)>\s*$/.test(text)) return null
  const properties: [string, string | readonly string[]][] = []
  const rest = content
    .replaceAll(/<link\s[^<>]*\/>/g, '')
    .replaceAll(
      /<property\s+name="([^"<]*)"\s*(?:\/>|>([^<]*)<\/property>)/g,
      (_, name: string, value: string | undefined) => {
        properties.push([plain(name), plain(value ?? '')])
        return ''
      },
    )
    .replaceAll(
      /<propertyList\s+name="([^"<]*)"\s*(?:\/>|>((?:\s*<item>[^<]*<\/item>)*\s*)<\/propertyList>)/g,
      (_, name: string, items: string | undefined) => {
        const values = Array.from((items ?? '').matchAll(/<item>([^<]*)<\/item>/g), ([, one = '']) =>
          plain(one),
        )
        properties.push([plain(name), values])
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
