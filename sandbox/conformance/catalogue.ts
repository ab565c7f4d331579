import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { isObject } from '../wire/is-object.ts'
import { jsonOf, wire, type SignedIn, type Wire } from './client.ts'

/**
 * Microsoft's reference as data, and what of an answer it does not know. The folder lies beside the repository and is
 * read at test time; where it is not there, this says so, and what needs it is skipped.
 */
const FILE = fileURLToPath(new URL('../../../shared/ucwa/catalog.json', import.meta.url))
export const isThere = existsSync(FILE)
if (!isThere)
  console.info('The catalogue of the UCWA reference (../shared/ucwa) is not here: its tests are skipped.')

const operationSchema = v.object({
  method: v.string(),
  sampleStatus: v.optional(v.nullable(v.number())),
  errors: v.array(v.object({ code: v.number(), error: v.string(), subcode: v.nullable(v.string()) })),
})
const catalogueSchema = v.object({
  resources: v.record(
    v.string(),
    v.object({
      rel: v.string(),
      bodyRel: v.optional(v.string()),
      properties: v.array(v.object({ name: v.string(), enum: v.optional(v.string()) })),
      links: v.array(v.object({ rel: v.string() })),
      events: v.array(
        v.object({ type: v.string(), resource: v.string(), sender: v.string(), in: v.optional(v.string()) }),
      ),
      operations: v.array(operationSchema),
    }),
  ),
  enums: v.record(v.string(), v.array(v.object({ member: v.string() }))),
})

export type Operation = v.InferOutput<typeof operationSchema>
type Documented = {
  /** The `rel` in its body, where that is another. */
  readonly bodyRel: string | null
  readonly properties: ReadonlyMap<string, string | null>
  readonly links: ReadonlySet<string>
  readonly operations: readonly Operation[]
  /** As `eventName` writes them, without what they are in. */
  readonly events: readonly string[]
}

/** By `rel`: revisions of one resource are one on the wire. */
function readCatalogue() {
  const { resources, enums: words } = v.parse(catalogueSchema, JSON.parse(readFileSync(FILE, 'utf8')))
  const known = new Map<string, Documented>()
  const all = new Set<string>()
  for (const { rel, bodyRel, properties, links, operations, events } of Object.values(resources)) {
    for (const name of [rel, ...(bodyRel === undefined ? [] : [bodyRel])]) {
      const before = known.get(name)
      known.set(name, {
        bodyRel: name === rel ? (bodyRel ?? null) : (before?.bodyRel ?? null),
        properties: new Map([
          ...(before?.properties ?? []),
          ...properties.map((property) => [property.name, property.enum ?? null] as const),
        ]),
        links: new Set([...(before?.links ?? []), ...links.map((link) => link.rel)]),
        operations: [...(before?.operations ?? []), ...operations],
        events: [
          ...(before?.events ?? []),
          ...events.map((event) => eventName({ ...event, rel: event.resource })),
        ],
      })
    }
    for (const { in: within, resource, ...event } of events) {
      all.add(eventName({ ...event, rel: resource }))
      if (within !== undefined) all.add(`${eventName({ ...event, rel: resource })} in ${within}`)
    }
  }
  return {
    resources: new Map(Object.entries(resources)),
    byRel: known,
    documentedEvents: all,
    enums: new Map(Object.entries(words)),
  }
}

/** `people: updated contactNote`. */
export const eventName = (event: {
  readonly sender: string
  readonly type: string
  readonly rel: string
}): string => `${event.sender}: ${event.type} ${event.rel}`

/** Not in the reference's tables, but printed by its walkthroughs (or, `X-…`, by `PayloadFormat.md`). */
const EVERYWHERE = new Set(['rel', 'etag', '_links', '_embedded'])
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A resource of its own page that no page links to; where it is found here is assumed (`represent-groups.ts`). */
const LINKED_NOWHERE: ReadonlyMap<string, string> = new Map([
  ['removeContactFromAllGroups', 'myGroupMemberships'],
])

const NOTHING: ReturnType<typeof readCatalogue> = {
  resources: new Map(),
  byRel: new Map(),
  documentedEvents: new Set(),
  enums: new Map(),
}

/** `resources` by the name of their page, `byRel` by their name on the wire; all empty where the reference is not here. */
export const { resources, byRel, documentedEvents, enums } = isThere ? readCatalogue() : NOTHING

/** Each way in which a resource, and what it embeds, says what is not documented. */
export function undocumented(resource: Wire, rel = String(resource.raw['rel'])): readonly string[] {
  const documented = byRel.get(rel)
  if (documented === undefined) return [`${rel} is no resource`]
  const found: string[] = []
  for (const [name, value] of Object.entries(resource.raw)) {
    if (EVERYWHERE.has(name) || GUID.test(name)) continue
    const ofEnum = documented.properties.get(name)
    if (ofEnum === undefined) found.push(`${rel}.${name} is no property`)
    const words = enums.get(ofEnum ?? '')?.map(({ member }) => member)
    if (words === undefined) continue
    for (const one of [value].flat()) {
      const word = typeof one === 'string' ? one : JSON.stringify(one)
      if (!words.includes(word)) found.push(`${rel}.${name} is no ${ofEnum}: ${word}`)
    }
  }
  const links = isObject(resource.raw['_links']) ? resource.raw['_links'] : {}
  const embedded = isObject(resource.raw['_embedded']) ? resource.raw['_embedded'] : {}
  if (!('self' in links)) found.push(`${rel} has no self`)
  for (const name of [...Object.keys(links), ...Object.keys(embedded)]) {
    if (!documented.links.has(name) && LINKED_NOWHERE.get(name) !== rel)
      found.push(`${rel} has no link ${name}`)
  }
  const within = Object.values(embedded).flat().filter(isObject)
  return [...found, ...within.flatMap((one) => undocumented(wire(one)))]
}

/** Read otherwise than by a bare GET, or no resource in JSON, or often refused (TooManyContacts). */
const READ_OTHERWISE = new Set([
  'batch',
  'events',
  'photo',
  'contactPhoto',
  'search',
  'expandDistributionGroup',
])

/** Whether what such a link leads to is read by GET; the others only act. */
const isRead = (rel: string): boolean =>
  !READ_OTHERWISE.has(rel) && (byRel.get(rel)?.operations.some(({ method }) => method === 'GET') ?? true)

export function linksOf(resource: Wire): readonly (readonly [rel: string, href: string])[] {
  const links = isObject(resource.raw['_links']) ? resource.raw['_links'] : {}
  const own = Object.entries(links).flatMap(([rel, link]) =>
    [link]
      .flat()
      .filter(isObject)
      .map((one) => [rel, String(one['href'])] as const),
  )
  const embedded = isObject(resource.raw['_embedded']) ? Object.values(resource.raw['_embedded']) : []
  return [
    ...own,
    ...embedded
      .flat()
      .filter(isObject)
      .flatMap((one) => linksOf(wire(one))),
  ]
}

/** Everything that can be reached by reading, from the application or from another resource. */
export async function walk(
  session: SignedIn,
  from: Wire = session.application,
): Promise<ReadonlyMap<string, Wire>> {
  const read = new Map<string, Wire>()
  const ahead = [...linksOf(from)]
  for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
    const [rel, href] = next
    if (!isRead(rel) || read.has(href)) continue
    const answered = await session.ask(href)
    if (answered.status !== 200) throw new Error(`GET ${href} (${rel}) is answered ${answered.status}`)
    const resource = jsonOf(answered)
    read.set(href, resource)
    ahead.push(...linksOf(resource))
  }
  return read
}
