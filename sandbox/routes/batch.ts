import { finished, fqdnOf } from '../server/finished.ts'
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

/**
 * How long the parts of a batch are under way beyond what they take, so that batches which are sent at the same time can meet; real
 * milliseconds, whatever the time scale. (Our choice: a real server has more to do for an answer than we have.)
 */
const SERVICE_MS = 10

/** Others are listened to in any case, though this machine be so busy that the time is up at once. */
const inService = (): Promise<void> => new Promise((over) => setTimeout(() => setImmediate(over), SERVICE_MS))

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
 * (`BatchingRequests.md`). Assumed: such a part alone is answered 400. Judged is where the part leads, not how its target
 * is written: `people/../events` is the events.
 */
const isAllowed = ({ url }: Ask): boolean =>
  !/^\/ucwa\/oauth\/v1\/applications\/[^/]+\/(?:batch|events|photos\/[^/]*)\/?$/i.test(url.pathname)

/**
 * Documented: 200 with the parts' answers in the order of their requests, though "the operations may execute on the
 * server out of order" (`GroupingRequestsInABatch.md`), which they do here; 429 when the parts of all the user's batches
 * under way would be more than 100, and then "none of the requests in the batch is executed". Each part has the token
 * of the batch unless it brings one. Assumed: a part that cannot be sent on (its target is no address, or another
 * server's) is 400 by itself.
 */
async function batch({
  ask,
  origin,
  sandbox,
  realm,
  user,
  authorization,
}: ApplicationContext): Promise<Answer> {
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
    const answers = await inOrder(parts, realm.shuffled(parts.length), async (part): Promise<Answer> => {
      const asked = partAsk(part, ask, origin)
      if (asked !== null && isAllowed(asked)) return sandbox.answer(asked, origin, authorization)
      const refused = refusal(400, null, 'This request is not allowed in a batch.')
      return finished(refused, asked ?? ask, { kind: 'nothing' }, fqdnOf(realm.world))
    })
    await inService()
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

/** Begins with each in the order given by their indices, and gives what comes of them in their own. */
async function inOrder<From, To>(
  all: readonly From[],
  order: readonly number[],
  begin: (one: From) => Promise<To>,
): Promise<readonly To[]> {
  const begun = await Promise.all(
    order.flatMap((index) => {
      const one = all[index]
      return one === undefined ? [] : [begin(one).then((answer) => ({ index, answer }))]
    }),
  )
  return begun.toSorted((one, other) => one.index - other.index).map(({ answer }) => answer)
}

function partsOf(ask: Ask, boundary: string): readonly BatchPart[] {
  try {
    return decodeBatch(new TextDecoder().decode(ask.body), boundary)
  } catch (error) {
    if (error instanceof MalformedBatch) throw badParameter('body', error.message)
    throw error
  }
}

/** Null: its target is no address of this origin, or it has a header whose name is none. */
function partAsk({ method, target, headers, body }: BatchPart, whole: Ask, origin: string): Ask | null {
  if (!URL.canParse(target, origin) || !headers.every(([name]) => /^[!#$%&'*+.^_`|~\w-]+$/.test(name)))
    return null
  const url = new URL(target, origin)
  if (url.origin !== origin && url.origin !== whole.url.origin) return null
  return {
    method,
    url,
    headers: new Headers(headers.map(([name, value]): [string, string] => [name, value])),
    body: new TextEncoder().encode(body.trim() === '' ? '' : body),
    hungUp: whole.hungUp,
  }
}

const partAnswer = ({ status, headers, body }: Reply): BatchAnswer => ({
  status,
  headers: headers.filter(([name]) => PART_HEADERS.has(name.toLowerCase())),
  body: body === null ? '' : typeof body === 'string' ? body : new TextDecoder().decode(body),
})

export const batchRoutes: readonly Route[] = [route('POST', 'batch', 'batch', batch)]
