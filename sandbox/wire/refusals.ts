import { reply, type Json, type Reply } from './http.ts'

/**
 * Error bodies: `code`, `subcode`, `message`.
 * Source: `ErrorsAndInformationalMessages.md`, "Error response body"; `ErrorCode_ref.md`; `ErrorSubcode_ref.md`. A code "maps
 * one-to-one with HTTP responses"; where the first page's table prints another name (ClientTimeout for 408, Timeout for 504,
 * PreConditionFailed), it is that of `ErrorCode_ref.md`: GatewayTimeout is 504's on `contactPhoto_ref.md` too, so Timeout is
 * 408's.
 */
const CODES = {
  400: 'BadRequest',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  408: 'Timeout',
  409: 'Conflict',
  410: 'Gone',
  412: 'PreconditionFailed',
  413: 'EntityTooLarge',
  415: 'UnsupportedMediaType',
  428: 'PreconditionRequired',
  429: 'TooManyRequests',
  500: 'ServiceFailure',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
} as const

export type RefusalStatus = keyof typeof CODES

/** UCWA's `code` for a status, or null where its pages name none. */
export const codeOf = (status: number): string | null =>
  Object.entries(CODES).find(([known]) => Number(known) === status)?.[1] ?? null

const GENERIC = 'An error occurred. Please retry. If the problem persists, contact your support team.'

/** A "no" in UCWA's words. `subcode` null: the page prints none. */
export function refusal(
  status: RefusalStatus,
  subcode: string | null,
  message: string = GENERIC,
  parameters: Json | null = null,
): Reply {
  return reply(status, {
    code: CODES[status],
    ...(subcode === null ? {} : { subcode }),
    message,
    ...(parameters === null ? {} : { parameters }),
  })
}

/** Thrown where a route cannot go on; the router answers with it. */
export class Refused extends Error {
  readonly reply: Reply

  constructor(answer: Reply) {
    super(`refused with ${answer.status}`)
    this.reply = answer
  }
}

/**
 * Documented: 400 ParameterValidationFailure, with the names of all wrong parameters (`PayloadFormat.md`, "Required and
 * optional parameters"; `ErrorsAndInformationalMessages.md`, `parameters`). Assumed: `parameters` maps each name to a
 * sentence.
 */
export class BadParameters extends Refused {
  readonly reasons: Readonly<Record<string, string>>

  constructor(reasons: Readonly<Record<string, string>>) {
    super(refusal(400, 'ParameterValidationFailure', 'A parameter value is not valid.', reasons))
    this.reasons = reasons
  }
}

/** One of them; see `allOf` (`input.ts`) where there are several to be read. */
export const badParameter = (name: string, why: string): BadParameters => new BadParameters({ [name]: why })

/** Documented: 404 ApplicationNotFound (`EventChannelDetails.md`, "Special responses"). */
export const applicationNotFound = (): Refused => new Refused(refusal(404, 'ApplicationNotFound'))

/** Documented: 410 InactiveApplicationExpired (`ApplicationDashboard.md`, "Application lifetime"). */
export const applicationExpired = (): Refused =>
  new Refused(refusal(410, 'InactiveApplicationExpired', 'An inactive application expired.'))

/** Documented: "ResourceNotFound: The resource does not exist." (`GenericSynchronousErrors.md`), under code NotFound. */
export const resourceNotFound = (): Refused =>
  new Refused(refusal(404, 'ResourceNotFound', 'The resource does not exist.'))

/** Documented: 409 MakeMeAvailableRequired on presence, note, location, reportMyActivity (their pages). */
export const makeMeAvailableRequired = (): Refused =>
  new Refused(
    refusal(
      409,
      'MakeMeAvailableRequired',
      'The MakeMeAvailable operation is a prerequisite for this operation.',
    ),
  )
