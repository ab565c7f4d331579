import { type Ask } from './http.ts'
import { isObject } from './is-object.ts'
import { BadParameters, badParameter, refusal, Refused } from './refusals.ts'
import { readXmlInput } from './xml.ts'

/**
 * What came with a request, from its body and its query alike ("input can be specified in the request body or as one
 * or more query parameters", `QueryParameters.md`). Names are taken in any case: Microsoft's own samples write
 * `UserAgent` and `userAgent`. Each reader throws the documented 400 for a value of the wrong type or range.
 */
export type Input = {
  has(name: string): boolean
  /**
   * Throws Refused 400 where something came, but none of these. Assumed: an input that holds nothing which the resource
   * knows is a mistake, and no empty one, which would reset it. (What is not known beside what is known is passed over:
   * an older server "just ignored it", `Versioning.md`.)
   */
  mustHaveIfAny(first: string, ...others: readonly string[]): void
  /** As it came; null when it did not. */
  value(name: string): unknown
  /** Null: absent, or null. */
  text(name: string, limit: { readonly max: number }): string | null
  texts(name: string): readonly string[] | null
  /** As a number, or as digits where all is text: in a query, and in XML. */
  integer(name: string, range: { readonly min: number; readonly max: number }): number | null
  /** True, false, or their words where all is text; null: absent, or null. */
  flag(name: string): boolean | null
  oneOf<Choice extends string>(name: string, values: readonly Choice[]): Choice | null
}

type Readers<Values> = { readonly [name in keyof Values]: () => Values[name] }

/**
 * Reads each of them, and refuses all that are missing or wrong at once, by their names.
 * @throws BadParameters with the reasons of all that threw it; any other refusal as it comes.
 */
export function allOf<Values extends Readonly<Record<string, unknown>>>(readers: Readers<Values>): Values
export function allOf(
  readers: Readers<Readonly<Record<string, unknown>>>,
): Readonly<Record<string, unknown>> {
  const reasons: Record<string, string> = {}
  const read = Object.entries(readers).map(([name, reader]): readonly [string, unknown] => {
    try {
      return [name, reader()]
    } catch (error) {
      if (!(error instanceof BadParameters)) throw error
      Object.assign(reasons, error.reasons)
      return [name, null]
    }
  })
  if (Object.keys(reasons).length > 0) throw new BadParameters(reasons)
  return Object.fromEntries(read)
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * Nothing is read before it is asked for, since not every body is JSON (a batch's is not).
 * Every reader throws Refused: 400 for a body that is not a JSON object, 415 for one of another type.
 */
export function inputOf(ask: Ask): Input {
  let known: ReadonlyMap<string, Value> | null = null
  const values = (): ReadonlyMap<string, Value> => (known ??= readValues(ask))
  const valueOf = (name: string): unknown => values().get(name.toLowerCase())?.value ?? null

  const text = (name: string, { max }: { readonly max: number }): string | null => {
    const value = valueOf(name)
    if (value === null) return null
    if (typeof value !== 'string') throw badParameter(name, 'must be a string')
    if (value.length > max) throw badParameter(name, `must not be longer than ${max} characters`)
    return value
  }

  return {
    has: (name) => values().has(name.toLowerCase()),
    mustHaveIfAny: (first, ...others) => {
      const settable = [first, ...others]
      if (values().size > 0 && !settable.some((name) => values().has(name.toLowerCase()))) {
        throw badParameter(first, `there is nothing here but ${settable.join(' and ')} that can be set`)
      }
    },
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
      const isUntyped = values().get(name.toLowerCase())?.isUntyped === true
      const isDigits = isUntyped && typeof value === 'string' && /^-?\d+$/.test(value)
      const number = isDigits ? Number(value) : value
      if (typeof number !== 'number' || !Number.isInteger(number) || number < min || number > max) {
        throw badParameter(name, `must be a whole number from ${min} to ${max}`)
      }
      return number
    },
    flag: (name) => {
      const value = valueOf(name)
      if (value === null || typeof value === 'boolean') return value
      const isUntyped = values().get(name.toLowerCase())?.isUntyped === true
      if (isUntyped && typeof value === 'string' && /^(true|false)$/i.test(value)) {
        return value.toLowerCase() === 'true'
      }
      throw badParameter(name, 'must be true or false')
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

/** Untyped: it came as text because all does there. */
type Value = { readonly value: unknown; readonly isUntyped: boolean }

function readValues(ask: Ask): ReadonlyMap<string, Value> {
  const body = readBody(ask)
  const fields: [string, Value][] = [
    ...Array.from(ask.url.searchParams, ([name, value]): [string, Value] => [
      name,
      { value, isUntyped: true },
    ]),
    ...Object.entries(body.values).map(([name, value]): [string, Value] => [
      name,
      { value, isUntyped: body.isXml },
    ]),
  ]
  return new Map(fields.map(([name, value]) => [name.toLowerCase(), value]))
}

type Body = { readonly isXml: boolean; readonly values: Readonly<Record<string, unknown>> }
const EMPTY: Body = { isXml: false, values: {} }

/** Documented: JSON and XML, each by its plain type or by `application/vnd.microsoft.com.ucwa+…` (`PayloadFormat.md`). */
function readBody(ask: Ask): Body {
  if (ask.method === 'GET' || ask.body.byteLength === 0) return EMPTY
  const type = ask.headers.get('content-type') ?? ''
  const [, format] = /^application\/(?:[\w.]+\+)?(json|xml)\b/i.exec(type) ?? []
  if (format === undefined) {
    throw new Refused(refusal(415, null, 'The content-type is not supported.'))
  }
  const isXml = format.toLowerCase() === 'xml'
  let parsed: unknown
  try {
    const text = decoder.decode(ask.body)
    if (text.trim() === '') return EMPTY
    parsed = isXml ? readXmlInput(text) : JSON.parse(text)
  } catch {
    throw new Refused(refusal(400, 'DeserializationFailure', 'The request body could not be deserialized.'))
  }
  if (!isObject(parsed))
    throw new Refused(refusal(400, 'DeserializationFailure', 'The request body must be an object.'))
  return { isXml, values: parsed }
}
