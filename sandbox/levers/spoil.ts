import { type Application } from '../server/application.ts'
import { JSON_TYPE, withHeaders, type Answer, type Reply } from '../wire/http.ts'
import { isObject } from '../wire/is-object.ts'

/** Answers that are not what they should be: what was asked for has been done. */

export function lengthOf({ body }: Reply): number {
  if (body === null) return 0
  return typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength
}

/** Half of the body, under a head that promises all of it; an answer without a body does not come at all. */
export function truncated(answer: Answer, isBatchPart: boolean): Answer {
  if (answer === 'dropped') return answer
  const afterBytes = Math.floor(lengthOf(answer) / 2)
  if (!isBatchPart) return afterBytes === 0 ? 'dropped' : { ...answer, delivery: { kind: 'cut', afterBytes } }
  return { ...answer, body: answer.body === null ? null : answer.body.slice(0, afterBytes) }
}

/** The same head over another body; where there was none, 200 with one. */
export function spoiled(answer: Answer, spoil: (body: unknown) => string): Answer {
  if (answer === 'dropped') return answer
  const body = spoil(jsonIn(answer))
  if (answer.body !== null) return { ...answer, body }
  return withHeaders({ ...answer, status: 200, body }, [['Content-Type', JSON_TYPE]])
}

/** Null: it is no JSON. */
function jsonIn({ body }: Reply): unknown {
  if (typeof body !== 'string') return null
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** Every value of an object is one of another type; what is no object is an array. */
export const misshapen = (body: unknown): unknown =>
  isObject(body)
    ? Object.fromEntries(Object.entries(body).map(([name, value]) => [name, ofAnotherType(value)]))
    : []

function ofAnotherType(value: unknown): unknown {
  if (typeof value === 'string') return value.length
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? 'many' : [value]
}

/** Documented: "Following the link will give the client the first unacknowledged event set" (`EventChannelDetails.md`). */
export function withResync(answer: Answer, application: Application | null): Answer {
  if (answer === 'dropped' || application === null) return answer
  const body = jsonIn(answer)
  const [instance] = application.channels
  if (!isObject(body) || instance === undefined) return answer
  const [instanceId, channel] = instance
  const href = application.hrefs.events(channel.firstUnacknowledged(), instanceId)
  const links = isObject(body['_links']) ? body['_links'] : {}
  return { ...answer, body: JSON.stringify({ ...body, _links: { ...links, resync: { href } } }) }
}

/** Links to elsewhere: all but `self`, or those of one `rel`; of resources inside, and of events, too. */
export function withForeignLinks(answer: Answer, origin: string, rel: string | null): Answer {
  if (answer === 'dropped') return answer
  const body = jsonIn(answer)
  if (!isObject(body)) return answer
  return { ...answer, body: JSON.stringify(abroad(body, 'self')) }

  function abroad(value: unknown, name: string): unknown {
    if (Array.isArray(value)) return value.map((one: unknown) => abroad(one, name))
    if (!isObject(value)) return value
    const isMeant = rel === null ? name !== 'self' : name === rel || value['rel'] === rel
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) =>
        key === 'href' && typeof inner === 'string' && isMeant
          ? [key, elsewhere(inner)]
          : [key, abroad(inner, key)],
      ),
    )
  }

  function elsewhere(href: string): string {
    const { pathname, search } = new URL(href, origin)
    return `${origin}${pathname}${search}`
  }
}

/** Without the links of that name, of resources inside too. */
export function withoutLinks(answer: Answer, rel: string): Answer {
  if (answer === 'dropped') return answer
  const body = jsonIn(answer)
  return isObject(body) ? { ...answer, body: JSON.stringify(without(body, '')) } : answer

  function without(value: unknown, name: string): unknown {
    if (Array.isArray(value)) return value.map((one: unknown) => without(one, name))
    if (!isObject(value)) return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => name !== '_links' || key !== rel)
        .map(([key, inner]) => [key, without(inner, key)]),
    )
  }
}
