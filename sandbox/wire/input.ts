import { type Ask } from './http.ts'
import { isObject } from './is-object.ts'
import { badParameter, refusal, Refused } from './refusals.ts'
import { readXmlInput } from './xml.ts'

/**
 * What came with a request, from its body and its query alike ("input can be specified in the request body or as one
 * or more query parameters", `QueryParameters.md`). Names are taken in any case: Microsoft's own samples write
 * `UserAgent` and `userAgent`. Each reader throws the documented 400 for a value of the wrong type or range.
 */
export type Input = {
  /** Neither body nor query. */
  isEmpty(): boolean
  has(name: string): boolean
  /** As it came; null when it did not. */
  value(name: string): unknown
  /** Null: absent, or null. */
  text(name: string, limit: { readonly max: number }): string | null
  texts(name: string): readonly string[] | null
  integer(name: string, range: { readonly min: number; readonly max: number }): number | null
  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | null
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * Nothing is read before it is asked for, since not every body is JSON (a batch's is not).
 * Every reader throws Refused: 400 for a body that is not a JSON object, 415 for one of another type.
 */
export function inputOf(ask: Ask): Input {
  let known: ReadonlyMap<string, unknown> | null = null
  const values = (): ReadonlyMap<string, unknown> => (known ??= readValues(ask))
  const valueOf = (name: string): unknown => values().get(name.toLowerCase()) ?? null

  const text = (name: string, { max }: { readonly max: number }): string | null => {
    const value = valueOf(name)
    if (value === null) return null
    if (typeof value !== 'string') throw badParameter(name, 'must be a string')
    if (value.length > max) throw badParameter(name, `must not be longer than ${max} characters`)
    return value
  }

  return {
    isEmpty: () => values().size === 0,
    has: (name) => values().has(name.toLowerCase()),
    value: valueOf,
    text,
    texts: (name) => {
      const value = valueOf(name)
      if (value === null) return null
      if (!Array.isArray(value)) throw badParameter(name, 'must be an array of strings')
      return value.map((one: unknown) => {
        if (typeof one !== 'string') throw badParameter(name, 'must be an array of strings')
        return one
      })
    },
    integer: (name, { min, max }) => {
      const value = valueOf(name)
      if (value === null) return null
      const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value
      if (typeof number !== 'number' || !Number.isInteger(number) || number < min || number > max) {
        throw badParameter(name, `must be a whole number from ${min} to ${max}`)
      }
      return number
    },
    oneOf: (name, choices) => {
      const value = text(name, { max: 100 })
      if (value === null) return null
      const chosen = choices.find((choice) => choice.toLowerCase() === value.toLowerCase())
      if (chosen === undefined) throw badParameter(name, `must be one of ${choices.join(', ')}`)
      return chosen
    },
  }
}

function readValues(ask: Ask): ReadonlyMap<string, unknown> {
  const fields: [string, unknown][] = [...ask.url.searchParams, ...Object.entries(readBody(ask))]
  return new Map(fields.map(([name, value]) => [name.toLowerCase(), value]))
}

/** Documented: JSON and XML, each by its plain type or by `application/vnd.microsoft.com.ucwa+…` (`PayloadFormat.md`). */
function readBody(ask: Ask): Readonly<Record<string, unknown>> {
  if (ask.method === 'GET' || ask.body.byteLength === 0) return {}
  const type = ask.headers.get('content-type') ?? ''
  const [, format] = /^application\/(?:[\w.]+\+)?(json|xml)\b/i.exec(type) ?? []
  if (format === undefined) {
    throw new Refused(refusal(415, null, 'The content-type is not supported.'))
  }
  let parsed: unknown
  try {
    const text = decoder.decode(ask.body)
    if (text.trim() === '') return {}
    parsed = format.toLowerCase() === 'xml' ? readXmlInput(text) : JSON.parse(text)
  } catch {
    throw new Refused(refusal(400, 'DeserializationFailure', 'The request body could not be deserialized.'))
  }
  if (!isObject(parsed))
    throw new Refused(refusal(400, 'DeserializationFailure', 'The request body must be an object.'))
  return parsed
}
