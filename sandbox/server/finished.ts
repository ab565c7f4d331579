import { namesEtag } from '../wire/etag.ts'
import { headerOf, JSON_TYPE, withHeaders, type Ask, type Reply } from '../wire/http.ts'
import { isObject } from '../wire/is-object.ts'
import { xmlReason, xmlResource } from '../wire/xml.ts'
import { type World } from '../world/world-model.ts'
import { newGuid } from './ids.ts'
import { type Found } from './route.ts'

/**
 * What every answer carries (`CreateAnApplication.md`, samples; `Versioning.md`, "All UCWA responses include the header
 * named 'X-MS-UcwaVersion'"), the type that was asked for, and 304 for what the caller has already (`HTTP.md`).
 * Assumed: the correlation id's header.
 */
export function finished(from: Reply, ask: Ask, found: Found, fqdn: string): Reply {
  const etag = headerOf(from, 'ETag')
  const known = ask.headers.get('if-none-match')
  const isKnown =
    ask.method === 'GET' &&
    from.status === 200 &&
    etag !== null &&
    known !== null &&
    namesEtag(known, etag.slice(1, -1), 'weak')
  const base: Reply = isKnown
    ? { status: 304, headers: from.headers.filter(([name]) => name !== 'Content-Type'), body: null }
    : from
  const typed = ofTypeAskedFor(base, ask, found.kind === 'route' && found.route.hasXml)
  return {
    ...typed,
    headers: [
      ...(headerOf(typed, 'Cache-Control') === null ? ([['Cache-Control', 'no-cache']] as const) : []),
      ...typed.headers,
      ['X-MS-UcwaVersion', String(found.kind === 'route' ? found.route.revision : 1)],
      ['X-MS-Server-Fqdn', fqdn],
      ['X-MS-Correlation-Id', newGuid()],
      ['X-Content-Type-Options', 'nosniff'],
    ],
  }
}

/** Of a world's front end, as its answers and its diagnostics name it. */
export const fqdnOf = ({ domain }: World): string => `fe1.${domain}`

/**
 * Documented: JSON or XML, under the plain type or the precise one (`PayloadFormat.md`). Assumed: the first that `Accept`
 * names, JSON where it names neither or there is no XML.
 */
function ofTypeAskedFor(from: Reply, ask: Ask, hasXml: boolean): Reply {
  const accept = ask.headers.get('accept') ?? ''
  const [, vendor, format] = /application\/(vnd\.microsoft\.com\.ucwa\+)?(json|xml)\b/i.exec(accept) ?? []
  if (format === undefined || headerOf(from, 'Content-Type') !== JSON_TYPE) return from
  const isXml = format.toLowerCase() === 'xml' && hasXml
  const type = `application/${vendor?.toLowerCase() ?? ''}${isXml ? 'xml' : 'json'}; charset=utf-8`
  const typed = withHeaders(from, [['Content-Type', type]])
  const body: unknown = isXml && typeof from.body === 'string' ? JSON.parse(from.body) : null
  return isObject(body) ? { ...typed, body: from.status < 400 ? xmlResource(body) : xmlReason(body) } : typed
}
