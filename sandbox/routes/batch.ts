import { keyOf } from '../server/hrefs.ts'
import { newGuid } from '../server/ids.ts'
import { route, type ApplicationContext, type Route } from '../server/route.ts'
import {
  boundaryOf,
  decodeBatch,
  encodeBatch,
  MalformedBatch,
  type BatchAnswer,
  type BatchPart,
} from '../wire/batch.ts'
import { type Answer, type Ask, type Reply } from '../wire/http.ts'
import { badParameter, refusal } from '../wire/refusals.ts'

/** Source: `BatchingRequests.md`: "100 requests for a single user across all batches". */
const MOST_OUTSTANDING = 100

/** The head of a part is short, as printed: `BatchingRequests.md`, the example batch response. */
const PART_HEADERS = new Set([
  'cache-control',
  'content-type',
  'etag',
  'retry-after',
  'www-authenticate',
  'location',
])

/**
 * Documented: "any UCWA 2.0 request, other than another batch request, photo request or events request"
 * (`BatchingRequests.md`). Assumed: such a part alone is answered 400.
 */
const isAllowed = ({ target }: BatchPart): boolean =>
  !/^(?:https?:\/\/[^/]+)?\/ucwa\/oauth\/v1\/applications\/[^/]+\/(?:batch|events|photos\/[^/]*)\/?(?:\?|$)/i.test(
    target,
  )

/**
 * Documented: 200 with the parts' answers in the order of their requests; 429 when the parts of all the user's batches
 * under way would be more than 100, and then "none of the requests in the batch is executed". Each part has the token
 * of the batch unless it brings one.
 */
async function batch({ ask, origin, sandbox, user, authorization }: ApplicationContext): Promise<Answer> {
  const boundary = boundaryOf(ask.headers.get('content-type') ?? '')
  if (boundary === null)
    return refusal(415, null, 'The content-type must be multipart/batching, with a boundary.')
  const parts = partsOf(ask, boundary)

  const { outstandingParts } = sandbox
  const key = keyOf(user.uri)
  const outstanding = outstandingParts.get(key) ?? 0
  if (outstanding + parts.length > MOST_OUTSTANDING) {
    return refusal(429, null, 'There are too many outstanding HTTP operations.')
  }
  outstandingParts.set(key, outstanding + parts.length)
  try {
    const answers = await Promise.all(
      parts.map(async (part) =>
        isAllowed(part)
          ? sandbox.answer(partAsk(part, ask, origin), origin, authorization)
          : refusal(400, null, 'This request is not allowed in a batch.'),
      ),
    )
    const whole = answers.map((answer) => (answer === 'dropped' ? null : partAnswer(answer)))
    if (whole.some((answer) => answer === null)) return 'dropped' // a fault cut one part's connection: it is this one
    const outBoundary = newGuid()
    return {
      status: 200,
      headers: [['Content-Type', `multipart/batching; boundary="${outBoundary}"`]],
      body: encodeBatch(
        whole.flatMap((answer) => answer ?? []),
        outBoundary,
      ),
    }
  } finally {
    const left = (outstandingParts.get(key) ?? 0) - parts.length
    if (left > 0) outstandingParts.set(key, left)
    else outstandingParts.delete(key)
  }
}

function partsOf(ask: Ask, boundary: string): readonly BatchPart[] {
  try {
    return decodeBatch(new TextDecoder().decode(ask.body), boundary)
  } catch (error) {
    if (error instanceof MalformedBatch) throw badParameter('body', error.message)
    throw error
  }
}

const partAsk = ({ method, target, headers, body }: BatchPart, whole: Ask, origin: string): Ask => ({
  method,
  url: new URL(target, origin),
  headers: new Headers(headers.map(([name, value]): [string, string] => [name, value])),
  body: new TextEncoder().encode(body.trim() === '' ? '' : body),
  hungUp: whole.hungUp,
})

const partAnswer = ({ status, headers, body }: Reply): BatchAnswer => ({
  status,
  headers: headers.filter(([name]) => PART_HEADERS.has(name.toLowerCase())),
  body: body === null ? '' : typeof body === 'string' ? body : new TextDecoder().decode(body),
})

export const batchRoutes: readonly Route[] = [route('POST', 'batch', 'batch', batch)]
